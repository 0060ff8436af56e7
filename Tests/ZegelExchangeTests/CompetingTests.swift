// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("Messages that come at the same time")
struct CompetingTests {
    /// Hands in all while the committer is held, so that they are in one batch.
    static func together(
        _ containers: [[UInt8]],
        as organisation: String = "aivd",
        in folder: String,
        first prepare: (World) async throws -> Void = { _ in }
    ) async throws -> (World, [Result<SubmitMessage.Outcome, any Error>]) {
        let sealed = Mutex(0)
        let world = try World(
            in: folder,
            passed: { stage in if stage == .sealed { sealed.withLock { $0 += 1 } } }
        )
        try await prepare(world)
        sealed.withLock { $0 = 0 }
        let peer = try world.peer(organisation)
        let gate = Gate(world)
        let results = try await withThrowingTaskGroup(of: Result<SubmitMessage.Outcome, any Error>.self) { group in
            for container in containers {
                group.addTask { await Result { try await world.submit(container, as: peer) } }
            }
            try await eventually { sealed.withLock { $0 } == containers.count }
            try await world.eventLoop.submit {}.get()
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return (world, results)
    }

    @Test("Of equal ones one is stored, and the others get its receipt", arguments: [100, 300_000])
    func equal(_ size: Int) async throws {
        try await World.withFolder { folder in
            let container = try Letter.report().with(documentOf: size).container()
            let (world, results) = try await Self.together([[UInt8]](repeating: container, count: 5), in: folder)
            defer { world.context.store.close() }
            var created: [StoredMessage] = []
            var same: [StoredMessage] = []
            for result in results {
                switch try result.get() {
                case .created(let message): created.append(message)
                case .same(let message): same.append(message)
                }
            }
            #expect(created.count == 1)
            #expect(same.count == 4)
            #expect(Set((created + same).map(\.receipt.encoded)).count == 1)
            try await eventually { try FaultTests.contents(of: folder).count == (size > 131_072 ? 1 : 0) }
            try FaultTests.expectWhole(try #require(created.first), container, in: world)
        }
    }

    @Test("Of different ones under one kenmerk one is stored, and the others hear which")
    func different() async throws {
        try await World.withFolder { folder in
            let containers = try (1...5).map { try Letter.report().with(documentOf: $0 * 50_000).container() }
            let (world, results) = try await Self.together(containers, in: folder)
            defer { world.context.store.close() }
            let created = results.compactMap { result -> StoredMessage? in
                if case .success(.created(let message)) = result { message } else { nil }
            }
            let winner = try #require(created.first)
            #expect(created.count == 1)
            let problems = results.compactMap(\.problem)
            #expect(problems.count == 4)
            for problem in problems {
                #expect(problem == Problem(.kenmerkTaken))
                #expect(problem.members.first { $0.name == "id" }?.value.string == "\(winner.id)")
                #expect(problem.members.first { $0.name == "container" }?.value.string == "\(winner.containerDigest)")
            }
            let files = winner.size > 131_072 ? 1 : 0
            try await eventually { try FaultTests.contents(of: folder).count == files }
        }
    }

    @Test("One that was overtaken after its seal is decided and sealed again, and stored once")
    func overtaken() async throws {
        try await World.withFolder { folder in
            let later = Parties.now.advanced(bySeconds: 1)
            let seals = Mutex(0)
            let overtaking = Mutex<(@Sendable () -> Void)?>(nil)
            let world = try World(
                in: folder,
                passed: { stage in
                    guard stage == .sealed else { return }
                    seals.withLock { $0 += 1 }
                    overtaking.withLock { $0.take() }?()
                }
            )
            defer { world.context.store.close() }
            let store = world.context.store
            let promise = world.eventLoop.makePromise(of: Void.self)
            overtaking.withLock {
                $0 = {
                    let committed = DispatchSemaphore(value: 0)
                    store.committer.commit(
                        { transaction in transaction.afterCommit { committed.signal() } },
                        receivedAt: later,
                        answering: promise
                    )
                    committed.wait()
                }
            }
            guard case .created(let message) = try await world.submit(try Letter.report().container()) else {
                throw Missing()
            }
            #expect(seals.withLock { $0 } == 2)
            #expect(message.receivedAt == later)
        }
    }

    @Test("What was accepted is answered with its receipt although the rules would refuse it today")
    func repeated() async throws {
        try await World.run { world in
            let container = try Letter.intelligence().container()
            let message = try await world.stored(container)
            // Its term of review has lapsed by then.
            world.clock.pass(seconds: 300 * 86_400)
            guard case .same(let again) = try await world.submit(container) else { throw Missing() }
            #expect(again.receipt.encoded == message.receipt.encoded)
            var other = try Letter.intelligence("AIVD-2")
            other.signedAt = world.clock.now
            let fresh = try other.container()
            await #expect(throws: Problem(.policyDenied)) { try await world.submit(fresh) }
        }
    }
}
