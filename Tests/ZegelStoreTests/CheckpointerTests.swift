// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import ZegelStore

@Suite("The log of the database")
struct CheckpointerTests {
    /// What 200 commits write, with some slack for a batch: eight times what the log may hold.
    private static let (commits, pages) = (200, 80)
    private static let most = (2_000 + 2 * Self.pages) * 4_120

    private static func withStore(_ body: (Store, String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store(folder: folder, key: [UInt8](repeating: 7, count: 32), log: Keeper()) { _ in }
        defer { store.close() }
        _ = try await store.committed { try $0.execute("CREATE TABLE filler (bytes BLOB)") }
        try await body(store, folder)
    }

    private static func fill(_ store: Store) async throws {
        for _ in 0..<Self.commits {
            _ = try await store.committed {
                try $0.execute("INSERT INTO filler VALUES (randomblob(?))", [.integer(Int64(Self.pages * 4_096))])
            }
        }
    }

    private static func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    @Test("Begins anew, however much is committed without a pause")
    func bounded() async throws {
        try await Self.withStore { store, folder in
            try await Self.fill(store)
            #expect(try Self.size("\(folder)/zegel.sqlite-wal") < Self.most)
        }
    }

    @Test("Begins anew once nobody reads any more what was there before")
    func read() async throws {
        try await Self.withStore { store, folder in
            let path = "\(folder)/zegel.sqlite-wal"
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: "\(folder)/zegel.sqlite", configuration: configuration)
            try await reader.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN; SELECT count(*) FROM filler")
            }
            try await Self.fill(store)
            // Nothing is taken away from who reads; what has grown meanwhile is used again, once it is moved the next time.
            let size = try Self.size(path)
            #expect(size > Self.most)
            try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            try await Self.fill(store)
            #expect(try Self.size(path) < size + (1_000 + 2 * Self.pages) * 4_120)
        }
    }
}
