// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelDelivery
import ZegelStore
import ZegelVerify

@testable import ZegelClient
@testable import ZegelExchange

@Suite("Pushing to another server")
struct PusherTests {
    @Test("A receipt that holds makes the delivery collected by that server, once")
    func receipted() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let pusher = relay.pusher(taking: message)
            let before = relay.world.context.store.log.newest.checkpoint.size
            #expect(await pusher.step() == 0)
            let seen = try await relay.world.read(message.id, as: try relay.world.peer("aivd")).message
            let delivery = try #require(seen.deliveries.first)
            #expect(delivery.state == .collected)
            #expect(delivery.collectedBy == Collector(oin: relay.partner.oin, certificate: nil))
            #expect(relay.world.context.store.log.newest.checkpoint.size > before, "it stands in the log")
            #expect(try await relay.line(of: message)?.state == .receipted)
            #expect(await pusher.step() > 0 && relay.arrived == ["message"])
        }
    }

    @Test("What is pushed is a dossier that holds, as the addressee would have it")
    func dossier() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let partner = relay.partner
            let pusher = relay.pusher { (dispatch) async throws(ClientError) in
                do {
                    guard case .message(let body) = dispatch.load else { throw Missing() }
                    var bytes: [UInt8] = []
                    for try await piece in body { bytes += piece.readableBytesView }
                    #expect(bytes.count == body.length)
                    let found = try Resubmission(upTo: 16_777_216) { try $0(bytes[...]) }
                    #expect(found.acceptance.id == message.id)
                    return try partner.receipt(for: message)
                } catch {
                    throw ClientError(Problem(any: error))
                }
            }
            #expect(await pusher.step() == 0)
            #expect(try await relay.line(of: message)?.state == .receipted)
        }
    }

    @Test(
        "A receipt that does not hold changes nothing, and the next one counts",
        arguments: [
            (FakePartner.Fault.otherContainer, "receipt.invalid"), (.otherSeals, "receipt.invalid"),
            (.otherAddressee, "receipt.invalid"), (.missingEntry, "receipt.invalid"), (.byAnother, "receipt.sealer"),
            (.otherLog, "log.proof-invalid"), (.noProof, "log.proof-invalid"), (.brokenSeal, "cms.signature-invalid"),
        ]
    )
    func forged(_ fault: FakePartner.Fault, code: String) async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let size = relay.world.context.store.log.newest.checkpoint.size
            #expect(await relay.pusher(taking: message, fault).step() == 0)
            let line = try #require(try await relay.line(of: message))
            #expect(line.state == .waiting && line.attempts == 1 && line.reason == code)
            #expect(line.dueAt == relay.world.clock.now.advanced(bySeconds: 1))
            #expect(relay.world.context.store.log.newest.checkpoint.size == size)
            let pusher = relay.pusher(taking: message)
            #expect(await pusher.step() == 1_000)
            relay.world.clock.pass(seconds: 1)
            #expect(await pusher.step() == 0)
            #expect(try await relay.line(of: message)?.state == .receipted)
        }
    }

    /// What an attempt came to, and where that leaves the line.
    struct Failure: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: ClientError
        let state: DispatchState
        let reason: String

        init(_ status: Int, _ code: String, _ state: DispatchState) {
            self.testDescription = "\(status) \(code)"
            self.error = ClientError(.answered, Problem(code: code, status: status, title: "", detail: ""))
            (self.state, self.reason) = (state, code)
        }

        init(_ error: ClientError) {
            self.testDescription = error.problem.code
            self.error = error
            (self.state, self.reason) = (.waiting, error.problem.code)
        }
    }

    static let failures = [
        Failure(403, "policy.denied", .dead), Failure(403, "relay.unknown", .dead), Failure(409, "relay.loop", .dead),
        Failure(409, "message.ended", .dead),
        Failure(400, "container.order", .dead), Failure(400, "signature.time-old", .dead),
        Failure(413, "request.too-large", .dead),
        Failure(400, "signature.time-future", .waiting), Failure(400, "certificate.revocation-unknown", .waiting),
        Failure(401, "token.invalid", .waiting), Failure(403, "scope.missing", .waiting),
        Failure(400, "invalid_scope", .waiting), Failure(429, "rate.exceeded", .waiting),
        Failure(503, "server.busy", .waiting), Failure(500, "server.error", .waiting),
        Failure(.unreachable("x")), Failure(.timeout("x")), Failure(.interrupted("x")), Failure(.malformed("x")),
        Failure(.tls("x")),
    ]

    @Test("A refusal for good is a dead letter with its code; all else is tried again", arguments: Self.failures)
    func failed(_ row: Failure) async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let pusher = relay.pusher { (_) async throws(ClientError) in throw row.error }
            #expect(await pusher.step() == 0)
            let line = try #require(try await relay.line(of: message))
            #expect(line.state == row.state && line.reason == row.reason)
            let seen = try await relay.world.read(message.id, as: try relay.world.peer("aivd")).message
            #expect(seen.deliveries.map(\.state) == [.available])
        }
    }

    @Test("A receipt counts that comes after the message was given up")
    func late() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let number = try #require(try await relay.line(of: message)).number
            let partner = relay.partner
            let pusher = relay.pusher { (_) async throws(ClientError) in
                do {
                    try await relay.commit { try $0.abandonOutbox(number, at: Parties.now) }
                    return try partner.receipt(for: message)
                } catch {
                    throw ClientError(Problem(any: error))
                }
            }
            #expect(await pusher.step() == 0)
            #expect(try await relay.line(of: message)?.state == .receipted)
        }
    }

    @Test("What was pushed before a crash is pushed again, and arrives once")
    func crashed() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let (server, receipt) = (relay.partner.oin, try relay.partner.receipt(for: message))
            #expect(try await relay.commit { try $0.begin(to: server, at: Parties.now) } != nil)
            let before = relay.world.context.store.log.newest.checkpoint.size
            let pusher = relay.pusher { (_) async throws(ClientError) in receipt }
            #expect(await pusher.step() == 0)
            let line = try #require(try await relay.line(of: message))
            #expect(line.state == .receipted && line.attempts == 2)
            #expect(relay.world.context.store.log.newest.checkpoint.size == before + 1)
            #expect(await pusher.step() > 0)
        }
    }

    @Test("A withdrawal that comes while a push runs goes after it, and the delivery stays withdrawn")
    func overtaken() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let partner = relay.partner
            let pusher = relay.pusher { (dispatch) async throws(ClientError) in
                if dispatch.word == "message" {
                    do {
                        try await relay.say(.withdrawal(reason: "Onjuist."), about: message)
                    } catch { throw ClientError(Problem(any: error)) }
                }
                return try partner.answer(to: dispatch, about: message)
            }
            #expect(await pusher.step() == 0)
            #expect(await pusher.step() == 0)
            #expect(relay.arrived == ["message", "statement"])
            #expect(try await relay.lines().isEmpty)
            let seen = try await relay.world.read(message.id, as: try relay.world.peer("aivd")).message
            #expect(seen.state == .withdrawn && seen.deliveries.map(\.state) == [.withdrawn])
            #expect(
                seen.deliveries.first?.collectedBy?.oin == relay.partner.oin,
                "it has it, and must say what becomes of it"
            )
        }
    }

    @Test("A withdrawal of what never came there is needless")
    func needless() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let failing = relay.pusher { (_) async throws(ClientError) in throw .unreachable("x") }
            #expect(await failing.step() == 0)
            try await relay.say(.withdrawal(reason: "Onjuist."), about: message)
            let unknown = ClientError(.answered, Problem(.notFound))
            let pusher = relay.pusher { (_) async throws(ClientError) in throw unknown }
            for attempt in 1...Pusher.patience {
                #expect(try await relay.lines().count == 1, "It may come there yet: attempt \(attempt).")
                #expect(await pusher.step() == 0)
                relay.world.clock.pass(seconds: 900)
            }
            #expect(relay.arrived == ["message"] + [String](repeating: "statement", count: Pusher.patience))
            #expect(try await relay.lines().isEmpty)
        }
    }

    @Test("A server that fails again and again is left in peace, whatever is first in its queue")
    func breaker() async throws {
        try await RelayWorld.run { relay in
            let message = try await relay.released()
            let pusher = relay.pusher { (_) async throws(ClientError) in throw .unreachable("x") }
            var pauses: [Int64] = []
            for _ in 1...6 {
                #expect(await pusher.step() == 0)
                pauses.append(await pusher.step())
                relay.world.clock.pass(seconds: pauses[pauses.count - 1] / 1_000)
            }
            #expect(pauses == [1_000, 2_000, 4_000, 8_000, 30_000, 32_000])
            let line = try #require(try await relay.line(of: message))
            #expect(line.attempts == 6 && line.reason == "network.unreachable")
            try await relay.commit { try $0.retryOutbox(line.number, at: relay.world.clock.now) }
            await pusher.hurry()
            #expect(await pusher.step() == 0)
            #expect(try await relay.line(of: message)?.attempts == 7)
        }
    }

    @Test("Attempts that ran beside each other when a server went away count as one")
    func together() {
        let moments = (0...4).map { Instant(milliseconds: $0) }
        var breaker = Breaker(threshold: 2, rest: 10)
        breaker.succeeded()
        for moment in moments[1...3] { breaker.failed(begunAt: moments[0], at: moment) }
        #expect(breaker.opened(at: moments[3]) == nil && !breaker.isProven)
        breaker.failed(begunAt: moments[3], at: moments[4])
        #expect(breaker.opened(at: moments[4]) == Instant(milliseconds: 14))
        breaker.succeeded()
        #expect(breaker.opened(at: moments[4]) == nil && breaker.isProven)
    }

    @Test("A server that does not answer keeps no other waiting")
    func slow() async throws {
        try await RelayWorld.run { relay in
            _ = try await relay.released()
            let begun = relay.world.eventLoop.makePromise(of: Void.self)
            let end = relay.world.eventLoop.makePromise(of: Void.self)
            let slow = relay.pusher { (_) async throws(ClientError) in
                begun.succeed()
                try? await end.futureResult.get()
                throw .timeout("x")
            }
            let waiting = Task { await slow.step() }
            try await begun.futureResult.get()
            let other = try #require(OIN("00000099000000099003"))
            relay.world.context.store.routes.replace(with: ["om": other])
            let message = try await relay.released("AIVD-2")
            let fast = relay.pusher(to: other) { (_) async throws(ClientError) in throw .interrupted("x") }
            #expect(await fast.step() == 0)
            #expect(try await relay.line(of: message)?.reason == "network.interrupted")
            end.succeed()
            #expect(await waiting.value == 0)
        }
    }

    @Test("The pause after a failure lies between half and all of what the doubling gives, or is what was asked for")
    func backoff() {
        let backoff = Backoff(first: 1_000, longest: 60_000)
        #expect(
            (1...8).map { backoff.pause(after: $0, draw: 1) }
                == [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]
        )
        #expect(backoff.pause(after: 3, draw: 0) == 2_000 && backoff.pause(after: 3, draw: 0.5) == 3_000)
        #expect(backoff.pause(after: .max, draw: 1) == 60_000 && backoff.pause(after: 0, draw: 2) == 1_000)
        #expect(backoff.pause(after: 1, draw: 0, asked: 20) == 20_000)
        #expect(backoff.pause(after: 1, draw: 0, asked: 86_400) == 3_600_000)
    }
}
