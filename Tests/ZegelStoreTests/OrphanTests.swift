// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelStore

@Suite("Files that nobody owns")
struct OrphanTests {
    @Test("go at the start or beside what follows, and what is placed meanwhile stays", arguments: [0, 2, 3, 100])
    func search(_ atOnce: Int) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "orphans-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store(folder: path, key: [UInt8](repeating: 7, count: 32), log: Keeper()) { _ in }
        defer { store.close() }
        let names = (0..<5).map { _ in "\(MessageID.random())" }
        for name in names {
            let prefix = "\(path)/content/\(name.prefix(2))"
            try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
            #expect(FileManager.default.createFile(atPath: "\(prefix)/\(name)", contents: Data([1])))
        }
        func left() -> Int {
            names.count { FileManager.default.fileExists(atPath: "\(path)/content/\($0.prefix(2))/\($0)") }
        }
        try store.removeOrphans(atOnce: atOnce)
        #expect(left() <= max(0, names.count - atOnce))
        // Its message is about to be committed, which the search cannot know.
        let spool = try store.makeSpool()
        try spool.append([2])
        let placed = try spool.finish()
        let end = ContinuousClock.now + .seconds(120)
        while left() > 0, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
        #expect(left() == 0)
        #expect(FileManager.default.fileExists(atPath: store.vault.folder.contentPath(placed.name)))
    }

    @Test("are searched for no longer than the store is open")
    func closed() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "orphans-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for _ in 0..<10 {
            let store = try Store(folder: path, key: [UInt8](repeating: 7, count: 32), log: Keeper()) { _ in }
            try FileManager.default.createDirectory(atPath: "\(path)/content/00", withIntermediateDirectories: true)
            for number in 0..<200 {
                _ = FileManager.default.createFile(atPath: "\(path)/content/00/00\(number)", contents: nil)
            }
            try store.removeOrphans(atOnce: 0)
            store.close()
        }
    }

    @Test("are told from one that was placed since the search began")
    func new() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "orphans-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try DataFolder(path, fileSystem: SystemFileSystem())
        func place() throws -> String {
            let spool = try Spool(in: folder)
            try spool.append([2])
            return try spool.finish().name
        }
        let before = try place()
        folder.searches(true)
        let meanwhile = try place()
        #expect(!folder.isNew(before))
        #expect(folder.isNew(meanwhile))
        folder.searches(false)
        #expect(!folder.isNew(meanwhile))
    }
}
