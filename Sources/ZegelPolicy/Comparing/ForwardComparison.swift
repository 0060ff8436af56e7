// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The forwards of the messages of one kind under two policies: which of them only one allows.
struct ForwardComparison {
    /// A difference between two mailboxes.
    private struct Change: Hashable {
        let from: [MailboxName]
        let purposes: [String]
        let what: String
        let isAllowedNow: Bool
    }

    /// A message whose forwards are compared.
    private struct Original {
        let header: HeaderView
        /// The levels that it can have.
        let levels: Set<Classification>
        /// What is special about it, in words; empty where nothing is.
        let about: String
        let holder: MailboxAddress
        /// All who are judged as the holder is.
        let same: [MailboxName]
    }

    private let proof: KindProof?
    private var old: ForwardSearch?
    private var new: ForwardSearch?
    private let domain: ForwardDomain?
    private var originals: [String: Original] = [:]
    private var told: Set<[String]> = []
    private var changes: [Change: Set<MailboxName>] = [:]

    init(_ old: KindProof?, _ new: KindProof?) {
        func search(_ proof: KindProof?) -> ForwardSearch? {
            proof.map { ForwardSearch($0, literals: [Literal(leaf: .consent, wanted: .yes)]) }
        }
        let (before, now) = (search(old), search(new))
        self.proof = new ?? old
        self.old = before
        self.new = now
        if let other = now ?? before { self.old?.join(other) }
        if let other = before ?? now { self.new?.join(other) }
        self.domain = (self.old ?? self.new)?.domain
    }

    /// Whether anything is passed on under either policy.
    var isOpen: Bool {
        [self.old, self.new].contains { $0?.isOpen ?? false }
    }

    /// The size of the domain, counted as a product, for one message and one holder.
    var size: Double { max(self.old?.size ?? 0, self.new?.size ?? 0) }

    /// How many forwards were decided.
    var decided: Int { (self.old?.decided ?? 0) + (self.new?.decided ?? 0) }

    /// The dimensions of a message that forwards of it can depend on, besides its level.
    var dimensions: Set<Dimension> {
        [self.old, self.new].compactMap { $0?.domain.dimensions }.reduce([]) { $0.union($1) }
    }

    /// What forwards can depend on in a message besides its level, in words.
    func features(of original: HeaderView) -> String {
        [self.old, self.new].map { $0?.features(of: original) ?? "" }.joined(separator: " / ")
    }

    /// Takes in a message, and those who have it.
    mutating func add(
        _ original: HeaderView,
        at levels: Set<Classification>,
        about: String,
        heldBy holders: [MailboxAddress]
    ) {
        let features = self.features(of: original)
        for members in self.domain?.classes ?? [] {
            let same = members.filter(holders.contains)
            guard let holder = same.first else { continue }
            let key = "\(holder) \(levels.sorted()) \(features)"
            // Messages that are passed on alike differ in what is said of them; the least is said.
            if let other = self.originals[key], other.about.count <= about.count { continue }
            self.originals[key] = Original(
                header: original,
                levels: levels,
                about: about,
                holder: holder,
                same: same.map(\.mailbox).sorted()
            )
        }
    }

    private mutating func compare(_ original: Original) {
        let before = Self.keys(Self.edges(&self.old, original), original)
        let now = Self.keys(Self.edges(&self.new, original), original)
        for target in self.domain?.targets ?? [] {
            let (one, other) = (before[target] ?? [], now[target] ?? [])
            if one == other { continue }
            for (keys, isAllowedNow) in [(one.subtracting(other), false), (other.subtracting(one), true)] {
                let words = ["\(original.holder)", "\(isAllowedNow)"]
                let fresh = keys.filter { key in
                    let isTold = target.allSatisfy { self.told.contains(words + ["\([$0])"] + key) }
                    return !isTold && !self.told.contains(words + ["\(target)"] + key)
                }
                // What is said of messages with nothing special, or of each addressee, need not be said again.
                if original.about.isEmpty { self.told.formUnion(fresh.map { words + ["\(target)"] + $0 }) }
                self.note(fresh, original, target, isAllowedNow)
            }
        }
    }

    private mutating func note(
        _ keys: Set<[String]>,
        _ original: Original,
        _ target: [MailboxAddress],
        _ isAllowedNow: Bool
    ) {
        let alike = self.domain?.classes.first { $0.first == target.first } ?? []
        let names = (target.count == 1 ? alike : target).map(\.mailbox).filter { $0 != original.holder.mailbox }
        let about = (target.count == 1 ? [] : ["to both together"]) + [original.about].filter { !$0.isEmpty }
        for (purposes, what) in Self.summed(keys) {
            let change = Change(
                from: original.same,
                purposes: purposes,
                what: (about + [what]).joined(separator: "; "),
                isAllowedNow: isAllowedNow
            )
            self.changes[change, default: []].formUnion(names)
        }
    }

    private static func edges(_ search: inout ForwardSearch?, _ original: Original) -> [ForwardSearch.Edge] {
        guard let features = search?.features(of: original.header) else { return [] }
        return search?.edges(of: original.header, from: original.holder.mailbox, features) ?? []
    }

    /// Purpose, basis, consent and level of each, by addressees.
    private static func keys(
        _ edges: [ForwardSearch.Edge],
        _ original: Original
    ) -> [[MailboxAddress]: Set<[String]>] {
        edges.reduce(into: [:]) { keys, edge in
            let words = [
                edge.purpose == "~" ? "any other purpose" : edge.purpose,
                edge.basis == "~" ? "any other basis" : edge.basis,
                edge.hasConsent ? "with consent" : "without consent",
            ]
            let levels = edge.levels.intersection(original.levels)
            keys[edge.to, default: []].formUnion(levels.map { words + [$0.rawValue] })
        }
    }

    /// The same in few words: purposes for which the same changes, and what that is.
    private static func summed(_ keys: Set<[String]>) -> [(purposes: [String], what: String)] {
        let whats = Dictionary(grouping: keys, by: { $0[0] }).mapValues { keys in
            let columns = (1...3).map { column in Set(keys.map { $0[column] }) }
            let levels = Classification.allCases.map(\.rawValue).filter(columns[2].contains)
            return [columns[0].sorted(), columns[1].sorted(), levels].map { $0.joined(separator: ", ") }
                .joined(separator: "; ")
        }
        let groups = Dictionary(grouping: whats.keys, by: { whats[$0] ?? "" })
        return groups.map { ($0.value.sorted(), $0.key) }
    }

    /// Compares the forwards of all messages that were taken in.
    mutating func differences() -> [PolicyDifference] {
        let sorted = self.originals.sorted { ($0.value.about.count, $0.key) < ($1.value.about.count, $1.key) }
        for (_, original) in sorted { self.compare(original) }
        return self.changes.map { change, targets in
            PolicyDifference(
                exchange: self.proof?.exchange.name ?? "",
                kind: self.proof?.kind.name ?? "",
                action: .forward,
                from: change.from,
                to: targets.sorted(),
                purpose: change.purposes.joined(separator: ", "),
                what: change.what,
                isAllowedNow: change.isAllowedNow
            )
        }
    }
}
