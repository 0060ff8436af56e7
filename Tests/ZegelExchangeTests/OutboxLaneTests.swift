// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelDelivery
import ZegelStore

@testable import ZegelClient
@testable import ZegelExchange

@Suite("What may go to a server beside what is under way")
struct OutboxLaneTests {
    @Test("is what no earlier message of one of its pairs waits before, in the order in which it was made")
    func pairs() async throws {
        try await Self.run { scene in
            for (kenmerk, mailboxes) in [
                ("1", ["nctv/analyse"]), ("2", ["bz/ct"]), ("3", ["nctv/analyse", "bz/ct"]), ("4", ["politie/cter"]),
                ("5", ["bz/ct"]),
            ] { try await scene.send(kenmerk, to: mailboxes) }
            #expect(try await scene.beginAll() == ["1", "2", "4"])
            try await scene.end("1")
            #expect(try await scene.beginAll() == [])
            try await scene.end("2")
            #expect(try await scene.beginAll() == ["3"])
            try await scene.end("4")
            #expect(try await scene.beginAll() == [])
            try await scene.end("3")
            #expect(try await scene.beginAll() == ["5"])
        }
    }

    @Test("is no statement about a message whose push still runs, though that was taken back meanwhile")
    func statements() async throws {
        try await Self.run { scene in
            let message = try await scene.send("1", to: ["nctv/analyse"])
            #expect(try await scene.beginAll() == ["1"])
            try await scene.send("2", to: ["nctv/analyse"])
            try await scene.world.say(.withdrawal(reason: "Onjuist."), about: message, as: "aivd/ct")
            #expect(try await scene.beginAll() == [], "what runs may arrive yet")
            try await scene.end("1")
            #expect(try await scene.beginAll() == ["2", "1 withdrawal"])
        }
    }

    @Test("is no correction before what takes the place of the message, wherever that goes")
    func correction() async throws {
        try await Self.run { scene in
            let message = try await scene.send("1", to: ["nctv/analyse"])
            #expect(try await scene.beginAll() == ["1"])
            let later = try await scene.send("2", to: ["bz/ct"])
            let reference = Statement.Reference(kenmerk: later.header.kenmerk, date: later.header.date)
            try await scene.world.say(.correction(replacedBy: reference), about: message, as: "aivd/ct")
            #expect(try await scene.beginAll() == ["2"])
            try await scene.end("1")
            #expect(try await scene.beginAll() == [])
            scene.forget()
            #expect(try await scene.beginAll() == ["2"], "it was begun before a crash")
            try await scene.end("2")
            #expect(try await scene.beginAll() == ["1 correction"])
        }
    }

    @Test("is no message before one that it cites")
    func cited() async throws {
        try await Self.run { scene in
            try await scene.send("1", to: ["nctv/analyse"])
            let citation: JSONValue = [["kenmerk": "1", "date": "2026-11-20"]]
            try await scene.send("2", to: ["bz/ct"], ["inReplyTo": citation])
            #expect(try await scene.beginAll() == ["1"])
            try await scene.end("1")
            #expect(try await scene.beginAll() == ["2"])
        }
    }

    @Test("is again what stood before the others, where an operator has it tried again")
    func again() async throws {
        try await Self.run { scene in
            for kenmerk in ["1", "2", "3"] { try await scene.send(kenmerk, to: ["nctv/analyse"]) }
            #expect(try await scene.beginAll() == ["1"])
            try await scene.end("1")
            let first = try #require(try await scene.lines().first)
            #expect(first.state == .dead)
            try await scene.world.commit { try $0.retryOutbox(first.number, at: Parties.now) }
            #expect(try await scene.beginAll() == ["1"])
            try await scene.end("1")
            #expect(try await scene.beginAll() == ["2"])
        }
    }

    @Test("goes beside it once the server has answered, up to a number, and alone after a failure")
    func places() async throws {
        try await Self.run { scene in
            let mailboxes = ["nctv/analyse", "bz/ct", "politie/cter", "kmar/ct", "ind/nv"]
            for (index, mailbox) in mailboxes.enumerated() { try await scene.send("\(index)", to: [mailbox]) }
            let relay = try RelayWorld(scene.world)
            scene.world.context.store.routes.replace(with: scene.routes)
            let refusal = ClientError(.answered, Problem(.policyDenied))
            let isUp = Mutex(true)
            let pusher = relay.pusher(to: scene.server, places: 2) { (_) async throws(ClientError) in
                throw isUp.withLock(\.self) ? refusal : .unreachable("x")
            }
            let first = try #require(await pusher.begun())
            #expect(await pusher.begun() == nil, "it did not answer yet")
            await pusher.make(first)
            let (second, third) = (try #require(await pusher.begun()), try #require(await pusher.begun()))
            #expect(await pusher.begun() == nil, "there are two places")
            await pusher.make(second)
            isUp.withLock { $0 = false }
            await pusher.make(third)
            #expect(await pusher.begun() != nil)
            #expect(await pusher.begun() == nil, "it failed last")
        }
    }

    private static func run(_ body: (LaneScene) async throws -> Void) async throws {
        try await World.run { try await body(LaneScene($0)) }
    }
}

/// Messages of one sender to mailboxes of one server, and which of them are under way.
private final class LaneScene {
    let world: World
    let server: OIN
    let routes: [String: OIN]
    private var underWay: [String: OutboxItem] = [:]

    init(_ world: World) throws {
        let server = try #require(OIN("00000099000000099002"))
        self.routes = Dictionary(uniqueKeysWithValues: ["nctv", "bz", "politie", "kmar", "ind"].map { ($0, server) })
        (self.world, self.server) = (world, server)
        world.context.store.routes.replace(with: self.routes)
    }

    @discardableResult
    func send(
        _ kenmerk: String,
        to mailboxes: [String],
        _ more: [String: JSONValue?] = [:]
    ) async throws -> StoredMessage {
        let to = JSONValue.array(try mailboxes.map { try Letter.address($0) })
        let letter = try Letter.intelligence(kenmerk, ["to": to].merging(more) { _, new in new })
        return try await self.world.stored(try letter.container())
    }

    /// Begins all that may begin; what that is, in its order.
    func beginAll() async throws -> [String] {
        var begun: [String] = []
        let (server, now) = (self.server, self.world.clock.now)
        while true {
            let lanes = self.underWay.values.flatMap(\.lanes)
            guard let item = try await self.world.commit({ try $0.begin(to: server, beside: lanes, at: now) }) else {
                return begun
            }
            let name = "\(item.message.header.kenmerk)" + (item.statement.map { " \($0.kind.rawValue)" } ?? "")
            self.underWay[name] = item
            begun.append(name)
        }
    }

    /// Has the other side refuse one for good.
    func end(_ name: String) async throws {
        let item = try #require(self.underWay[name])
        self.underWay[name] = nil
        let now = self.world.clock.now
        try await self.world.commit { try $0.ended(item, by: .refused, because: "policy.denied", at: now) }
    }

    /// Forgets what is under way, as a start does.
    func forget() { self.underWay = [:] }

    func lines() async throws -> [OutboxLine] {
        try await self.world.context.store.read(on: self.world.eventLoop) { try $0.outbox(limit: 100) }.get()
    }
}

extension Pusher {
    /// What was begun; `nil` where nothing may be now.
    fileprivate func begun() async -> OutboxItem? {
        guard case .attempt(let item) = await self.next() else { return nil }
        return item
    }
}
