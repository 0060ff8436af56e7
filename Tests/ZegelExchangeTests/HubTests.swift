// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("Across a hub")
struct HubTests {
    /// Runs a test with a message that went from the first server by the hub to the last.
    private static func run(
        _ letter: Letter,
        _ body: (Linked, StoredMessage, StoredMessage, StoredMessage) async throws -> Void
    ) async throws {
        try await Linked.chain { linked in
            let first = try await linked.send(letter)
            await linked.drain()
            let hub = try #require(try await linked.found(first, at: 1))
            let last = try #require(try await linked.found(first, at: 2))
            try await body(linked, first, hub, last)
        }
    }

    /// Where a message stands at each server, as its originator sees it.
    private static func states(_ linked: Linked, _ messages: StoredMessage...) async throws -> [DeliveryState?] {
        var states: [DeliveryState?] = []
        for (place, message) in messages.enumerated() {
            states.append(try await linked.found(message, at: place)?.deliveries.first?.state)
        }
        return states
    }

    /// Holds the dossiers of all servers to what they must prove.
    private static func verify(_ linked: Linked, _ messages: StoredMessage...) async throws {
        for (place, message) in messages.enumerated() {
            let world = linked.worlds[place]
            let report = try await RelayTests.report(
                world.dossier(of: message, as: "aivd"),
                sealers: linked.worlds,
                at: world.clock.now
            )
            #expect(report.indication == .totalPassed, "\(place): \(report.text())")
        }
    }

    @Test("A message is delivered where its addressee is, once, and each server knows where it is")
    func message() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            #expect(try await Self.states(linked, first, hub, last) == [.collected, .collected, .available])
            #expect(try await linked.post() == [first.containerDigest])
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("An acknowledgement at the last server is known at the hub and at the first, and in their dossiers")
    func acknowledged() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            try await linked.say(.acknowledgement, as: "om/lovj", at: 2, about: last)
            await linked.drain()
            #expect(try await Self.states(linked, first, hub, last) == [.acknowledged, .acknowledged, .acknowledged])
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("A refusal goes the same way")
    func refused() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            try await linked.say(.refusal(reason: "Niet voor ons."), as: "om/lovj", at: 2, about: last)
            await linked.drain()
            #expect(try await Self.states(linked, first, hub, last) == [.refused, .refused, .refused])
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("A withdrawal at the first server ends the message at all, and what became of the copies comes back")
    func withdrawn() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            try await linked.say(.acknowledgement, as: "om/lovj", at: 2, about: last)
            await linked.drain()
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            for place in 0...2 { #expect(try await linked.found(first, at: place)?.state == .withdrawn, "\(place)") }
            try await linked.say(.disposal(.destroyed, ground: "Art. 66 Wiv 2017."), as: "om/lovj", at: 2, about: last)
            await linked.drain()
            #expect(try await Self.states(linked, first, hub, last) == [.destroyed, .destroyed, .destroyed])
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("An answer that was given before its server had heard of the withdrawal is known all the same")
    func crossed() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            try await linked.say(.acknowledgement, as: "om/lovj", at: 2, about: last)
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            #expect(try await Self.states(linked, first, hub, last) == [.acknowledged, .acknowledged, .acknowledged])
            for place in 0...2 { #expect(try await linked.found(first, at: place)?.state == .withdrawn, "\(place)") }
            let late = await #expect(throws: Problem.self) {
                try await linked.say(.refusal(reason: "Te laat."), as: "om/lovj", at: 2, about: last)
            }
            #expect(late?.code == "message.withdrawn")
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("A withdrawal that comes before the hub has passed the message on keeps it from going further")
    func early() async throws {
        try await Linked.chain { linked in
            let first = try await linked.send(.report())
            await linked.drain(0)
            let hub = try #require(try await linked.found(first, at: 1))
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: first)
            await linked.drain(0)
            #expect(try await linked.found(hub, at: 1)?.state == .withdrawn)
            await linked.drain()
            #expect(try await linked.found(first, at: 2) == nil)
            #expect(try await linked.post().isEmpty)
        }
    }

    @Test("A consent of the originator reaches the server of those who have the message")
    func consented() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            let consent = Statement.Declaration.consent(try Passing.police())
            try await linked.say(consent, as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            for (place, message) in [first, hub, last].enumerated() {
                let kinds = try await linked.statements(about: message, at: place)
                #expect(kinds.contains(.consent), "\(place): \(kinds)")
            }
            try await Self.verify(linked, first, hub, last)
        }
    }

    @Test("A correction links both messages at each server")
    func corrected() async throws {
        try await Self.run(.report()) { linked, first, hub, last in
            let other = try await linked.send(.report("AIVD-2"))
            let reference = Statement.Reference(kenmerk: other.header.kenmerk, date: other.header.date)
            try await linked.say(.correction(replacedBy: reference), as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            for (place, message) in [first, hub, last].enumerated() {
                let kinds = try await linked.statements(about: message, at: place)
                #expect(kinds.contains(.correction), "\(place): \(kinds)")
            }
            let post = try await linked.post()
            #expect(post == [other, first].map(\.containerDigest), "the first is shown again, as corrected")
        }
    }

    @Test("Each pair of servers has the same of the day")
    func reconciled() async throws {
        try await Self.run(.report()) { linked, first, _, last in
            try await linked.say(.acknowledgement, as: "om/lovj", at: 2, about: last)
            await linked.drain()
            try await linked.say(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", at: 0, about: first)
            await linked.drain()
            linked.pass(seconds: 86_400)
            let day = try #require(CalendarDate("2026-11-20"))
            for (from, to) in [(0, 1), (1, 0), (1, 2), (2, 1)] {
                let outcome = try await linked.compare(day, from: from, to: to)
                #expect(outcome.isAgreed && outcome.count == 3, "\(from) to \(to): \(outcome.json)")
            }
        }
    }
}
