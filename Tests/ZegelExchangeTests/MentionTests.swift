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

@Suite("Records of decisions that speak of another message")
struct MentionTests {
    private static let kenmerk = "K-0f83c19a5be2d674"

    /// A reply to it, from its addressee.
    private static func reply(_ kenmerk: String, to cited: String) throws -> Letter {
        try Letter.intelligence(
            kenmerk,
            [
                "from": try Letter.address("nctv/analyse"), "to": .array([try Letter.address("aivd/ct")]),
                "kind": "afnemersreactie", "legalBasis": "avg-art6-1e", "markings": [], "reviewBy": nil,
                "classification": "departementaal-vertrouwelijk", "details": ["subjects": 1],
                "inReplyTo": [["kenmerk": .string(cited), "date": "2026-11-20"]],
            ]
        )
    }

    /// How many records still say what they were about.
    private static func count(in world: World) async throws -> Int {
        try await world.context.store.read(on: world.eventLoop) { view in
            try view.decisions(in: ["inlichtingenberichten"], after: nil, limit: 1_000).records.count
        }
        .get()
    }

    @Test("Lose what they say of it when it is destroyed: of replies, of questions, of a draft that was refused")
    func erased() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            let letter = try Letter.intelligence(Self.kenmerk)
            let refused = try Letter.intelligence(Self.kenmerk, ["legalBasis": "wpg-art16"])
            #expect(await Result { try await world.submit(refused.container()) }.problem?.code == "policy.denied")
            _ = try await EvaluationTests.ask(.send, "", letter, in: world)
            let message = try await world.stored(try letter.container())
            let other = try await world.stored(try Letter.intelligence("AIVD-2").container())
            let nctv = try world.peer("nctv")
            let reply = try await world.stored(try Self.reply("NCTV-1", to: Self.kenmerk).signed(), as: nctv)
            _ = try await world.stored(try Self.reply("NCTV-2", to: "AIVD-2").signed(), as: nctv)
            for id in [message.id, other.id] {
                _ = try await EvaluationTests.ask(.read, "\(id)", as: "nctv", in: world)
                let forward: JSONValue = [
                    "exchange": "inlichtingenberichten", "kind": "forward",
                    "from": try Letter.address("nctv/analyse"), "to": .array([try Letter.address("politie/cter")]),
                    "purpose": "onderkennen-nationale-veiligheid", "legalBasis": "wiv2017-art62",
                ]
                _ = try await EvaluationTests.ask(.forward, "\(id)", header: forward, as: "nctv", in: world)
            }
            let trace = ["kenmerk": Array(Self.kenmerk.utf8)]
            #expect(try world.found(trace) == ["kenmerk"])
            let before = try await Self.count(in: world)

            try await world.beginErasing(message)
            try await world.finishErasing()
            #expect(try world.found(trace) == [])
            // Its own, the draft's, the reply's and three questions; those about the other stay.
            #expect(try await Self.count(in: world) == before - 6)
            #expect(try await world.read(reply.id, as: nctv).message.id == reply.id)
            try await world.audit(erased: 1)
        }
    }

    @Test("Say nothing of it either where it was destroyed while that was decided")
    func overtaken() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            let message = try await world.stored(try Letter.intelligence(Self.kenmerk).container())
            let nctv = try world.peer("nctv")
            let question = Question(
                .read,
                HeaderView(message.header),
                Facts(asOf: Parties.now, asker: message.header.to[0].address.mailbox)
            )
            let answer = world.context.policy.engine.evaluate(question, of: nctv.oin, by: nctv, trace: .random())
            let record = answer.record
            try await world.beginErasing(message)
            let promise = world.eventLoop.makePromise(of: Void.self)
            world.context.store.committer.commit({ try $0.record(record) }, answering: promise)
            try await promise.futureResult.get()
            try await world.finishErasing()
            #expect(try world.found(["kenmerk": Array(Self.kenmerk.utf8)]) == [])
            try await world.audit(erased: 1)
        }
    }
}
