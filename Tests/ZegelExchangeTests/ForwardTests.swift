// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("Passing a message on")
struct ForwardTests {
    @Test("Where the exchange lets it go on, whom it names has it, and the originator sees through whom")
    func allowed() async throws {
        try await Passing.run { it in
            #expect(await it.problem(for: "om/parket")?.code == "not-found")
            let stored = try await it.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj")
            #expect(!stored.waits && stored.opened.map { "\($0)" } == ["om/parket"])
            #expect(try await it.list("om/parket").messages.map(\.state) == [.available])
            let own = try await it.seen(by: "om/parket")
            #expect("\(own.grant.asker)" == "om/parket" && own.grant.view == .addressee && own.forwards.isEmpty)
            try await it.say(.acknowledgement, as: "om/parket")
            let all = try await it.seen(by: "aivd/ct")
            #expect(all.message.deliveries.map { "\($0.mailbox)" } == ["om/lovj", "om/parket"])
            #expect(all.message.deliveries.map { $0.forwardedBy.map { "\($0)" } } == [nil, "om/lovj"])
            #expect(all.message.deliveries.map(\.state) == [.available, .acknowledged])
            #expect(all.forwards.map(\.state) == [.done])
            #expect(try await it.seen(by: "om/lovj").forwards == all.forwards)
            #expect(try await it.list("aivd/ct").messages.isEmpty, "nobody asked it anything")
            #expect(try await it.statements("om/parket") == [.release, .forward, .acknowledgement])
            #expect(try await it.statements("om/lovj") == [.release, .forward])
            let decisions = try await it.decisions()
            #expect(decisions.isAllowed == [true] && decisions.differences.isEmpty)
        }
    }

    @Test("A forward that needs a consent waits for it, and nobody has the message by it before")
    func waiting() async throws {
        try await Passing.run { it in
            async let asked = it.list("aivd/ct", wait: 60)
            let bytes = try it.world.statement(.forward(Passing.police()), about: it.message, as: "om/lovj")
            func send() async throws -> StoredStatement {
                try await it.world.state(.forward, about: "\(it.message.id)", bytes, as: try it.peer("om/lovj"))
            }
            let first = try await send()
            #expect(first.waits && first.opened.map { "\($0)" } == ["aivd/ct"])
            let again = try await send()
            #expect(again.waits && again.isRepeated && again.receipt.encoded == first.receipt.encoded)
            #expect(await it.problem(for: "politie/cter")?.code == "not-found")
            #expect(try await it.list("politie/cter").messages.isEmpty)
            let line = try #require(try await asked.messages.first, "who waits for post hears of it")
            #expect(line.id == it.message.id && line.notice == .consent && line.state == nil)
            #expect(try await it.events("aivd/ct").map(\.notice) == [.consent])
            #expect(try await it.due("aivd/ct").consents.map(\.forward.passage) == [Passing.police()])
            #expect(try await it.due("om/lovj").forwards.map(\.message.id) == [it.message.id])
            #expect(try await it.due("om/lovj").consents.isEmpty)
            #expect(try await it.due("om/parket").forwards.isEmpty)
            #expect(try await it.seen(by: "om/lovj").forwards.map(\.state) == [.waiting])
            #expect(try await it.statements() == [.release], "a dossier shows what had effect")

            let cursor = try await it.list("om/lovj").next
            let consent = try await it.say(.consent(Passing.police()), as: "aivd/ct", after: 1)
            #expect(Set(consent.opened.map { "\($0)" }) == ["om/lovj", "politie/cter"])
            #expect(try await it.list("politie/cter").messages.map(\.state) == [.available])
            #expect(try await it.seen(by: "politie/cter").message.id == it.message.id)
            try await it.say(.acknowledgement, as: "politie/cter", after: 2)
            #expect(try await it.list("om/lovj", after: cursor).messages.map(\.notice) == [.forward])
            #expect(try await it.list("aivd/ct").messages.isEmpty)
            #expect(try await it.events("aivd/ct").isEmpty)
            #expect(try await it.due("aivd/ct").consents.isEmpty)
            #expect(try await it.due("om/lovj").forwards.isEmpty)
            #expect(try await it.seen(by: "aivd/ct").forwards.map(\.state) == [.done])
            #expect(try await it.statements() == [.release, .consent, .forward, .acknowledgement])
            #expect(try await it.statements("politie/cter") == [.release, .consent, .forward, .acknowledgement])
            let after = try await send()
            #expect(!after.waits && after.isRepeated && after.receipt.encoded == first.receipt.encoded)
            let decisions = try await it.decisions()
            #expect(decisions.isAllowed == [false, true] && decisions.differences.isEmpty)
        }
    }

    @Test("A consent that was given before counts, for its mailbox, purpose and basis")
    func before() async throws {
        try await Passing.run(isReleased: false) { it in
            try await it.say(.consent(Passing.police()), as: "aivd/ct")
            try await ReadingTests.release(it.message, in: it.world)
            let stored = try await it.say(.forward(Passing.police()), as: "om/lovj")
            #expect(!stored.waits)
            #expect(try await it.list("politie/cter").messages.count == 1)
        }
    }

    struct Other: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let consent: @Sendable () throws -> Statement.Passage
    }

    @Test(
        "A consent to something else leaves a forward waiting",
        arguments: [
            Other(testDescription: "another purpose") { try Passing.police(purpose: "persoonsgerichte-aanpak") },
            Other(testDescription: "another basis") { try Passing.passage(["politie/cter"]) },
            Other(testDescription: "another mailbox") { try Passing.passage(["kmar/ct"], basis: "wpg-art16") },
            Other(testDescription: "the mailbox as one of another organisation") {
                let right = try Passing.police()
                let oin = try Parties.shared.get()["om"].oin
                let to = right.to.map { MailboxAddress(oin: oin, mailbox: $0.mailbox) }
                return Statement.Passage(to: to, purpose: right.purpose, legalBasis: right.legalBasis)
            },
        ]
    )
    func otherConsent(_ other: Other) async throws {
        try await Passing.run { it in
            try await it.say(.forward(Passing.police()), as: "om/lovj")
            try await it.say(.consent(other.consent()), as: "aivd/ct")
            #expect(try await it.seen(by: "om/lovj").forwards.map(\.state) == [.waiting])
            #expect(await it.problem(for: "politie/cter")?.code == "not-found")
            try await it.say(.consent(Passing.police()), as: "aivd/ct", after: 1)
            #expect(try await it.seen(by: "om/lovj").forwards.map(\.state) == [.done])
        }
    }

    @Test("A forward to several waits until there is a consent to each")
    func several() async throws {
        try await Passing.run { it in
            let both = try Passing.passage(["politie/cter", "kmar/ct"], basis: "wpg-art16")
            try await it.say(.forward(both), as: "om/lovj")
            try await it.say(.consent(Passing.police()), as: "aivd/ct")
            #expect(try await it.seen(by: "om/lovj").forwards.map(\.state) == [.waiting])
            #expect(try await it.list("politie/cter").messages.isEmpty)
            try await it.say(.consent(Passing.passage(["kmar/ct"], basis: "wpg-art16")), as: "aivd/ct", after: 1)
            for mailbox in ["politie/cter", "kmar/ct"] { #expect(try await it.list(mailbox).messages.count == 1) }
            #expect(try await it.decisions().isAllowed == [false, false, true])
        }
    }

    @Test("The originator may refuse what waits, and who asked reads why")
    func refused() async throws {
        try await Passing.run { it in
            try await it.say(.forward(Passing.police()), as: "om/lovj")
            let cursor = try await it.list("om/lovj").next
            let no = Statement.Declaration.refusal(reason: "De bron loopt gevaar.")
            try await it.say(no, as: "aivd/ct")
            let forward = try #require(try await it.seen(by: "om/lovj").forwards.first)
            #expect(forward.state == .refused && forward.reason == "De bron loopt gevaar.")
            #expect(try await it.list("om/lovj", after: cursor).messages.map(\.notice) == [.forward])
            #expect(await it.problem(for: "politie/cter")?.code == "not-found")
            #expect(await it.refusal(of: no, as: "aivd/ct", after: 1)?.code == "statement.state", "nothing waits")
            try await it.say(.consent(Passing.police()), as: "aivd/ct", after: 2)
            #expect(try await it.list("politie/cter").messages.isEmpty, "what was refused stays so")
            try await it.say(.forward(Passing.police()), as: "om/lovj", after: 3)
            #expect(try await it.list("politie/cter").messages.count == 1, "it may be asked again")
            #expect(try await it.statements() == [.release, .refusal, .consent, .forward])
            #expect(try await it.seen(by: "aivd/ct").message.deliveries.first?.state == .available)
        }
    }

    @Test("A forward that waited is decided by what holds when the consent comes")
    func lapsed() async throws {
        try await Passing.run(["reviewBy": "2026-11-21"]) { it in
            try await it.say(.forward(Passing.police()), as: "om/lovj")
            it.world.clock.pass(seconds: 2 * 86_400)
            try await it.say(.consent(Passing.police()), as: "aivd/ct", after: 2 * 86_400)
            let forward = try #require(try await it.seen(by: "om/lovj").forwards.first)
            #expect(forward.state == .refused && forward.reasons == ["term.lapsed"])
            #expect(try await it.list("politie/cter").messages.isEmpty)
        }
    }

    @Test("Who has it by a forward may pass it on as the exchange lets it, and each has the whole chain in its dossier")
    func chain() async throws {
        try await Passing.run { it in
            try await it.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj")
            #expect(try await it.say(.forward(Passing.police()), as: "om/parket").waits)
            try await it.say(.consent(Passing.police()), as: "aivd/ct")
            #expect(try await it.seen(by: "politie/cter").message.id == it.message.id)
            #expect(try await it.statements("politie/cter") == [.release, .forward, .consent, .forward])
            #expect(try await it.statements("om/parket") == [.release, .forward, .consent, .forward])
            #expect(try await it.statements("om/lovj") == [.release, .forward], "what others do is not shown")
            let deliveries = try await it.seen(by: "aivd/ct").message.deliveries
            #expect(deliveries.map { $0.forwardedBy.map { "\($0)" } } == [nil, "om/lovj", "om/parket"])
        }
    }

    @Test("A withdrawal and a correction reach who has it by a forward, and end what waits")
    func withdrawn() async throws {
        try await Passing.run { it in
            try await it.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj")
            try await it.say(.acknowledgement, as: "om/parket")
            try await it.say(.forward(Passing.police()), as: "om/lovj")
            let later = try await it.world.stored(try Letter.report("AIVD-2").container())
            try await ReadingTests.release(later, in: it.world)
            let reference = Statement.Reference(kenmerk: later.header.kenmerk, date: later.header.date)
            try await it.say(.correction(replacedBy: reference), as: "aivd/ct")
            #expect(try await it.list("om/parket").messages.map(\.notice) == [.correction])
            #expect(try await it.seen(by: "om/parket").links.replacedBy == reference)
            try await it.say(.withdrawal(reason: "Onjuist."), as: "aivd/ct", after: 1)
            #expect(await it.problem(for: "om/parket")?.code == "message.withdrawn")
            #expect(try await it.list("om/parket").messages.map(\.notice) == [.withdrawal])
            try await it.say(.disposal(.destroyed, ground: "Ingetrokken."), as: "om/parket", after: 2)
            let seen = try await it.seen(by: "aivd/ct")
            #expect(seen.message.deliveries.map(\.state) == [.withdrawn, .destroyed])
            #expect(seen.forwards.map(\.state) == [.done, .refused])
            #expect(seen.forwards.last?.reasons == ["onward.withdrawn"])
            #expect(try await it.due("aivd/ct").consents.isEmpty)
            #expect(try await it.list("aivd/ct").messages.isEmpty)
            let late = await it.refusal(of: .forward(try Passing.passage(["ind/nv"])), as: "om/lovj", after: 3)
            #expect(late?.code == "policy.denied" && late?.reasons.contains("onward.withdrawn") == true)
            let consent = await it.refusal(of: .consent(try Passing.police()), as: "aivd/ct", after: 4)
            #expect(consent?.code == "statement.state")
        }
    }

    @Test("Who has it already keeps it as it stands, and the one who passes it on is not told")
    func twice() async throws {
        try await Passing.run(["to": .array([try Letter.address("om/lovj")])]) { it in
            try await it.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj")
            try await it.say(.acknowledgement, as: "om/parket")
            let forward = try Passing.passage(["politie/cter", "om/parket"], basis: "wpg-art16")
            try await it.say(.consent(forward), as: "aivd/ct")
            try await it.say(.forward(forward), as: "om/lovj", after: 1)
            let states = try await it.seen(by: "aivd/ct").message.deliveries.map(\.state)
            #expect(states == [.available, .acknowledged, .available])
        }
    }

    @Test("Forwards of others never keep an originator from taking its message back")
    func room() async throws {
        try await Passing.run(limits: .with { $0.statementsPerMessage = 2 }) { it in
            try await it.say(.forward(Passing.police()), as: "om/lovj")
            let more = await it.refusal(of: .forward(try Passing.passage(["om/parket"])), as: "om/lovj", after: 1)
            #expect(more?.code == "statement.state")
            try await it.say(.withdrawal(reason: "Onjuist."), as: "aivd/ct", after: 2)
        }
    }
}
