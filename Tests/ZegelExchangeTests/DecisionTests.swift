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

@Suite("What is decided")
struct DecisionTests {
    /// What a sender may do to a container that it is allowed to send.
    enum Deed: CaseIterable {
        case endItWell
        case cutItOff
        case damageIt
        case goAway
    }

    @Test("is on record once, whatever becomes of the container", arguments: Deed.allCases, [100, 300_000])
    func submission(_ deed: Deed, size: Int) async throws {
        try await World.run { world in
            let letter = try Letter.report().with(documentOf: size)
            let container = try letter.container(damaged: deed == .damageIt)
            switch deed {
            case .endItWell: _ = try await world.submit(container)
            case .cutItOff:
                await #expect(throws: Problem.self) { try await world.submit(Array(container.dropLast(10))) }
            case .damageIt: await #expect(throws: Problem.self) { try await world.submit(container) }
            case .goAway: try await Self.beginAndGoAway(world, container)
            }
            // Small containers are read when they have ended, so that nothing was decided on one that did not.
            let isUndecided = deed == .goAway && size == 100
            #expect(try await Self.decisions(world, allowed: true) == (isUndecided ? 0 : 1))
            #expect(try await Self.decisions(world, allowed: false) == 0)
        }
    }

    @Test("and refused is on record, also where the container begins as one that was accepted before")
    func repeated() async throws {
        try await World.run { world in
            let container = try Letter.intelligence().container()
            _ = try await world.submit(container)
            world.clock.pass(seconds: 400 * 86_400)
            let refused = await Result { try await world.submit(Array(container.dropLast(10))) }
            #expect(refused.problem == Problem(.policyDenied))
            #expect(try await Self.decisions(world, allowed: false) == 1)
            guard case .same = try await world.submit(container) else {
                Issue.record("What was accepted before is not answered with its receipt.")
                return
            }
            #expect(try await Self.decisions(world, allowed: false) == 1)
        }
    }

    @Test("against a reader is recorded up to the bound of a minute, and always looks like absence")
    func reading() async throws {
        var limits = Limits()
        limits.refusalsPerMinute = 2
        try await World.run(limits: limits) { world in
            let id = try await world.stored(Letter.intelligence().container()).id
            let peer = try world.peer("nctv")
            let seen = try await ReadMessage(world.call(by: peer))("\(id)").get()
            #expect(seen.message.id == id)
            let strict = world.call(by: peer, in: world.context(under: .ongerubriceerd))
            for _ in 1...5 {
                await #expect(throws: Problem(.notFound)) { try await ReadMessage(strict)("\(id)").get() }
            }
            #expect(try await Self.decisions(world, allowed: false) == 2)
        }
    }

    private static func beginAndGoAway(_ world: World, _ container: [UInt8]) async throws {
        let call = world.call(by: try world.peer("aivd"))
        try await world.eventLoop.flatSubmit {
            let submission = SubmitMessage(call)
            let pause = submission.take(ByteBuffer(bytes: container.prefix(200_000)))
            return (pause ?? call.eventLoop.makeSucceededVoidFuture()).assumeIsolated()
                .map { submission.abandon() }
                .nonisolated()
        }
        .get()
    }

    /// How many decisions are on record.
    private static func decisions(_ world: World, allowed: Bool) async throws -> Int {
        let promise = world.eventLoop.makePromise(of: Int.self)
        world.context.store.committer.commit(
            { try $0.execute("UPDATE decision SET json = json WHERE is_allowed = ?", [.integer(allowed ? 1 : 0)]) },
            answering: promise
        )
        return try await promise.futureResult.get()
    }
}

extension World {
    /// A call of an organisation.
    fileprivate func call(by peer: AuthenticatedPeer, in context: ExchangeContext? = nil) -> ExchangeCall {
        ExchangeCall(context ?? self.context, by: peer, trace: .random(), on: self.eventLoop)
    }

    /// The same world under a lower ceiling.
    fileprivate func context(under ceiling: Classification) -> ExchangeContext {
        ExchangeContext(
            policy: PolicyInForce(Rules(engine: PolicyEngine(policy: self.parties.policy, ceiling: ceiling))),
            trust: self.context.trust,
            sealer: self.context.seal.sealer,
            evidence: [],
            store: self.context.store,
            withdrawals: self.context.withdrawals,
            bell: self.context.bell,
            server: self.context.server,
            limits: self.context.limits,
            clock: self.context.clock
        )
    }
}
