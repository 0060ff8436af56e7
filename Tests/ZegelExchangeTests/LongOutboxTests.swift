// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import ZegelClient
import ZegelCore
import ZegelDelivery
import ZegelStore

@testable import ZegelExchange

/// A partner that is down for long, and a queue that grows.
@Suite("Many messages that wait for a server", .serialized)
struct LongOutboxTests {
    /// A hundredth of what has to wait, unless all of it is asked for.
    private static let count = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 100_000 : 1_000

    /// Copies of one message that waits, as rows alone: nobody gets to read them.
    private static let copies = """
        WITH RECURSIVE seq (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seq WHERE n < ?)
        INSERT INTO message (id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind, classification,
            container, size, entries_size, opening_size, received_at, state, releases, policy, wrapped_key, header,
            acceptance, seal_manifest, seal, directory, content)
        SELECT lower(hex(randomblob(16))), sender_oin, sender_mailbox, submitted_by, kenmerk || '-' || n, date, exchange,
            kind, classification, randomblob(32), size, entries_size, opening_size, received_at, state, releases, policy,
            wrapped_key, header, x'00', x'00', x'00', x'00', x'00'
        FROM message, seq WHERE number = 1
        """

    private static let deliveries = """
        INSERT INTO delivery (message, mailbox, role, state, arrival, available_at, pair, pair_number, pair_at)
        SELECT message.number, mailbox, role, 'available', arrival + message.number, available_at, pair,
            pair_number + message.number, pair_at
        FROM message, delivery WHERE message.number > 2 AND delivery.message = 1
        """

    private static let lines = """
        INSERT INTO outbox (server, message, state, made_at, due_at, expires_at)
        SELECT outbox.server, message.number, 'waiting', made_at, made_at, expires_at FROM message, outbox
        WHERE message.number > 2 AND outbox.message = 1
        """

    @Test("cost no memory, and slow nothing down")
    func waiting() async throws {
        let (relay, folder) = try RelayWorld.open()
        defer {
            relay.world.context.store.close()
            try? FileManager.default.removeItem(atPath: folder)
        }
        let first = try await relay.released()
        let other = try #require(OIN("00000099000000099003"))
        relay.world.context.store.routes.replace(with: ["om": other])
        let second = try await relay.released("AIVD-2")
        let down = relay.pusher { (_) async throws(ClientError) in throw .cancelled }
        let up = relay.pusher(to: other) { (_) async throws(ClientError) in throw .cancelled }
        let short = try await Self.attempts(20, down, relay)
        try await relay.commit { transaction in
            try transaction.execute(Self.copies, [.integer(Int64(Self.count))])
            try transaction.execute(Self.deliveries)
            try transaction.execute(Self.lines)
        }
        let waiting = try await relay.world.context.store.read(on: relay.world.eventLoop) { [partner = relay.partner] in
            try $0.outboxCount(of: partner.oin)
        }
        .get()
        #expect(waiting == Self.count + 1)
        let before = try Self.memory()
        let long = try await Self.attempts(20, down, relay)
        let beside = try await Self.attempts(20, up, relay)
        let grown = try Self.memory() - before
        #expect(grown < 16_777_216, "\(grown) bytes")
        #expect(max(long, beside) < short * 5 + .milliseconds(20), "\(short), \(long), \(beside)")
        #expect(try await relay.line(of: first)?.attempts == 40)
        #expect(try await relay.line(of: second)?.attempts == 20)
    }

    /// The median of some attempts that all fail.
    private static func attempts(_ count: Int, _ pusher: Pusher, _ relay: RelayWorld) async throws -> Duration {
        var times: [Duration] = []
        for _ in 0..<count {
            await pusher.hurry()
            let begin = ContinuousClock.now
            #expect(await pusher.step() == 0)
            times.append(ContinuousClock.now - begin)
            relay.world.clock.pass(seconds: 900)
        }
        return times.sorted()[count / 2]
    }

    /// Bytes of memory that the process has.
    private static func memory() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
