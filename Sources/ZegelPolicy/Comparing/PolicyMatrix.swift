// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Who can reach whom with what: found by deciding, not by reading the rules.
package struct PolicyMatrix: Sendable {
    /// What one mailbox can send, or pass on, to another.
    package struct Row: Hashable, Sendable {
        /// The exchange.
        package let exchange: String
        /// The kind of the message.
        package let kind: String
        /// Whether it is passed on, not sent.
        package let isForward: Bool
        /// Who passes it.
        package let from: MailboxName
        /// To whom.
        package let to: MailboxName
        /// What for; `any` where a forward may be for whatever the originator consents to.
        package let purpose: String
        /// On which legal bases, sorted.
        package let bases: [String]
        /// At which level at most.
        package let level: Classification
        /// How many persons must have signed.
        package let persons: Int
        /// Without what no such message is allowed: fields, keys of details, a case, a citation; the originator's consent.
        package let asks: [String]
    }

    /// All rows, by exchange, kind and parties.
    package let rows: [Row]

    /// Goes through everything that could be sent or passed on.
    ///
    /// - Parameters:
    ///   - engine: The engine that decides.
    ///   - exchanges: Only these; all where it is empty.
    ///   - asOf: The moment of all decisions.
    package static func make(_ engine: PolicyEngine, exchanges: [String], asOf: Instant) async -> PolicyMatrix {
        await withTaskGroup(of: [Row].self) { group in
            for exchange in engine.policy.exchanges.values
            where exchanges.isEmpty || exchanges.contains(exchange.name) {
                for kind in exchange.kinds.values {
                    group.addTask {
                        var search = MatrixSearch(KindProof(engine, exchange, kind, asOf: asOf, literals: []))
                        return search.rows()
                    }
                }
            }
            var rows: Set<Row> = []
            for await found in group { rows.formUnion(found) }
            return PolicyMatrix(rows: rows.sorted(by: Self.precedes))
        }
    }

    private static func precedes(_ one: Row, _ other: Row) -> Bool {
        func key(_ row: Row) -> [String] {
            [row.exchange, row.kind, row.isForward ? "1" : "0", "\(row.from)", "\(row.to)", row.purpose]
                + row.asks + row.bases
        }
        return key(one).lexicographicallyPrecedes(key(other))
    }
}

/// The rows of one kind.
private struct MatrixSearch {
    private let proof: KindProof
    private let members: [MailboxAddress: [MailboxAddress]]
    private var forwards: ForwardSearch

    init(_ proof: KindProof) {
        self.proof = proof
        let classes = proof.partyClasses.classes
        self.members = classes.reduce(into: [:]) { members, all in for one in all { members[one] = all } }
        let consent = Literal(leaf: .consent, wanted: .yes)
        self.forwards = ForwardSearch(proof, literals: [consent], isWhole: true)
    }

    mutating func rows() -> [PolicyMatrix.Row] {
        var rows: [PolicyMatrix.Row] = []
        for parties in self.proof.parties where parties.recipients.count == 1 {
            for purpose in self.proof.purposes(between: parties) {
                var search = MessageSearch(self.proof, parties, purpose: purpose)
                guard let witness = search.witness else { continue }
                let row = self.row(&search, witness)
                let originals = [witness.header] + [self.inCase(&search, witness)].compactMap { $0 }
                // Whoever is judged alike stands in a row of its own.
                for from in self.members[parties.sender] ?? [] {
                    for to in self.members[parties.recipients[0]] ?? [] where to != from {
                        rows.append(row.between(from.mailbox, to.mailbox))
                        rows += originals.flatMap { self.onward($0, upTo: row.level, from: to.mailbox) }
                    }
                }
            }
        }
        return rows
    }

    private func row(_ search: inout MessageSearch, _ witness: Draft) -> PolicyMatrix.Row {
        var (bases, levels, persons) = (Set<String>(), Set<Classification>(), 2)
        var present: Set<String>?
        for index in search.components.indices {
            let dimensions = search.components[index].dimensions
            var always: Set<String>?
            for combination in search.allowed(in: index) {
                let draft = search.setting(index, to: combination, in: witness)
                if dimensions.contains(.basis) { bases.formUnion([draft.header.legalBasis].compactMap { $0 }) }
                if dimensions.contains(.classification) {
                    levels.formUnion([draft.header.classification].compactMap { $0 })
                }
                if dimensions.contains(.release) { persons = min(persons, draft.facts.release) }
                let names = Self.names(in: draft.header)
                always = always.map { $0.intersection(names) } ?? names
            }
            // What is there in every allowed combination of each group is there in every message.
            if let always { present = present.map { $0.intersection(always) } ?? always }
        }
        return PolicyMatrix.Row(
            exchange: self.proof.exchange.name,
            kind: self.proof.kind.name,
            isForward: false,
            from: search.parties.sender.mailbox,
            to: search.parties.recipients[0].mailbox,
            purpose: search.purpose,
            bases: bases.sorted(),
            level: levels.max() ?? .ongerubriceerd,
            persons: max(persons, 1),
            asks: (present ?? []).sorted()
        )
    }

    /// What a header has besides what every header has.
    private static func names(in header: HeaderView) -> Set<String> {
        let usual: Set = [
            "kenmerk", "date", "exchange", "kind", "from", "to", "purpose", "legalBasis", "classification", "details",
            "documents", "markings", "inReplyTo",
        ]
        var names = Set(header.members.map(\.key)).subtracting(usual)
        names.formUnion((header.details.value ?? []).map(\.key).filter { $0 != "subjects" })
        names.formUnion(header.markings.value ?? [])
        if header.documents > 0 { names.insert("documents") }
        if header.inReplyTo.value?.isEmpty == false { names.insert("inReplyTo") }
        return names
    }

    /// The same message in a case, where that is allowed.
    private func inCase(_ search: inout MessageSearch, _ witness: Draft) -> HeaderView? {
        for index in search.touched(by: [.caseTable]) {
            for combination in search.allowed(in: index) {
                let header = search.setting(index, to: combination, in: witness).header
                if header.caseID.isPresent { return header }
            }
        }
        return nil
    }

    /// The forwards of a message by one who has it.
    private mutating func onward(
        _ original: HeaderView,
        upTo level: Classification,
        from holder: MailboxName
    ) -> [PolicyMatrix.Row] {
        let edges = self.forwards.edges(of: original, from: holder, self.forwards.features(of: original))
        let byAddressee = Dictionary(grouping: edges.filter { $0.to.count == 1 }, by: { $0.to[0].mailbox })
        return byAddressee.flatMap { to, edges -> [PolicyMatrix.Row] in
            let rows = Dictionary(grouping: edges, by: \.purpose).compactMap { purpose, edges -> PolicyMatrix.Row? in
                guard let highest = edges.flatMap(\.levels).filter({ $0 <= level }).max() else { return nil }
                return PolicyMatrix.Row(
                    exchange: self.proof.exchange.name,
                    kind: self.proof.kind.name,
                    isForward: true,
                    from: holder,
                    to: to,
                    purpose: purpose == "~" ? "any" : purpose,
                    bases: edges.contains { $0.basis == "~" } ? ["any"] : Set(edges.map(\.basis)).sorted(),
                    level: highest,
                    persons: 1,
                    asks: edges.contains { !$0.hasConsent } ? [] : ["consent"]
                )
            }
            // What holds for any purpose need not be said again of single ones.
            guard let any = rows.first(where: { $0.purpose == "any" }) else { return rows }
            return rows.filter { $0 == any || ($0.bases, $0.level, $0.asks) != (any.bases, any.level, any.asks) }
        }
    }
}

extension PolicyMatrix.Row {
    /// The same between two others.
    fileprivate func between(_ from: MailboxName, _ to: MailboxName) -> PolicyMatrix.Row {
        PolicyMatrix.Row(
            exchange: self.exchange,
            kind: self.kind,
            isForward: self.isForward,
            from: from,
            to: to,
            purpose: self.purpose,
            bases: self.bases,
            level: self.level,
            persons: self.persons,
            asks: self.asks
        )
    }
}
