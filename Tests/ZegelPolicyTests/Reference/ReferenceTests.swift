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
                """
                seed \(seed), \(row): engine \(found), reference \(expected)
                \(String(decoding: header.encoded, as: UTF8.self))
                \(String(decoding: facts.encoded, as: UTF8.self))
                """
            )
        }
        #expect(allowed * 16 > decided, "\(allowed) of \(decided) are allowed")
    }

    /// The organisations of the random policies: few, so that rules are about the same ones again and again.
    private static let organisations = """
        organisations:
          - { oin: 00000099000000001000, short: aivd, name: A, kind: service, region: nl, mailboxes: { aivd/ct: stg-zeer-geheim, aivd/cti: stg-geheim } }
          - { oin: 00000099000000002000, short: om, name: B, kind: prosecution, region: nl, mailboxes: { om/lovj: stg-geheim, om/parket: ongerubriceerd } }
          - { oin: 00000099000000021000, short: bank-a, name: C, kind: bank, region: eu, mailboxes: { bank-a/tf: stg-confidentieel } }
          - { oin: 00000099000000034000, short: land-y, name: D, kind: partner, region: other, mailboxes: { land-y/politie: stg-geheim } }
        """

    /// A request that a policy might allow, before it is changed.
    private static func request(
        _ random: RandomRequest,
        _ mailboxes: [String],
        _ dice: inout Dice
    ) -> (JSONValue, JSONValue) {
        func party(_ name: String) -> JSONValue {
            ["oin": .string(random.policy.mailboxes[name]?.oin ?? ""), "mailbox": .string(name)]
        }
        let from = dice.pick(mailboxes)
        let to = dice.pick(mailboxes.filter { $0 != from })
        let names = mailboxes.map { JSONValue.string($0) }
        func message(_ number: Int, _ sender: String, _ addressee: String) -> JSONValue {
            [
                "kenmerk": .string("K-\(number)"), "date": "2026-11-01", "exchange": "proef",
                "kind": .string(dice.pick(["vraag", "antwoord", "bericht"])), "from": party(sender),
                "to": [party(addressee)],
                "purpose": .string(dice.pick(["proef", "toets"])), "legalBasis": "avg",
                "classification": "ongerubriceerd",
                "details": ["subjects": 1, "soort": "a"],
            ]
        }
        let cited = [message(1, to, from), message(2, from, to)].map { header -> JSONValue in
            ["kenmerk": "-", "date": "-", "header": header, "deliveredTo": .array(names), "withdrawn": false]
        }
        let seats = names.map { name -> JSONValue in ["mailbox": name, "basis": "-", "from": "2026-01-01"] }
        let facts: JSONValue = [
            "asOf": "2026-11-21T12:00:00Z", "release": 2, "inReplyTo": .array(cited), "told": [], "queriesToday": 0,
            "case": ["id": "CASE-1", "opened": "2026-01-01", "members": .array(seats), "measuresBy": .array(names)],
            "list": ["name": "tekst", "lastVersion": 1, "subscribers": .array(names)],
            "original": ["header": message(3, to, from), "consents": [], "withdrawn": false],
        ]
        return (message(4, from, to), facts)
    }

    @Test("Agree on random policies, where a request is changed until it is allowed, and then until it is not")
    func policies() throws {
        let shipped = try TestPolicy.source().files.filter { $0.path == "classifications.yaml" }
        let mailboxes = ["aivd/ct", "aivd/cti", "om/lovj", "om/parket", "bank-a/tf", "land-y/politie"]
        var (allowed, decided, seed) = (0, 0, UInt64(0))
        // A few policies say little; in a short run there are some more requests of them.
        while decided < max(Self.count, 4_000) {
            seed += 1
            var maker = RandomPolicy(seed: seed)
            let exchange = maker.exchange(mailboxes)
            let files =
                shipped + [
                    ("organisations.yaml", Array(Self.organisations.utf8)), ("exchanges/proef.yaml", exchange.encoded),
                ]
            let source = PolicySource(files: files)
            let engine = PolicyEngine(policy: try PolicySet(source), ceiling: .stgGeheim)
            let random = RandomRequest(try ReferencePolicy(source), "proef")
            var dice = Dice(seed &* 7_919)
            for action in [Action.send, .send, .deliver, .forward] {
                var (header, facts) = Self.request(random, mailboxes, &dice)
                var fewest = Int.max
                for _ in 0..<200 {
                    let isAboutFacts = dice.rolls(3)
                    let next = isAboutFacts ? header : random.changing(header, facts, &dice)
                    let known = isAboutFacts ? random.changing(factsOf: header, facts, &dice) : facts
                    guard let (found, expected) = Self.compare(engine, random, action, next, known) else { continue }
                    decided += 1
                    if found.isEmpty { allowed += 1 }
                    let isOrdered = found == Self.order.filter(found.contains)
                    try #require(
                        found.sorted() == expected && isOrdered,
                        """
                        seed \(seed), \(action): engine \(found), reference \(expected)
                        \(String(decoding: next.encoded, as: UTF8.self))
                        \(String(decoding: known.encoded, as: UTF8.self))
                        \(String(decoding: exchange.encoded, as: UTF8.self))
                        """
                    )
                    // What speaks against it becomes less, most of the time; a kind or party that is none silences all else.
                    let heavy = found.count { ["kind.not-allowed", "exchange.not-member"].contains($0) }
                    guard found.count + 10 * heavy <= fewest || dice.rolls(60) else { continue }
                    (header, facts, fewest) = (next, known, found.count + 10 * heavy)
                }
            }
        }
        // A short run sees few policies, each of which lets much pass or little.
        #expect(allowed * (Self.count > 1_000 ? 20 : 100) > decided, "\(allowed) of \(decided) are allowed")
    }
}
