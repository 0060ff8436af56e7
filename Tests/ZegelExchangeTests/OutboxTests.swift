// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("The outbox")
struct OutboxTests {
    private static let withdrawal = Statement.Declaration.withdrawal(reason: "De bron is onbetrouwbaar gebleken.")

    @Test("has a message from the moment at which its addressee may have it, once per server")
    func made() async throws {
        try await Self.run { world, server in
            let message = try await world.stored(try Letter.report().container())
            #expect(try await Self.lines(in: world).isEmpty, "it waits for its release")
            try await world.say(.release, about: message, as: "aivd/ct")
            let line = try #require(try await Self.lines(in: world).first)
            #expect(line.server == server && line.message == message.id && line.statement == nil)
            #expect(line.state == .waiting && line.attempts == 0 && line.dueAt == world.clock.now)
            #expect(line.expiresAt == world.clock.now.advanced(bySeconds: Int64(Limits().outboxAge)))
            #expect(try await Self.lines(in: world).count == 1)
        }
    }

    @Test("has nothing for who is at home here, and nothing that would go back to the server of its sender")
    func home() async throws {
        try await Self.run { world, server in
            for routes in [[:], ["nctv": server], ["om": server, "aivd": server]] {
                world.context.store.routes.replace(with: routes)
                let message = try await world.stored(try Letter.report("AIVD-\(routes.count)").container())
                try await world.say(.release, about: message, as: "aivd/ct")
            }
            #expect(try await Self.lines(in: world).isEmpty)
        }
    }

    @Test("begins nothing after a withdrawal, and tells of it only who may have the message")
    func withdrawn() async throws {
        try await Self.run { world, server in
            let early = try await Self.released("AIVD-1", in: world)
            try await world.say(Self.withdrawal, about: early, as: "aivd/ct")
            #expect(try await Self.begin(to: server, in: world) == nil)
            #expect(try await Self.lines(in: world).isEmpty)
            let late = try await Self.released("AIVD-2", in: world)
            let item = try #require(try await Self.begin(to: server, in: world))
            #expect(item.message.id == late.id && item.attempt == 1 && !item.isTaken)
            try await world.say(Self.withdrawal, about: late, as: "aivd/ct")
            let statement = try #require(try await Self.begin(to: server, in: world))
            #expect(statement.message.id == late.id && statement.statement?.kind == .withdrawal)
            try await world.commit { transaction in
                try transaction.failed(item, because: "x", until: world.clock.now, at: world.clock.now)
            }
            #expect(try await Self.begin(to: server, in: world)?.number == statement.number, "the push is over")
        }
    }

    @Test("keeps the order of a server, whatever becomes of the first")
    func order() async throws {
        try await Self.run { world, server in
            for number in 1...3 { _ = try await Self.released("AIVD-\(number)", in: world) }
            let first = try #require(try await Self.begin(to: server, in: world))
            let due = world.clock.now.advanced(bySeconds: 60)
            try await world.commit { try $0.failed(first, because: "network", until: due, at: due) }
            #expect(try await Self.begin(to: server, in: world) == nil, "the others wait behind it")
            world.clock.pass(seconds: 60)
            let again = try #require(try await Self.begin(to: server, in: world))
            #expect(again.number == first.number && again.attempt == 2)
            let now = world.clock.now
            try await world.commit { try $0.ended(again, by: .refused, because: "policy.denied", at: now) }
            let lines = try await Self.lines(in: world)
            #expect(lines.map(\.state) == [.dead, .waiting, .waiting] && lines[0].reason == "policy.denied")
            #expect(try await Self.begin(to: server, in: world)?.message.id == lines[1].message)
        }
    }

    @Test("begins again what was begun and has no outcome")
    func crashed() async throws {
        try await Self.run { world, server in
            _ = try await Self.released("AIVD-1", in: world)
            let first = try #require(try await Self.begin(to: server, in: world))
            let again = try #require(try await Self.begin(to: server, in: world))
            #expect(again.number == first.number && again.attempt == 2)
        }
    }

    @Test("lets go what nobody could have in time, and takes it up again where an operator wants that")
    func expired() async throws {
        try await Self.run { world, server in
            _ = try await Self.released("AIVD-1", in: world)
            world.clock.pass(seconds: Int64(Limits().outboxAge))
            #expect(try await Self.begin(to: server, in: world) == nil)
            let line = try #require(try await Self.lines(in: world).first)
            #expect(line.state == .expired)
            let now = world.clock.now
            try await world.commit { try $0.retryOutbox(line.number, at: now) }
            #expect(try await Self.begin(to: server, in: world)?.number == line.number)
            await #expect(throws: Problem.self, "it is under way") {
                try await world.commit { try $0.retryOutbox(line.number, at: now) }
            }
            try await world.commit { try $0.abandonOutbox(line.number, at: now) }
            #expect(try await Self.lines(in: world).map(\.state) == [.abandoned])
            await #expect(throws: Problem.self) {
                try await world.commit { try $0.abandonOutbox(99, at: now) }
            }
        }
    }

    @Test("lets go what is due before that")
    func term() async throws {
        try await Self.run { world, server in
            let letter = try Letter.report("AIVD-1", ["respondBy": "2026-11-21T12:00:00Z"])
            let message = try await world.stored(try letter.container())
            try await world.say(.release, about: message, as: "aivd/ct")
            #expect(try await Self.lines(in: world).first?.expiresAt == Instant("2026-11-21T12:00:00Z"))
            world.clock.pass(seconds: 86_400)
            #expect(try await Self.begin(to: server, in: world) == nil)
            #expect(try await Self.lines(in: world).map(\.state) == [.expired])
        }
    }

    // MARK: -

    private static func run(_ body: (World, OIN) async throws -> Void) async throws {
        let server = try #require(OIN("00000099000000099002"))
        try await World.run { world in
            world.context.store.routes.replace(with: ["om": server])
            try await body(world, server)
        }
    }

    private static func lines(in world: World) async throws -> [OutboxLine] {
        try await world.context.store.read(on: world.eventLoop) { try $0.outbox(limit: 100) }.get()
    }

    private static func begin(to server: OIN, in world: World) async throws -> OutboxItem? {
        let now = world.clock.now
        return try await world.commit { try $0.begin(to: server, at: now) }
    }

    private static func released(_ kenmerk: String, in world: World) async throws -> StoredMessage {
        let message = try await world.stored(try Letter.report(kenmerk).container())
        try await world.say(.release, about: message, as: "aivd/ct")
        return message
    }
}
