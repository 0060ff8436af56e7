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

@Suite("Reviewing decisions")
struct ReviewTests {
    private static func page(
        _ world: World,
        as name: String,
        after cursor: String? = nil,
        limit: Int = 100
    ) async throws -> DecisionPage {
        let call = ExchangeCall(world.context, by: try world.peer(name), trace: .random(), on: world.eventLoop)
        return try await ReviewDecisions(call)(after: cursor, limit: limit).get()
    }

    private static func exchange(_ record: JSONValue) -> String? {
        record["body"]?["adl.core.request"]?["resource"]?["properties"]?["exchange"]?.string
    }

    @Test("An auditor reads every decision of its exchanges, denials among them, and comes to an end")
    func pages() async throws {
        try await World.run { world in
            _ = try await world.stored(try Letter.report("AIVD-1").container())
            _ = try? await world.stored(try Letter.report("AIVD-2", ["purpose": "reclame"]).container())
            _ = try await world.stored(try Letter.intelligence("AIVD-3").container())
            let first = try await Self.page(world, as: "ctivd", limit: 2)
            #expect(first.records.count == 2)
            #expect(first.records.map { $0["body"]?["adl.core.response"]?["decision"] } == [.bool(true), .bool(false)])
            #expect(first.records.allSatisfy { Self.exchange($0) == "ambtsberichten" })
            let second = try await Self.page(world, as: "ctivd", after: first.next, limit: 2)
            #expect(second.records.map(Self.exchange) == ["inlichtingenberichten"])
            let end = try await Self.page(world, as: "ctivd", after: second.next)
            #expect(end.records.isEmpty && end.next == second.next, "that pages were read is in no page")
        }
    }

    @Test("Who audits nothing reads nothing, and that it asked is recorded")
    func others() async throws {
        try await World.run { world in
            let outcome = await Result { try await Self.page(world, as: "om") }
            #expect(outcome.problem == Problem(.policyDenied))
            let other = await Result {
                try await Self.page(world, as: "ctivd", after: String(repeating: "A", count: 48))
            }
            #expect(other.problem == Problem(.cursorInvalid))
        }
    }
}
