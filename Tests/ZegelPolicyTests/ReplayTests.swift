// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity

@testable import ZegelPolicy

@Suite("Deciding stored records again")
struct ReplayTests {
    /// The records of the decisions on all rows of the table tests.
    static func records(_ engine: PolicyEngine) throws -> [[UInt8]] {
        try TestPolicy.rows().enumerated().compactMap { number, row in
            let question = row.question
            let speaker =
                [.send, .forward, .deliver].contains(row.action) ? question.header.from?.mailbox : row.facts.asker
            guard let speaker, let owner = engine.policy.organisations.owner(of: speaker),
                // Nobody hands in a message with the number of another organisation: it is refused before.
                question.header.from?.oin
                    == question.header.from.flatMap({ engine.policy.organisations.owner(of: $0.mailbox)?.oin })
            else { return nil }
            let draft = DecisionDraft(
                question: question,
                decision: engine.decide(question),
                peer: try Shipped.peer("\(owner.oin)", engine),
                ceiling: engine.ceiling,
                policy: engine.policy.digest,
                trace: .random(),
                digest: nil,
                listed: nil
            )
            return draft.record(id: "\(number)", maximum: 1_000_000).json
        }
    }

    @Test(
        "Every record is decided the same under the policy that it names, also when that is read from where it was kept"
    )
    func same() throws {
        let engine = try TestPolicy.engine()
        let kept = try PolicySet(try PolicySource(kept: try TestPolicy.source().json.encoded))
        #expect(kept.digest == engine.policy.digest)
        let records = try Self.records(engine)
        #expect(records.count > 150)
        for bytes in records {
            let record = try StoredDecision(bytes)
            #expect(record.policy == "\(engine.policy.digest)")
            #expect(record.differences(under: kept) == [], "\(record.id)")
        }
    }

    @Test("Under another policy it says what differs")
    func changed() throws {
        let engine = try TestPolicy.engine()
        let old = "- { to: [om/lovj], level: departementaal-vertrouwelijk }"
        let text = try TestPolicy.text("exchanges/ambtsberichten.yaml").replacing(old, with: "")
        let other = try PolicySet(try TestPolicy.source("exchanges/ambtsberichten.yaml", text))
        let found = try Self.records(engine).map { try StoredDecision($0).differences(under: other) }
        #expect(found.joined().contains("decision: stored deny, now allow"))
        #expect(found.joined().contains("reasons: stored [\"classification.above-ceiling\"], now []"))
    }

    @Test(
        "What is no record is refused",
        arguments: ["", "{}", "[]", "{\"event_name\":\"adl.access_evaluation\"}", "nonsense"]
    )
    func noRecord(_ text: String) {
        #expect(throws: Problem.self) { try StoredDecision(Array(text.utf8)) }
    }

    @Test("What is no kept policy is refused", arguments: ["", "[]", "{\"organisations.yaml\": 1}"])
    func noPolicy(_ text: String) {
        #expect(throws: Problem.self) { try PolicySource(kept: Array(text.utf8)) }
    }
}
