// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelStore

@testable import ZegelExchange

/// Each write of a submission fails once: the sender hears it, nothing partial stays, and the same again succeeds.
@Suite("A disk that fails")
struct FaultTests {
    struct FileRow: Sendable, CustomTestStringConvertible {
        let call: FaultyFileSystem.Call
        let number: Int
        /// Whether it is on the disk all the same.
        let isDone: Bool

        var testDescription: String { "\(self.call) \(self.number), \(self.isDone ? "" : "not ")stored" }

        static func both(_ call: FaultyFileSystem.Call, _ number: Int) -> [FileRow] {
            [false, true].map { FileRow(call: call, number: number, isDone: $0) }
        }
    }

    /// Every call that a container of 300 kB makes, by number.
    static let fileRows: [FileRow] = [
        (.create, 1), (.write, 5), (.sync, 1), (.close, 1), (.makeFolder, 1), (.rename, 1), (.syncFolder, 3),
    ]
    .flatMap { call, count in (1...count).flatMap { FileRow.both(call, $0) } }

    @Test(
        "A file that cannot be written is refused as server.storage, goes, and is written the next time",
        arguments: fileRows
    )
    func files(_ row: FileRow) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: folder, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 300_000).container()
            files.fail(row.call, number: row.number, doing: row.isDone)
            await #expect(throws: Problem(.storage)) { try await world.submit(container) }
            #expect(files.count(row.call) >= row.number)
            try await eventually { try Self.contents(of: folder).isEmpty }
            try await Self.expectAbsent(container, in: world)
            guard case .created(let message) = try await world.submit(container) else {
                Issue.record("It was stored although it was refused.")
                return
            }
            try Self.expectWhole(message, container, in: world)
            #expect(try Self.contents(of: folder).count == 1)
        }
    }

    @Test("The table names every call that a large container makes")
    func complete() async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let world = try World(in: folder, fileSystem: files)
            defer { world.context.store.close() }
            files.fail(.create, number: 0)
            _ = try await world.submit(try Letter.report().with(documentOf: 300_000).container())
            for call in FaultyFileSystem.Call.allCases {
                #expect(files.count(call) == Self.fileRows.count { $0.call == call && $0.isDone }, "\(call)")
            }
        }
    }

    @Test(
        "A folder that cannot be made is no beginning, and the next start makes it",
        arguments: [(FaultyFileSystem.Call.makeFolder, 1), (.makeFolder, 2), (.makeFolder, 3), (.syncFolder, 1)]
            .flatMap { FileRow.both($0, $1) }
    )
    func start(_ row: FileRow) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            files.fail(row.call, number: row.number, doing: row.isDone)
            #expect(throws: SystemError(28)) { try World(in: folder, fileSystem: files) }
            let world = try World(in: folder, fileSystem: files)
            defer { world.context.store.close() }
            let container = try Letter.report().with(documentOf: 300_000).container()
            try Self.expectWhole(try await world.stored(container), container, in: world)
        }
    }

    struct RefusedRow: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        /// Hands in what is refused, after the good one was stored.
        let refused: @Sendable (World, [UInt8]) async throws -> Void
    }

    static let refusedRows: [RefusedRow] = [
        RefusedRow(testDescription: "a document that was changed", code: "container.digest-mismatch") { world, _ in
            _ = try await world.submit(
                try Letter.report("AIVD-2").with(documentOf: 300_000).container(damaged: true)
            )
        },
        RefusedRow(testDescription: "a kenmerk that is taken", code: "message.kenmerk-taken") { world, _ in
            _ = try await world.submit(try Letter.report().with(documentOf: 300_001).container())
        },
        RefusedRow(testDescription: "another's signature", code: "signature.other-organisation") { world, _ in
            let seal = try Parties.shared.get()["om"].seal
            _ = try await world.submit(try Letter.report("AIVD-2").with(documentOf: 300_000).container(by: seal))
        },
        RefusedRow(testDescription: "the same once more", code: "none") { world, container in
            guard case .same = try await world.submit(container) else { throw Missing() }
            throw Problem(code: "none", status: 200, title: "", detail: "")
        },
    ]

    @Test("A large container that becomes no message leaves no file", arguments: refusedRows)
    func refused(_ row: RefusedRow) async throws {
        try await World.run { world in
            let container = try Letter.report().with(documentOf: 300_000).container()
            let message = try await world.stored(container)
            #expect(try Self.contents(of: world.folder).count == 1)
            let error = await #expect(throws: Problem.self) { try await row.refused(world, container) }
            #expect(error?.code == row.code)
            try await eventually { try Self.contents(of: world.folder).count == 1 }
            try Self.expectWhole(message, container, in: world)
        }
    }

    // MARK: -

    /// The files of contents, temporary ones among them.
    static func contents(of folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            ["spool/", "content/"].contains { name.hasPrefix($0) } && name.split(separator: "/").last?.count == 32
        }
    }

    static func found(_ container: [UInt8], in world: World) async throws -> StoredMessage? {
        let oin = try world.peer("aivd").oin
        return try await world.context.store.read(on: world.eventLoop) { view in
            try view.message(withContainer: ContentDigest(of: container), from: oin).map { try view.proved($0) }
        }
        .get()
    }

    static func expectAbsent(_ container: [UInt8], in world: World) async throws {
        let found = try await Self.found(container, in: world)
        #expect(found == nil)
    }

    static func expectWhole(_ message: StoredMessage, _ container: [UInt8], in world: World) throws {
        #expect(message.containerDigest == ContentDigest(of: container))
        #expect(message.size == container.count)
        #expect(try world.context.store.content(of: message).read(0..<message.size) == container)
        #expect(message.deliveries.count == message.header.to.count)
    }
}

/// Waits for what another thread is about to do.
func eventually(_ condition: () throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(300)
    while try !condition() {
        guard ContinuousClock.now < end else {
            Issue.record("It did not come about.")
            return
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}
