// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The engine and a plain evaluator of the same rules")
struct ReferenceTests {
    @Test("Agree on every row of every table, decision and reasons")
    func tables() throws {
        let (reference, calendar) = (try ReferencePolicy(TestPolicy.source()), ReferenceCalendar())
        let engine = try TestPolicy.engine()
        var different: [String] = []
        for row in try TestPolicy.rows() where [.send, .deliver, .forward].contains(row.action) {
            let facts = JSONValue.object(row.facts.members)
            let expected = ReferenceEvaluator.reasons(reference, calendar, ceiling: 4, row.action, row.header, facts)
            let found = engine.decide(row.question).reasons.map(\.rawValue)
            if found.sorted() != expected { different.append("\(row): engine \(found), reference \(expected)") }
        }
        #expect(different == [])
    }
}
