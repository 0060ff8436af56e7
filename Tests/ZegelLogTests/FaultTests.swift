// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOPosix
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelLog

/// Each step of each write fails once: it was not done, or it was done all the same.
///
/// What is there afterwards goes on.
@Suite("A disk that fails under a log")
struct FaultTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let step: Int
        let isDone: Bool

        var testDescription: String { "step \(self.step), \(self.isDone ? "" : "not ")stored" }

        static func both(_ steps: Int) -> [Row] {
            (0..<steps).flatMap { step in [false, true].map { Row(step: step, isDone: $0) } }
        }
    }

    private static let signer = Result { NoteSigner(name: try KeyName("zegel.example/test")) }

    /// Opens a store, and commits an entry where that goes well; the size of the log then.
    private static func append(in folder: Folder, on disk: any FileSystem) async throws -> UInt64 {
        let keeper = LogKeeper(signer: try Self.signer.get(), anchor: "\(folder.url.path)/anchor", fileSystem: disk)
        let data = "\(folder.url.path)/data"
        let store = try Store(folder: data, key: [UInt8](repeating: 7, count: 32), log: keeper) { _ in }
        defer { store.close() }
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        store.committer.commit(
            { try $0.append(.administration("test", at: Instant(milliseconds: 0))) },
            answering: promise
        )
        try await promise.futureResult.get()
        return store.log.newest.checkpoint.size
    }

    /// Reads the log as `zegel log verify` does.
    private static func audit(_ folder: Folder) async throws -> UInt64 {
        let key = try Self.signer.get().verifier
        let stored = try StoredLog(folder: "\(folder.url.path)/data", key: [UInt8](repeating: 7, count: 32))
        let log = LocalLog(stored, anchor: "\(folder.url.path)/anchor", key: key)
        return try await LogAudit(log, key: key)().checkpoint.checkpoint.size
    }

    private static func fails(_ body: () async throws -> UInt64) async -> Bool {
        do { _ = try await body() } catch { return true }
        return false
    }

    // The file with the checkpoint of the empty log: create, write, sync, close, rename, sync the folder.
    @Test("A log whose anchor cannot be made does not begin, and begins the next time", arguments: Row.both(6))
    func beginning(_ row: Row) async throws {
        let folder = try Folder()
        let disk = FailingFileSystem()
        disk.fail(at: row.step, doing: row.isDone)
        #expect(await Self.fails { try await Self.append(in: folder, on: disk) })
        #expect(!disk.isWaiting)
        #expect(try await Self.append(in: folder, on: SystemFileSystem()) == 1)
        #expect(try await Self.audit(folder) == 1)
    }

    // Write and sync at the start, and write and sync for the entry.
    @Test("What was promised stays, what was not signed is signed at the next start", arguments: Row.both(4))
    func anchor(_ row: Row) async throws {
        let folder = try Folder()
        let before = try await Self.append(in: folder, on: SystemFileSystem())
        let disk = FailingFileSystem()
        disk.fail(at: row.step, doing: row.isDone)
        #expect(await Self.fails { try await Self.append(in: folder, on: disk) })
        #expect(!disk.isWaiting)
        // The entry of the one that failed is in the log where it had come that far, and counts as never answered.
        let stored: UInt64 = row.step < 2 ? 0 : 1
        #expect(try await Self.append(in: folder, on: SystemFileSystem()) == before + stored + 1)
        #expect(try await Self.audit(folder) == before + stored + 1)
    }

    @Test("Each step has its row: a start and a commit that go well take no more")
    func whole() async throws {
        let folder = try Folder()
        for (begin, steps) in [(true, 6), (false, 4)] {
            let disk = FailingFileSystem()
            disk.fail(at: steps + (begin ? 2 : 0), doing: false)
            _ = try await Self.append(in: folder, on: disk)
            #expect(disk.isWaiting)
        }
    }

    // Three entries bundles, three tiles and one above them, the checkpoint; each is created, written, synced, closed and renamed, and
    // then the folders are synced.
    @Test(
        "A mirror that could not write goes on where it was, and never keeps a checkpoint before its tiles",
        arguments: 0..<60
    )
    func mirror(_ step: Int) async throws {
        for isDone in [false, true] {
            let folder = try Folder()
            let key = try LogCopy.signer.get().verifier
            let disk = FailingFileSystem()
            disk.fail(at: step, doing: isDone)
            let hasFailed = await Self.fails {
                _ = try await LogMirror(LogCopy([600]), key: key, folder: folder.url.path, fileSystem: disk)()
                return 0
            }
            #expect(hasFailed != disk.isWaiting)
            if step == 59 { #expect(!hasFailed, "it has fewer steps than there are rows") }
            if FileManager.default.fileExists(atPath: "\(folder.url.path)/checkpoint") {
                #expect(try await LogAudit(FolderLog(folder.url.path), key: key)().checkpoint.checkpoint.size == 600)
            }
            _ = try await LogMirror(LogCopy([600]), key: key, folder: folder.url.path)()
            #expect(try await LogAudit(FolderLog(folder.url.path), key: key)().checkpoint.checkpoint.size == 600)
        }
    }
}
