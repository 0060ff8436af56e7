// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The domain of proofs")
struct ProofDomainTests {
    /// Numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64 = 0x2E6E_1A51_C0FF_EE01

        mutating func next() -> UInt64 {
            self.state = self.state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return self.state ^ (self.state >> 29)
        }
    }

    @Test(
        "A message is allowed when each group of fields is, in whatever combination: nothing is lost by judging them apart"
    )
    func separable() throws {
        let engine = try TestPolicy.engine()
        var (dice, tried, allowed) = (Dice(), 0, 0)
        for exchange in engine.policy.exchanges.values.sorted(by: { $0.name < $1.name }) {
            for kind in exchange.kinds.values.sorted(by: { $0.name < $1.name }) {
                let proof = KindProof(engine, exchange, kind, asOf: TestPolicy.asOf, literals: [])
                guard let parties = proof.parties.last, let purpose = proof.purposes(between: parties).first else {
                    continue
                }
                var search = MessageSearch(proof, parties, purpose: purpose)
                guard let witness = search.witness else { continue }
                let small = search.components.indices.filter { index in
                    search.components[index].choices.reduce(1) { $0 * $1.count } <= 400
                }
                let sets = small.map { (index: $0, allowed: Set(search.allowed(in: $0))) }
                for round in 0..<60 {
                    var (draft, isAllowed) = (witness, true)
                    // Few groups at a time, else hardly any message would be allowed.
                    for set in sets.shuffled(using: &dice).prefix(1 + round % 3) {
                        let combination = search.components[set.index].choices.map { choices in
                            Int.random(in: 0..<choices.count, using: &dice)
                        }
                        draft = search.setting(set.index, to: combination, in: draft)
                        isAllowed = isAllowed && set.allowed.contains(combination)
                    }
                    tried += 1
                    allowed += isAllowed ? 1 : 0
                    #expect(search.isAllowed(draft) == isAllowed, "\(exchange.name)/\(kind.name) \(draft.header)")
                }
            }
        }
        #expect(tried > 1_000)
        #expect(allowed > 100)
    }

    @Test("Whatever a table test allows lies between parties, and for a purpose, for which proofs find messages, too")
    func covers() throws {
        let engine = try TestPolicy.engine()
        var found: [String: Bool] = [:]
        for row in try TestPolicy.rows() where row.expected == nil && [.send, .deliver].contains(row.action) {
            let header = row.question.header
            guard let sender = header.from, header.to.count <= 2, let purpose = header.purpose,
                let exchange = engine.policy.exchanges[header.exchange ?? ""],
                let kind = exchange.kinds[header.kind ?? ""]
            else { continue }
            let key = "\(exchange.name)/\(kind.name) \(sender.mailbox) \(header.to.map(\.mailbox)) \(purpose)"
            if found[key] != nil { continue }
            let members = engine.policy.mailboxes.filter { exchange.members[$0.mailbox] != nil }
            let other = members.first { $0 != sender && !header.to.contains($0) }
            let parties = Parties(sender: sender, recipients: header.to, other: other)
            let proof = KindProof(engine, exchange, kind, asOf: row.facts.asOf, literals: [])
            found[key] = MessageSearch(proof, parties, purpose: purpose).witness != nil
            #expect(found[key] == true, "\(row): \(key)")
        }
        #expect(found.count > 30)
    }

    @Test("Parties that are judged alike are one class, and those that are not are two")
    func classes() throws {
        let engine = try SmallPolicy(purposes: "  - { purpose: proef, bases: [wpg-art16], to: [om/lovj] }\n").engine()
        let exchange = try #require(engine.policy.exchanges["proef"])
        let kind = try #require(exchange.kinds["antwoord"])
        let proof = KindProof(engine, exchange, kind, asOf: TestPolicy.asOf, literals: [])
        let pairs = Set(proof.parties.map { "\($0.sender.mailbox) \($0.recipients.map { "\($0.mailbox)" })" })
        // Both providers are alike; om/lovj is named; ind/nv and land-y/politie are cleared for different levels.
        #expect(pairs.contains("aivd/ct [\"om/lovj\"]"))
        #expect(!pairs.contains { $0.hasPrefix("mivd/ct") })
        #expect(pairs.contains { $0.contains("ind/nv") })
        #expect(pairs.contains { $0.contains("land-y/politie") })
    }
}
