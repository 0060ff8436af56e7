// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Testing
import ZegelCore
import ZegelPolicy
import ZegelVerify

@testable import ZegelServer

@Suite("Comparing days with another server")
struct ReconciliationServiceTests {
    private static func service(_ server: TrialServer) -> ReconciliationService {
        ReconciliationService(
            server.assembly.context,
            following: server.reloader,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// How it stands with the one other server.
    private static func standing(
        _ service: ReconciliationService,
        _ day: CalendarDate? = nil
    ) async throws -> JSONValue {
        let all = try await service.reconcile(nil, day)
        return try #require(all["servers"]?.array?.first)
    }

    @Test("It is done until both have the same of each day, whatever kept one from answering, and not forgotten")
    func story() async throws {
        try await ServerPair.run { pair in
            let receipt = try await pair.send("AIVD-2026-000001")
            let line = try #require(try await pair.post(atLeast: 1).first)
            _ = try await pair.until {
                let seen = try await pair.look("aivd", at: pair.ours, receipt.id).json
                return seen["relays"]?.array?.first?["state"] == "receipted" ? true : nil
            }
            let taken = try #require(line["receivedAt"]?.string.flatMap { Instant($0) })
            let today = Amsterdam.day(of: taken)
            let ours = Self.service(pair.ours)
            let now = try #require(try await Self.standing(ours, today)["days"]?.array?.first)
            #expect(now["state"] == "agreed" && now["count"] == 1, "\(now)")

            let rest = ReconciliationService.rest
            pair.ours.time.advance(seconds: 86_400 + rest)
            await ours.round()
            let alone = try await Self.standing(ours)
            #expect(alone["failed"]?["reason"] == "relay.invalid", "there the day is not over: \(alone)")
            #expect(alone["failed"]?["day"]?.string == alone["waiting"]?.array?.last?.string)
            let days = Int64(ReconciliationService.days)
            let before = try #require(alone["agreed"]?.string.flatMap { CalendarDate($0) })
            #expect(before == today.advanced(byDays: -1), "the days before passed with nothing")
            #expect(alone["waiting"]?.array?.count == 1 && days == 31)

            pair.theirs.time.advance(seconds: 86_400 + rest)
            pair.ours.time.advance(seconds: ReconciliationService.pause)
            await ours.round()
            // Another service, as after a restart, knows what the one before found.
            let again = try await Self.standing(Self.service(pair.ours))
            #expect(again["agreed"]?.string == "\(today)" && again["failed"] == .null, "\(again)")
            #expect(again["waiting"] == [] && again["days"] == [])
            let theirs = try await Self.standing(Self.service(pair.theirs))
            #expect(theirs["agreed"]?.string == "\(today)", "\(theirs)")
            let unknown = await #expect(throws: Problem.self) {
                try await ours.reconcile(OIN("00000099000000099009"), nil)
            }
            #expect(unknown?.code == "not-found")
        }
    }

    @Test(
        "It looks back a month, or to the last day that was the same, and no further than a year and a month",
        arguments: [(nil, -30), (-1, -30), (-30, -30), (-31, -30), (-32, -31), (-100, -99), (-1_000, -399)]
            as [(Int?, Int)]
    )
    func window(_ row: (agreed: Int?, first: Int)) throws {
        let now = try #require(Instant("2026-11-21T12:00:00.000Z"))
        let last = RelayWindow.last(at: now)
        #expect(last == CalendarDate("2026-11-20"))
        let first = RelayWindow.first(at: now, agreed: row.agreed.map { last.advanced(byDays: $0) })
        #expect(first == last.advanced(byDays: row.first))
        let window = RelayWindow(at: now, agreed: nil, from: first, [])
        #expect(window.due.first == first && window.due.last == last && window.missing == window.due)
    }

    @Test(
        "A day is over a quarter of an hour after midnight in the Netherlands",
        arguments: [
            ("2026-11-20T23:14:59.000Z", "2026-11-19"), ("2026-11-20T23:15:00.000Z", "2026-11-20"),
            ("2026-07-01T22:14:59.000Z", "2026-06-30"), ("2026-07-01T22:15:00.000Z", "2026-07-01"),
        ]
    )
    func midnight(_ row: (moment: String, day: String)) throws {
        let moment = try #require(Instant(row.moment))
        #expect(RelayWindow.last(at: moment) == CalendarDate(row.day))
    }
}
