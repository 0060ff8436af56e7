// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Who has a message by a forward")
struct ByForwardTests {
    /// A mailbox that asks for a message of aivd/ct to om/lovj.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let asker: String
        var byForward = true
        var action = Action.read
        var level = "departementaal-vertrouwelijk"
        let reason: ReasonCode?
    }

    static let rows = [
        Row(testDescription: "a member by a forward", asker: "ind/nv", reason: nil),
        Row(testDescription: "a member without one", asker: "ind/nv", byForward: false, reason: .routeNotAllowed),
        Row(testDescription: "one outside by a forward", asker: "politie/cter", reason: nil),
        Row(testDescription: "one outside without one", asker: "politie/cter", byForward: false, reason: .notMember),
        Row(testDescription: "one whose membership has ended", asker: "kmar/ct", reason: .notMember),
        Row(
            testDescription: "one that is not cleared",
            asker: "om/parket",
            level: "stg-geheim",
            reason: .aboveClearance
        ),
        Row(testDescription: "one that answers", asker: "politie/cter", action: .acknowledge, reason: nil),
        Row(testDescription: "one that disposes", asker: "politie/cter", action: .dispose, reason: nil),
        Row(testDescription: "one that refuses", asker: "politie/cter", action: .refuse, reason: nil),
        Row(
            testDescription: "one that answers without it",
            asker: "ind/nv",
            byForward: false,
            action: .acknowledge,
            reason: .routeNotAllowed
        ),
        Row(testDescription: "one that withdraws", asker: "ind/nv", action: .withdraw, reason: .routeNotAllowed),
        Row(testDescription: "one that consents", asker: "ind/nv", action: .consent, reason: .routeNotAllowed),
        Row(
            testDescription: "the originator that refuses",
            asker: "aivd/ct",
            byForward: false,
            action: .refuse,
            reason: nil
        ),
        Row(
            testDescription: "the originator that acknowledges",
            asker: "aivd/ct",
            byForward: false,
            action: .acknowledge,
            reason: .routeNotAllowed
        ),
    ]

    @Test("reads and answers it as its addressees do, at its own clearance", arguments: Self.rows)
    func decided(_ row: Row) throws {
        let members = "- { mailbox: ind/nv }"
        var policy = SmallPolicy().text
        policy = policy.replacing(members, with: members + "\n    - { mailbox: kmar/ct, until: 2026-01-01 }")
        let files = try TestPolicy.source().files.filter { !$0.path.contains("/") }
        let source = PolicySource(files: files + [("exchanges/proef.yaml", Array(policy.utf8))])
        let engine = PolicyEngine(policy: try PolicySet(source), ceiling: .stgZeerGeheim)
        let facts = Facts(asOf: TestPolicy.asOf, asker: MailboxName(row.asker), byForward: row.byForward)
        let header = SmallPolicy.header(["classification": .string(row.level)])
        let decision = engine.decide(Question(row.action, header, facts))
        #expect(decision.reasons.first == row.reason)
        #expect(Facts(.object(facts.members)) == facts, "a record brings it back")
    }
}
