// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
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

    /// How many random requests are decided, about the shipped policies and about random ones each: 60,000 when `ZEGEL_LONG` is set, and
    /// one in a hundred otherwise.
    private static let count = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 60_000 : 600

    /// What an evaluator says of a request, beside what the engine says; `nil` for what no server could know.
    private static func compare(
        _ engine: PolicyEngine,
        _ random: RandomRequest,
        _ action: Action,
        _ header: JSONValue,
        _ facts: JSONValue
    ) -> (found: [String], expected: [String])? {
        guard let read = Facts(facts), (facts["case"] == nil) == (read.caseTable == nil),
            (facts["list"] == nil) == (read.list == nil)
        else { return nil }
        let decision = engine.decide(Question(action, HeaderView(header), read))
        let ceiling = engine.ceiling.rank
        let expected = ReferenceEvaluator.reasons(
            random.policy,
            random.calendar,
            ceiling: ceiling,
            action,
            header,
            facts
        )
        return (decision.reasons.map(\.rawValue), expected)
    }

    /// The reasons in the order of the practice, which is written out here once more.
    private static let order = """
        exchange.not-member kind.not-allowed route.not-allowed mailbox.unknown purpose.not-allowed basis.not-allowed
        classification.above-ceiling classification.above-clearance marking.required marking.forbidden case.required
        case.not-member case.membership-lapsed case.closed reply.required reply.unmatched reply.exceeds-request
        subjects.more-than-one source.present counts.disclosing field.required field.forbidden field.value
        term.required term.too-long term.lapsed release.required consent.required human-rights.negative
        human-rights.lapsed offence.below-threshold list.not-subscriber list.version-gap onward.forbidden onward.withdrawn
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init)

    @Test("Agree on rows with a few things changed at random, decision and reasons, in the order of the practice")
    func shipped() throws {
        let reference = try ReferencePolicy(TestPolicy.source())
        let randoms = reference.exchanges.keys.reduce(into: [:]) { $0[$1] = RandomRequest(reference, $1) }
        let engines = try Classification.allCases.map { try TestPolicy.engine(ceiling: $0) }
        let rows = try TestPolicy.rows().filter { [.send, .deliver, .forward].contains($0.action) }
        var (allowed, decided, seed) = (0, 0, UInt64(0))
        while decided < Self.count {
            seed += 1
            var dice = Dice(seed)
            let row = dice.pick(rows)
            guard let random = randoms[row.header.word("exchange")] else { continue }
            var (header, facts) = (row.header, JSONValue.object(row.facts.members))
            for _ in 0..<dice.pick([1, 1, 1, 2, 2, 3, 5]) {
                if dice.rolls(4) {
                    facts = random.changing(factsOf: header, facts, &dice)
                } else {
                    header = random.changing(header, facts, &dice)
                }
            }
            let engine = dice.rolls(10) ? dice.pick(engines) : engines[4]
            guard let (found, expected) = Self.compare(engine, random, row.action, header, facts) else { continue }
            decided += 1
            if found.isEmpty { allowed += 1 }
            let isOrdered = found == Self.order.filter(found.contains)
            try #require(
                found.sorted() == expected && isOrdered,
                "seed \(seed), \(row): engine \(found), reference \(expected)"
            )
        }
        #expect(allowed * 10 > decided, "\(allowed) of \(decided) are allowed")
        print("ALLOWED \(allowed) \(decided)")
    }
}
