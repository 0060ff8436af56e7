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

@Suite("A forward to a mailbox of another server")
struct RelayedForwardTests {
    private static let withdrawal = Statement.Declaration.withdrawal(reason: "Onjuist.")

    /// A report that the police may have, and is passed on to it.
    static func passed(_ letter: Letter? = nil, _ body: (Neighbours) async throws -> Void) async throws {
        try await Neighbours.run(letter) { it in
            try await it.say(.consent(Passing.police()), at: it.first, as: "aivd/ct")
            try await it.settle()
            #expect(try await !it.say(.forward(Passing.police()), at: it.second, as: "om/lovj", after: 1).waits)
            try await body(it)
        }
    }

    @Test("It comes there with the way that it took, and what becomes of it is heard back to its originator")
    func life() async throws {
        try await Self.passed { it in
            #expect(try await it.message(at: it.third) == nil)
            try await it.settle()
            let there = try #require(try await it.message(at: it.third))
            #expect(try await it.deliveries(at: it.third) == ["politie/cter available by om/lovj"])
            let acceptance = try AcceptanceRecord(parsing: there.acceptance)
            #expect(acceptance.to.map { "\($0)" } == ["politie/cter"])
            #expect(acceptance.previous.count == 2 && acceptance.submittedBy == it.second.context.server)
            #expect(try await it.list("politie/cter", at: it.third).map(\.number) == [1])
            try await it.say(.acknowledgement, at: it.third, as: "politie/cter", after: 2)
            try await it.settle()
            for world in [it.first, it.second] {
                #expect(try await it.deliveries(at: world).last == "politie/cter acknowledged by om/lovj")
            }
            #expect(try await it.seen(by: "om/lovj", at: it.second).forwards.first?.relays.map(\.state) == [.receipted])
            #expect(
                it.calls == [
                    "message to two", "consent to two", "forward done to one", "message to three",
                    "acknowledgement to two", "acknowledgement to one",
                ]
            )
            for (mailbox, world) in [("politie/cter", it.third), ("om/lovj", it.second), ("aivd/ct", it.first)] {
                let report = try await it.report(for: mailbox, at: world)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
            let report = try await it.report(for: "politie/cter", at: it.third)
            #expect(report.checks.filter { $0.name.hasPrefix("relay") }.map(\.outcome) == [.passed, .passed])
            #expect(report.text().contains("with consent in this copy"))
        }
    }

    @Test("One that waits for its consent goes there once that has come")
    func waiting() async throws {
        try await Neighbours.run { it in
            #expect(try await it.say(.forward(Passing.police()), at: it.second, as: "om/lovj").waits)
            try await it.settle()
            #expect(try await it.message(at: it.third) == nil)
            try await it.say(.consent(Passing.police()), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            #expect(try await it.deliveries(at: it.third) == ["politie/cter available by om/lovj"])
            let report = try await it.report(for: "politie/cter", at: it.third)
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    @Test("After a withdrawal no push of it begins")
    func before() async throws {
        try await Self.passed { it in
            try await it.say(Self.withdrawal, at: it.first, as: "aivd/ct", after: 2)
            try await it.push(from: it.first, to: it.second)
            try await it.settle()
            #expect(try await it.message(at: it.third) == nil)
            #expect(!it.calls.contains { $0.hasSuffix("to three") })
        }
    }

    @Test("A withdrawal and a correction follow it, and what became of the copy is heard")
    func after() async throws {
        try await Self.passed { it in
            try await it.settle()
            let later = try await it.first.stored(Letter.report("AIVD-2").container())
            try await ReadingTests.release(later, in: it.first)
            let reference = Statement.Reference(kenmerk: later.header.kenmerk, date: later.header.date)
            try await it.say(.correction(replacedBy: reference), at: it.first, as: "aivd/ct", after: 2)
            try await it.settle()
            #expect(try await it.list("politie/cter", at: it.third).map(\.notice) == [.correction])
            try await it.say(Self.withdrawal, at: it.first, as: "aivd/ct", after: 3)
            try await it.settle()
            #expect(await it.problem(for: "politie/cter", at: it.third) == "message.withdrawn")
            try await it.say(.disposal(.destroyed, ground: "Ingetrokken."), at: it.third, as: "politie/cter", after: 4)
            try await it.settle()
            #expect(try await it.deliveries(at: it.first).last == "politie/cter destroyed by om/lovj")
            for world in [it.first, it.second, it.third] {
                #expect(try await it.undelivered(from: world).isEmpty)
                let report = try await it.report(for: "aivd/ct", at: world)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
        }
    }

    @Test("A correction from before the forward comes with it")
    func corrected() async throws {
        try await Neighbours.run { it in
            let later = try await it.first.stored(Letter.report("AIVD-2").container())
            try await ReadingTests.release(later, in: it.first)
            let reference = Statement.Reference(kenmerk: later.header.kenmerk, date: later.header.date)
            try await it.say(.correction(replacedBy: reference), at: it.first, as: "aivd/ct")
            try await it.say(.consent(Passing.police()), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            try await it.say(.forward(Passing.police()), at: it.second, as: "om/lovj", after: 2)
            try await it.settle()
            #expect(try await it.list("politie/cter", at: it.third).map(\.notice) == [.correction])
        }
    }

    @Test("Where the policy there refuses it, it is a dead letter, and who passed it on hears of that")
    func denied() async throws {
        try await Self.passed { it in
            let engine = PolicyEngine(policy: it.third.context.policy.engine.policy, ceiling: .ongerubriceerd)
            it.third.context.policy.replace(with: Rules(engine: engine))
            try await it.settle()
            #expect(try await it.message(at: it.third) == nil)
            let forward = try #require(try await it.seen(by: "om/lovj", at: it.second).forwards.first)
            #expect(forward.relays.map(\.state) == [.dead] && forward.relays.map(\.reason) == ["policy.denied"])
            #expect(try await it.list("om/lovj", at: it.second).map(\.notice) == [.forward])
            #expect(try await it.undelivered(from: it.second) == ["message dead policy.denied"])
        }
    }

    @Test("A server that has it already adds the mailbox to the message that it has")
    func again() async throws {
        try await Self.passed { it in
            try await it.settle()
            let further = try Passing.passage(["kmar/ct"], basis: "wpg-art16")
            try await it.say(.consent(further), at: it.first, as: "aivd/ct", after: 2)
            try await it.settle()
            try await it.say(.forward(further), at: it.second, as: "om/lovj", after: 3)
            try await it.settle()
            #expect(
                try await it.deliveries(at: it.third) == [
                    "kmar/ct available by om/lovj", "politie/cter available by om/lovj",
                ]
            )
            #expect(it.calls.filter { $0 == "message to three" }.count == 1)
            #expect(it.calls.last == "forward deliver to three")
            try await it.say(.acknowledgement, at: it.third, as: "kmar/ct", after: 4)
            try await it.settle()
            #expect(try await it.deliveries(at: it.first).contains("kmar/ct acknowledged by om/lovj"))
            for mailbox in ["kmar/ct", "politie/cter"] {
                let report = try await it.report(for: mailbox, at: it.third)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
        }
    }

    @Test("A server that its originator's server pushed it to gets the forward alone, and no second message")
    func present() async throws {
        let to = JSONValue.array([try Letter.address("politie/cter"), try Letter.address("nctv/analyse")])
        try await Neighbours.run(try Letter.intelligence("AIVD-1", ["to": to])) { it in
            try await it.settle()
            let further = try Passing.passage(["kmar/ct"], purpose: "informeren-over-dreiging", basis: "wiv2017-art62")
            try await it.say(.consent(further), at: it.first, as: "aivd/ct")
            try await it.settle()
            try await it.say(.forward(further), at: it.second, as: "nctv/analyse", after: 1)
            try await it.settle()
            let there = try await it.deliveries(at: it.third)
            #expect(
                there.filter { !$0.hasPrefix("nctv") } == [
                    "kmar/ct available by nctv/analyse", "politie/cter available",
                ]
            )
            #expect(it.calls.filter { $0 == "message to three" }.count == 1)
            try await it.say(.acknowledgement, at: it.third, as: "kmar/ct", after: 2)
            try await it.settle()
            try await it.say(Self.withdrawal, at: it.first, as: "aivd/ct", after: 3)
            try await it.settle()
            #expect(try await it.deliveries(at: it.first).contains("kmar/ct acknowledged by nctv/analyse"))
            #expect(await it.problem(for: "kmar/ct", at: it.third) == "message.withdrawn")
            #expect(try await it.undelivered(from: it.second).isEmpty)
        }
    }

    @Test("A server that has it, and whose receipt never came, is told a later forward by itself")
    func unreceipted() async throws {
        try await Self.passed { it in
            try await it.settle()
            // As where the line was given up before the answer came.
            _ = try await it.second.commit { transaction in
                try transaction.execute("DELETE FROM relayed_out")
                try transaction.execute(
                    """
                    UPDATE outbox SET state = 'expired', receipt = NULL, taken_at = NULL, taken_as = NULL
                    WHERE statement IS NULL
                    """
                )
            }
            let further = try Passing.passage(["kmar/ct"], basis: "wpg-art16")
            try await it.say(.consent(further), at: it.first, as: "aivd/ct", after: 2)
            try await it.settle()
            try await it.say(.forward(further), at: it.second, as: "om/lovj", after: 3)
            try await it.settle()
            #expect(try await it.deliveries(at: it.third).contains("kmar/ct available by om/lovj"))
            #expect(try await it.undelivered(from: it.second).isEmpty)
        }
    }

    @Test("Back to a server that it passed goes the forward, and never the message")
    func back() async throws {
        try await Neighbours.run { it in
            try await it.passBack()
            #expect(try await it.deliveries(at: it.first) == ["ind/nv available by om/lovj", "om/lovj collected"])
            #expect(it.calls.suffix(2) == ["forward done to one", "forward deliver to one"])
            #expect(it.calls.filter { $0.hasPrefix("message") } == ["message to two"])
            try await it.say(.acknowledgement, at: it.first, as: "ind/nv", after: 2)
            try await it.settle()
            #expect(try await it.deliveries(at: it.second).first == "ind/nv acknowledged by om/lovj")
            let report = try await it.report(for: "ind/nv", at: it.first)
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    @Test("Who has it by a forward passes it on further, and each has the whole chain in its dossier")
    func chain() async throws {
        try await Neighbours.run { it in
            try await it.say(.forward(Passing.passage(["om/parket"])), at: it.second, as: "om/lovj")
            #expect(try await it.say(.forward(Passing.police()), at: it.second, as: "om/parket").waits)
            try await it.settle()
            try await it.say(.consent(Passing.police()), at: it.first, as: "aivd/ct", after: 1)
            try await it.settle()
            let there = ["om/parket collected by om/lovj", "politie/cter available by om/parket"]
            #expect(try await it.deliveries(at: it.third) == there)
            for (mailbox, world) in [("politie/cter", it.third), ("om/lovj", it.second), ("aivd/ct", it.first)] {
                let report = try await it.report(for: mailbox, at: world)
                #expect(report.indication == .totalPassed, "\(report.text())")
            }
        }
    }

    @Test("Who has it by a forward from another server passes it on from its own")
    func onward() async throws {
        try await Neighbours.run { it in
            for passage in [try Passing.passage(["ind/nv"]), try Passing.police()] {
                try await it.say(.consent(passage), at: it.first, as: "aivd/ct", after: 1)
            }
            try await it.settle()
            try await it.say(.forward(Passing.passage(["ind/nv"])), at: it.second, as: "om/lovj", after: 3)
            try await it.settle()
            try await it.say(.forward(Passing.police()), at: it.first, as: "ind/nv", after: 4)
            try await it.settle()
            #expect(try await it.deliveries(at: it.third).contains("politie/cter available by ind/nv"))
            #expect(it.calls.filter { $0.hasPrefix("message") } == ["message to two", "message to three"])
            let report = try await it.report(for: "politie/cter", at: it.third)
            #expect(report.indication == .totalPassed, "\(report.text())")
            #expect(try await it.seen(by: "aivd/ct", at: it.third).forwards.count == 2, "the way that it took")
        }
    }
}
