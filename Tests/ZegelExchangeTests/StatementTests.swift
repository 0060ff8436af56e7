// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity
import ZegelStore

@testable import ZegelExchange

@Suite("Statements")
struct StatementTests {
    struct Attempt: Sendable {
        var kind: Statement.Kind
        var id: String
        var bytes: [UInt8]
        var peer: AuthenticatedPeer
    }

    /// One way to be refused; its good twin is what the same party may say about the same message.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let kind: Statement.Kind
        let deviating: @Sendable (World, StoredMessage, inout Attempt) async throws -> Void

        init(
            _ kind: Statement.Kind,
            _ what: String,
            _ code: String,
            _ deviating: @escaping @Sendable (World, StoredMessage, inout Attempt) async throws -> Void
        ) {
            self.testDescription = "a \(kind.rawValue) \(what)"
            self.code = code
            self.kind = kind
            self.deviating = deviating
        }
    }

    static let hidden = [
        Row(.release, "of what never was", "not-found") { $2.id = "\(MessageID.random())" },
        Row(.release, "of what cannot be", "not-found") { $2.id = "../1" },
        Row(.release, "with a token that does not cover it", "not-found") { world, _, attempt in
            attempt.peer = try world.peer("aivd", scopes: [Scope(.read)])
        },
        Row(.acknowledgement, "by one who has no part in it", "not-found") { world, _, attempt in
            attempt.peer = try world.peer("ind")
        },
        Row(.acknowledgement, "of what waits for a second person", "not-found") { world, _, attempt in
            let waiting = try await world.stored(try Letter.report("AIVD-2").container())
            attempt.id = "\(waiting.id)"
            attempt.bytes = try world.statement(.acknowledgement, about: waiting, as: "om/lovj")
        },
    ]

    static let spoken = [
        Row(.release, "handed in as an acknowledgement", "statement.invalid") { world, _, attempt in
            attempt.kind = .acknowledgement
        },
        Row(.acknowledgement, "that is no signature", "cms.not-der") { $2.bytes = Array("{}".utf8) },
        Row(.acknowledgement, "for a mailbox of another", "statement.signer") { world, message, attempt in
            attempt.bytes = try world.statement(.acknowledgement, about: message, as: "ind/nv")
        },
        Row(.acknowledgement, "for a mailbox that has no part in it", "statement.signer") { world, message, attempt in
            attempt.bytes = try world.statement(.acknowledgement, about: message, as: "om/parket")
        },
        Row(.acknowledgement, "signed by another organisation", "statement.signer") { world, message, attempt in
            let signer = try world.parties["ind"].seal
            attempt.bytes = try world.statement(.acknowledgement, about: message, as: "om/lovj", by: signer)
        },
        Row(.release, "signed with the seal of the first person", "certificate.pseudonym") {
            let signer = try $0.parties["aivd"].seal
            $2.bytes = try $0.statement(.release, about: $1, as: "aivd/ct", by: signer)
        },
        Row(.acknowledgement, "signed with a release certificate", "certificate.profile") {
            let signer = try $0.parties["om"].release
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", by: signer)
        },
        Row(.acknowledgement, "under an authority that nobody trusts", "certificate.untrusted") {
            let signer = try Parties()["om"].seal
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", by: signer)
        },
        Row(.release, "by one who is not registered as releaser", "statement.signer") { world, _, attempt in
            let known = attempt.peer.organisation
            let other = Organisation(
                oin: known.oin,
                short: known.short,
                name: known.name,
                kind: known.kind,
                region: known.region,
                mailboxes: known.mailboxes,
                scopes: known.scopes,
                releasers: [ContentDigest(of: [1])]
            )
            attempt.peer = try world.peer("aivd", as: other)
        },
    ]

    static let subjects = [
        Row(.acknowledgement, "about another message", "statement.other-message") {
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", id: .random())
        },
        Row(.acknowledgement, "about another container", "statement.other-message") {
            let digest = ContentDigest(of: [1])
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", container: digest)
        },
        Row(.acknowledgement, "about a message of another server", "statement.other-message") {
            let server = try $0.parties["om"].oin
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", server: server)
        },
        Row(.acknowledgement, "made six minutes from now", "signature.time-future") {
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", after: 360)
        },
        Row(.acknowledgement, "made more than a day ago", "signature.time-old") {
            $2.bytes = try $0.statement(.acknowledgement, about: $1, as: "om/lovj", after: -86_401)
        },
    ]

    /// The message that a statement is about, and the statement that counts.
    private static func good(_ kind: Statement.Kind, in world: World) async throws -> (StoredMessage, Attempt) {
        let message = try await world.stored(try Letter.report().container())
        let release = Attempt(
            kind: .release,
            id: "\(message.id)",
            bytes: try world.statement(.release, about: message, as: "aivd/ct"),
            peer: try world.peer("aivd")
        )
        guard kind != .release else { return (message, release) }
        try await world.state(.release, about: release.id, release.bytes, as: release.peer)
        let declaration = kind == .refusal ? Statement.Declaration.refusal(reason: "Niet voor ons.") : .acknowledgement
        let bytes = try world.statement(declaration, about: message, as: "om/lovj")
        return (message, Attempt(kind: kind, id: release.id, bytes: bytes, peer: try world.peer("om")))
    }

    @Test("What is refused says why and changes nothing for its good twin", arguments: hidden + spoken + subjects)
    func refusals(_ row: Row) async throws {
        try await World.run { world in
            let (message, good) = try await Self.good(row.kind, in: world)
            var bad = good
            try await row.deviating(world, message, &bad)
            let outcome = await Result { [bad] in
                try await world.state(bad.kind, about: bad.id, bad.bytes, as: bad.peer)
            }
            #expect(outcome.problem?.code == row.code)
            let stored = try await world.state(good.kind, about: good.id, good.bytes, as: good.peer)
            #expect(stored.message == message.id)
            #expect(!stored.isRepeated)
        }
    }

    struct Effect: Sendable {
        let kind: Statement.Kind
        let state: DeliveryState
    }

    @Test(
        "A statement has its effect once, and the same again is answered as before",
        arguments: [
            Effect(kind: .release, state: .available), Effect(kind: .acknowledgement, state: .acknowledged),
            Effect(kind: .refusal, state: .refused),
        ]
    )
    func effects(_ effect: Effect) async throws {
        try await World.run { world in
            let (message, good) = try await Self.good(effect.kind, in: world)
            let first = try await world.state(good.kind, about: good.id, good.bytes, as: good.peer)
            let again = try await world.state(good.kind, about: good.id, good.bytes, as: good.peer)
            #expect(again.isRepeated)
            #expect(first.receipt.encoded == again.receipt.encoded)
            let seen = try await world.read(message.id, as: try world.peer("aivd"))
            #expect(seen.message.state == .accepted)
            #expect(seen.message.deliveries.map(\.state) == [effect.state])
        }
    }

    struct Conflict: Sendable {
        let first: Statement.Kind
        let second: Statement.Declaration
    }

    @Test(
        "What was said cannot be said again in another way",
        arguments: [
            Conflict(first: .release, second: .release),
            Conflict(first: .acknowledgement, second: .refusal(reason: "Niet voor ons.")),
            Conflict(first: .refusal, second: .acknowledgement),
            Conflict(first: .acknowledgement, second: .acknowledgement),
        ]
    )
    func states(_ conflict: Conflict) async throws {
        try await World.run { world in
            let (message, good) = try await Self.good(conflict.first, in: world)
            let first = try await world.state(good.kind, about: good.id, good.bytes, as: good.peer)
            let mailbox = conflict.first == .release ? "aivd/ct" : "om/lovj"
            let second = try world.statement(conflict.second, about: message, as: mailbox, after: 1)
            await #expect(throws: Problem(.statementState)) {
                try await world.state(conflict.second.kind, about: good.id, second, as: good.peer)
            }
            let again = try await world.state(good.kind, about: good.id, good.bytes, as: good.peer)
            #expect(again.receipt.encoded == first.receipt.encoded)
        }
    }

    @Test("A message that one person may let go takes no release")
    func single() async throws {
        try await World.run { world in
            let message = try await world.stored(try Letter.intelligence().container())
            let bytes = try world.statement(.release, about: message, as: "aivd/ct")
            let outcome = await Result {
                try await world.state(.release, about: "\(message.id)", bytes, as: try world.peer("aivd"))
            }
            #expect(outcome.problem?.code == "statement.state")
        }
    }
}
