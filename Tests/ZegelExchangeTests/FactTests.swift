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

@Suite("What the server knows of a message that is handed in")
struct FactTests {
    /// The reasons of a refusal; none where it was accepted.
    private static func reasons(_ letter: Letter, as name: String, in world: World) async throws -> [String] {
        let container = try letter.signed()
        let outcome = await Result { try await world.submit(container, as: try world.peer(name)) }
        if let problem = outcome.problem {
            return problem.members.first { $0.name == "reasons" }?.value.array?.compactMap(\.string) ?? [problem.code]
        }
        return []
    }

    /// Lets a message go as the second person of the police.
    private static func release(_ letter: Letter, in world: World) async throws {
        let police = try world.peer("politie")
        let message = try await world.stored(letter.signed(), as: police)
        let statement = try world.statement(.release, about: message, as: "politie/cter")
        try await world.state(.release, about: "\(message.id)", statement, as: police)
    }

    struct Seat: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let id: String
        var to = ["gemeente-den-haag/casus"]
        let reasons: [String]
    }

    @Test(
        "A case is what its table says, to those who have part in it, and to all others as one that is not there",
        arguments: [
            Seat(testDescription: "at the table", id: "DH-17", reasons: []),
            Seat(
                testDescription: "to one whose seat has ended",
                id: "DH-17",
                to: ["gemeente-den-haag/casus", "om/parket"],
                reasons: ["case.membership-lapsed"]
            ),
            Seat(
                testDescription: "to one who was never invited",
                id: "DH-17",
                to: ["dji/mar"],
                reasons: ["case.not-member"]
            ),
            Seat(testDescription: "closed", id: "DH-19", reasons: ["case.closed"]),
            Seat(testDescription: "never invited", id: "DH-18", reasons: ["case.not-member"]),
            Seat(testDescription: "never invited to one that is closed", id: "DH-20", reasons: ["case.not-member"]),
            Seat(testDescription: "not yet invited", id: "DH-21", reasons: ["case.not-member"]),
            Seat(testDescription: "of no such case", id: "DH-99", reasons: ["case.not-member"]),
        ]
    )
    func cases(_ row: Seat) async throws {
        try await World.run(cases: try .trial()) { world in
            let letter = try Letter.paper("POL-1", case: row.id, to: row.to)
            #expect(try await Self.reasons(letter, as: "politie", in: world) == row.reasons)
        }
    }

    @Test("A case that changes between decision and commit is decided anew")
    func changedCase() async throws {
        try await World.withFolder { folder in
            let book = try CaseBook.trial()
            let letter = try Letter.paper("POL-1", case: "DH-17")
            let world = try World(in: folder, cases: book)
            defer { world.context.store.close() }
            let ground = try await world.context.ground(
                of: HeaderView(try MessageHeader(parsing: letter.header, limits: .init())),
                on: world.eventLoop
            ).get()
            let (same, other) = try await world.context.store.read(on: world.eventLoop) { view in
                (try ground.isStillSo(in: view, book), try ground.isStillSo(in: view, .empty))
            }.get()
            #expect(same)
            #expect(!other)
        }
    }

    @Test("A release is decided by the table as it is when the second person signs")
    func releaseInClosedCase() async throws {
        try await World.run(cases: try .trial()) { world in
            let chair = try world.peer("gemeente-den-haag")
            let message = try await world.stored(Letter.proposal("DH-P1", case: "DH-17").signed(), as: chair)
            let bytes = try world.statement(.release, about: message, as: "gemeente-den-haag/casus")
            let engine = world.context.policy.engine
            world.context.policy.replace(with: Rules(engine: engine))
            let refused = await Result {
                try await world.state(.release, about: "\(message.id)", bytes, as: chair)
            }
            #expect(refused.problem == Problem(.policyDenied))
            world.context.policy.replace(with: Rules(engine: engine, cases: try .trial()))
            try await world.state(.release, about: "\(message.id)", bytes, as: chair)
        }
    }

    @Test("A list goes on where it ended, each list by itself, to who gets it")
    func lists() async throws {
        try await World.run { world in
            let gap = ["list.version-gap"]
            #expect(try await Self.reasons(.list("L-0", version: 2), as: "politie", in: world) == gap)
            #expect(try await Self.reasons(.list("L-1", version: 1), as: "politie", in: world) == [])
            #expect(try await Self.reasons(.list("L-2", version: 1), as: "politie", in: world) == gap)
            #expect(try await Self.reasons(.list("L-3", version: 3), as: "politie", in: world) == gap)
            #expect(try await Self.reasons(.list("L-4", version: 2), as: "politie", in: world) == [])
            #expect(try await Self.reasons(.list("L-5", version: 1, name: "anders"), as: "politie", in: world) == [])
            let others = try Letter.list("L-6", version: 3, to: ["aivd/ct", "politie/sirene"])
            let reasons = try await Self.reasons(others, as: "politie", in: world)
            #expect(reasons.contains("list.not-subscriber") && !reasons.contains("list.version-gap"))
        }
    }

    @Test("Of two next versions that come at once one is refused")
    func twoVersions() async throws {
        try await World.withFolder { folder in
            let containers = try ["L-1", "L-2"].map { try Letter.list($0, version: 1).signed() }
            let (world, results) = try await CompetingTests.together(containers, as: "politie", in: folder)
            defer { world.context.store.close() }
            #expect(results.compactMap(\.problem) == [Problem(.policyDenied)])
            #expect(try await Self.reasons(.list("L-3", version: 2), as: "politie", in: world) == [])
        }
    }

    @Test("A removal reaches everyone who had the entry, by each message that it cites")
    func told() async throws {
        try await World.run { world in
            try await Self.release(.list("L-1", version: 1, to: ["aivd/ct"]), in: world)
            try await Self.release(.list("L-2", version: 2, to: ["aivd/ct", "kmar/ct"]), in: world)
            // Nobody has what waits for its release.
            _ = try await world.stored(
                Letter.list("L-3", version: 3, to: ["om/lovj"]).signed(),
                as: world.peer("politie")
            )
            func reasons(_ kenmerk: String, _ cited: [String], _ to: [String]) async throws -> [String] {
                try await Self.reasons(.removal(kenmerk, of: cited, to: to), as: "politie", in: world)
            }
            #expect(try await reasons("R-1", ["L-1"], ["aivd/ct"]) == [])
            #expect(try await reasons("R-2", ["L-1", "L-2"], ["aivd/ct"]) == ["field.value"])
            #expect(try await reasons("R-3", ["L-1", "L-2"], ["aivd/ct", "kmar/ct"]) == [])
            #expect(try await reasons("R-4", ["L-1", "L-3"], ["aivd/ct"]) == [])
            #expect(try await reasons("R-5", ["L-9"], ["aivd/ct"]).first == "reply.unmatched")
        }
    }

    @Test("A hundred questions a day are enough, also where two of them come at once, and the next day begins anew")
    func questions() async throws {
        try await World.withFolder { folder in
            let containers = try ["Q-1", "Q-2"].map { try Letter.question($0).signed() }
            let (world, results) = try await CompetingTests.together(containers, as: "politie", in: folder) { world in
                try await Self.ask(99, in: world)
            }
            defer { world.context.store.close() }
            #expect(results.compactMap(\.problem) == [Problem(.policyDenied)])
            #expect(try await Self.reasons(.question("Q-3"), as: "politie", in: world) == ["route.not-allowed"])
            #expect(try await Self.reasons(.question("Q-4", from: "kmar/ct"), as: "kmar", in: world) == [])
            world.clock.pass(seconds: 11 * 3_600)
            var next = try Letter.question("Q-5")
            next.signedAt = world.clock.now
            #expect(try await Self.reasons(next, as: "politie", in: world) == [], "it is past midnight in Amsterdam")
        }
    }

    /// Counts questions as if they had been asked.
    private static func ask(_ number: Int, in world: World) async throws {
        let promise = world.eventLoop.makePromise(of: Void.self)
        guard let mailbox = MailboxName("politie/cter") else { throw Missing() }
        world.context.store.committer.commit(
            { transaction in
                for _ in 1...number {
                    try transaction.count(question: "vraag", in: "hit-no-hit", by: mailbox, on: Parties.now.date)
                }
            },
            answering: promise
        )
        try await promise.futureResult.get()
    }
}
