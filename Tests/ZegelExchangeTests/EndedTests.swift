// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("A container that came to its end")
struct EndedTests {
    @Test("Is the same message as long as it is here, and is not taken again from its sender once it is destroyed")
    func submitted() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            let (container, other) = (try Letter.request().container(), try Letter.request("AIVD-2").container())
            let message = try await world.stored(container)
            guard case .same = try await world.submit(container) else { throw Missing() }
            try await world.beginErasing(message)
            try await Self.expectEnded { try await world.submit(container) }
            try await world.finishErasing()
            let before = try await Self.attributes(in: world)
            try await Self.expectEnded { try await world.submit(container) }
            #expect(try await Self.attributes(in: world) == before, "what is recorded of it says nothing")
            guard case .created = try await world.submit(other) else { throw Missing() }
            try await world.audit(erased: 1)
        }
    }

    @Test("Is not taken again from a server of partners, which was answered the same as long as it was here")
    func relayed() async throws {
        try await Relayed.with(Letter.intelligence()) { relayed in
            guard case .created(let message) = try await relayed.outcome() else { throw Missing() }
            guard case .same = try await relayed.outcome() else { throw Missing() }
            try await relayed.second.beginErasing(message)
            try await relayed.second.finishErasing()
            try await Self.expectEnded { try await relayed.outcome() }
            // Of its sender, too.
            try await Self.expectEnded { try await relayed.second.submit(relayed.container) }
        } auditing: {
            try await $1.audit(erased: $0 == 2 ? 1 : 0)
        }
    }

    @Test("Is not brought back by who has its receipt, where it was destroyed before it was lost")
    func resubmitted() async throws {
        try await LostMessage.with(Letter.request()) { lost, world in
            let container = lost.receipt.container
            let promise = world.eventLoop.makePromise(of: Void.self)
            world.context.store.committer.commit({ try $0.end(container) }, answering: promise)
            try await promise.futureResult.get()
            try await Self.expectEnded { try await world.resubmit(lost.bytes()) }
            try await Self.expectEnded { try await world.submit(lost.container) }
        }
    }

    private static func expectEnded(_ work: () async throws -> SubmitMessage.Outcome) async throws {
        let problem = await Result { try await work() }.problem
        #expect(problem?.code == "message.ended" && problem?.status == 409)
    }

    /// How many records of decisions say what they were about.
    private static func attributes(in world: World) async throws -> Int {
        try await world.context.store.read(on: world.eventLoop) { view in
            try view.decisions(in: ["vreemdelingenketen"], after: nil, limit: 1_000).records.count
        }
        .get()
    }
}
