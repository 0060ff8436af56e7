// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

/// What an answer promises is on the disk when the answer leaves: shown by the order of syncs, for `kill -9` keeps the page cache.
@Suite("A promise of storage")
struct DurabilityTests {
    /// The marks that stand between SQLite's own events in a trace.
    private enum Mark {
        static func stage(_ stage: SubmissionStage) -> SyncCounter.Event {
            .mark(100 + (SubmissionStage.allCases.firstIndex(of: stage) ?? 0))
        }

        static func call(_ call: FaultyFileSystem.Call) -> SyncCounter.Event { .mark(200 + call.rawValue) }

        static func anchor(_ call: FaultyFileSystem.Call) -> SyncCounter.Event { .mark(300 + call.rawValue) }

        static func add(_ event: SyncCounter.Event, to counter: SyncCounter) {
            if case .mark(let number) = event { counter.mark(number) }
        }
    }

    private static func traced(_ letter: Letter) async throws -> ArraySlice<SyncCounter.Event> {
        var trace: ArraySlice<SyncCounter.Event> = []
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(
                in: folder,
                fileSystem: FaultyFileSystem { Mark.add(Mark.call($0), to: counter) },
                anchorOn: FaultyFileSystem { Mark.add(Mark.anchor($0), to: counter) },
                vfs: counter.name,
                passed: { Mark.add(Mark.stage($0), to: counter) }
            )
            defer { world.context.store.close() }
            let start = counter.trace.count
            _ = try await world.submit(try letter.container())
            trace = counter.trace.dropFirst(start)
        }
        return trace
    }

    @Test(
        "A receipt leaves after a sync of all that its commit wrote, and after one of the checkpoint that was signed then",
        arguments: [100, 300_000]
    )
    func order(_ size: Int) async throws {
        let trace = try await Self.traced(try Letter.report().with(documentOf: size))
        func place(_ stage: SubmissionStage) throws -> Int {
            try #require(trace.firstIndex(of: Mark.stage(stage)), "\(stage)")
        }
        let commit = trace[try place(.inserted)..<place(.committed)]
        let written = try #require(commit.lastIndex(of: .write(.wal)))
        let synced = try #require(commit.lastIndex(of: .sync(.wal)))
        #expect(written < synced)
        let promised = try place(.committed)..<place(.checkpointed)
        #expect(trace[promised] == [Mark.stage(.committed), Mark.anchor(.overwrite), Mark.anchor(.syncOverwritten)])
        #expect(try place(.checkpointed) < place(.answering))
        #expect(try place(.sealed) < place(.inserted))
    }

    @Test("The file of a large container is durable, and its name, before anything is sealed")
    func files() async throws {
        let trace = try await Self.traced(try Letter.report().with(documentOf: 300_000))
        let sealed = try #require(trace.firstIndex(of: Mark.stage(.sealed)))
        func last(_ call: FaultyFileSystem.Call) throws -> Int {
            try #require(trace.lastIndex(of: Mark.call(call)), "\(call)")
        }
        #expect(try last(.write) < last(.sync))
        #expect(try last(.sync) < last(.rename))
        #expect(try last(.rename) < last(.syncFolder))
        #expect(try last(.syncFolder) < sealed)
        // The folder that the file came to, the one above it, and the one that it came from.
        let renamed = try last(.rename)
        #expect(trace[renamed..<sealed].count { $0 == Mark.call(.syncFolder) } == 3)
        #expect(trace.firstIndex(of: Mark.stage(.spooled)).map { $0 < sealed } == true)
    }

    @Test("What waits while the committer is busy is committed with one sync and one signature, and each is answered")
    func group() async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let sealed = Mutex(0)
            let anchor = FaultyFileSystem()
            let world = try World(
                in: folder,
                anchorOn: anchor,
                vfs: counter.name,
                passed: { stage in if stage == .sealed { sealed.withLock { $0 += 1 } } }
            )
            defer { world.context.store.close() }
            let count = 64
            let containers = try (0..<count).map { try Letter.report("AIVD-\($0)").container() }
            let gate = Gate(world)
            let before = counter.count(.sync(.wal))
            let signed = anchor.count(.syncOverwritten)
            let answers = try await withThrowingTaskGroup(of: SubmitMessage.Outcome.self) { group in
                for container in containers { group.addTask { try await world.submit(container) } }
                try await eventually { sealed.withLock { $0 } == count }
                // One turn of the event loop later the last one has been handed to the committer.
                try await world.eventLoop.submit {}.get()
                gate.open()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == count)
            for answer in answers { if case .same = answer { Issue.record("None was there before.") } }
            // The one that held the committer, those that waited; and one more where the log begins anew in between.
            #expect(counter.count(.sync(.wal)) - before <= 3)
            #expect(anchor.count(.syncOverwritten) - signed <= 2)
        }
    }

    @Test("Under any load each job is answered after the sync that follows its own writes")
    func load() async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: folder, vfs: counter.name)
            defer { world.context.store.close() }
            let jobs = 300
            let start = counter.trace.count
            try await withThrowingTaskGroup(of: Void.self) { group in
                for job in 0..<jobs {
                    group.addTask {
                        let promise = world.eventLoop.makePromise(of: Void.self)
                        let answered = promise.futureResult.map { counter.mark(3 * job + 2) }
                        world.context.store.committer.commit(
                            { transaction in
                                counter.mark(3 * job)
                                try transaction.keep(
                                    policy: ContentDigest(of: Array("\(job)".utf8)),
                                    files: [UInt8](repeating: 1, count: 100),
                                    from: Parties.now
                                )
                                transaction.afterCommit { counter.mark(3 * job + 1) }
                            },
                            answering: promise
                        )
                        try await answered.get()
                    }
                }
                try await group.waitForAll()
            }
            let trace = Array(counter.trace.dropFirst(start))
            var places: [Int: Int] = [:]
            for (place, event) in trace.enumerated() { if case .mark(let number) = event { places[number] = place } }
            for job in 0..<jobs {
                let (worked, committed) = (try #require(places[3 * job]), try #require(places[3 * job + 1]))
                #expect(try #require(places[3 * job + 2]) > committed)
                let commit = trace[worked..<committed]
                let written = try #require(commit.lastIndex(of: .write(.wal)))
                #expect(try #require(commit.lastIndex(of: .sync(.wal))) > written)
            }
        }
    }
}

/// Holds the committer until it is opened, so that what comes meanwhile waits.
struct Gate {
    private let semaphore = DispatchSemaphore(value: 0)

    init(_ world: World) {
        let promise = world.eventLoop.makePromise(of: Void.self)
        world.context.store.committer.commit({ [semaphore] _ in semaphore.wait() }, answering: promise)
    }

    func open() { self.semaphore.signal() }
}
