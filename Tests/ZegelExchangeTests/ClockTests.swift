// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("What has come due")
struct ClockTests {
    static func due(_ mailbox: String, in world: World) async throws -> OpenRequests {
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        let list = ListDue(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))
        return try await list(MailboxName(mailbox), limit: 100).get()
    }

    /// Rings what is due at a moment, as the service does.
    @discardableResult
    private static func ring(_ text: String, in world: World) async throws -> [String] {
        let moment = try #require(Instant(text))
        let promise = world.eventLoop.makePromise(of: Set<MailboxName>.self)
        world.context.store.committer.commit({ try $0.ring(at: moment, limit: 100) }, answering: promise)
        let rung = try await promise.futureResult.get()
        let rest = try await world.context.store.read(on: world.eventLoop) { try $0.hasAlarm(by: moment) }.get()
        #expect(!rest, "each is told once")
        return rung.map { "\($0)" }.sorted()
    }

    private static func notices(_ mailbox: String, in world: World) async throws -> [String] {
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        return try await world.list(mailbox, as: peer).messages.map { "\($0.kenmerk) \($0.notice?.rawValue ?? "")" }
    }

    @Test(
        "A request is told again before its term ends and when it has, to who owes the answer and to whom the exchange names"
    )
    func request() async throws {
        try await World.run { world in
            let asked = try await world.stored(try Letter.demand("OM-1").signed(), as: try world.peer("politie"))
            _ = try await world.stored(
                try Letter.demand("OM-2", ["respondBy": nil]).signed(),
                as: try world.peer("politie")
            )
            let mailbox = "pinl/verstrekking"
            #expect(try await Self.ring("2026-11-20T14:14:59Z", in: world) == [])
            #expect(
                try await Self.ring("2026-11-20T14:15:00Z", in: world) == [mailbox],
                "a quarter of three hours is left"
            )
            #expect(try await Self.notices(mailbox, in: world) == ["OM-2 ", "OM-1 reminder"])
            #expect(try await Self.ring("2026-11-20T14:59:59Z", in: world) == [])
            #expect(try await Self.ring("2026-11-20T15:00:00Z", in: world) == [mailbox])
            #expect(try await Self.notices(mailbox, in: world) == ["OM-2 ", "OM-1 overdue"])
            #expect(try await Self.due("pinl/fg", in: world).escalated.isEmpty)
            #expect(try await Self.ring("2026-11-20T19:00:00Z", in: world) == ["pinl/fg"])
            let escalated = try await Self.due("pinl/fg", in: world).escalated
            #expect(escalated.map { "\($0.id) \($0.from) \($0.to)" } == ["\(asked.id) politie/cter \(mailbox)"])
            #expect(try await Self.due("politie/cter", in: world).escalated.isEmpty)
            #expect(try await Self.notices("pinl/fg", in: world).isEmpty, "it hears of it, and has no part in it")
            let officer = try world.peer("pinl", scopes: [Scope(.read, mailbox: MailboxName("pinl/fg"))])
            await #expect(throws: Problem(.notFound)) { _ = try await world.read(asked.id, as: officer) }
            _ = try await world.stored(try Letter.provision("P-1", to: "OM-1").signed(), as: try world.peer("pinl"))
            #expect(try await Self.notices(mailbox, in: world) == ["OM-2 ", "OM-1 "], "it is settled")
            #expect(try await Self.due("pinl/fg", in: world).escalated.isEmpty)
        }
    }

    @Test(
        "What was answered, refused or withdrawn in time is told nobody",
        arguments: ["answer", "refusal", "withdrawal"]
    )
    func settled(_ how: String) async throws {
        try await World.run { world in
            let asked = try await world.stored(try Letter.demand("OM-1").signed(), as: try world.peer("politie"))
            switch how {
            case "answer":
                _ = try await world.stored(try Letter.provision("P-1", to: "OM-1").signed(), as: try world.peer("pinl"))
            case "refusal":
                let bytes = try world.statement(.refusal(reason: "Onvolledig."), about: asked, as: "pinl/verstrekking")
                try await world.state(.refusal, about: "\(asked.id)", bytes, as: try world.peer("pinl"))
            default:
                let bytes = try world.statement(.withdrawal(reason: "Onjuist."), about: asked, as: "politie/cter")
                try await world.state(.withdrawal, about: "\(asked.id)", bytes, as: try world.peer("politie"))
            }
            #expect(try await Self.ring("2026-11-21T00:00:00Z", in: world) == [])
        }
    }

    @Test("Who sent what must be renewed is told before; who has it is told when it was not, and not when it was")
    func review() async throws {
        try await World.run { world in
            _ = try await world.stored(try Letter.intelligence("AIVD-1").container())
            _ = try await world.stored(try Letter.intelligence("AIVD-2").container())
            #expect(try await Self.ring("2027-04-20T21:59:59Z", in: world) == [])
            #expect(try await Self.ring("2027-04-20T22:00:00Z", in: world) == ["aivd/ct"], "thirty days before")
            let reviews = try await Self.due("aivd/ct", in: world).reviews
            #expect(
                reviews.map { "\($0.kenmerk) \($0.endsAt)" }.sorted() == [
                    "AIVD-1 2027-05-20T22:00:00.000Z", "AIVD-2 2027-05-20T22:00:00.000Z",
                ]
            )
            let renewal: [String: JSONValue?] = [
                "inReplyTo": [["kenmerk": "AIVD-2", "date": "2026-11-20"]], "reviewBy": "2027-10-20",
            ]
            _ = try await world.stored(try Letter.intelligence("AIVD-3", renewal).container())
            #expect(try await Self.due("aivd/ct", in: world).reviews.map { "\($0.kenmerk)" } == ["AIVD-1"])
            #expect(try await Self.ring("2027-05-20T22:00:00Z", in: world) == ["nctv/analyse"])
            #expect(try await Self.notices("nctv/analyse", in: world) == ["AIVD-2 ", "AIVD-3 ", "AIVD-1 lapse"])
        }
    }

    /// Parts of an answer to a demand for naam and vlucht, by what each gives, and what comes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let parts: [[String]]
        var whole: [String]?
        var refused = false
        let isSettled: Bool
    }

    static let rows = [
        Row(testDescription: "a whole answer that gives less", parts: [], whole: ["naam"], isSettled: true),
        Row(testDescription: "one part", parts: [["naam"]], isSettled: false),
        Row(testDescription: "the same part twice", parts: [["naam"], ["naam"]], isSettled: false),
        Row(testDescription: "two parts that give all", parts: [["naam"], ["vlucht"]], isSettled: true),
        Row(testDescription: "a part that gives all", parts: [["naam", "vlucht"]], isSettled: true),
        Row(testDescription: "a part, and then a whole answer", parts: [["naam"]], whole: ["naam"], isSettled: true),
        Row(testDescription: "a part of what was not asked", parts: [["bagage"]], refused: true, isSettled: false),
        Row(
            testDescription: "a part that with another goes beyond",
            parts: [["naam"], ["vlucht", "bagage"]],
            refused: true,
            isSettled: false
        ),
    ]

    @Test(
        "Parts leave a request open until they give all that was asked, and together never give more",
        arguments: rows
    )
    func parts(_ row: Row) async throws {
        try await World.run { world in
            _ = try await world.stored(try Letter.demand("OM-1").signed(), as: try world.peer("politie"))
            let pinl = try world.peer("pinl")
            for (index, part) in row.parts.enumerated() {
                let letter = try Letter.provision("P-\(index)", to: "OM-1", part, isPart: true)
                let outcome = await Result { try await world.submit(try letter.signed(), as: pinl) }
                let isRefused = row.refused && index == row.parts.count - 1
                let reasons = outcome.problem?.members.first { $0.name == "reasons" }?.value
                #expect(reasons == (isRefused ? ["reply.exceeds-request"] : nil))
            }
            if let whole = row.whole {
                _ = try await world.stored(try Letter.provision("P-9", to: "OM-1", whole).signed(), as: pinl)
            }
            let open = try await Self.due("politie/cter", in: world).outgoing
            #expect(open.isEmpty == row.isSettled)
            #expect(open.allSatisfy { $0.parts == row.parts.count - (row.refused ? 1 : 0) })
        }
    }
}

extension Letter {
    /// What of passenger data the police demands, in three hours.
    static func demand(_ kenmerk: String, _ changes: [String: JSONValue?] = [:]) throws -> Letter {
        try self.passengers(
            kenmerk,
            from: "politie/cter",
            to: "pinl/verstrekking",
            [
                "kind": "vordering", "respondBy": "2026-11-20T15:00:00Z",
                "details": ["subjects": 1, "requested": ["naam", "vlucht"]],
            ].merging(changes) { _, new in new }
        )
    }

    /// An answer to it, or a part of one.
    static func provision(
        _ kenmerk: String,
        to cited: String,
        _ provided: [String] = ["naam", "vlucht"],
        isPart: Bool = false
    ) throws -> Letter {
        let details: [JSONValue.Member] = [
            .init("subjects", 1), .init("provided", .array(provided.map { .string($0) })),
            .init("necessity", "Strikt noodzakelijk."), .init("dataDate", "2026-11-18"),
            .init("depersonalised", false),
        ]
        return try self.passengers(
            kenmerk,
            from: "pinl/verstrekking",
            to: "politie/cter",
            [
                "kind": "verstrekking", "inReplyTo": [["kenmerk": .string(cited), "date": "2026-11-20"]],
                "details": .object(details + (isPart ? [.init("part", true)] : [])),
            ]
        )
    }

    private static func passengers(
        _ kenmerk: String,
        from sender: String,
        to addressee: String,
        _ changes: [String: JSONValue?]
    ) throws -> Letter {
        let base: [String: JSONValue?] = [
            "exchange": "pi-nl", "from": try Self.address(sender), "to": .array([try Self.address(addressee)]),
            "purpose": "terroristisch-misdrijf", "legalBasis": "pnrwet-vordering",
        ]
        return try Self.report(kenmerk, base.merging(changes) { _, new in new })
    }
}
