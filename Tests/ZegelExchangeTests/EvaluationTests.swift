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

@Suite("Asking whether something would be allowed")
struct EvaluationTests {
    static func ask(
        _ action: Action,
        _ resource: String = "",
        _ letter: Letter? = nil,
        header: JSONValue? = nil,
        as name: String = "aivd",
        about subject: String? = nil,
        scopes: Set<Scope> = [Scope(.readPolicy)],
        in world: World
    ) async throws -> EvaluatedAccess {
        let view = try letter.map { HeaderView(try MessageHeader(parsing: $0.header, limits: .init())) }
        let call = ExchangeCall(
            world.context,
            by: try world.peer(name, scopes: scopes),
            trace: .random(),
            on: world.eventLoop
        )
        let request = EvaluateAccess.Request(
            subject: try world.parties.organisation(subject ?? name).oin,
            action: action,
            resource: resource,
            header: view ?? HeaderView(header ?? .object([]))
        )
        return try await EvaluateAccess(call)(request).get()
    }

    /// The records of an exchange, as an auditor would read them.
    private static func records(_ exchange: String, in world: World) async throws -> [StoredDecision] {
        try await world.context.store.read(on: world.eventLoop) {
            try $0.decisions(in: [exchange], after: nil, limit: 100)
        }
        .get().records.map { try StoredDecision($0.encoded) }
    }

    @Test("It answers as a submission would be answered, records that it was only asked, and stores nothing")
    func sending() async throws {
        try await World.run { world in
            let yes = try await Self.ask(.send, "", .report(), in: world)
            #expect(yes.isAllowed && yes.reasons.isEmpty && !yes.rules.isEmpty && yes.wouldAllow.isEmpty)
            let no = try await Self.ask(.send, "", .report("AIVD-1", ["legalBasis": "wpg-art16"]), in: world)
            #expect(!no.isAllowed)
            #expect(no.reasons == [.basisNotAllowed])
            let wanted: JSONValue = ["path": "/legalBasis", "value": "wiv2017-art66"]
            #expect(no.wouldAllow.map { $0.changes.map(\.json) } == [[wanted]])
            let records = try await Self.records("ambtsberichten", in: world)
            #expect(records.map(\.isAllowed) == [true, false])
            let text = String(decoding: no.record.json, as: UTF8.self)
            #expect(text.contains("\"askedBy\":\"00000099000000001000\""))
            for record in records { #expect(record.differences(under: world.parties.policy) == []) }
            _ = try await world.stored(Letter.report().container())
        }
    }

    @Test("Changes that would help because of another party are not told")
    func others() async throws {
        try await World.run { world in
            // The addressee is cleared for less.
            let letter = try Letter.report("AIVD-1", ["classification": "stg-zeer-geheim"])
            let answer = try await Self.ask(.send, "", letter, in: world)
            #expect(answer.reasons.contains(.aboveClearance))
            #expect(answer.wouldAllow.allSatisfy { !$0.isAboutOthers })
        }
    }

    @Test("Nobody asks about another, but who audits the exchange")
    func subjects() async throws {
        try await World.run { world in
            let letter = try Letter.report()
            let stranger = await Result {
                try await Self.ask(.send, "", letter, as: "om", about: "aivd", in: world)
            }
            #expect(stranger.problem == Problem(.policyDenied))
            let auditor: Set<Scope> = [Scope(.readPolicy), Scope(.audit)]
            let answer = try await Self.ask(.send, "", letter, as: "ctivd", about: "aivd", scopes: auditor, in: world)
            #expect(answer.isAllowed)
            let other = try Letter.paper("POL-1", case: "DH-17")
            let elsewhere = await Result {
                try await Self.ask(.send, "", other, as: "ctivd", about: "politie", scopes: auditor, in: world)
            }
            #expect(elsewhere.problem == Problem(.policyDenied), "another audits that exchange")
            let records = try await Self.records("ambtsberichten", in: world)
            #expect(records.map(\.question.action) == [.evaluate, .send])
            for record in records { #expect(record.differences(under: world.parties.policy) == []) }
        }
    }

    @Test("It counts against the rate, as every question does")
    func rate() async throws {
        try await World.run(limits: .with { $0.refusalsPerMinute = 1 }) { world in
            _ = try await Self.ask(.send, "", .report(), in: world)
            let second = await Result { try await Self.ask(.send, "", .report(), in: world) }
            #expect(second.problem == Problem(.rateExceeded))
        }
    }

    @Test("What may be read, listed and audited is what a call would be answered")
    func looking() async throws {
        try await World.run { world in
            let id = "\(try await world.stored(Letter.intelligence().container()).id)"
            #expect(try await Self.ask(.read, id, as: "nctv", in: world).isAllowed)
            #expect(try await Self.ask(.read, id, as: "aivd", in: world).isAllowed)
            #expect(try await Self.ask(.read, id, as: "om", in: world).reasons == [.notMember])
            #expect(try await Self.ask(.audit, id, as: "ctivd", in: world).isAllowed)
            #expect(try await Self.ask(.audit, id, as: "nctv", in: world).reasons == [.notMember])
            #expect(try await Self.ask(.list, "nctv/analyse", as: "nctv", in: world).isAllowed)
            #expect(try await Self.ask(.list, "nctv/analyse", as: "om", in: world).reasons == [.mailboxUnknown])
        }
    }

    @Test("A forward is decided with the original and who has it")
    func forwarding() async throws {
        try await World.run { world in
            let aivd = try world.peer("aivd")
            let message = try await world.stored(Letter.report().container())
            let statement = try world.statement(.release, about: message, as: "aivd/ct")
            let forward: JSONValue = [
                "exchange": "ambtsberichten", "from": try Letter.address("om/lovj"),
                "to": .array([try Letter.address("om/parket")]), "purpose": "opsporing-en-vervolging",
                "legalBasis": "wiv2017-art66",
            ]
            func ask(_ name: String) async throws -> EvaluatedAccess {
                try await Self.ask(.forward, "\(message.id)", header: forward, as: name, in: world)
            }
            #expect(try await ask("om").reasons == [.onwardForbidden], "it waits for its release")
            try await world.state(.release, about: "\(message.id)", statement, as: aivd)
            let answer = try await ask("om")
            #expect(answer.isAllowed, "\(answer.reasons)")
            #expect(String(decoding: answer.record.json, as: UTF8.self).contains("\"deliveredTo\":[\"om/lovj\"]"))
            #expect(try await ask("nctv").reasons == [.onwardForbidden])
        }
    }
}
