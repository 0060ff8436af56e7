// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelPolicy
import ZegelSeal

@testable import ZegelExchange
@testable import ZegelStore

@Suite("The numbers of a pair of mailboxes")
struct NumberTests {
    private static func numbers(_ mailbox: String, in world: World) async throws -> [String] {
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        return try await world.list(mailbox, as: peer).messages.map { "\($0.kenmerk) \($0.number ?? 0)" }
    }

    private static func reconcile(
        _ mailbox: String,
        on day: String,
        as name: String? = nil,
        in world: World
    ) async throws -> ReconciliationRecord {
        let peer = try world.peer(name ?? String(mailbox.prefix { $0 != "/" }))
        let reconcile = ReconcileMailbox(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))
        let day = try #require(CalendarDate(day))
        return try ReconciliationRecord(parsing: try await reconcile(MailboxName(mailbox), on: day).get().record)
    }

    @Test("Are given when a message can be seen, each pair its own, and stay when the message is withdrawn")
    func order() async throws {
        try await World.run { world in
            let first = try await world.stored(try Letter.report("AIVD-1").container())
            let second = try await world.stored(try Letter.report("AIVD-2").container())
            _ = try await world.stored(try Letter.intelligence("AIVD-3").container())
            #expect(try await Self.numbers("nctv/analyse", in: world) == ["AIVD-3 1"])
            try await ReadingTests.release(second, in: world)
            try await ReadingTests.release(first, in: world)
            #expect(try await Self.numbers("om/lovj", in: world) == ["AIVD-2 1", "AIVD-1 2"])
            let taken = try world.statement(.withdrawal(reason: "Onjuist."), about: second, as: "aivd/ct")
            try await world.state(.withdrawal, about: "\(second.id)", taken, as: try world.peer("aivd"))
            #expect(try await Self.numbers("om/lovj", in: world) == ["AIVD-1 2", "AIVD-2 1"])
            let seen = try await world.read(second.id, as: try world.peer("aivd"))
            #expect(seen.message.deliveries.map(\.number) == [1])
        }
    }

    @Test("Have no gaps and no doubles, whoever hands in at the same time and whatever is refused in between")
    func together() async throws {
        try await World.run { world in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...40 {
                    group.addTask {
                        let damaged = number.isMultiple(of: 4)
                        let bytes = try Letter.intelligence("AIVD-\(number)").container(damaged: damaged)
                        let outcome = await Result { try await world.submit(bytes) }
                        #expect((outcome.problem == nil) != damaged)
                    }
                }
                try await group.waitForAll()
            }
            let lines = try await world.list("nctv/analyse", as: try world.peer("nctv"), limit: 100).messages
            #expect(lines.map(\.number) == Array(1...30), "in order of arrival")
        }
    }

    @Test("A delivery that fails takes its number back with it")
    func undone() async throws {
        try await World.run { world in
            _ = try await world.stored(try Letter.intelligence("AIVD-1").container())
            let mailbox = try #require(MailboxName("nctv/analyse"))
            let sender = try #require(MailboxName("aivd/ct"))
            let promise = world.eventLoop.makePromise(of: Void.self)
            world.context.store.committer.commit(
                { _ = try $0.makeAvailable(1, from: sender, to: mailbox, as: .action, at: Parties.now) },
                answering: promise
            )
            await #expect(throws: Problem(.storageDamaged)) { try await promise.futureResult.get() }
            _ = try await world.stored(try Letter.intelligence("AIVD-2").container())
            #expect(try await Self.numbers("nctv/analyse", in: world) == ["AIVD-1 1", "AIVD-2 2"])
        }
    }

    @Test("A day has a run of them, from midnight to midnight in the Netherlands, for sender and recipient alike")
    func days() async throws {
        try await World.run { world in
            let one = try await world.stored(try Letter.intelligence("AIVD-1").container())
            // Parties.now is 13:00 in Amsterdam; what comes ten hours later is still of the same day in UTC.
            world.clock.pass(seconds: 39_600)
            var late = try Letter.intelligence("AIVD-2")
            late.signedAt = world.clock.now
            let two = try await world.stored(try late.container())
            #expect("\(one.receivedAt.date)" == "\(two.receivedAt.date)")
            func digest(_ number: Int64, _ message: StoredMessage) -> ContentDigest {
                ContentDigest(of: ReconciliationRecord.Pair.line(number, message.containerDigest))
            }
            let pairs =
                [
                    ("2026-11-19", nil), ("2026-11-20", (1, digest(1, one))), ("2026-11-21", (2, digest(2, two))),
                    ("2026-11-22", nil),
                ] as [(String, (Int64, ContentDigest)?)]
            for (day, expected) in pairs {
                let received = try await Self.reconcile("nctv/analyse", on: day, in: world)
                let sent = try await Self.reconcile("aivd/ct", on: day, in: world)
                #expect(received.sent == [] && sent.received == [])
                for (pair, other) in [(received.received, "aivd/ct"), (sent.sent, "nctv/analyse")] {
                    #expect(pair.map(\.first) == (expected.map { [$0.0] } ?? []), "\(day) \(other)")
                    #expect(pair.map(\.last) == pair.map(\.first) && pair.allSatisfy { "\($0.mailbox)" == other })
                    #expect(pair.map(\.digest) == (expected.map { [$0.1] } ?? []))
                }
            }
        }
    }

    @Test("A day of a mailbox is signed for nobody else", arguments: ["om", "ctivd"])
    func strangers(_ name: String) async throws {
        try await World.run { world in
            await #expect(throws: Problem(.notFound)) {
                _ = try await Self.reconcile("nctv/analyse", on: "2026-11-20", as: name, in: world)
            }
        }
    }

    @Test("Stay where a message is erased; a day's statement names them, and speaks of the others")
    func erased() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            var stored: [StoredMessage] = []
            for number in 1...3 {
                stored.append(try await world.stored(try Letter.intelligence("AIVD-\(number)").container()))
            }
            func day() async throws -> ReconciliationRecord.Pair {
                try #require(try await Self.reconcile("nctv/analyse", on: "2026-11-20", in: world).received.first)
            }
            let before = try await day()
            #expect(before.erased == [] && before.first == 1 && before.last == 3)
            for message in [stored[1], stored[2]] { try await world.beginErasing(message) }
            try await world.finishErasing()
            let after = try await day()
            #expect(after.erased == [2, 3] && after.first == 1 && after.last == 3)
            let line = ReconciliationRecord.Pair.line(1, stored[0].containerDigest)
            #expect(after.digest == ContentDigest(of: line))
            _ = try await world.submit(try Letter.intelligence("AIVD-4").container())
            #expect(try await Self.numbers("nctv/analyse", in: world) == ["AIVD-1 1", "AIVD-4 4"])
        }
    }
}
