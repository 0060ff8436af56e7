// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("Asking beforehand")
struct AskingTests {
    private static func check(_ letter: Letter, in world: World, as peer: AuthenticatedPeer) async throws -> Int {
        try await CheckMessage(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))(
            letter.header
        ).get()
    }

    @Test("A header that may be sent is answered with the number of persons who must sign")
    func releases() async throws {
        try await World.run { world in
            let aivd = try world.peer("aivd")
            let two = try await Self.check(try Letter.report(), in: world, as: aivd)
            #expect(two == 2)
            let one = try await Self.check(try Letter.intelligence(), in: world, as: aivd)
            #expect(one == 1)
        }
    }

    @Test("Asking counts against the rate, sending does not")
    func rate() async throws {
        try await World.run(limits: .with { $0.refusalsPerMinute = 1 }) { world in
            let aivd = try world.peer("aivd")
            #expect(try await Self.check(try Letter.report(), in: world, as: aivd) == 2)
            let second = await Result { try await Self.check(try Letter.report(), in: world, as: aivd) }
            #expect(second.problem == Problem(.rateExceeded))
            _ = try await world.stored(try Letter.report().container())
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        var who = "aivd"
        var scopes: Set<Scope>?
        var changes: [String: JSONValue?] = [:]
        var limits = Limits()
    }

    static let rows = [
        Row(testDescription: "by another organisation", code: "header.sender", who: "om"),
        Row(testDescription: "without the scope", code: "scope.missing", scopes: [Scope(.read)]),
        Row(testDescription: "without a kind", code: "header.invalid", changes: ["kind": nil]),
        Row(testDescription: "with a purpose that is none", code: "policy.denied", changes: ["purpose": "reclame"]),
        Row(
            testDescription: "denied too often",
            code: "rate.exceeded",
            changes: ["purpose": "reclame"],
            limits: .with { $0.refusalsPerMinute = 0 }
        ),
    ]

    @Test("What would be refused is refused by the same code, and a good header is not", arguments: rows)
    func refusals(_ row: Row) async throws {
        try await World.run(limits: row.limits) { world in
            let outcome = await Result {
                try await Self.check(
                    try Letter.report("AIVD-1", row.changes),
                    in: world,
                    as: try world.peer(row.who, scopes: row.scopes)
                )
            }
            #expect(outcome.problem?.code == row.code)
            guard row.limits.refusalsPerMinute > 0 else { return }
            let releases = try await Self.check(try Letter.report(), in: world, as: try world.peer("aivd"))
            #expect(releases == 2)
        }
    }

    @Test("Only those who share an exchange are named, and the others are as those that never were")
    func organisations() async throws {
        try await World.run { world in
            let om = ListOrganisations(
                ExchangeCall(world.context, by: try world.peer("om"), trace: .random(), on: world.eventLoop)
            )
            let names = om.all().map(\.short)
            #expect(Set(["aivd", "om"]).isSubset(of: names))
            #expect(try om.one("aivd").short == "aivd")
            let hidden = try #require(
                world.parties.policy.organisations.organisations.first { !names.contains($0.short) }
            )
            #expect(throws: Problem(.notFound)) { try om.one(hidden.short) }
            #expect(throws: Problem(.notFound)) { try om.one("never-was") }
        }
    }

    /// A use case that records its decision, so that it must not answer where that cannot be stored.
    struct Recording: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let ask: @Sendable (World, StoredMessage) async throws -> Void
    }

    static let recordings = [
        Recording(testDescription: "a check") { world, _ in
            _ = try await Self.check(try Letter.report("AIVD-2"), in: world, as: try world.peer("aivd"))
        },
        Recording(testDescription: "a look") { world, message in
            _ = try await world.read(message.id, as: try world.peer("nctv"))
        },
        Recording(testDescription: "an audit") { world, message in
            _ = try await world.audit(message.id, as: try world.peer("ctivd"))
        },
        Recording(testDescription: "a listing") { world, _ in
            _ = try await world.list("nctv/analyse", as: try world.peer("nctv"))
        },
        Recording(testDescription: "a statement") { world, message in
            let bytes = try world.statement(.acknowledgement, about: message, as: "nctv/analyse")
            let nctv = try world.peer("nctv")
            try await world.state(.acknowledgement, about: "\(message.id)", bytes, as: nctv)
        },
    ]

    @Test("Nothing is answered whose decision could not be stored, and the next time it is", arguments: recordings)
    func recorded(_ row: Recording) async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: folder, vfs: counter.name)
            defer { world.context.store.close() }
            let message = try await world.stored(try Letter.intelligence().container())
            counter.fail(.write, of: .wal, number: 1, as: .full)
            let outcome = await Result { try await row.ask(world, message) }
            #expect(counter.hasFailed)
            #expect(outcome.problem == Problem(.storage))
            try await row.ask(world, message)
        }
    }

    @Test("A denial that could not be stored is not told as one")
    func denial() async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: folder, vfs: counter.name)
            defer { world.context.store.close() }
            let denied = try Letter.report("AIVD-1", ["purpose": "reclame"])
            counter.fail(.write, of: .wal, number: 1, as: .full)
            await #expect(throws: Problem(.storage)) {
                try await Self.check(denied, in: world, as: try world.peer("aivd"))
            }
            await #expect(throws: Problem(.policyDenied)) {
                try await Self.check(denied, in: world, as: try world.peer("aivd"))
            }
        }
    }
}
