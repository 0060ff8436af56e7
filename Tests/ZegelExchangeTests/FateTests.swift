// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("What becomes of a message")
struct FateTests {
    private static let withdrawal = Statement.Declaration.withdrawal(reason: "De bron is onbetrouwbaar gebleken.")

    @Test("Who has not collected a withdrawn message gets the withdrawal in its place")
    func withdrawn() async throws {
        try await World.run { world in
            let message = try await Self.released(in: world)
            let om = try world.peer("om")
            let before = try await world.list("om/lovj", as: om)
            let waiting = Task { try await world.list("om/lovj", as: om, after: before.next, wait: 60) }
            try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            let problem = try #require(await Result { try await world.read(message.id, as: om) }.problem)
            #expect(problem.code == "message.withdrawn" && problem.status == 410)
            let told = Dictionary(uniqueKeysWithValues: problem.members.map { ($0.name, $0.value) })
            #expect(told["reason"] == "De bron is onbetrouwbaar gebleken.")
            let bytes = try #require(told["statement"]?.string.flatMap { Base64.decode($0) })
            #expect(try StatementOpening(parsing: bytes).statement.message == message.id)
            let line = try #require(try await waiting.value.messages.first, "a wait is answered with it")
            #expect(line.id == message.id && line.state == .withdrawn && line.notice == .withdrawal)
            let seen = try await world.read(message.id, as: try world.peer("aivd"))
            #expect(seen.message.state == .withdrawn && seen.message.deliveries.map(\.state) == [.withdrawn])
            #expect(try await world.list("om/lovj", as: om).messages.count == 1, "once, where it stands now")
            let mailbox = try #require(MailboxName("om/lovj"))
            let events = try await world.context.store.read(on: world.eventLoop) { view in
                try view.events(of: mailbox, after: before.next, limit: 10)
            }.get()
            #expect(events.map(\.message) == [message.id] && events.first?.notice == .withdrawal)
        }
    }

    @Test("Who has a copy says what became of it, and may destroy later what it kept")
    func disposal() async throws {
        try await World.run { world in
            let message = try await Self.released(in: world)
            try await world.say(.acknowledgement, about: message, as: "om/lovj")
            try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            let kept = Statement.Declaration.disposal(.kept, ground: "Strafdossier.")
            try await world.say(kept, about: message, as: "om/lovj")
            #expect(try await Self.state(of: message, in: world) == .kept)
            let again = try #require(await Self.refusal(of: kept, about: message, as: "om/lovj", after: 1, in: world))
            #expect(again.code == "statement.state")
            let destroyed = Statement.Declaration.disposal(.destroyed, ground: "Onherroepelijk.")
            try await world.say(destroyed, about: message, as: "om/lovj", after: 2)
            #expect(try await Self.state(of: message, in: world) == .destroyed)
        }
    }

    /// Something that cannot be said where a message stands.
    struct Late: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let before: [(Statement.Declaration, as: String)]
        let late: Statement.Declaration
        let speaker: String
        let code: String
    }

    static let late = [
        Late(
            testDescription: "an acknowledgement of what was withdrawn",
            before: [(.release, as: "aivd/ct"), (withdrawal, as: "aivd/ct")],
            late: .acknowledgement,
            speaker: "om/lovj",
            code: "message.withdrawn"
        ),
        Late(
            testDescription: "a refusal of what was withdrawn",
            before: [(.release, as: "aivd/ct"), (withdrawal, as: "aivd/ct")],
            late: .refusal(reason: "Niet voor ons."),
            speaker: "om/lovj",
            code: "message.withdrawn"
        ),
        Late(
            testDescription: "a release of what was withdrawn",
            before: [(withdrawal, as: "aivd/ct")],
            late: .release,
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a second withdrawal",
            before: [(withdrawal, as: "aivd/ct")],
            late: .withdrawal(reason: "Nogmaals."),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a disposal of what was never collected",
            before: [(.release, as: "aivd/ct")],
            late: .disposal(.destroyed, ground: "Niet nodig."),
            speaker: "om/lovj",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction of what nobody has yet",
            before: [],
            late: .correction(replacedBy: reference("AIVD-2")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction by a message that is not there",
            before: [(.release, as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-3")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction by an earlier message",
            before: [(.release, as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-0")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction by a message that waits for its release",
            before: [(.release, as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-4")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction by itself",
            before: [(.release, as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-1")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a correction by a message of another exchange",
            before: [(.release, as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-9")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a second correction",
            before: [(.release, as: "aivd/ct"), (.correction(replacedBy: reference("AIVD-2")), as: "aivd/ct")],
            late: .correction(replacedBy: reference("AIVD-2")),
            speaker: "aivd/ct",
            code: "statement.state"
        ),
        Late(
            testDescription: "a withdrawal by an addressee",
            before: [(.release, as: "aivd/ct")],
            late: withdrawal,
            speaker: "om/lovj",
            code: "statement.signer"
        ),
        Late(
            testDescription: "a disposal by the originator",
            before: [(.release, as: "aivd/ct")],
            late: .disposal(.destroyed, ground: "Niet nodig."),
            speaker: "aivd/ct",
            code: "statement.signer"
        ),
    ]

    @Test("What comes too late or from the wrong side is refused, and changes nothing", arguments: Self.late)
    func refused(_ row: Late) async throws {
        try await World.run { world in
            _ = try await world.stored(try Letter.report("AIVD-0").container())
            let message = try await world.stored(try Letter.report().container())
            let later = try await world.stored(try Letter.report("AIVD-2").container())
            try await world.say(.release, about: later, as: "aivd/ct")
            _ = try await world.stored(try Letter.report("AIVD-4").container())
            _ = try await world.stored(try Letter.intelligence("AIVD-9").container())
            for (declaration, speaker) in row.before {
                try await world.say(declaration, about: message, as: speaker)
            }
            let before = try await world.read(message.id, as: try world.peer("aivd"))
            let refusal = await Self.refusal(of: row.late, about: message, as: row.speaker, after: 1, in: world)
            #expect(refusal?.code == row.code)
            let after = try await world.read(message.id, as: try world.peer("aivd"))
            #expect(after.message.state == before.message.state)
            #expect(after.message.deliveries == before.message.deliveries && after.links == before.links)
        }
    }

    @Test("A correction links both ways, for those who had the first")
    func correction() async throws {
        try await World.run { world in
            let first = try await Self.released(in: world)
            let second = try await world.stored(try Letter.report("AIVD-2").container())
            try await world.say(.release, about: second, as: "aivd/ct")
            let cursor = try await world.list("om/lovj", as: try world.peer("om")).next
            let by = Statement.Declaration.correction(replacedBy: Self.reference("AIVD-2"))
            try await world.say(by, about: first, as: "aivd/ct")
            for who in ["aivd", "om"] {
                let peer = try world.peer(who)
                let old = try await world.read(first.id, as: peer)
                #expect(old.links.replacedBy == Self.reference("AIVD-2") && old.message.state == .accepted)
                #expect(try await world.read(second.id, as: peer).links.replaces == [Self.reference("AIVD-1")])
            }
            let audited = try await world.audit(second.id, as: try world.peer("ctivd"))
            #expect(audited.links.replaces == [Self.reference("AIVD-1")])
            let page = try await world.list("om/lovj", as: try world.peer("om"), after: cursor)
            #expect(page.messages.map(\.id) == [first.id] && page.messages.first?.notice == .correction)
        }
    }

    // MARK: -

    private static func reference(_ kenmerk: String) -> Statement.Reference {
        guard let kenmerk = Kenmerk(kenmerk), let date = CalendarDate("2026-11-20") else {
            preconditionFailure("The rows name real references.")
        }
        return Statement.Reference(kenmerk: kenmerk, date: date)
    }

    private static func released(in world: World) async throws -> StoredMessage {
        let message = try await world.stored(try Letter.report().container())
        try await world.say(.release, about: message, as: "aivd/ct")
        return message
    }

    private static func refusal(
        of declaration: Statement.Declaration,
        about message: StoredMessage,
        as mailbox: String,
        after seconds: Int64,
        in world: World
    ) async -> Problem? {
        await Result {
            try await world.say(declaration, about: message, as: mailbox, after: seconds)
        }.problem
    }

    private static func state(of message: StoredMessage, in world: World) async throws -> DeliveryState? {
        try await world.read(message.id, as: try world.peer("aivd")).message.deliveries.first?.state
    }
}
