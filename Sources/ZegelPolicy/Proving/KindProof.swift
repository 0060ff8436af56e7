// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What can vary about the messages of one kind on one day, and what its rules look at together.
struct KindProof {
    let engine: PolicyEngine
    let exchange: ExchangePolicy
    let kind: KindPolicy
    let values: ProofValues
    private let literals: [Literal]
    private(set) var looking: Looking

    var today: CalendarDate { self.values.today }

    /// - Parameter literals: What invariants look at besides the rules.
    init(_ engine: PolicyEngine, _ exchange: ExchangePolicy, _ kind: KindPolicy, asOf: Instant, literals: [Literal]) {
        self.engine = engine
        self.exchange = exchange
        self.kind = kind
        self.values = ProofValues(asOf: asOf)
        self.literals = literals
        self.looking = Looking()
        self.looking = self.looking { _ in true }
    }

    /// The same between some parties: a rule that is not about these need not be looked at.
    func narrowed(to parties: Parties) -> KindProof {
        let header = HeaderView([
            "from": HeaderView.json(parties.sender), "to": .array(parties.recipients.map(HeaderView.json)),
        ])
        let question = Question(.send, header, Facts(asOf: self.values.asOf))
        let evaluation = Evaluation(question, self.exchange, self.engine)
        var narrowed = self
        narrowed.looking = self.looking { condition in
            // What is not about parties is open, so that the rule may apply.
            evaluation.holds(condition.aboutParties) != .no
        }
        return narrowed
    }

    /// What the rules look at that may apply.
    private func looking(_ mayApply: (Condition) -> Bool) -> Looking {
        var looking = Looking()
        func look(_ condition: Condition?, _ further: [Dimension]) {
            if condition.map(mayApply) ?? true { looking.look(at: condition, with: further) }
        }
        for permit in self.kind.permits { look(permit.when, [.basis]) }
        for purpose in self.kind.purposes.values.joined() { look(purpose.when, [.basis]) }
        for forbid in self.kind.forbids where forbid.when.map(mayApply) ?? true {
            look(.all([forbid.when, forbid.unless].compactMap { $0 }), [])
        }
        for release in self.kind.releases { look(release.when, [.release]) }
        for (key, rule) in self.kind.details { look(rule.when, [.detail(key)]) }
        for rule in self.kind.fields { look(rule.when, [.field(rule.field)]) }
        for rule in self.kind.citations where rule.when.map(mayApply) ?? true {
            look(rule.when, [.citations])
            look(rule.condition, [.citations])
        }
        if self.kind.list != nil { looking.look(at: nil, with: [.detail("list"), .list]) }
        for literal in self.literals { looking.look(at: literal) }
        return looking
    }

    /// The purposes that are declared for some parties: for any other, every message is refused.
    func purposes(between parties: Parties) -> [String] {
        func roles(_ address: MailboxAddress) -> UInt64 { self.exchange.roles(of: address.mailbox, on: self.today) }
        let sender = parties.sender
        return self.kind.purposes.filter { _, rules in
            parties.recipients.allSatisfy { recipient in
                rules.contains { rule in
                    rule.from.selects(sender.mailbox, in: roles(sender), from: sender.mailbox)
                        && rule.to.selects(recipient.mailbox, in: roles(recipient), from: sender.mailbox)
                }
            }
        }
        .keys.sorted()
    }

    /// The dimensions that a rule or an invariant can tell the values of apart, in a fixed order.
    ///
    /// A field that no rule looks at stays absent: what it holds changes nothing.
    var dimensions: [Dimension] {
        var found: [Dimension] = [.basis, .classification, .markings, .caseTable, .release]
        found += self.kind.details.keys.sorted().map { .detail($0) }
        if !found.contains(.detail("subjects")) { found.append(.detail("subjects")) }
        let ruled = Set(self.kind.fields.map(\.field)).union([.reviewBy])
        let looked = Set(self.looking.checks.keys.compactMap { Dimension($0) } + self.looking.groups.joined())
        found += KindPolicy.Field.allCases.filter { ruled.contains($0) || looked.contains(.field($0)) }
            .map { .field($0) }
        if looked.contains(.date) { found.append(.date) }
        let isCiting = !self.kind.citations.isEmpty || !self.looking.cited.isEmpty || looked.contains(.citations)
        if isCiting { found.append(.citations) }
        if self.kind.list != nil { found.append(.list) }
        if self.kind.reachesAllTold || self.looking.looksAtTold { found.append(.told) }
        if looked.contains(.queries) { found.append(.queries) }
        return found
    }

    /// The dimensions in groups, each of which can be judged by itself for one purpose; the basis is in the first.
    ///
    /// A rule speaks against a message by what it sees, and nothing that another rule sees takes that back: a message is allowed when
    /// each group is. Therefore groups that share no rule need not be combined.
    func components(_ further: [[Dimension]]) -> [[Dimension]] {
        Self.components(of: self.dimensions, self.looking.groups + further)
    }

    /// How many requests there are of a kind, counted as a product: every sender with one or two addressees, each message that they could
    /// exchange, and each forward of it by each of them.
    static func requests(mailboxes: Int, purposes: Int, size: Double, forwards: Double) -> Double {
        let count = Double(mailboxes)
        let messages = count * (count + count * (count - 1) / 2) * size * Double(purposes + 2)
        return messages * (1 + forwards)
    }

    /// Dimensions in groups, where those that stand in one list are in one group.
    static func components(of dimensions: [Dimension], _ groups: [[Dimension]]) -> [[Dimension]] {
        var components = dimensions.map { [$0] }
        for group in groups {
            let touched = components.indices.filter { index in components[index].contains { group.contains($0) } }
            guard let first = touched.first, touched.count > 1 else { continue }
            for index in touched.dropFirst().reversed() { components[first] += components.remove(at: index) }
        }
        return components
    }

    // MARK: - Values

    /// The values of a dimension that depend on no party.
    func choices(of dimension: Dimension) -> [Choice] {
        switch dimension {
        case .basis: self.bases
        case .classification:
            (Classification.allCases + [nil]).map { level in Choice { $0.header.classification = level } }
        case .markings: self.markings
        case .detail("subjects"): self.subjects
        case .detail("list") where self.kind.list != nil: Self.lists
        case .detail(let key): self.details(key)
        case .field(let field): FieldChoices(self, field).all
        case .date:
            self.values.days([], self.looking.checks(.date)).map { day in Choice { $0.header.date = day } }
                + [Choice { $0.header.date = nil }]
        case .queries:
            (self.values.numbers([], self.looking.checks(.queriesToday)).map { Int($0) } + [nil]).map { count in
                Choice { $0.facts.queriesToday = count }
            }
        case .release: (0...3).reversed().map { count in Choice { $0.facts.release = count } }
        case .purpose, .caseTable, .citations, .list, .told: []
        }
    }

    private var bases: [Choice] {
        let names = Set(self.kind.purposes.values.joined().flatMap(\.bases)).sorted() + ["~"]
        return names.map { name in Choice { $0.header.legalBasis = name } } + [Choice { $0.header.legalBasis = nil }]
    }

    /// Every set of markings, an unknown one, and something that is no list.
    private var markings: [Choice] {
        let names = self.engine.policy.markings.keys.sorted()
        let required = self.kind.requiredMarkings
        let sets = (0..<(1 << min(names.count, 8))).map { bits in
            names.indices.prefix(8).filter { bits & (1 << $0) != 0 }.map { names[$0] }
        }
        let sorted = [required] + sets.filter { $0 != required } + [required + ["~"]]
        return sorted.map { set in Choice { $0.header.markings = .value(set) } } + [
            Choice { $0.header.markings = .absent }, Choice { $0.header.markings = .unreadable },
        ]
    }

    private var subjects: [Choice] {
        let declared = self.kind.subjects ?? 1
        let numbers = self.values.numbers([declared], self.looking.checks(.details, ["subjects"]))
        let values = [declared] + numbers.filter { $0 != declared }
        return (values.map { JSONValue.integer($0) } + [.null, nil]).map { value in
            Choice { $0.setDetail("subjects", value) }
        }
    }

    private func details(_ key: String) -> [Choice] {
        guard let rule = self.kind.details[key] else { return [Choice { $0.setDetail(key, nil) }] }
        let values = self.values.choices(of: rule, at: [key], in: self.looking)
        return values.map { value in Choice { $0.setDetail(key, value) } }
    }

    /// A list whose last version, as the server may know it, is 1.
    private static let lists: [Choice] = {
        var values: [JSONValue?] = []
        for name in ["lijst", "~"] {
            for version: Int64 in [2, 1, 3, 0] {
                for replaces: Int64? in [nil, 1, 0, 2] {
                    let list: JSONValue = ["name": .string(name), "version": .integer(version)]
                    values.append(list.setting(["replaces"], to: replaces.map { .integer($0) }))
                }
            }
        }
        return (values + [.null, nil]).map { value in Choice { $0.setDetail("list", value) } }
    }()
}

extension Condition {
    /// The condition as far as parties answer it; what asks for more cannot be evaluated.
    fileprivate var aboutParties: Condition {
        switch self {
        case .all(let conditions): .all(conditions.map(\.aboutParties))
        case .any(let conditions): .any(conditions.map(\.aboutParties))
        case .not(let condition): .not(condition.aboutParties)
        case .sender, .addressees: self
        case .cites, .field: Self.open
        }
    }

    /// A condition that cannot be evaluated: about something that is cited, where nothing is.
    private static let open = Condition.field(
        FieldPath(source: .cited, name: .purpose, keys: [], type: .text),
        .isOneOf([])
    )
}
