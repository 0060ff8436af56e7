// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelStore

@testable import ZegelExchange

@Suite("Passing on what one may not, and consenting to what is not one's own")
struct ForwardAttackTests {
    /// Something that may not be said; then the good twin is.
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        var reasons: [String] = []
        var before: @Sendable (Passing) async throws -> Void = { _ in }
        let attack: @Sendable (Passing) async throws -> StoredStatement
    }

    private static func bytes(_ it: Passing, as mailbox: String, by signer: String) throws -> [UInt8] {
        let signer = try it.world.parties[signer].seal
        return try it.world.statement(
            .forward(Passing.passage(["om/parket"])),
            about: it.message,
            as: mailbox,
            by: signer
        )
    }

    static let attacks = [
        Attack(testDescription: "a forward by one who does not have it", code: "not-found") {
            try await $0.say(.forward(Passing.passage(["ind/rwn"])), as: "ind/nv")
        },
        Attack(testDescription: "a forward by another mailbox of one who has it", code: "not-found") {
            try await $0.say(.forward(Passing.passage(["om/fp"])), as: "om/parket")
        },
        Attack(testDescription: "a forward for a mailbox that the token does not speak for", code: "statement.signer") {
            let bytes = try Self.bytes($0, as: "om/parket", by: "om")
            return try await $0.world.state(.forward, about: "\($0.message.id)", bytes, as: try $0.peer("om/lovj"))
        },
        Attack(testDescription: "a forward in the name of another, under one's own token", code: "statement.signer") {
            let bytes = try Self.bytes($0, as: "om/lovj", by: "ind")
            return try await $0.world.state(.forward, about: "\($0.message.id)", bytes, as: try $0.peer("om/lovj"))
        },
        Attack(testDescription: "a forward by its originator", code: "statement.signer") {
            try await $0.say(.forward(Passing.passage(["om/parket"])), as: "aivd/ct")
        },
        Attack(
            testDescription: "a forward to a private party, whoever consents",
            code: "policy.denied",
            reasons: ["onward.forbidden"],
            before: { _ = try await $0.say(.consent(Passing.passage(["bank-a/tf"])), as: "aivd/ct") },
            attack: { try await $0.say(.forward(Passing.passage(["bank-a/tf"])), as: "om/lovj") }
        ),
        Attack(
            testDescription: "a forward to a mailbox that there is not",
            code: "policy.denied",
            reasons: ["onward.forbidden"]
        ) { try await $0.say(.forward(Passing.passage(["om/onbekend"])), as: "om/lovj") },
        Attack(
            testDescription: "a forward to a mailbox as one of another organisation",
            code: "policy.denied",
            reasons: ["mailbox.unknown"]
        ) {
            let oin = try $0.world.parties["ind"].oin
            let name = try #require(MailboxName("om/parket"))
            let to = [MailboxAddress(oin: oin, mailbox: name)]
            let right = try Passing.passage(["om/parket"])
            let wrong = Statement.Passage(to: to, purpose: right.purpose, legalBasis: right.legalBasis)
            return try await $0.say(.forward(wrong), as: "om/lovj")
        },
        Attack(
            testDescription: "a forward to the originator and its addressee",
            code: "statement.state",
            before: {
                _ = try await $0.say(
                    .consent(Passing.passage(["aivd/ct", "om/lovj"])),
                    as: "aivd/ct"
                )
            },
            attack: { try await $0.say(.forward(Passing.passage(["aivd/ct", "om/lovj"])), as: "om/lovj") }
        ),
        Attack(
            testDescription: "the same forward, signed anew",
            code: "statement.state",
            before: { _ = try await $0.say(.forward(Passing.police()), as: "om/lovj") },
            attack: { try await $0.say(.forward(Passing.police()), as: "om/lovj", after: 1) }
        ),
        Attack(
            testDescription: "a forward of what one refused",
            code: "policy.denied",
            reasons: ["onward.forbidden"],
            before: {
                try await $0.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj")
                try await $0.say(.refusal(reason: "Niet voor ons."), as: "om/parket")
            },
            attack: { try await $0.say(.forward(Passing.police()), as: "om/parket", after: 1) }
        ),
        Attack(testDescription: "a consent by an addressee", code: "statement.signer") {
            try await $0.say(.consent(Passing.police()), as: "om/lovj")
        },
        Attack(testDescription: "a consent by one who has no part in it", code: "not-found") {
            try await $0.say(.consent(Passing.police()), as: "ind/nv")
        },
        Attack(testDescription: "a consent by another mailbox of the originator", code: "not-found") {
            try await $0.say(.consent(Passing.police()), as: "aivd/cti")
        },
        Attack(
            testDescription: "a consent in the originator's name, under an addressee's token",
            code: "statement.signer"
        ) {
            let bytes = try $0.world.statement(.consent(Passing.police()), about: $0.message, as: "aivd/ct")
            return try await $0.world.state(.consent, about: "\($0.message.id)", bytes, as: try $0.peer("om/lovj"))
        },
        Attack(
            testDescription: "the same consent, signed anew",
            code: "statement.state",
            before: { _ = try await $0.say(.consent(Passing.passage(["kmar/ct"])), as: "aivd/ct") },
            attack: { try await $0.say(.consent(Passing.passage(["kmar/ct"])), as: "aivd/ct", after: 1) }
        ),
        Attack(testDescription: "a refusal by the originator, whom nobody asked", code: "statement.state") {
            try await $0.say(.refusal(reason: "Nee."), as: "aivd/ct")
        },
        Attack(
            testDescription: "a refusal of what waits, by another addressee",
            code: "not-found",
            before: { _ = try await $0.say(.forward(Passing.police()), as: "om/lovj") },
            attack: { try await $0.say(.refusal(reason: "Nee."), as: "politie/cter") }
        ),
    ]

    @Test("is refused, and changes nothing for the good twin", arguments: Self.attacks)
    func refused(_ row: Attack) async throws {
        try await Passing.run { it in
            try await row.before(it)
            let before = try await it.seen(by: "aivd/ct")
            let problem = await Result { try await row.attack(it) }.problem
            #expect(problem?.code == row.code && problem?.reasons == row.reasons)
            let after = try await it.seen(by: "aivd/ct")
            #expect(after.message.deliveries == before.message.deliveries && after.forwards == before.forwards)
            let good = try Passing.passage(["ind/nv"])
            try await it.say(.forward(good), as: "om/lovj", after: 8)
            try await it.say(.consent(good), as: "aivd/ct", after: 9)
            #expect(try await it.seen(by: "ind/nv").message.id == it.message.id)
        }
    }

    @Test("A token without the scope, or for another mailbox, sees no message to speak of")
    func scopes() async throws {
        try await Passing.run { it in
            let forward = try it.world.statement(
                .forward(Passing.passage(["om/parket"])),
                about: it.message,
                as: "om/lovj"
            )
            let consent = try it.world.statement(.consent(Passing.police()), about: it.message, as: "aivd/ct")
            for (kind, bytes, who, scope) in [
                (Statement.Kind.forward, forward, "om", Scope.Name.acknowledge), (.consent, consent, "aivd", .forward),
            ] {
                let peer = try it.world.peer(who, scopes: [Scope(scope), Scope(.read)])
                let outcome = await Result {
                    try await it.world.state(kind, about: "\(it.message.id)", bytes, as: peer)
                }
                #expect(outcome.problem?.code == "not-found")
            }
        }
    }

    /// What is said at the same time; whatever the log's order comes to, the outcome is one that follows from it.
    @Test("A withdrawal and a forward at the same time: the first in the log decides", arguments: 0..<6)
    func race(_ round: Int) async throws {
        try await Passing.run { it in
            let gate = Gate(it.world)
            async let forward = Result { try await it.say(.forward(Passing.passage(["om/parket"])), as: "om/lovj") }
            if round.isMultiple(of: 2) { for _ in 0..<1_000 { await Task.yield() } }
            async let withdrawal = Result { try await it.say(.withdrawal(reason: "Onjuist."), as: "aivd/ct") }
            for _ in 0..<round * 500 { await Task.yield() }
            gate.open()
            let (passed, ended) = await (forward, withdrawal)
            #expect(ended.problem == nil)
            let seen = try await it.seen(by: "aivd/ct")
            #expect(seen.message.state == .withdrawn)
            if passed.problem == nil {
                #expect(seen.message.deliveries.map(\.state) == [.withdrawn, .withdrawn])
                #expect(try await it.statements() == [.release, .forward, .withdrawal])
                #expect(await it.problem(for: "om/parket")?.code == "message.withdrawn")
            } else {
                #expect(passed.problem?.reasons == ["onward.withdrawn"])
                #expect(seen.message.deliveries.count == 1)
                #expect(await it.problem(for: "om/parket")?.code == "not-found")
            }
        }
    }

    @Test("A consent and the forward that needs it at the same time: none waits for what is there", arguments: 0..<6)
    func consentRace(_ round: Int) async throws {
        try await Passing.run { it in
            let gate = Gate(it.world)
            async let forward = it.say(.forward(Passing.police()), as: "om/lovj")
            for _ in 0..<(5 - round) * 300 { await Task.yield() }
            async let consent = it.say(.consent(Passing.police()), as: "aivd/ct")
            for _ in 0..<round * 300 { await Task.yield() }
            gate.open()
            _ = try await (forward, consent)
            #expect(try await it.seen(by: "om/lovj").forwards.map(\.state) == [.done])
            #expect(try await it.list("politie/cter").messages.count == 1)
        }
    }
}
