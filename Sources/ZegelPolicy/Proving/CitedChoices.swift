// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a message could cite, as far as rules tell it apart.
///
/// A rule judges each message that is cited by itself: its kind, who sent it and who had it, whether it was withdrawn, its review, and
/// fields of its details; and then counts. So every such message is tried alone, and of those that fit also two, and one beside what
/// matches nothing.
struct CitedChoices {
    private let proof: KindProof
    private let parties: Parties
    private let date: CalendarDate

    init(_ proof: KindProof, _ parties: Parties) {
        self.proof = proof
        self.parties = parties
        self.date = proof.today.advanced(byDays: -18)
    }

    /// All choices; those that fit the rules come first where the kind asks for citations.
    var all: [Choice] {
        let rules = self.proof.kind.citations
        var lists: [[AnsweredMessage?]] = []
        for bits in (1..<(1 << min(rules.count, 4))).reversed() {
            let chosen = rules.indices.filter { $0 < 4 && bits & (1 << $0) != 0 }.map { self.fitting(rules[$0]) }
            let joined = chosen.reduce([[AnsweredMessage]()]) { found, bundles in
                found.count * bundles.count > 400 ? found : found.flatMap { one in bundles.map { one + $0 } }
            }
            lists += joined
        }
        for list in lists.prefix(4) {
            lists += list.indices.map { index in list.enumerated().filter { $0.offset != index }.map(\.element) }
            lists += [list + list.prefix(1), list + [nil]]
        }
        lists += self.singles.map { [$0] } + [[nil]]
        let isAsked = rules.contains { $0.number != .optional && $0.when == nil }
        let without = Self.choice([])
        let given = lists.filter { !$0.isEmpty }.map(Self.choice) + [Choice { $0.header.inReplyTo = .unreadable }]
        return isAsked ? given + [without] : [without] + given
    }

    private static func choice(_ list: [AnsweredMessage?]) -> Choice {
        let numbered = list.enumerated().map { index, message in
            message.map { message in
                var header = message.header
                header.kenmerk = "CITED-\(index + 1)"
                return AnsweredMessage(
                    header: header,
                    deliveredTo: message.deliveredTo,
                    isWithdrawn: message.isWithdrawn
                )
            }
        }
        let citations = numbered.enumerated().map { index, message in
            HeaderView.Citation(kenmerk: message?.header.kenmerk ?? "NOTHING-\(index + 1)", date: message?.header.date)
        }
        return Choice {
            $0.header.inReplyTo = citations.isEmpty ? .absent : .value(citations)
            $0.facts.inReplyTo = numbered
        }
    }

    // MARK: - Messages

    /// What fits a rule, with every combination of the details that rules look at: a list for each.
    private func fitting(_ rule: CitationRule) -> [[AnsweredMessage]] {
        let names = rule.kinds.sorted { ($0.exchange ?? "", $0.kind) < ($1.exchange ?? "", $1.kind) }
        let (sender, recipients) = (self.parties.sender, self.parties.recipients)
        let isOwn = rule.relation == .follows || rule.relation == .sent
        let others = [self.parties.other].compactMap { $0 } + recipients
        let usual = isOwn ? [sender] : rule.relation == .answers ? recipients : others
        let originators = rule.fromEach.isEmpty ? usual : rule.fromEach.compactMap(self.address)
        let had = isOwn ? recipients.map(\.mailbox) : [sender.mailbox]
        return names.flatMap { name in
            self.variants(of: name).flatMap { variant -> [[AnsweredMessage]] in
                let messages = originators.map { self.message(variant, $0, had) }
                // Who answers several at once cites a message of each.
                let isJoined = !rule.fromEach.isEmpty || rule.relation == .answers
                return isJoined ? [messages] : messages.map { [$0] }
            }
        }
    }

    /// One message of each kind that rules and invariants name, and of another, from and to each party and another.
    private var singles: [AnsweredMessage] {
        var names = self.proof.kind.citations.reduce(into: self.proof.looking.cited) { $0.formUnion($1.kinds) }
        names = Set(names.map { self.local($0) })
        let further = self.proof.exchange.kinds.keys.sorted().map { KindName(exchange: nil, kind: $0) }
        if let other = further.first(where: { !names.contains($0) }) { names.insert(other) }
        let (sender, recipients) = (self.parties.sender, self.parties.recipients)
        let originators = [sender] + recipients + [self.parties.other].compactMap { $0 }
        let readers = [[sender.mailbox], recipients.map(\.mailbox), self.parties.all, []]
        return names.sorted { ($0.exchange ?? "", $0.kind) < ($1.exchange ?? "", $1.kind) }.flatMap { name in
            // Fields are looked at where a message fits a rule otherwise; those are varied above.
            let first = self.variants(of: name)[0]
            return originators.flatMap { originator in
                readers.flatMap { had in
                    [
                        self.message(first, originator, had),
                        self.message(first, originator, had, isWithdrawn: true),
                        self.message(first, originator, had, reviewBy: self.proof.today.advanced(byDays: -1)),
                        self.message(first, originator, had, reviewBy: self.proof.today),
                    ]
                }
            }
        }
    }

    private func local(_ name: KindName) -> KindName {
        name.exchange == self.proof.exchange.name ? KindName(exchange: nil, kind: name.kind) : name
    }

    private func address(_ name: MailboxName) -> MailboxAddress? {
        self.proof.engine.policy.organisations.owner(of: name).map { MailboxAddress(oin: $0.oin, mailbox: name) }
    }

    /// The fields that conditions look at, in every combination.
    private func variants(of name: KindName) -> [HeaderView] {
        let rules = name.exchange == nil ? self.proof.exchange.kinds[name.kind]?.details ?? [:] : [:]
        var header = HeaderView([
            "exchange": .string(name.exchange ?? self.proof.exchange.name), "kind": .string(name.kind),
            "date": .string("\(self.date)"),
        ])
        header.details = .value([])
        let paths = self.proof.looking.citedPaths
        var drafts = [Draft(header: header, facts: Facts(asOf: self.proof.values.asOf))]
        for key in Set(paths.filter { $0.name == .details }.compactMap(\.keys.first)).sorted() {
            guard let rule = rules[key] else { continue }
            let values = self.proof.values.choices(of: rule, at: [key], in: self.proof.looking)
            drafts = Self.varied(drafts, values.map { value in Choice { $0.setDetail(key, value) } })
        }
        for field in Set(paths.map(\.name)).sorted(by: { $0.rawValue < $1.rawValue }) where field != .details {
            drafts = Self.varied(drafts, self.choices(of: field))
        }
        return drafts.map(\.header)
    }

    private static func varied(_ drafts: [Draft], _ choices: [Choice]) -> [Draft] {
        guard !choices.isEmpty else { return drafts }
        return drafts.flatMap { draft in
            choices.map { choice in
                var next = draft
                choice.apply(&next)
                return next
            }
        }
    }

    /// The values that a field of what is cited could have.
    private func choices(of field: FieldPath.Name) -> [Choice] {
        switch field {
        case .purpose:
            let names = self.proof.exchange.purposes.sorted() + ["~"]
            return names.map { name in Choice { $0.header.purpose = name } }
        case .legalBasis:
            return (self.proof.exchange.bases.sorted() + ["~"]).map { name in Choice { $0.header.legalBasis = name } }
        case .notBefore: return FieldChoices(self.proof, .notBefore).all
        case .respondBy: return FieldChoices(self.proof, .respondBy).all
        case .reviewBy: return FieldChoices(self.proof, .reviewBy).all
        case .retainUntil: return FieldChoices(self.proof, .retainUntil).all
        case .documents: return FieldChoices(self.proof, .documents).all
        case .subject: return FieldChoices(self.proof, .subject).all
        case .onBehalfOf: return FieldChoices(self.proof, .onBehalfOf).all
        case .classification, .markings, .date:
            return Dimension(FieldPath(source: .header, name: field, keys: [], type: .text))
                .map { self.proof.choices(of: $0) } ?? []
        case .caseID:
            return [
                Choice { $0.header.caseID = .value("CASE-1") }, Choice { $0.header.caseID = .value("CASE-2") },
                Choice { $0.header.caseID = .absent },
            ]
        case .exchange, .kind, .addressees, .details, .asOf, .release, .queriesToday: return []
        }
    }

    private func message(
        _ variant: HeaderView,
        _ originator: MailboxAddress,
        _ had: [MailboxName],
        isWithdrawn: Bool = false,
        reviewBy: CalendarDate? = nil
    ) -> AnsweredMessage {
        var header = variant
        header.from = originator
        if let reviewBy { header.reviewBy = .value(reviewBy) }
        return AnsweredMessage(header: header, deliveredTo: had, isWithdrawn: isWithdrawn)
    }
}
