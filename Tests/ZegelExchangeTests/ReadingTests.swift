// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOEmbedded
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("Looking at messages")
struct ReadingTests {
    /// Who looks at an official report of aivd/ct to om/lovj, and what becomes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isReleased = true
        var isAudit = false
        let who: String
        var scopes: Set<Scope>?
        /// Through whose eyes it is seen; `nil` where for this caller there is no such message.
        let view: ExportRecord.View?
    }

    static let rows = [
        Row(testDescription: "its sender", who: "aivd", view: .originator),
        Row(testDescription: "its sender, before it is released", isReleased: false, who: "aivd", view: .originator),
        Row(testDescription: "its addressee", who: "om", view: .addressee),
        Row(testDescription: "its addressee, before it is released", isReleased: false, who: "om", view: nil),
        Row(testDescription: "one who has no part in it", who: "ind", view: nil),
        Row(testDescription: "its addressee without the scope", who: "om", scopes: [Scope(.send)], view: nil),
        Row(
            testDescription: "another mailbox of its addressee",
            who: "om",
            scopes: [Scope(.read, mailbox: MailboxName("om/parket"))],
            view: nil
        ),
        Row(testDescription: "the auditor of its exchange", isAudit: true, who: "ctivd", view: .audit),
        Row(testDescription: "the auditor as a party", who: "ctivd", view: nil),
        Row(testDescription: "an auditor of other exchanges", isAudit: true, who: "ap", view: nil),
        Row(testDescription: "its addressee as an auditor", isAudit: true, who: "om", view: nil),
    ]

    @Test("A message is there for those who may know of it, and for all others never was", arguments: rows)
    func visibility(_ row: Row) async throws {
        try await World.run { world in
            let message = try await world.stored(try Letter.report().container())
            if row.isReleased { try await Self.release(message, in: world) }
            let peer = try world.peer(row.who, scopes: row.scopes)
            func look(_ id: String) async -> Result<ReadMessage.Seen, any Error> {
                await Result { row.isAudit ? try await world.audit(id, as: peer) : try await world.read(id, as: peer) }
            }
            let outcome = await look("\(message.id)")
            guard let view = row.view else {
                #expect(outcome.problem == Problem(.notFound))
                let absent = await look("\(MessageID.random())")
                #expect(outcome.problem?.document.encoded == absent.problem?.document.encoded)
                return
            }
            let seen = try outcome.get()
            #expect(seen.grant.view == view)
            #expect(seen.message.id == message.id)
            #expect(seen.grant.withDocuments == (view != .audit))
        }
    }

    @Test(
        "An id in any other shape is one that never was",
        arguments: ["", "1", "../x", String(repeating: "G", count: 32)]
    )
    func shapes(_ id: String) async throws {
        try await World.run { world in
            await #expect(throws: Problem(.notFound)) { try await world.read(id, as: try world.peer("aivd")) }
        }
    }

    static func release(_ message: StoredMessage, in world: World) async throws {
        let bytes = try world.statement(.release, about: message, as: "aivd/ct")
        try await world.state(.release, about: "\(message.id)", bytes, as: try world.peer("aivd"))
    }

    // MARK: - Mailboxes

    struct MailboxRow: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let mailbox: String
        let who: String
        var scopes: Set<Scope>?
        var cursor: String?
        let code: String
    }

    static let mailboxes = [
        MailboxRow(testDescription: "of another organisation", mailbox: "nctv/analyse", who: "om", code: "not-found"),
        MailboxRow(testDescription: "that is none", mailbox: "nctv/geen", who: "nctv", code: "not-found"),
        MailboxRow(testDescription: "with a name that is none", mailbox: "nctv", who: "nctv", code: "not-found"),
        MailboxRow(
            testDescription: "without the scope",
            mailbox: "nctv/analyse",
            who: "nctv",
            scopes: [Scope(.send)],
            code: "not-found"
        ),
        MailboxRow(
            testDescription: "behind a cursor that was made up",
            mailbox: "nctv/analyse",
            who: "nctv",
            cursor: "AAAA",
            code: "request.cursor"
        ),
    ]

    @Test("A mailbox lists its post to its own organisation alone", arguments: mailboxes)
    func listing(_ row: MailboxRow) async throws {
        try await World.run { world in
            let message = try await world.stored(try Letter.intelligence().container())
            let outcome = await Result {
                try await world.list(
                    row.mailbox,
                    as: try world.peer(row.who, scopes: row.scopes),
                    after: row.cursor
                )
            }
            #expect(outcome.problem?.code == row.code)
            let page = try await world.list("nctv/analyse", as: try world.peer("nctv"))
            #expect(page.messages.map(\.id) == [message.id])
        }
    }

    @Test("Pages follow each other without a gap or a repeat, in order of arrival")
    func pages() async throws {
        try await World.run { world in
            var ids: [MessageID] = []
            for number in 1...7 {
                ids.append(try await world.stored(try Letter.intelligence("AIVD-\(number)").container()).id)
            }
            let nctv = try world.peer("nctv")
            var found: [MessageID] = []
            var cursor: String?
            for expected in [3, 3, 1, 0] {
                let page = try await world.list("nctv/analyse", as: nctv, after: cursor, limit: 3)
                #expect(page.messages.count == expected)
                found += page.messages.map(\.id)
                cursor = page.next
            }
            #expect(found == ids)
        }
    }

    @Test("Who waits for post has it as soon as it comes")
    func waiting() async throws {
        try await World.run { world in
            let nctv = try world.peer("nctv")
            let waiting = Task { try await world.list("nctv/analyse", as: nctv, wait: 60) }
            let message = try await world.stored(try Letter.intelligence().container())
            #expect(try await waiting.value.messages.map(\.id) == [message.id])
        }
    }

    @Test("A wait ends at the first ring for its mailbox, or when its time is over")
    func bell() throws {
        let bell = MailboxBell()
        let eventLoop = EmbeddedEventLoop()
        let (own, other) = (try #require(MailboxName("om/lovj")), try #require(MailboxName("om/parket")))
        var ended = 0
        func wait(_ mailbox: MailboxName) {
            bell.wait(for: mailbox, seconds: 60, on: eventLoop).assumeIsolated().whenComplete { _ in ended += 1 }
        }
        wait(own)
        wait(own)
        wait(other)
        bell.ring(for: [own])
        eventLoop.run()
        #expect(ended == 2)
        eventLoop.advanceTime(by: .seconds(59))
        #expect(ended == 2)
        eventLoop.advanceTime(by: .seconds(1))
        #expect(ended == 3)
        wait(other)
        bell.ringAll()
        eventLoop.run()
        #expect(ended == 4)
    }
}
