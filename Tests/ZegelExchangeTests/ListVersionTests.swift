// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("The versions of a list")
struct ListVersionTests {
    private static func publish(_ letter: Letter, in world: World) async throws -> StoredMessage {
        let police = try world.peer("politie")
        let message = try await world.stored(try letter.signed(), as: police)
        let statement = try world.statement(.release, about: message, as: "politie/cter")
        try await world.state(.release, about: "\(message.id)", statement, as: police)
        return message
    }

    private static func lines(_ mailbox: String, in world: World) async throws -> [String] {
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        return try await world.list(mailbox, as: peer).messages.map { line in
            "\(line.kenmerk) \(line.list?.version ?? 0) \(line.notice?.rawValue ?? "")"
        }
    }

    @Test("An earlier one is shown as replaced where a later one came, and to nobody whom that did not reach")
    func replaced() async throws {
        try await World.run { world in
            let first = try await Self.publish(.list("L-1", version: 1), in: world)
            #expect(try await Self.lines("kmar/ct", in: world) == ["L-1 1 "])
            let second = try await Self.publish(.list("L-2", version: 2, to: ["aivd/ct"]), in: world)
            #expect(try await Self.lines("aivd/ct", in: world) == ["L-1 1 replacement", "L-2 2 "])
            #expect(try await Self.lines("kmar/ct", in: world) == ["L-1 1 "], "it was not told of the second")
            _ = try await Self.publish(.list("L-3", version: 1, name: "anderen"), in: world)
            #expect(
                try await Self.lines("kmar/ct", in: world) == ["L-1 1 ", "L-3 1 "],
                "another list replaces nothing"
            )
            let places = [("aivd", true), ("politie", true), ("kmar", false)]
            for (name, isTold) in places {
                let seen = try await world.read(first.id, as: try world.peer(name))
                #expect((seen.links.replacedBy?.kenmerk == second.header.kenmerk) == isTold, "\(name)")
                #expect((seen.links.replacedBy == nil) != isTold)
            }
            let taken = try world.statement(.withdrawal(reason: "Onjuist."), about: second, as: "politie/cter")
            try await world.state(.withdrawal, about: "\(second.id)", taken, as: try world.peer("politie"))
            #expect(try await Self.lines("aivd/ct", in: world) == ["L-1 1 ", "L-3 1 ", "L-2 2 withdrawal"])
        }
    }

    @Test("One that waits for its release replaces nothing")
    func waiting() async throws {
        try await World.run { world in
            let first = try await Self.publish(.list("L-1", version: 1), in: world)
            _ = try await world.stored(try Letter.list("L-2", version: 2).signed(), as: try world.peer("politie"))
            #expect(try await Self.lines("aivd/ct", in: world) == ["L-1 1 "])
            #expect(try await world.read(first.id, as: try world.peer("politie")).links.replacedBy == nil)
        }
    }

    private static func overview(
        of mailbox: String,
        as who: String,
        in world: World
    ) async throws -> (published: [String], received: [String]) {
        let call = ExchangeCall(world.context, by: try world.peer(who), trace: .random(), on: world.eventLoop)
        let lists = try await ReadLists(call)(MailboxName(mailbox), limit: 10).get()
        func text(_ version: ListedVersion) -> String {
            "\(version.list.name) \(version.list.version) \(version.standing.rawValue)"
        }
        return (lists.published.map(text), lists.received.map(text))
    }

    @Test("Stand in an overview of who publishes them and of who has them, and of nobody else")
    func overviews() async throws {
        try await World.run { world in
            _ = try await Self.publish(.list("L-1", version: 1), in: world)
            let second = try await Self.publish(.list("L-2", version: 2, to: ["aivd/ct"]), in: world)
            _ = try await world.stored(try Letter.list("L-3", version: 3).signed(), as: try world.peer("politie"))
            var police = try await Self.overview(of: "politie/cter", as: "politie", in: world)
            #expect(
                police.published == [
                    "uitreizigers 3 awaiting-release", "uitreizigers 2 in-force", "uitreizigers 1 replaced",
                ]
            )
            #expect(police.received == [])
            let aivd = try await Self.overview(of: "aivd/ct", as: "aivd", in: world)
            #expect(aivd.published == [] && aivd.received == ["uitreizigers 2 in-force", "uitreizigers 1 replaced"])
            let kmar = try await Self.overview(of: "kmar/ct", as: "kmar", in: world)
            #expect(kmar.received == ["uitreizigers 1 in-force"], "for it the second never came")
            let taken = try world.statement(.withdrawal(reason: "Onjuist."), about: second, as: "politie/cter")
            try await world.state(.withdrawal, about: "\(second.id)", taken, as: try world.peer("politie"))
            police = try await Self.overview(of: "politie/cter", as: "politie", in: world)
            #expect(police.published.suffix(2) == ["uitreizigers 2 withdrawn", "uitreizigers 1 in-force"])
            await #expect(throws: Problem(.notFound)) {
                _ = try await Self.overview(of: "politie/cter", as: "aivd", in: world)
            }
        }
    }
}
