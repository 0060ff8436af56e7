// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("A consent that an originator at another server gives")
struct RelayedConsentTests {
    /// To a mailbox of the same server, which needs a consent.
    private static func own(purpose: String = "persoonsgerichte-aanpak") throws -> Statement.Passage {
        try Passing.passage(["om/parket"], purpose: purpose)
    }

    @Test("The forward waits, its originator is asked where it is at home, and what it says there decides")
    func consent() async throws {
        try await Neighbours.run { it in
            let stored = try await it.say(.forward(Self.own()), at: it.second, as: "om/lovj")
            #expect(stored.waits && stored.opened.isEmpty, "its originator has no post here")
            try await it.settle()
            #expect(try await it.forwards(at: it.first) == [.waiting])
            #expect(try await it.list("aivd/ct", at: it.first).map(\.notice) == [.consent])
            #expect(try await it.due("aivd/ct", at: it.first).consents.map(\.forward.passage) == [Self.own()])
            #expect(try await it.deliveries(at: it.second) == ["om/lovj available"])

            try await it.say(.consent(Self.own()), at: it.first, as: "aivd/ct", after: 1)
            #expect(try await it.due("aivd/ct", at: it.first).consents.isEmpty, "it has answered")
            #expect(try await it.list("aivd/ct", at: it.first).isEmpty)
            #expect(try await it.deliveries(at: it.second) == ["om/lovj available"], "nothing has come there yet")
            try await it.settle()
            #expect(try await it.deliveries(at: it.second) == ["om/lovj available", "om/parket available by om/lovj"])
            #expect(try await it.list("om/lovj", at: it.second).map(\.notice) == [.forward])
            #expect(try await it.forwards(at: it.first) == [.done])
            #expect(try await it.deliveries(at: it.first) == ["om/lovj collected", "om/parket collected by om/lovj"])
            try await it.say(.acknowledgement, at: it.second, as: "om/parket", after: 2)
            try await it.settle()
            #expect(try await it.deliveries(at: it.first).last == "om/parket acknowledged by om/lovj")
            for (mailbox, world) in [("aivd/ct", it.first), ("om/lovj", it.second)] {
                let report = try await it.report(for: mailbox, at: world)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
            #expect(try await it.undelivered(from: it.second).isEmpty)
            #expect(
                it.calls == [
                    "message to two", "forward waiting to one", "consent to two", "forward done to one",
                    "acknowledgement to one",
                ]
            )
        }
    }

    @Test("One that needed no consent is told its originator, who sees what becomes of it")
    func told() async throws {
        try await Neighbours.run { it in
            #expect(try await !it.say(.forward(Passing.passage(["om/parket"])), at: it.second, as: "om/lovj").waits)
            try await it.settle()
            #expect(try await it.forwards(at: it.first) == [.done])
            #expect(try await it.list("aivd/ct", at: it.first).isEmpty, "nobody asks it anything")
            try await it.say(.withdrawal(reason: "Onjuist."), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            #expect(await it.problem(for: "om", at: it.second) == "message.withdrawn")
            try await it.say(.disposal(.destroyed, ground: "Ingetrokken."), at: it.second, as: "om/parket", after: 2)
            try await it.settle()
            #expect(try await it.deliveries(at: it.first) == ["om/lovj collected", "om/parket destroyed by om/lovj"])
            let report = try await it.report(for: "aivd/ct", at: it.first)
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    @Test(
        "Over a server between, what is asked goes back the way that the message came, and the answer comes the same way"
    )
    func hub() async throws {
        try await Neighbours.inLine { it in
            try await it.settle()
            #expect(try await it.say(.forward(Self.own()), at: it.third, as: "om/lovj").waits)
            try await it.settle()
            #expect(try await it.forwards(at: it.second) == [.waiting])
            #expect(try await it.due("aivd/ct", at: it.first).consents.map(\.forward.passage) == [Self.own()])
            try await it.say(.consent(Self.own()), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            #expect(try await it.deliveries(at: it.third) == ["om/lovj available", "om/parket available by om/lovj"])
            try await it.say(.acknowledgement, at: it.third, as: "om/parket", after: 2)
            try await it.settle()
            for world in [it.first, it.second] {
                #expect(try await it.forwards(at: world) == [.done])
                #expect(try await it.deliveries(at: world).last == "om/parket acknowledged by om/lovj")
                #expect(try await it.undelivered(from: world).isEmpty)
            }
            let report = try await it.report(for: "aivd/ct", at: it.first)
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    @Test("A forward that was made before its withdrawal was known there is told all the same, and verifies")
    func crossing() async throws {
        try await Neighbours.run { it in
            try await it.say(.withdrawal(reason: "Onjuist."), at: it.first, as: "aivd/ct")
            try await it.say(.forward(Passing.passage(["om/parket"])), at: it.second, as: "om/lovj")
            try await it.settle()
            #expect(try await it.forwards(at: it.first) == [.done])
            #expect(await it.problem(for: "om", at: it.second) == "message.withdrawn")
            for (mailbox, world) in [("aivd/ct", it.first), ("aivd/ct", it.second)] {
                let report = try await it.report(for: mailbox, at: world)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
        }
    }

    @Test("A refusal ends the wait, and who asked reads why")
    func refusal() async throws {
        try await Neighbours.run { it in
            try await it.say(.forward(Self.own()), at: it.second, as: "om/lovj")
            try await it.settle()
            try await it.say(.refusal(reason: "De bron loopt gevaar."), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            let forward = try #require(try await it.seen(by: "om/lovj", at: it.second).forwards.first)
            #expect(forward.state == .refused && forward.reason == "De bron loopt gevaar.")
            #expect(try await it.forwards(at: it.first) == [.refused])
            #expect(try await it.deliveries(at: it.second) == ["om/lovj available"])
            #expect(try await it.undelivered(from: it.first).isEmpty)
        }
    }

    @Test("A withdrawal ends the wait, and a consent to something else does not")
    func others() async throws {
        try await Neighbours.run { it in
            try await it.say(.forward(Self.own()), at: it.second, as: "om/lovj")
            try await it.settle()
            let other = try Passing.passage(["om/fp"], purpose: "persoonsgerichte-aanpak")
            try await it.say(.consent(other), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            #expect(try await it.forwards(at: it.second) == [.waiting])
            #expect(try await it.due("aivd/ct", at: it.first).consents.count == 1)
            try await it.say(.withdrawal(reason: "Onjuist."), at: it.first, as: "aivd/ct", after: 2)
            try await it.settle()
            #expect(try await it.forwards(at: it.second) == [.refused])
            #expect(try await it.forwards(at: it.first) == [.refused])
        }
    }

    /// What a server brings to the first about a forward, and may not.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        var word: ForwardWord? = .waiting
        var isOfThird = false
        let bytes: @Sendable (Neighbours) async throws -> [UInt8]

        static func forward(_ what: String, _ code: String, by signer: String, as mailbox: String) -> Row {
            Row(testDescription: what, code: code) { it in
                let message = try #require(try await it.message(at: it.second))
                return try it.second.statement(
                    .forward(RelayedConsentTests.own()),
                    about: message,
                    as: mailbox,
                    by: it.second.parties[signer].seal,
                    server: it.second.context.server
                )
            }
        }
    }

    static let rows: [Row] = [
        .forward("a forward in the addressee's name, by another", "statement.signer", by: "ind", as: "om/lovj"),
        .forward("a forward by one who is no addressee", "statement.signer", by: "om", as: "om/parket"),
        .forward("a forward by its originator", "statement.signer", by: "aivd", as: "aivd/ct"),
        Row(testDescription: "a forward of another message", code: "statement.other-message") { it in
            let message = try #require(try await it.message(at: it.second))
            let (id, server) = (MessageID.random(), it.second.context.server)
            return try it.second.statement(.forward(Self.own()), about: message, as: "om/lovj", server: server, id: id)
        },
        Row(testDescription: "a forward of which it does not say how it stands", code: "request.parameter", word: nil) {
            try await $0.statement(.forward(Self.own()), at: $0.second, as: "om/lovj")
        },
        Row(testDescription: "a forward from a server that does not speak for who makes it", code: "policy.denied") {
            try await $0.statement(.forward(Self.own()), at: $0.second, as: "om/lovj")
        }.ofThird,
        Row(testDescription: "a consent, said to be a forward", code: "request.parameter") {
            try await $0.statement(.consent(Self.own()), at: $0.first, as: "aivd/ct")
        },
        Row(testDescription: "a consent from a server to which it went", code: "not-found", word: nil) {
            try await $0.statement(.consent(Self.own()), at: $0.first, as: "aivd/ct")
        },
    ]

    @Test("A forged forward asks nobody anything, and its good twin does", arguments: Self.rows)
    func forged(_ row: Row) async throws {
        try await Neighbours.run { it in
            let parties = it.first.parties
            let peer = try it.first.peer(of: row.isOfThird ? parties.hub : parties.partner)
            let bytes = try await row.bytes(it)
            let problem = await Result { try await it.first.relay(statement: bytes, row.word, as: peer) }.problem
            #expect(problem?.code == row.code)
            #expect(try await it.forwards(at: it.first).isEmpty)
            #expect(try await it.list("aivd/ct", at: it.first).isEmpty)
            let good = try await it.statement(.forward(Self.own()), at: it.second, as: "om/lovj")
            let partner = try it.first.peer(of: parties.partner)
            let stored = try await it.first.relay(statement: good, .waiting, as: partner)
            let again = try await it.first.relay(statement: good, .waiting, as: partner)
            #expect(again.isRepeated && again.record == stored.record)
            #expect(try await it.forwards(at: it.first) == [.waiting])
        }
    }
}

extension RelayedConsentTests.Row {
    fileprivate var ofThird: Self {
        var copy = self
        copy.isOfThird = true
        return copy
    }
}
