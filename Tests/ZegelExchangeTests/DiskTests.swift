// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

/// What the disk says beside that it is full: that it is nearly so, that it may not be written, that it is broken.
@Suite("A disk")
struct DiskTests {
    @Test("is looked at ten times a second, and refuses what would take of the reserve")
    func reserve() throws {
        let nanoseconds = Mutex<UInt64>(0)
        let free = Mutex<Int?>(1_000)
        let looks = Mutex(0)
        let room = DiskSpace(
            reserve: 600,
            now: { .uptimeNanoseconds(nanoseconds.withLock { $0 }) },
            measure: {
                looks.withLock { $0 += 1 }
                guard let free = free.withLock({ $0 }) else { throw SystemError(EIO) }
                return free
            }
        )
        func pass() { nanoseconds.withLock { $0 += 100_000_000 } }
        for _ in 1...100 { try room.check(for: 400) }
        #expect(looks.withLock { $0 } == 1 && !room.isLow)
        let refused = #expect(throws: Problem.self) { try room.check(for: 401) }
        #expect(refused == Problem(.storageLow) && refused?.retryAfter == 60)
        free.withLock { $0 = 599 }
        try room.check()
        pass()
        #expect(throws: Problem(.storageLow)) { try room.check() }
        #expect(room.isLow)
        // What cannot be measured is no reason to refuse.
        free.withLock { $0 = nil }
        pass()
        try room.check(for: 1 << 40)
        free.withLock { $0 = 600 }
        pass()
        try room.check()
        try DiskSpace(reserve: 0) { 0 }.check(for: 1)
    }

    @Test("that is low takes no large message, goes on with all else, and takes it when there is room")
    func low() async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            files.space.withLock { $0 = 1_000_000 }
            let world = try World(in: folder, limits: .with { $0.diskReserve = 500_000 }, fileSystem: files)
            defer { world.context.store.close() }
            let before = try Letter.report("AIVD-1").with(documentOf: 300_000).container()
            let message = try await world.stored(before)
            let large = try Letter.report("AIVD-2").with(documentOf: 600_000).container()
            // It fits at first, and what others write meanwhile takes the room: it ends in the middle.
            files.space.withLock { $0 = 550_000 }
            try await eventually { world.context.store.room.free == 550_000 }
            await #expect(throws: Problem(.storageLow)) { try await world.submit(large) }
            try await eventually { try FaultTests.contents(of: folder).count == 1 }
            try await FaultTests.expectAbsent(large, in: world)
            let seen = try await world.read(message.id, as: try world.peer("aivd"))
            #expect(seen.message.id == message.id)
            #expect(world.fatal.count == 0)
            files.space.withLock { $0 = 10_000_000 }
            try await eventually { world.context.store.room.free == 10_000_000 }
            try FaultTests.expectWhole(try await world.stored(large), large, in: world)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let call: FaultyFileSystem.Call
        let error: Int32
        var testDescription: String { "\(self.call): \(SystemError(self.error))" }
    }

    @Test(
        "that may not be written, or a process that may open no more files, refuses the message and takes it later",
        arguments: [
            Row(call: .create, error: EROFS), Row(call: .create, error: EMFILE), Row(call: .write, error: EROFS),
            Row(call: .sync, error: EROFS), Row(call: .sync, error: EDQUOT), Row(call: .rename, error: EROFS),
            Row(call: .makeFolder, error: EROFS), Row(call: .syncFolder, error: EMFILE),
        ]
    )
    func passing(_ row: Row) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: folder, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 300_000).container()
            files.fail(row.call, number: 1, as: row.error)
            await #expect(throws: Problem(.storage)) { try await world.submit(container) }
            #expect(world.fatal.count == 0)
            try FaultTests.expectWhole(try await world.stored(container), container, in: world)
        }
    }

    @Test(
        "that fails while syncing a large content is the end: nothing more is taken, and what was receipted is there",
        arguments: [FaultyFileSystem.Call.sync, .syncFolder],
        [false, true]
    )
    func fatal(_ call: FaultyFileSystem.Call, isDone: Bool) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: "\(folder)/data", fileSystem: files)
            let good = try Letter.report("AIVD-1").container()
            let bad = try Letter.report("AIVD-2").with(documentOf: 300_000).container()
            let receipt = try await world.stored(good).receipt.encoded
            files.fail(call, number: 1, doing: isDone, as: EIO)
            let outcome = await Result { try await world.submit(bad) }
            #expect(outcome.problem?.status == 503)
            #expect(world.fatal.count == 1)
            await #expect(throws: Problem(.stopping)) {
                try await world.submit(try Letter.report("AIVD-3").container())
            }
            world.context.store.close()
            let again = try World(in: "\(folder)/data")
            defer { again.context.store.close() }
            try await FaultTests.expectAbsent(bad, in: again)
            #expect(try await again.stored(good).receipt.encoded == receipt)
            try FaultTests.expectWhole(try await again.stored(bad), bad, in: again)
        }
    }
}
