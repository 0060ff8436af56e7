// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelDelivery
import ZegelStore

@testable import ZegelClient
@testable import ZegelExchange

@Suite("What the originator hears of a push")
struct OutboxNewsTests {
    @Test("is that the message arrived, once the receipt is here, among the post of its mailbox")
    func delivered() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            #expect(try await relay.news().isEmpty)
            #expect(await relay.pusher(taking: message).step() == 0)
            let event = try #require(try await relay.news().first)
            #expect(event.message == message.id && event.notice == .delivered && event.number == nil)
            let line = try #require(try await relay.page().first)
            #expect(line.id == message.id && line.notice == .delivered && line.state == nil)
            #expect(try await relay.news("om/lovj").map(\.notice) == [nil], "the addressee has a message")
        }
    }

    @Test("is that it did not, and then that it did, each behind what came before")
    func refused() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let refusing = relay.pusher { (_) async throws(ClientError) in
                throw ClientError(.answered, Problem(.policyDenied))
            }
            #expect(await refusing.step() == 0)
            let first = try #require(try await relay.news().first)
            #expect(first.notice == .undelivered)
            let line = try #require(try await relay.line(of: message))
            try await relay.commit { try $0.retryOutbox(line.number, at: relay.world.clock.now) }
            #expect(await relay.pusher(taking: message).step() == 0)
            #expect(try await relay.news().map(\.notice) == [.delivered])
            #expect(try await relay.news(after: first.cursor).map(\.message) == [message.id])
        }
    }

    @Test("is that its time was over, or that it was given up; nothing of what may still arrive")
    func ended() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let down = relay.pusher { (_) async throws(ClientError) in throw .unreachable("x") }
            #expect(await down.step() == 0)
            #expect(try await relay.news().isEmpty)
            relay.world.clock.pass(seconds: Int64(Limits().outboxAge))
            #expect(await down.step() == 0)
            let expired = try #require(try await relay.news().first)
            #expect(expired.notice == .undelivered)
            let line = try #require(try await relay.line(of: message))
            #expect(line.state == .expired)
            try await relay.commit { try $0.abandonOutbox(line.number, at: relay.world.clock.now) }
            #expect(try await relay.news(after: expired.cursor).map(\.notice) == [.undelivered])
        }
    }

    @Test("is nothing here, where it has its own post at another server")
    func elsewhere() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            try await relay.commit { transaction in
                _ = try transaction.execute(
                    "INSERT INTO relayed_hop (message, position, server, id) VALUES (1, 1, ?, ?)",
                    [.text("00000099000000099003"), .text("\(MessageID.random())")]
                )
            }
            #expect(await relay.pusher(taking: message).step() == 0)
            #expect(try await relay.line(of: message)?.state == .receipted)
            #expect(try await relay.news().isEmpty)
        }
    }
}

extension RelayWorld {
    fileprivate func news(_ name: String = "aivd/ct", after cursor: String? = nil) async throws -> [MailboxEvent] {
        let mailbox = try #require(MailboxName(name))
        return try await self.world.context.store.read(on: self.world.eventLoop) {
            try $0.events(of: mailbox, after: cursor, limit: 10)
        }
        .get()
    }

    fileprivate func page() async throws -> [MailboxLine] {
        let mailbox = try #require(MailboxName("aivd/ct"))
        return try await self.world.context.store.read(on: self.world.eventLoop) {
            try $0.page(of: mailbox, after: nil, limit: 10).messages
        }
        .get()
    }
}
