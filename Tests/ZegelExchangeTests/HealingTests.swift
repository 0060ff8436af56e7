// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelStore

@testable import ZegelClient
@testable import ZegelExchange

@Suite("What is done about a difference with another server")
struct HealingTests {
    private static let day: Int64 = 86_400

    /// What this server has of the day that passed between it and the partner.
    private static func passages(_ relay: RelayWorld) async throws -> [OwnPassage] {
        let day = Amsterdam.day(of: Parties.now)
        let key = RelayDayKey(own: relay.world.context.server, partner: relay.partner.oin, day: day)
        return try await relay.world.context.store.read(on: relay.world.eventLoop) {
            try $0.passages(key, after: nil, limit: 100)
        }
        .get()
    }

    private static func heal(_ line: Int64, _ healing: Healing, in relay: RelayWorld) async throws {
        let now = relay.world.clock.now
        try await relay.commit { try $0.heal(line, healing, at: now) }
    }

    /// That the partner signed that it has a message.
    private static func taken(_ message: StoredMessage, by partner: FakePartner) -> Healing {
        .unreceipted(
            RelayPassage(
                taker: partner.oin,
                at: Parties.now,
                subject: .message(partner.id, message.containerDigest)
            )
        )
    }

    private static func refusing(_ status: Int, _ code: String, in relay: RelayWorld) -> Pusher {
        relay.pusher { (_) async throws(ClientError) in
            throw ClientError(.answered, Problem(code: code, status: status, title: "", detail: ""))
        }
    }

    /// A message that the partner has, and the line by which it went.
    private static func receipted(in relay: RelayWorld) async throws -> (StoredMessage, line: Int64) {
        let message = try await relay.released()
        #expect(await relay.pusher(taking: message).step() == 0)
        return (message, try #require(try await relay.line(of: message)).number)
    }

    // MARK: - Withdrawn

    @Test("A withdrawal goes to a server that has the message after all, once; whether it was pushed to or refused it")
    func withdrawn() async throws {
        for isRefused in [false, true] {
            try await RelayWorld.run { relay in
                let message = try await relay.released()
                if isRefused {
                    let slow = relay.pusher { (_) async throws(ClientError) in throw ClientError.timeout("x") }
                    #expect(await slow.step() == 0)
                    relay.world.clock.pass(seconds: 60)
                    #expect(await Self.refusing(403, "policy.denied", in: relay).step() == 0)
                }
                let before = relay.arrived
                try await relay.say(.withdrawal(reason: "Onjuist."), about: message)
                let line = try #require(try await relay.line(of: message))
                #expect(line.state == .withdrawn)
                let pusher = relay.pusher(taking: message)
                #expect(await pusher.step() > 0 && relay.arrived == before, "as far as is known nobody has it")
                for _ in 1...2 {
                    try await Self.heal(line.number, Self.taken(message, by: relay.partner), in: relay)
                    while await pusher.step() == 0 {}
                    #expect(relay.arrived == before + ["statement"])
                }
                #expect(try await Self.passages(relay).count == 2)
            }
        }
    }

    // MARK: - How often

    @Test("What is refused again is pushed again once a day, and differs until then")
    func refusedAgain() async throws {
        for isMissing in [false, true] {
            try await RelayWorld.run { relay in
                let message = try await relay.released()
                let refusing = Self.refusing(403, "policy.denied", in: relay)
                let first = isMissing ? relay.pusher(taking: message) : refusing
                #expect(await first.step() == 0)
                let line = try #require(try await relay.line(of: message)).number
                let healing = isMissing ? Healing.missing : Self.taken(message, by: relay.partner)
                for count in 2...4 {
                    for _ in 1...4 {
                        try await Self.heal(line, healing, in: relay)
                        while await refusing.step() == 0 {}
                        #expect(relay.arrived.count == count)
                        relay.world.clock.pass(seconds: 900)
                    }
                    #expect(try await Self.passages(relay).count == (isMissing ? 1 : 0))
                    relay.world.clock.pass(seconds: Self.day - 3_600)
                }
                relay.world.clock.pass(seconds: -Self.day * 4)
                try await Self.heal(line, healing, in: relay)
                #expect(try await relay.line(of: message)?.state == .waiting, "a clock that was set back stops nothing")
            }
        }
    }

    @Test("What they have destroyed counts no more")
    func ended() async throws {
        try await RelayWorld.run { relay in
            let (message, line) = try await Self.receipted(in: relay)
            try await relay.say(.consent(Passing.police()), about: message)
            #expect(await relay.pusher(taking: message).step() == 0)
            let lines = try await Self.passages(relay).compactMap(\.line).sorted()
            #expect(lines.count == 2 && lines.first == line)
            for line in lines { try await Self.heal(line, .missing, in: relay) }
            #expect(await Self.refusing(409, "message.ended", in: relay).step() == 0)
            #expect(try await Self.passages(relay).count == 2)
            let unknown = Self.refusing(404, "not-found", in: relay)
            #expect(await unknown.step() == 0)
            for line in lines { try await Self.heal(line, .missing, in: relay) }
            #expect(try await Self.passages(relay).isEmpty)
        }
    }

    // MARK: - There by another way

    @Test("A statement that is there by another way is in no day; a message is taken at its word")
    func elsewhere() async throws {
        try await RelayWorld.run { relay in
            let (message, line) = try await Self.receipted(in: relay)
            try await relay.say(.consent(Passing.police()), about: message)
            let pusher = relay.pusher(taking: message)
            #expect(await pusher.step() == 0)
            let lines = try await Self.passages(relay).compactMap(\.line)
            #expect(lines.count == 2)
            for line in lines { try await Self.heal(line, .missing, in: relay) }
            while await pusher.step() == 0 {}
            #expect(relay.arrived == ["message", "statement", "message", "statement"])
            #expect(try await Self.passages(relay).map(\.line) == [line])
            // Where they say after all that they have it from here, that counts.
            let statement = try #require(lines.first { $0 != line })
            let said = RelayPassage(
                taker: relay.partner.oin,
                at: Parties.now,
                subject: .statement(ContentDigest(of: [1]), isErased: false)
            )
            relay.world.clock.pass(seconds: Self.day)
            try await Self.heal(statement, .unreceipted(said), in: relay)
            while await pusher.step() == 0 {}
            #expect(try await Self.passages(relay).count == 2)
        }
    }

    @Test("A message that is there by another way is in no day, and what was said about it still is pushed again")
    func present() async throws {
        try await RelayWorld.run { relay in
            let (message, line) = try await Self.receipted(in: relay)
            try await relay.say(.consent(Passing.police()), about: message)
            let pusher = relay.pusher(taking: message)
            #expect(await pusher.step() == 0)
            let statement = try #require(try await Self.passages(relay).compactMap(\.line).first { $0 != line })
            try await Self.heal(line, .missing, in: relay)
            #expect(await Self.refusing(409, "relay.present", in: relay).step() == 0)
            #expect(try await relay.line(of: message)?.state == .withdrawn)
            #expect(try await Self.passages(relay).map(\.line) == [statement])
            try await Self.heal(statement, .missing, in: relay)
            #expect(await pusher.step() == 0)
            #expect(relay.arrived == ["message", "statement", "message", "statement"])
        }
    }

    @Test("Behind a withdrawal no forward goes to a server that has the message by another way")
    func overtaken() async throws {
        try await RelayedForwardTests.passed { it in
            let (second, third) = (it.second, it.third.context.server)
            let begun = Parties.now.advanced(bySeconds: 1)
            let item = try await second.commit { try $0.begin(to: third, at: begun) }
            let pushed = try #require(item)
            try await it.say(.withdrawal(reason: "Onjuist."), at: it.first, as: "aivd/ct", after: 2)
            try await it.push(from: it.first, to: it.second)
            try await second.commit {
                try $0.ended(pushed, by: .withdrawn, because: "relay.present", at: begun)
            }
            let waiting = try await second.context.store.read(on: second.eventLoop) { try $0.outbox(limit: 10) }.get()
            #expect(waiting.filter { $0.server == third }.map(\.statement) == [.withdrawal])
        }
    }
}
