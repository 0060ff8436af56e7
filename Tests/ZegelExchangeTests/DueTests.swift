// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("What has to be answered")
struct DueTests {
    private static let question: [String: JSONValue?] = ["respondBy": "2026-12-01"]

    private static func due(_ mailbox: String, in world: World) async throws -> OpenRequests {
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        let list = ListDue(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))
        return try await list(MailboxName(mailbox), limit: 100).get()
    }

    /// A message back from nctv/analyse to aivd/ct.
    private static func reply(
        _ kenmerk: String,
        to cited: String,
        _ changes: [String: JSONValue?] = [:]
    ) throws -> Letter {
        let base: [String: JSONValue?] = [
            "from": try Letter.address("nctv/analyse"), "to": .array([try Letter.address("aivd/ct")]),
            "kind": "afnemersreactie", "legalBasis": "avg-art6-1e", "classification": "departementaal-vertrouwelijk",
            "markings": [], "reviewBy": nil, "details": ["subjects": 1],
            "inReplyTo": [["kenmerk": .string(cited), "date": "2026-11-20"]],
        ]
        return try Letter.intelligence(kenmerk, base.merging(changes) { _, new in new })
    }

    @Test("A request waits on its addressee from when that can see it; its term ends with the day in the Netherlands")
    func waiting() async throws {
        try await World.run { world in
            #expect(try await Self.due("nctv/analyse", in: world).incoming.isEmpty)
            let later = try await world.stored(try Letter.intelligence("AIVD-1", Self.question).container())
            let moment: [String: JSONValue?] = ["respondBy": "2026-11-21T12:00:00Z"]
            let soon = try await world.stored(try Letter.intelligence("AIVD-2", moment).container())
            _ = try await world.stored(try Letter.intelligence("AIVD-3").container())
            let incoming = try await Self.due("nctv/analyse", in: world).incoming
            #expect(incoming.map(\.id) == [soon.id, later.id], "the most urgent first")
            #expect(incoming.map { "\($0.dueAt)" } == ["2026-11-21T12:00:00.000Z", "2026-12-01T23:00:00.000Z"])
            #expect(incoming.allSatisfy { "\($0.from)" == "aivd/ct" && "\($0.to)" == "nctv/analyse" })
            #expect(try await Self.due("nctv/analyse", in: world).outgoing.isEmpty)
            #expect(try await Self.due("aivd/ct", in: world).outgoing == incoming)
            #expect(try await Self.due("om/lovj", in: world).incoming.isEmpty)
            let stranger = ListDue(
                ExchangeCall(world.context, by: try world.peer("om"), trace: .random(), on: world.eventLoop)
            )
            await #expect(throws: Problem(.notFound)) {
                _ = try await stranger(MailboxName("nctv/analyse"), limit: 100).get()
            }
        }
    }

    @Test("One that waits for its release waits on nobody; a signed refusal settles it")
    func refusal() async throws {
        try await World.run { world in
            let message = try await world.stored(try Letter.report("AIVD-1", Self.question).container())
            #expect(try await Self.due("om/lovj", in: world).incoming.isEmpty)
            #expect(try await Self.due("aivd/ct", in: world).outgoing.isEmpty)
            try await ReadingTests.release(message, in: world)
            #expect(try await Self.due("om/lovj", in: world).incoming.map(\.id) == [message.id])
            let bytes = try world.statement(.refusal(reason: "Niet voor ons."), about: message, as: "om/lovj")
            try await world.state(.refusal, about: "\(message.id)", bytes, as: try world.peer("om"))
            #expect(try await Self.due("om/lovj", in: world).incoming.isEmpty)
            #expect(try await Self.due("aivd/ct", in: world).outgoing.isEmpty)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var cites = "AIVD-1"
        var changes: [String: JSONValue?] = [:]
        let isSettled: Bool
    }

    static let rows = [
        Row(testDescription: "one that cites it", isSettled: true),
        Row(testDescription: "one that cites another", cites: "AIVD-2", isSettled: false),
        Row(testDescription: "a question in return", changes: ["respondBy": "2026-11-25"], isSettled: false),
        Row(
            testDescription: "one that cites both",
            changes: [
                "inReplyTo": .array(["AIVD-1", "AIVD-2"].map { ["kenmerk": .string($0), "date": "2026-11-20"] })
            ],
            isSettled: true
        ),
    ]

    @Test("A message back settles it in the transaction that stores it", arguments: rows)
    func replies(_ row: Row) async throws {
        try await World.run { world in
            let asked = try await world.stored(try Letter.intelligence("AIVD-1", Self.question).container())
            _ = try await world.stored(try Letter.intelligence("AIVD-2").container())
            let reply = try Self.reply("NCTV-1", to: row.cites, row.changes)
            let stored = try await world.stored(try reply.signed(), as: try world.peer("nctv"))
            let open = try await Self.due("nctv/analyse", in: world).incoming.map(\.id)
            #expect(open == (row.isSettled ? [] : [asked.id]))
            let back = try await Self.due("aivd/ct", in: world).incoming.map(\.id)
            #expect(back == (row.changes["respondBy"] == nil ? [] : [stored.id]))
        }
    }
}
