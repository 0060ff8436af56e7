// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

/// How long an upload is kept, what ends it, and what that costs others.
@Suite("The term of an upload")
struct UploadTermTests {
    @Test("A sender that is slow has the time that its first part takes, and holds its place meanwhile")
    func slow() async throws {
        try await World.run(limits: .ofSmallUploads { $0.uploadsPerOrganisation = 1 }) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            let hanging = try await world.hang(container.prefix(1_000), to: id, at: 0)
            for step in 1...10 {
                world.clock.pass(seconds: 301)
                #expect(try await world.expire() == 0)
                await #expect(throws: Problem(.uploadsTooMany)) { try await world.begin(1) }
                try await world.bring(container[(step * 1_000)...].prefix(1_000), by: hanging)
            }
            // Its connection dies, and it asks before the server knows.
            #expect(try await world.look(id).offset == 11_000)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("What a writer keeps as it leaves is not forgotten with what was found expired")
    func race() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            let told = Mutex(0)
            let hanging = try await world.hang(container.prefix(5_000), to: id, at: 0) { _ in
                told.withLock { $0 += 1 }
            }
            world.clock.pass(seconds: 600)
            #expect(try await world.expire() == 0)
            #expect(told.withLock { $0 } == 1)
            #expect(try await world.look(id).offset == 5_000)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
            _ = hanging
        }
    }

    @Test("One into which nothing came is forgotten, also while a request waits to bring something")
    func idle() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let id = try await world.begin(1_000)
            let hanging = try await world.hang([], to: id, at: 0)
            world.clock.pass(seconds: 599)
            #expect(try await world.expire() == 0)
            world.clock.pass(seconds: 1)
            #expect(try await world.expire() == 1)
            await #expect(throws: Problem(.notFound)) { try await world.look(id) }
            _ = hanging
        }
    }

    @Test("Each part moves the end that is announced, up to a day from the beginning")
    func parts() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let begun = world.clock.now
            let id = try await world.begin(container.count)
            var upload = try await world.look(id)
            #expect(upload.expiresAt == begun.advanced(bySeconds: 600))
            for part in 0..<7 {
                let offset = part * 1_000
                _ = try await world.append(container[offset...].prefix(1_000), to: id, at: offset)
                upload = try await world.look(id)
                let end = min(world.clock.now.advanced(bySeconds: 14_400), begun.advanced(bySeconds: 86_400))
                #expect(upload.expiresAt == end)
                world.clock.pass(seconds: (end.milliseconds - world.clock.now.milliseconds) / 1_000 - 1)
                #expect(try await world.expire() == 0)
            }
            #expect(upload.expiresAt == begun.advanced(bySeconds: 86_400))
            // Nothing that comes later is said to be durable.
            let hanging = try await world.hang(container[7_000...].prefix(1_000), to: id, at: 7_000)
            world.clock.pass(seconds: 1)
            let late = world.eventLoop.flatSubmit { hanging.value.end() }
            await #expect(throws: Problem(.notFound)) { try await late.get() }
            await #expect(throws: Problem(.notFound)) { try await world.look(id) }
            #expect(try await world.expire() == 1)
            #expect(try FaultTests.contents(of: world.folder).isEmpty)
        }
    }

    @Test("Places that nobody can reach any more are free after the pause, not after a day")
    func unreachable() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 200_000).container()
            for _ in 0..<3 {
                let id = try await world.begin(container.count)
                _ = try await world.append(container.prefix(200), to: id, at: 0)
            }
            let renewed = try world.peer("aivd", certificate: ContentDigest(of: [2]))
            world.clock.pass(seconds: 14_399)
            await #expect(throws: Problem(.uploadsTooMany)) { try await world.begin(1_000, as: renewed) }
            world.clock.pass(seconds: 1)
            _ = try await world.begin(1_000, as: renewed)
        }
    }

    @Test("Many that end at once leave room in the queue of the committer", arguments: [false, true])
    func many(_ isSettled: Bool) async throws {
        let limits = Limits.with { ($0.committerQueue, $0.uploadsPerOrganisation) = (16, 100) }
        try await World.run(limits: limits) { world in
            for _ in 0..<50 { _ = try await world.begin(1) }
            if isSettled {
                _ = try await world.stored(try Letter.report().container())
                let settle = "UPDATE upload SET offset = size, is_complete = 1, message = (SELECT number FROM message)"
                _ = try await world.commit { try $0.execute(settle) }
            }
            world.clock.pass(seconds: 600)
            #expect(try await world.expire() == 50)
            #expect(try await world.expire() == 0)
        }
    }

    @Test("One part of it brings as large a share that the parts stay few", arguments: [0, 1])
    func share(_ more: Int) async throws {
        try await World.run(limits: .ofSmallUploads { $0.uploadParts = 100 }) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let least = (container.count + 99) / 100
            #expect(least > 3_000)
            let id = try await world.begin(container.count)
            let outcome = await Result {
                try await world.append(container.prefix(least - 1 + more), to: id, at: 0)
            }
            #expect(outcome.problem?.code == (more == 0 ? "upload.append-size" : nil))
            let offset = try await world.look(id).offset
            #expect(offset == least * more)
            // Nor is less kept of what breaks off.
            let hanging = try await world.hang(container[offset...].prefix(least - 1 + more), to: id, at: offset)
            #expect(try await world.look(id).offset == 2 * offset)
            _ = hanging
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("It is begun where the disk has room for its parts and for its message", arguments: [200_000, 199_999])
    func room(_ above: Int) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            files.space.withLock { $0 = 500_000 + above }
            let world = try World(in: folder, limits: .with { $0.diskReserve = 500_000 }, fileSystem: files)
            defer { world.context.store.close() }
            let outcome = await Result { try await world.begin(100_000) }
            #expect(outcome.problem?.code == (above < 200_000 ? "server.storage-low" : nil))
        }
    }
}
