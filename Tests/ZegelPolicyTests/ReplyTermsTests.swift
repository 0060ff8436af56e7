// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("What a message means for the clocks of requests and the way to another server")
struct ReplyTermsTests {
    /// A question of om/lovj to aivd/ct, and what of it is told to whom when it is not answered.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var told: [String]
        var after = "4 hours"
        var level = "ongerubriceerd"
        var respondBy: JSONValue? = "2026-11-20T16:00:00Z"
        var role = "action"
        let hear: [String]
    }

    static let rows = [
        Row(
            testDescription: "a mailbox of who owes the answer",
            told: ["aivd/cti"],
            hear: ["aivd/cti 2026-11-20T20:00:00.000Z"]
        ),
        Row(
            testDescription: "a mailbox of who asks",
            told: ["om/parket"],
            hear: ["om/parket 2026-11-20T20:00:00.000Z"]
        ),
        Row(testDescription: "a member of a third organisation", told: ["ind/nv"], hear: []),
        Row(testDescription: "a mailbox that is no member", told: ["om/irc"], hear: []),
        Row(testDescription: "who owes the answer itself", told: ["aivd/ct"], hear: []),
        Row(
            testDescription: "one that is not cleared for it",
            told: ["om/parket"],
            level: "stg-confidentieel",
            hear: []
        ),
        Row(
            testDescription: "one that is",
            told: ["aivd/cti"],
            level: "stg-confidentieel",
            hear: ["aivd/cti 2026-11-20T20:00:00.000Z"]
        ),
        Row(testDescription: "of a message that asks nothing", told: ["om/parket"], respondBy: nil, hear: []),
        Row(testDescription: "of one that only informs", told: ["om/parket"], role: "information", hear: []),
        Row(
            testDescription: "after working days, over a weekend",
            told: ["om/parket"],
            after: "1 working day",
            respondBy: "2026-11-20",
            hear: ["om/parket 2026-11-23T23:00:00.000Z"]
        ),
    ]

    private static func header(_ members: [JSONValue.Member]) throws -> MessageHeader {
        let base: JSONValue = [
            "zegel": "1", "kenmerk": "OM-1", "date": "2026-11-20", "exchange": "proef",
            "purpose": "proef", "legalBasis": "wpg-art16", "nonce": "q1s7mZ1bR0y2Qk3c9V8u5A", "documents": [],
        ]
        return try MessageHeader(parsing: JSONValue.object((base.members ?? []) + members).encoded)
    }

    /// What goes with a level that is one.
    private static func classified(_ level: String) -> [JSONValue.Member] {
        guard level != "ongerubriceerd" else { return [] }
        return [
            .init("classifiedBy", "hoofd"), .init("classifiedOn", "2026-11-20"), .init("declassifyOn", "2036-11-20"),
        ]
    }

    private static func address(_ mailbox: String, _ role: String? = nil) throws -> JSONValue {
        let name = try #require(MailboxName(mailbox))
        let owner = try #require(try TestPolicy.engine().policy.organisations.owner(of: name))
        let members: [JSONValue.Member] = [.init("oin", .string("\(owner.oin)")), .init("mailbox", .string(mailbox))]
        return .object(members + (role.map { [.init("role", .string($0))] } ?? []))
    }

    private static func engine(_ kind: String, details: String = "", exchange: String = "") throws -> PolicyEngine {
        var policy = SmallPolicy(kind: kind)
        policy.details = details
        policy.exchange = exchange
        let text = policy.text.replacing(
            "    - { mailbox: ind/nv }",
            with: ["ind/nv", "om/parket", "aivd/cti"].map { "    - { mailbox: \($0) }" }.joined(separator: "\n")
        )
        let files = try TestPolicy.source().files.filter { !$0.path.contains("/") }
        let source = PolicySource(files: files + [("exchanges/proef.yaml", Array(text.utf8))])
        return PolicyEngine(policy: try PolicySet(source), ceiling: .stgZeerGeheim)
    }

    @Test("Only who is of either side, a member and cleared hears of what was not answered", arguments: rows)
    func escalation(_ row: Row) throws {
        let told = row.told.joined(separator: ", ")
        let engine = try Self.engine("    escalation: { after: \(row.after), to: [\(told)] }")
        let header = try Self.header(
            [
                .init("kind", "antwoord"), .init("from", try Self.address("om/lovj")),
                .init("to", [try Self.address("aivd/ct", row.role)]), .init("classification", .string(row.level)),
            ] + (row.respondBy.map { [.init("respondBy", $0)] } ?? []) + Self.classified(row.level)
        )
        let terms = engine.replyTerms(of: header, at: TestPolicy.asOf)
        #expect(terms.escalations.map { "\($0.told) \($0.at)" } == row.hear)
        #expect(terms.escalations.allSatisfy { "\($0.owing)" == "aivd/ct" })
    }

    @Test(
        "An answer is a part where it says so, and only then",
        arguments: [(JSONValue.bool(true), true), (.bool(false), false), (.null, false)]
    )
    func partial(_ value: JSONValue, _ isPart: Bool) throws {
        let engine = try Self.engine("    partial: { stated: vlag, provides: delen, of: delen }")
        let header = try Self.header([
            .init("kind", "antwoord"), .init("from", try Self.address("aivd/ct")),
            .init("to", [try Self.address("om/lovj")]), .init("classification", "ongerubriceerd"),
            .init("details", value == .null ? [:] : ["vlag": value]),
        ])
        let terms = engine.replyTerms(of: header, at: TestPolicy.asOf)
        #expect(terms.partial == (isPart ? .init(provides: "delen", of: "delen") : nil))
    }

    /// For how long it is of use to another server.
    struct Use: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var kind = ""
        var exchange = ""
        var respondBy: Int64?
        let ends: Int64?
    }

    private static let hour: Int64 = 3_600

    static let uses = [
        Use(testDescription: "nothing says", ends: nil),
        Use(testDescription: "the kind says", kind: "    deliverWithin: 72 hours", ends: 72 * hour),
        Use(testDescription: "the exchange says", exchange: "deliverWithin: 2 days\n", ends: 48 * hour),
        Use(
            testDescription: "the kind goes before the exchange",
            kind: "    deliverWithin: 72 hours",
            exchange: "deliverWithin: 2 days\n",
            ends: 72 * hour
        ),
        Use(testDescription: "the message says", respondBy: hour, ends: hour),
        Use(
            testDescription: "the earlier counts, the message's",
            kind: "    deliverWithin: 72 hours",
            respondBy: hour,
            ends: hour
        ),
        Use(
            testDescription: "the earlier counts, the exchange's",
            kind: "    deliverWithin: 1 hour",
            respondBy: 2 * hour,
            ends: hour
        ),
        Use(testDescription: "what is past says nothing", respondBy: -hour, ends: nil),
    ]

    @Test("It is of use to another server for as long as the exchange or the message says", arguments: uses)
    func delivery(_ row: Use) throws {
        let now = TestPolicy.asOf
        let engine = try Self.engine(row.kind, exchange: row.exchange)
        let term =
            row.respondBy.map { [JSONValue.Member("respondBy", .string("\(now.advanced(bySeconds: $0))"))] } ?? []
        let header = try Self.header(
            [
                .init("kind", "antwoord"), .init("from", try Self.address("om/lovj")),
                .init("to", [try Self.address("aivd/ct")]), .init("classification", "ongerubriceerd"),
            ] + term
        )
        let terms = engine.replyTerms(of: header, at: now)
        #expect(terms.deliverBy == row.ends.map { now.advanced(bySeconds: $0) })
    }
}
