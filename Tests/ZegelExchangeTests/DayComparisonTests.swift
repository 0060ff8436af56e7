// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import NIOCore
import Testing
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("A day of two servers")
struct DayComparisonTests {
    static var day: CalendarDate { Amsterdam.day(of: Parties.now) }
    private static let nextDay: Int64 = 86_400

    /// Compares a day from both sides; what is amiss there, by kind, as each has it.
    private static func kinds(_ linked: Linked, _ day: CalendarDate = Self.day) async throws -> [[RelayDifference.Kind]]
    {
        var kinds: [[RelayDifference.Kind]] = []
        for (from, to) in [(0, 1), (1, 0)] {
            kinds.append(try await linked.compare(day, from: from, to: to).differences.map(\.kind))
        }
        return kinds
    }

    private static func expectSame(_ linked: Linked, days: Int = 2) async throws {
        for offset in 0..<days {
            let kinds = try await Self.kinds(linked, Self.day.advanced(byDays: offset))
            #expect(kinds == [[], []], "\(Self.day.advanced(byDays: offset))")
        }
    }

    private static func stored(_ linked: Linked, at place: Int) async throws -> [RelayDay] {
        let (world, other) = (linked.worlds[place], linked.worlds[1 - place].context.server)
        return try await world.context.store.read(on: world.eventLoop) { try $0.relayDays(with: other, from: Self.day) }
            .get()
    }

    @Test("Is the same for both: messages and statements of both directions, page by page")
    func same() async throws {
        var limits = Limits()
        limits.page = 2
        try await Linked.pair(limits: limits) { linked in
            for number in 1...3 { _ = try await linked.send(.report("AIVD-\(number)")) }
            let first = try await linked.send(.report("AIVD-4"))
            await linked.drain()
            let there = try #require(try await linked.found(first, at: 1))
            try await linked.say(.acknowledgement, as: "om/lovj", at: 1, about: there)
            await linked.drain()
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            try await Self.expectSame(linked)
            for place in 0...1 {
                let kept = try #require(try await Self.stored(linked, at: place).first)
                #expect(kept.isAgreed && kept.count == 6)
                let record = try RelayDayRecord(parsing: kept.word.record)
                #expect(record.server == linked.worlds[1 - place].context.server && record.count == 6)
            }
            let (one, two) = (linked.worlds[0].context.server, linked.worlds[1].context.server)
            let key = RelayDayKey(own: one, partner: two, day: Self.day)
            let all = try await linked.worlds[0].context.store.read(on: linked.worlds[0].eventLoop) {
                try $0.passages(key, after: nil, limit: 100).map(\.passage)
            }
            .get()
            var pages: [RelayPassage] = []
            var place: RelayPassage.Place? = .init(at: Instant(milliseconds: 0), name: "")
            while let next = place {
                let page = try await linked.questions(to: 1, by: 0).passages(Self.day, next)
                #expect(page.passages.count <= 2)
                pages += page.passages
                place = page.next
            }
            #expect(all == pages && all.count == 6 && all.filter { $0.taker == one }.count == 1)
        }
    }

    @Test("Of which the taking server lost a part is pushed again, and delivered once")
    func lostThere() async throws {
        try await Linked.pair { linked in
            let first = try await linked.send(.report("AIVD-1"))
            await linked.drain()
            let before = try linked.snapshot(of: 1)
            let second = try await linked.send(.report("AIVD-2"))
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            try await linked.restoring(1, from: before) { linked in
                #expect(try await linked.post() == [first.containerDigest])
                #expect(try await Self.kinds(linked) == [[.missingThere], [.missingHere]])
                await linked.drain()
                #expect(try await linked.post() == [first, second].map(\.containerDigest))
                try await Self.expectSame(linked, days: 1)
                linked.pass(seconds: Self.nextDay)
                try await Self.expectSame(linked)
                await linked.drain()
                #expect(try await linked.post().count == 2)
                let there = try #require(try await linked.found(second, at: 1))
                try await linked.say(.acknowledgement, as: "om/lovj", at: 1, about: there, after: 2 * Self.nextDay)
                await linked.drain()
                let here = try await linked.found(second, at: 0)
                #expect(here?.deliveries.map(\.state) == [.acknowledged], "it is known by its new name")
            }
        }
    }

    @Test("Of which the pushing server lost the receipt is pushed again, which brings it and delivers nothing twice")
    func lostReceipt() async throws {
        try await Linked.pair { linked in
            let message = try await linked.send(.report())
            let before = try linked.snapshot(of: 0)
            await linked.drain()
            try await linked.restoring(0, from: before) { linked in
                let world = linked.worlds[0]
                let line = try #require(
                    try await world.context.store.read(on: world.eventLoop) { try $0.outbox(limit: 10) }.get().first
                )
                try await world.commit { try $0.abandonOutbox(line.number, at: Parties.now) }
                await linked.drain()
                linked.pass(seconds: Self.nextDay)
                #expect(try await Self.kinds(linked) == [[.unreceiptedHere], [.unreceiptedThere]])
                await linked.drain()
                try await Self.expectSame(linked)
                #expect(try await linked.post() == [message.containerDigest])
            }
        }
    }

    @Test("Of which the pushing server lost the message is told, for nobody but its originator can bring it back")
    func lostHere() async throws {
        try await Linked.pair { linked in
            let before = try linked.snapshot(of: 0)
            _ = try await linked.send(.report())
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            try await linked.restoring(0, from: before) { linked in
                for _ in 1...2 {
                    #expect(try await Self.kinds(linked) == [[.unknownHere], [.unreceiptedThere]])
                    await linked.drain()
                }
                let kept = try #require(try await Self.stored(linked, at: 0).first)
                #expect(!kept.isAgreed && kept.open == 1 && kept.differences.count == 1)
            }
        }
    }

    @Test("Of which the pushing server lost a message is the same again once its originator brought that back")
    func broughtBack() async throws {
        try await Linked.pair { linked in
            let container = try Letter.intelligence().container()
            let message = try await linked.worlds[0].stored(container)
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            var intake = ContainerIntake()
            try intake.consume(container[...])
            let checked = try intake.finish()
            let receipt = try MessageReceipt(parsing: message.receipt.encoded)
            let tail = try Resubmission.tail(of: checked, with: receipt)
            try await linked.emptying { linked in
                #expect(try await linked.compare(Self.day, from: 0, to: 1).differences.map(\.kind) == [.unknownHere])
                let bytes = Array(container[..<checked.index.entriesSize]) + tail
                guard case .created = try await linked.worlds[0].resubmit(bytes) else { throw Missing() }
                await linked.drain()
                try await Self.expectSame(linked)
                #expect(try await linked.post("nctv/analyse") == [message.containerDigest])
            }
        }
    }

    @Test("Of which one side lost a statement has it again")
    func lostStatement() async throws {
        try await Linked.pair { linked in
            let message = try await linked.send(.report())
            await linked.drain()
            let there = try #require(try await linked.found(message, at: 1))
            let before = try linked.snapshot(of: 0)
            try await linked.say(.acknowledgement, as: "om/lovj", at: 1, about: there)
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            try await linked.restoring(0, from: before) { linked in
                #expect(try await Self.kinds(linked) == [[.missingHere], [.missingThere]])
                await linked.drain()
                #expect(try await linked.found(message, at: 0)?.deliveries.map(\.state) == [.acknowledged])
                linked.pass(seconds: Self.nextDay)
                try await Self.expectSame(linked)
            }
        }
    }

    @Test("Of which a withdrawn message was lost needs no mending")
    func lostWithdrawn() async throws {
        try await Linked.pair { linked in
            let before = try linked.snapshot(of: 1)
            let message = try await linked.send(.report())
            await linked.drain()
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: message)
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            try await linked.restoring(1, from: before) { linked in
                #expect(try await Self.kinds(linked) == [[.missingThere, .missingThere], []])
                await linked.drain()
                try await Self.expectSame(linked)
                #expect(try await linked.found(message, at: 1) == nil)
            }
        }
    }

    @Test("Is that of the taking server's clock, wherever midnight falls between push and receipt")
    func midnight() async throws {
        try await Linked.pair { linked in
            // 2026-11-20T22:59:50Z, ten seconds before midnight in the Netherlands.
            linked.pass(seconds: 39_590)
            _ = try await linked.send(.report())
            linked.worlds[1].clock.pass(seconds: 20)
            await linked.drain()
            linked.pass(seconds: 2 * Self.nextDay)
            try await Self.expectSame(linked)
            let counts = try await Self.stored(linked, at: 0).map(\.count)
            #expect(counts == [0, 1])
        }
    }

    @Test("That is not over, at one of the two, is not judged yet")
    func running() async throws {
        try await Linked.pair { linked in
            _ = try await linked.send(.report())
            await linked.drain()
            let today = try await linked.compare(Self.day, from: 0, to: 1)
            #expect(today.isAgreed && today.count == 1)
            #expect(try await Self.stored(linked, at: 0).isEmpty, "it is not over")
            linked.worlds[0].clock.pass(seconds: Self.nextDay)
            let problem = await #expect(throws: Problem.self) { try await linked.compare(Self.day, from: 0, to: 1) }
            #expect(problem?.code == "relay.invalid")
        }
    }

    @Test("Of which one side has destroyed a message differs in nothing")
    func erased() async throws {
        try await Linked.pair(isAudited: false) { linked in
            let first = try await linked.send(.report("AIVD-1"))
            _ = try await linked.send(.report("AIVD-2"))
            await linked.drain()
            let there = try #require(try await linked.found(first, at: 1))
            try await linked.say(.acknowledgement, as: "om/lovj", at: 1, about: there)
            await linked.drain()
            linked.pass(seconds: Self.nextDay)
            for (place, message) in [(1, there), (0, first)] {
                let world = linked.worlds[place]
                #expect(try await world.beginErasing(message))
                #expect(try await world.finishErasing() == 1)
                try await Self.expectSame(linked)
            }
        }
    }
}

extension World {
    /// Changes the store.
    func commit(_ work: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws {
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.context.store.committer.commit(work, answering: promise)
        try await promise.futureResult.get()
    }
}
