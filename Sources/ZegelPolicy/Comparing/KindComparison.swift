// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The messages of one kind under two policies: which of them only one allows.
///
/// Both go through the same values: those that either tells apart. What is allowed is the product of what is allowed in each group of
/// fields (``MessageSearch``), so that two policies allow the same where each group does.
struct KindComparison {
    private let old: KindProof?
    private let new: KindProof?
    private var onward: ForwardComparison
    private(set) var found: Set<PolicyDifference> = []
    /// How many requests there are, counted as a product.
    private(set) var covered = 0.0
    /// How many of them were decided, under either policy.
    private(set) var decided = 0
    /// How many values of one group are named for the same parties and purpose.
    private static let named = 12

    init(_ old: KindProof?, _ new: KindProof?) {
        self.old = old
        self.new = new
        self.onward = ForwardComparison(old, new)
    }

    mutating func compare() {
        let classes = self.classes
        let members = classes.reduce(into: [MailboxAddress: [MailboxAddress]]()) { members, all in
            for one in all { members[one] = all }
        }
        let parties = PartyClasses(classes: classes).parties { sender, recipients in
            (self.old?.isRouted(sender, recipients) ?? false) || (self.new?.isRouted(sender, recipients) ?? false)
        }
        var told: Set<[String]> = []
        var size = 1.0
        for parties in parties.sorted(by: { $0.recipients.count < $1.recipients.count }) {
            for purpose in self.purposes(between: parties) {
                var (one, other) = self.searches(parties, purpose)
                // What is said of one addressee need not be said of it and another.
                let changes = Self.changes(&one, &other).filter { change in
                    let words = [purpose, change.what, "\(change.isAllowedNow)", "\(parties.sender.mailbox)"]
                    let keys = parties.recipients.map { words + ["\($0.mailbox)"] }
                    if parties.recipients.count == 1 { told.formUnion(keys) }
                    return parties.recipients.count == 1 || told.isDisjoint(with: keys)
                }
                self.found.formUnion(changes.map { self.difference(parties, purpose, $0, members) })
                if parties.recipients.count == 1 {
                    self.pass(on: &one, heldBy: members[parties.recipients[0]] ?? [])
                    self.pass(on: &other, heldBy: members[parties.recipients[0]] ?? [])
                }
                for search in [one, other].compactMap({ $0 }) {
                    size = max(size, search.size)
                    self.decided += search.decided
                }
            }
        }
        self.found.formUnion(self.onward.differences())
        self.decided += self.onward.decided
        let proofs = [self.old, self.new].compactMap { $0 }
        self.covered = KindProof.requests(
            mailboxes: proofs.map(\.engine.policy.mailboxes.count).max() ?? 0,
            purposes: Set(proofs.flatMap(\.kind.purposes.keys)).count,
            size: size,
            forwards: self.onward.size
        )
    }

    /// Takes in the messages that can be passed on, as far as forwards tell them apart.
    private mutating func pass(on search: inout MessageSearch?, heldBy holders: [MailboxAddress]) {
        guard self.onward.isOpen, var found = search, let witness = found.witness else { return }
        let dimensions = self.onward.dimensions
        var drafts = [(draft: witness, features: self.onward.features(of: witness.header), about: [String]())]
        for index in found.touched(by: dimensions.union([.classification])) {
            let about = found.components[index].dimensions.filter(dimensions.contains)
            let allowed = found.allowed(in: index)
            var seen: Set<String> = []
            drafts = drafts.flatMap { draft, usual, words in
                allowed.compactMap { combination in
                    let changed = found.setting(index, to: combination, in: draft)
                    let features = self.onward.features(of: changed.header)
                    let level = changed.header.classification?.rawValue ?? ""
                    guard seen.insert("\(level) \(features)").inserted else { return nil }
                    let texts = features == usual ? [] : Self.texts(about, changed, unlike: draft)
                    return (changed, features, words + texts)
                }
            }
        }
        search = found
        for (_, alike) in Dictionary(grouping: drafts, by: \.features) {
            let levels = Set(alike.compactMap(\.draft.header.classification))
            self.onward.add(
                alike[0].draft.header,
                at: levels,
                about: alike[0].about.joined(separator: ", "),
                heldBy: holders
            )
        }
    }

    /// What dimensions are in a draft, as far as they are something else in another.
    private static func texts(_ dimensions: [Dimension], _ draft: Draft, unlike other: Draft) -> [String] {
        dimensions.map { (DraftText.text(of: $0, in: draft), DraftText.text(of: $0, in: other)) }
            .filter { $0.0 != $0.1 }.map(\.0)
    }

    // MARK: - Parties and purposes

    /// Mailboxes that neither policy tells apart.
    private var classes: [[MailboxAddress]] {
        PartyClasses.refining(self.old?.partyClasses.classes ?? [], self.new?.partyClasses.classes ?? [])
    }

    private func purposes(between parties: Parties) -> [String] {
        let all = [self.old, self.new].compactMap { $0?.purposes(between: parties) }.joined()
        return Set(all).sorted()
    }

    // MARK: - Messages

    /// Both searches over the same dimensions, groups and values; `nil` for a policy that lets these parties send nothing for that.
    private func searches(_ parties: Parties, _ purpose: String) -> (MessageSearch?, MessageSearch?) {
        let proofs = [self.old, self.new].map { $0?.narrowed(to: parties) }
        let known = proofs.compactMap { $0 }
        var dimensions: [Dimension] = []
        for dimension in known.flatMap(\.dimensions) where !dimensions.contains(dimension) {
            dimensions.append(dimension)
        }
        let components = KindProof.components(of: dimensions, known.flatMap(\.looking.groups))
        func search(_ proof: KindProof?) -> MessageSearch? {
            guard let proof, proof.isRouted(parties.sender, parties.recipients),
                proof.purposes(between: parties).contains(purpose)
            else { return nil }
            let search = MessageSearch(proof, parties, purpose: purpose, components: components) { dimension in
                Self.choices(of: dimension, known, parties)
            }
            return search.witness == nil ? nil : search
        }
        return (search(proofs[0]), search(proofs[1]))
    }

    /// The values that either policy tells apart, each once.
    private static func choices(of dimension: Dimension, _ proofs: [KindProof], _ parties: Parties) -> [Choice] {
        var seen: Set<Draft> = []
        return proofs.flatMap { MessageSearch.choices(of: dimension, $0, parties) }.filter { choice in
            var draft = Draft(header: HeaderView([:]), facts: Facts(asOf: Instant(milliseconds: 0)))
            choice.apply(&draft)
            return seen.insert(draft).inserted
        }
    }

    private static func changes(
        _ before: inout MessageSearch?,
        _ now: inout MessageSearch?
    ) -> [(what: String, isAllowedNow: Bool)] {
        guard var old = before, var new = now else {
            return before == nil && now == nil ? [] : [("", now != nil)]
        }
        defer { (before, now) = (old, new) }
        var changes: [(String, Bool)] = []
        for index in old.components.indices {
            let (before, now) = (Set(old.allowed(in: index)), Set(new.allowed(in: index)))
            changes += Self.names(before.subtracting(now), of: old, beside: new, at: index).map { ($0, false) }
            changes += Self.names(now.subtracting(before), of: new, beside: old, at: index).map { ($0, true) }
        }
        return changes
    }

    /// What is special about some combinations of a group: those that differ in the fewest fields from what the other policy allows.
    private static func names(
        _ combinations: Set<[Int]>,
        of search: MessageSearch,
        beside other: MessageSearch,
        at index: Int
    ) -> [String] {
        guard let witness = search.witness, let usual = other.witness, !combinations.isEmpty else { return [] }
        let dimensions = search.components[index].dimensions
        let usualTexts = dimensions.map { DraftText.text(of: $0, in: usual) }
        let all = combinations.map { combination in
            let draft = search.setting(index, to: combination, in: witness)
            let texts = dimensions.map { DraftText.text(of: $0, in: draft) }
            return zip(usualTexts, texts).filter { $0 != $1 }.map(\.1)
        }
        let fewest = all.map(\.count).min() ?? 0
        let names = Set(all.filter { $0.count == fewest }.map { $0.joined(separator: ", ") }).sorted()
        let more = names.count > Self.named ? ["and \(names.count - Self.named) more such values"] : []
        return names.prefix(Self.named) + more
    }

    private func difference(
        _ parties: Parties,
        _ purpose: String,
        _ change: (what: String, isAllowedNow: Bool),
        _ members: [MailboxAddress: [MailboxAddress]]
    ) -> PolicyDifference {
        let isSingle = parties.recipients.count == 1
        let to = isSingle ? members[parties.recipients[0]] ?? [] : parties.recipients
        return PolicyDifference(
            exchange: (self.new ?? self.old)?.exchange.name ?? "",
            kind: (self.new ?? self.old)?.kind.name ?? "",
            action: .send,
            from: (members[parties.sender] ?? []).map(\.mailbox).sorted(),
            to: to.map(\.mailbox).sorted(),
            purpose: purpose,
            what: ([isSingle ? "" : "to both together", change.what]).filter { !$0.isEmpty }.joined(separator: ", "),
            isAllowedNow: change.isAllowedNow
        )
    }
}
