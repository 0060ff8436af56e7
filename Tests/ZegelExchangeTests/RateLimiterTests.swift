// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("What an organisation may do in a time")
struct RateLimiterTests {
    private let one: OIN
    private let other: OIN

    init() throws {
        self.one = try #require(OIN("00000099000000001000"))
        self.other = try #require(OIN("00000099000000002000"))
    }

    @Test("comes at once up to the number, then as fast as the bucket fills, and is counted for itself alone")
    func fills() throws {
        let nanoseconds = Mutex<UInt64>(5)
        let limiter = RateLimiter(4, per: 2, of: "acts") { .uptimeNanoseconds(nanoseconds.withLock { $0 }) }
        func pass(_ milliseconds: UInt64) { nanoseconds.withLock { $0 += milliseconds * 1_000_000 } }
        for _ in 1...4 { try limiter.count(self.one) }
        let refused = #expect(throws: Problem.self) { try limiter.count(self.one) }
        #expect(refused == Problem(.rateExceeded) && refused?.retryAfter == 1)
        for _ in 1...4 { try limiter.count(self.other) }
        // A refusal costs nothing: half a second later there is room for one.
        for _ in 1...100 { #expect(throws: Problem(.rateExceeded)) { try limiter.count(self.one) } }
        pass(500)
        try limiter.count(self.one)
        #expect(throws: Problem(.rateExceeded)) { try limiter.count(self.one) }
        pass(100_000)
        for _ in 1...4 { try limiter.count(self.one) }
        #expect(throws: Problem(.rateExceeded)) { try limiter.count(self.one) }
    }

    @Test("says how long to wait where it takes longer than a second")
    func waits() throws {
        let limiter = RateLimiter(2, per: 60, of: "acts") { .uptimeNanoseconds(1) }
        for _ in 1...2 { try limiter.count(self.one) }
        let refused = #expect(throws: Problem.self) { try limiter.count(self.one) }
        #expect(refused?.retryAfter == 31)
    }

    @Test("forgets who has done nothing lately, so that the number of organisations costs no memory")
    func forgets() throws {
        let nanoseconds = Mutex<UInt64>(1)
        let limiter = RateLimiter(1, per: 1, of: "acts") { .uptimeNanoseconds(nanoseconds.withLock { $0 }) }
        for number in 0..<5_000 {
            nanoseconds.withLock { $0 += 2_000_000_000 }
            let digits = "\(number)"
            let text = "00000099" + String(repeating: "0", count: 9 - digits.utf8.count) + digits + "000"
            try limiter.count(try #require(OIN(text)))
        }
        #expect(limiter.count <= 1_025)
    }

    @Test("Dossiers are bounded for an organisation, and of others no less are signed")
    func exports() async throws {
        try await World.run(limits: .with { $0.exportsPerMinute = 2 }) { world in
            let message = try await world.stored(try Letter.intelligence().container())
            let download = DownloadMessage(world.context, on: world.eventLoop)
            for (who, isAllowed) in [("nctv", true), ("nctv", true), ("nctv", false), ("aivd", true)] {
                let seen = try await world.read(message.id, as: try world.peer(who))
                let outcome = await Result { try await download.dossier(of: seen).get() }
                #expect(outcome.problem == (isAllowed ? nil : Problem(.rateExceeded)))
                // What was refused is the signature; the container is there.
                #expect(download.container(of: seen, 0..<1).size == 1)
            }
        }
    }

    @Test("A message whose evidence outgrows its dossier is refused, and taken where the bound is higher")
    func evidence() async throws {
        let container = try Letter.report().container()
        try await World.run(limits: .with { $0.evidence = 100 }) { world in
            await #expect(throws: Problem(.evidenceTooLarge)) { try await world.submit(container) }
        }
        try await World.run { world in _ = try await world.stored(container) }
    }
}
