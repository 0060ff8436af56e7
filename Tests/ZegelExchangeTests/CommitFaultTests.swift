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

/// Each write and sync of a commit fails once; what the disk then holds is looked at as after a crash, and after a good end.
@Suite("A commit that fails")
struct CommitFaultTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let call: SyncCounter.Call
        let failure: SyncCounter.Failure
        /// Whether nobody knows then what the disk holds, so that the process must end.
        let isFatal: Bool
        /// Whether it is on the disk all the same.
        let isDone: Bool

        var testDescription: String { "\(self.call): \(self.failure), \(self.isDone ? "" : "not ")stored" }
    }

    static let rows = [false, true].flatMap { isDone in
        [
            Row(call: .write, failure: .full, isFatal: false, isDone: isDone),
            Row(call: .write, failure: .write, isFatal: true, isDone: isDone),
            Row(call: .sync, failure: .sync, isFatal: true, isDone: isDone),
        ]
    }

    @Test("Nobody is told that it is stored, nothing partial is seen, and the same again succeeds", arguments: rows)
    func commits(_ row: Row) async throws {
        let good = try Letter.report("AIVD-1").container()
        let bad = try Letter.report("AIVD-2").container()
        for number in 1...1_000 {
            let hasFailed = try await Self.fails(row, number, good: good, bad: bad)
            // Beyond the last write of a commit there is nothing left to fail.
            guard hasFailed else {
                #expect(number > (row.call == .write ? 10 : 1))
                return
            }
        }
        Issue.record("A commit has no end of writes.")
    }

    /// Fails the nth such call of the second submission.
    ///
    /// - Returns: Whether there was such a call.
    private static func fails(_ row: Row, _ number: Int, good: [UInt8], bad: [UInt8]) async throws -> Bool {
        var hasFailed = true
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: "\(folder)/data", vfs: counter.name)
            let receipt = try await world.stored(good).receipt.encoded
            counter.fail(row.call, of: .wal, number: number, as: row.failure, doing: row.isDone)
            let outcome = await Result { try await world.submit(bad) }
            guard counter.hasFailed else {
                hasFailed = false
                return world.context.store.close()
            }
            #expect(outcome.problem == Problem(.storage))
            // As a process that was killed at once leaves it.
            try world.copy(to: "\(folder)/at-once")
            if row.isFatal {
                try await eventually { world.fatal.count == 1 }
                await #expect(throws: Problem(.stopping)) { try await world.submit(bad) }
            } else {
                #expect(world.fatal.count == 0)
                try await FaultTests.expectAbsent(bad, in: world)
                try await Self.expectStored(bad, in: world)
            }
            // As a process that was killed here leaves it, and as one that closes its files.
            try world.copy(to: "\(folder)/killed")
            world.context.store.close()
            for name in ["at-once", "killed", "data"] {
                let again = try World(in: "\(folder)/\(name)")
                defer { again.context.store.close() }
                #expect(try await again.stored(good).receipt.encoded == receipt)
                try await Self.expectStored(bad, in: again)
            }
        }
        return hasFailed
    }

    @Test(
        "Where the anchor fails nobody is told, though it is stored: the next start signs, and the same again is answered",
        arguments: [FaultyFileSystem.Call.overwrite, .syncOverwritten],
        [false, true]
    )
    func anchor(_ call: FaultyFileSystem.Call, isDone: Bool) async throws {
        let good = try Letter.report("AIVD-1").container()
        let bad = try Letter.report("AIVD-2").with(documentOf: 300_000).container()
        try await World.withFolder { folder in
            let anchor = FaultyFileSystem()
            let world = try World(in: "\(folder)/data", anchorOn: anchor)
            let receipt = try await world.stored(good).receipt.encoded
            anchor.fail(call, number: 1, doing: isDone)
            let outcome = await Result { try await world.submit(bad) }
            #expect(outcome.problem?.status == 503)
            try await eventually { world.fatal.count == 1 }
            await #expect(throws: Problem(.stopping)) { try await world.submit(bad) }
            try world.copy(to: "\(folder)/killed")
            world.context.store.close()
            for name in ["killed", "data"] {
                let again = try World(in: "\(folder)/\(name)")
                defer { again.context.store.close() }
                let message = try #require(try await FaultTests.found(bad, in: again))
                try FaultTests.expectWhole(message, bad, in: again)
                guard case .same = try await again.submit(bad) else { throw Missing() }
                #expect(try await again.stored(good).receipt.encoded == receipt)
            }
        }
    }

    /// More than the cache of the database holds, so that it writes before the commit, where SQLite gives up the whole transaction.
    @Test(
        "A batch whose transaction breaks off in the middle counts for nobody",
        arguments: rows.filter { $0.call == .write }
    )
    func batch(_ row: Row) async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let sealed = Mutex(0)
            let world = try World(
                in: "\(folder)/data",
                vfs: counter.name,
                passed: { stage in if stage == .sealed { sealed.withLock { $0 += 1 } } }
            )
            let containers = try (0..<40).map { try Letter.report("AIVD-\($0)").with(documentOf: 100_000).container() }
            let gate = Gate(world)
            let outcomes = try await withThrowingTaskGroup(of: (Int, Result<SubmitMessage.Outcome, any Error>).self) {
                group in
                for (index, container) in containers.enumerated() {
                    group.addTask { (index, await Result { try await world.submit(container) }) }
                }
                try await eventually { sealed.withLock { $0 } == containers.count }
                try await world.eventLoop.submit {}.get()
                // The commit of the one that held the committer writes a few pages at most; this is far behind it.
                counter.fail(row.call, of: .wal, number: 300, as: row.failure, doing: row.isDone)
                gate.open()
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(counter.hasFailed)
            for index in containers.indices { #expect(outcomes[index]?.problem == Problem(.storage)) }
            if row.isFatal { try await eventually { world.fatal.count == 1 } }
            try world.copy(to: "\(folder)/killed")
            world.context.store.close()
            for name in ["killed", "data"] {
                let again = try World(in: "\(folder)/\(name)")
                defer { again.context.store.close() }
                for container in containers { try await FaultTests.expectAbsent(container, in: again) }
                for container in containers.prefix(3) { try await Self.expectStored(container, in: again) }
            }
        }
    }

    @Test(
        "A checkpoint that fails takes nothing back, and a sync that failed ends the work",
        arguments: [SyncCounter.Call.write, .sync],
        [false, true]
    )
    func checkpoint(_ call: SyncCounter.Call, isDone: Bool) async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: "\(folder)/data", vfs: counter.name)
            let containers = try (0..<60).map { try Letter.report("AIVD-\($0)").with(documentOf: 100_000).container() }
            counter.fail(call, of: .main, number: 1, as: call == .write ? .full : .sync, doing: isDone)
            var receipts: [[UInt8]] = []
            for container in containers {
                let outcome = await Result { try await world.stored(container).receipt.encoded }
                // The checkpoint is made beside the commits, so that it is not told which one is the last.
                guard case .success(let receipt) = outcome else {
                    #expect(call == .sync && outcome.problem?.status == 503)
                    break
                }
                receipts.append(receipt)
            }
            try await eventually { counter.hasFailed }
            if call == .sync {
                try await eventually { world.fatal.count == 1 }
                let another = try Letter.report("AIVD-60").container()
                await #expect(throws: Problem(.stopping)) { try await world.submit(another) }
            } else {
                #expect(receipts.count == containers.count && world.fatal.count == 0)
            }
            try world.copy(to: "\(folder)/killed")
            world.context.store.close()
            for name in ["killed", "data"] {
                let again = try World(in: "\(folder)/\(name)")
                defer { again.context.store.close() }
                for (container, receipt) in zip(containers, receipts) {
                    let message = try #require(try await FaultTests.found(container, in: again))
                    #expect(message.receipt.encoded == receipt)
                    try FaultTests.expectWhole(message, container, in: again)
                }
            }
        }
    }

    /// Hands it in, whether it is there or not; afterwards it is there once, and whole.
    private static func expectStored(_ container: [UInt8], in world: World) async throws {
        try FaultTests.expectWhole(try await world.stored(container), container, in: world)
    }
}

extension Result where Failure == any Error {
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }

    var problem: Problem? {
        if case .failure(let error) = self { error as? Problem } else { nil }
    }
}
