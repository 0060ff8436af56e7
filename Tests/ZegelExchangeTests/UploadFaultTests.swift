// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Synchronization
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

/// What breaks off, and what fails: what was said to be durable is, and what is asked again gives one message.
@Suite("An upload that breaks off")
struct UploadFaultTests {
    @Test("A later request takes over from one that hangs, and nothing that came is lost", arguments: [99, 100, 5_000])
    func takenOver(_ count: Int) async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            let told = Mutex<[Problem]>([])
            let hanging = try await world.hang(container.prefix(count), to: id, at: 0) { problem in
                told.withLock { $0.append(problem) }
            }
            // Less than a request must bring is not worth a part.
            let upload = try await world.look(id)
            #expect(upload.offset == (count < 100 ? 0 : count))
            #expect(told.withLock { $0 } == [Problem(.uploadTakenOver)])
            let late = world.eventLoop.flatSubmit { hanging.value.end() }
            await #expect(throws: Problem(.uploadTakenOver)) { try await late.get() }
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
        }
    }

    @Test("Of many that bring the rest at the same time each is answered, and there is one message")
    func together() async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(150_000), to: id, at: 0)
            let codes = await withTaskGroup(of: String.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        do {
                            let rest = container.dropFirst(150_000)
                            _ = try await world.append(rest, to: id, at: 150_000, isLast: true)
                            return "finished"
                        } catch { return Problem(any: error).code }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(codes).isSubset(of: ["finished", "upload.taken-over", "upload.offset"]))
            guard case .same(let message) = try await world.finish(container, id) else {
                // All were taken over before one was complete.
                #expect(!codes.contains("finished"))
                return
            }
            try FaultTests.expectWhole(message, container, in: world)
            #expect(try FaultTests.contents(of: world.folder).count == 1)
        }
    }

    @Test("A client that goes leaves what it brought", arguments: [99, 100, 5_000])
    func abandoned(_ count: Int) async throws {
        try await World.run(limits: .ofSmallUploads) { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            let hanging = try await world.hang(container.prefix(count), to: id, at: 0)
            try await world.eventLoop.submit { hanging.value.abandon() }.get()
            #expect(try await world.look(id).offset == (count < 100 ? 0 : count))
        }
    }

    @Test("After a crash the upload stands where it was said to, and what it had not yet is gone")
    func crash() async throws {
        try await World.withFolder { folder in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let world = try World(in: "\(folder)/data", limits: .ofSmallUploads)
            defer { world.context.store.close() }
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(170_000), to: id, at: 0)
            let hanging = try await world.hang(container[170_000..<230_000], to: id, at: 170_000)
            try await eventually { try FaultTests.contents(of: world.folder).count == 3 }
            for name in ["killed", "restored"] { try world.copy(to: "\(folder)/\(name)") }
            try await world.eventLoop.submit { hanging.value.abandon() }.get()
            let again = try World(in: "\(folder)/killed", limits: .ofSmallUploads)
            defer { again.context.store.close() }
            #expect(try await again.look(id).offset == 170_000)
            #expect(try FaultTests.contents(of: again.folder).count == 2)
            guard case .created(let message) = try await again.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: again)

            // A backup does not have what is under way.
            let files = try FaultTests.contents(of: "\(folder)/restored").filter { $0.hasPrefix("content/") }.sorted()
            try FileManager.default.removeItem(atPath: "\(folder)/restored/\(files[0])")
            let restored = try World(in: "\(folder)/restored", limits: .ofSmallUploads)
            defer { restored.context.store.close() }
            await #expect(throws: Problem(.notFound)) { try await restored.look(id) }
            #expect(try FaultTests.contents(of: restored.folder).isEmpty)
        }
    }

    @Test("A crash behind the commit of its message leaves nothing of an upload", arguments: [100_100, 300_000])
    func crashBehindCommit(_ size: Int) async throws {
        try await World.withFolder { folder in
            let (data, killed) = ("\(folder)/data", "\(folder)/killed")
            let world = try World(in: data, limits: .ofSmallUploads) { stage in
                guard stage == .committed else { return }
                do { try FileManager.default.copyItem(atPath: data, toPath: killed) } catch { Issue.record(error) }
            }
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: size).container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(100_000), to: id, at: 0)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            let own = container.count > Limits().inlineContainer ? 1 : 0
            #expect(try FaultTests.contents(of: killed).count > 1 + own)
            // Nobody asks for the upload again, and its parts are gone all the same.
            let again = try World(in: killed, limits: .ofSmallUploads)
            defer { again.context.store.close() }
            #expect(try FaultTests.contents(of: killed).count == own)
            guard case .same(let found) = try await again.finish(container, id) else { throw Missing() }
            #expect(found.id == message.id)
            try FaultTests.expectWhole(found, container, in: again)
        }
    }

    /// Every call that a part of 60 kB makes, by number.
    static let fileRows: [FaultTests.FileRow] = [
        (.create, 1), (.write, 1), (.sync, 1), (.close, 1), (.makeFolder, 1), (.rename, 1), (.syncFolder, 3),
    ]
    .flatMap { call, count in (1...count).flatMap { FaultTests.FileRow.both(call, $0) } }

    @Test("A part that cannot be written is not there, and comes again", arguments: fileRows)
    func files(_ row: FaultTests.FileRow) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: folder, limits: .ofSmallUploads, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(1_000), to: id, at: 0)
            files.fail(row.call, number: row.number, doing: row.isDone)
            await #expect(throws: Problem(.storage)) {
                try await world.append(container[1_000..<61_000], to: id, at: 1_000)
            }
            #expect(files.count(row.call) >= row.number)
            #expect(try await world.look(id).offset == 1_000)
            try await eventually { try FaultTests.contents(of: folder).count == 1 }
            _ = try await world.append(container[1_000..<61_000], to: id, at: 1_000)
            guard case .created(let message) = try await world.finish(container, id) else { throw Missing() }
            try FaultTests.expectWhole(message, container, in: world)
            #expect(try FaultTests.contents(of: folder).count == 1)
        }
    }

    @Test("A commit that fails is no part, or one of which nobody was told", arguments: CommitFaultTests.rows)
    func commits(_ row: CommitFaultTests.Row) async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let world = try World(in: "\(folder)/data", limits: .ofSmallUploads, vfs: counter.name)
            let container = try Letter.report().with(documentOf: 300_000).container()
            let id = try await world.begin(container.count)
            _ = try await world.append(container.prefix(1_000), to: id, at: 0)
            counter.fail(row.call, of: .wal, number: 1, as: row.failure, doing: row.isDone)
            let outcome = await Result { try await world.append(container[1_000..<61_000], to: id, at: 1_000) }
            #expect(counter.hasFailed)
            #expect(outcome.problem == Problem(.storage))
            try world.copy(to: "\(folder)/killed")
            world.context.store.close()
            for name in ["killed", "data"] {
                let again = try World(in: "\(folder)/\(name)", limits: .ofSmallUploads)
                defer { again.context.store.close() }
                #expect([1_000, 61_000].contains(try await again.look(id).offset))
                guard case .created(let message) = try await again.finish(container, id) else { throw Missing() }
                try FaultTests.expectWhole(message, container, in: again)
                #expect(try FaultTests.contents(of: again.folder).count == 1)
            }
        }
    }
}
