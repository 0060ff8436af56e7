// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The values of a forward that the rules for forwards, and invariants about them, could tell apart.
struct ForwardDomain {
    /// One mailbox of each class; two where rules look at all addressees together.
    private(set) var targets: [[MailboxAddress]]
    /// The classes of mailboxes.
    private(set) var classes: [[MailboxAddress]]
    /// One purpose of each class that rules tell apart, and one that none names.
    private(set) var purposes: [String]
    /// The same of legal bases.
    private(set) var bases: [String]
    /// A legal basis that some exchange names and no rule tells apart from others: what `~` among the bases stands for.
    private(set) var otherBasis: String
    let consents: [Bool]
    let size: Double
    private let policy: PolicySet
    private let looking: Looking
    /// All purposes and bases that rules name.
    private var named: (purposes: Set<String>, bases: Set<String>)
    private var looksAtAddressees: Bool
    private let staysInCase: Bool

    /// - Parameters:
    ///   - proof: What can vary about the messages.
    ///   - literals: What the invariants look at that are about forwards.
    ///   - isWhole: Whether every mailbox stands for itself.
    init(_ proof: KindProof, literals: [Literal], isWhole: Bool = false) {
        let (onward, policy) = (proof.exchange.onward, proof.engine.policy)
        var rules = Looking()
        for condition in onward.permits.map(\.when) + onward.forbids.map(\.when) { rules.look(at: condition) }
        var looking = rules
        for literal in literals { looking.look(at: literal) }
        let selectors = onward.permits.flatMap { [$0.from, $0.to] } + onward.forbids.compactMap(\.to)
        let classes = PartyClasses(
            policy.mailboxes,
            in: proof.exchange,
            policy,
            on: proof.today,
            selectors: selectors + looking.selectors
        )
        .classes
        self.classes = classes
        let single = isWhole ? policy.mailboxes : classes.compactMap(\.first)
        self.targets = single.map { [$0] } + (rules.looksAtAddressees ? Self.pairs(classes) : [])
        var sets = Self.sets(.purpose, in: looking)
        for permit in onward.permits { if case .these(let names) = permit.purposes { sets.append(names) } }
        sets += onward.forbids.compactMap(\.purposes) + policy.markings.values.map(\.notFor)
        sets += policy.codes.values.flatMap(\.values).map(\.consentFor)
        let basisSets = onward.permits.compactMap(\.bases) + Self.sets(.legalBasis, in: looking)
        self.purposes = Self.representatives(sets)
        self.bases = Self.representatives(basisSets)
        self.named = (Set(sets.joined()), Set(basisSets.joined()))
        self.otherBasis = policy.bases.subtracting(self.named.bases).min() ?? "~"
        let isAboutConsent = literals.contains { if case .consent = $0.leaf { true } else { false } }
        self.consents = isAboutConsent ? [true, false] : [true]
        let purposes = policy.exchanges.values.reduce(into: Set<String>()) { $0.formUnion($1.purposes) }
        let bases = policy.exchanges.values.reduce(into: Set<String>()) { $0.formUnion($1.bases) }
        self.size = Double(policy.mailboxes.count * (purposes.count + 1) * (bases.count + 1) * 2)
        self.policy = policy
        self.looking = rules
        self.looksAtAddressees = rules.looksAtAddressees
        self.staysInCase = onward.permits.contains(where: \.staysInCase)
    }

    /// Takes in what another policy tells apart; every purpose and basis then stands for itself, so that a difference names them all.
    mutating func join(_ other: ForwardDomain) {
        self.classes = PartyClasses.refining(self.classes, other.classes)
        self.looksAtAddressees = self.looksAtAddressees || other.looksAtAddressees
        self.targets = self.classes.compactMap(\.first).map { [$0] }
        if self.looksAtAddressees { self.targets += Self.pairs(self.classes) }
        self.named.purposes.formUnion(other.named.purposes)
        // A basis that only one of them names is told apart by that.
        self.named.bases.formUnion(other.named.bases.union(self.policy.bases.symmetricDifference(other.policy.bases)))
        self.otherBasis = self.policy.bases.subtracting(self.named.bases).min() ?? "~"
        self.purposes = self.named.purposes.sorted() + ["~"]
        self.bases = self.named.bases.sorted() + ["~"]
    }

    /// The dimensions of a message that forwards of it can depend on, besides its level.
    var dimensions: Set<Dimension> {
        let read = self.looking.checks.keys.filter { $0.source == .original }.compactMap { path in
            Dimension(FieldPath(source: .header, name: path.name, keys: path.keys, type: path.type))
        }
        return Set([.markings, .caseTable] + self.policy.codes.keys.map { .detail($0) } + read)
    }

    private static func pairs(_ classes: [[MailboxAddress]]) -> [[MailboxAddress]] {
        classes.indices.flatMap { index in
            classes[index...].enumerated().compactMap { place, members in
                guard let first = classes[index].first,
                    let second = place == 0 ? members.dropFirst().first : members.first
                else { return nil }
                return [first, second]
            }
        }
    }

    private static func sets(_ name: FieldPath.Name, in looking: Looking) -> [Set<String>] {
        looking.checks.filter { $0.key.name == name }.values.joined().compactMap { check in
            if case .isOneOf(let names) = check { names } else { nil }
        }
    }

    /// One name of each class of names that stand in the same sets, and one that stands in none.
    private static func representatives(_ sets: [Set<String>]) -> [String] {
        let sets = Array(Set(sets))
        let names = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
        let classes = Dictionary(grouping: names.sorted()) { name in sets.map { $0.contains(name) } }
        return classes.values.compactMap(\.first).sorted() + ["~"]
    }

    /// What a forward can depend on in a message besides its level, in words.
    func features(of original: HeaderView) -> String {
        let looked = self.looking.checks.keys.filter { $0.source == .original }
        let keys = Set(self.policy.codes.keys).union(looked.compactMap(\.keys.first))
        let details = (original.details.value ?? []).filter { keys.contains($0.key) }.sorted { $0.key < $1.key }
        // The purpose is told already.
        let fields = looked.contains { $0.name != .details && $0.name != .purpose } ? "\(original)" : ""
        let isInCase = self.staysInCase && original.caseID.isPresent
        return "\(original.purpose ?? "") \(self.effects(of: original)) \(details) \(isInCase) \(fields)"
    }

    /// What its markings do to a forward; one that stops it stops it whatever the others do.
    private func effects(of original: HeaderView) -> [String] {
        let names = (original.markings.value ?? []).flatMap { [$0] + (self.policy.markings[$0]?.implies ?? []) }
        let markings = names.compactMap { self.policy.markings[$0] }
        let isStopped = original.markings == .unreadable || markings.count < names.count
        if isStopped || markings.contains(where: { $0.forward == .never }) { return ["never"] }
        let effects = markings.map(\.forward).filter { $0 != .free }.map(\.rawValue)
        return Set(effects + markings.flatMap(\.notFor)).sorted()
    }
}
