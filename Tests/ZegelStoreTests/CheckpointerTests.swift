// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing

@testable import ZegelStore

@Suite("The log of the database")
struct CheckpointerTests {
    /// What 400 commits write: fifteen times what the log may hold here.
    private static let (commits, pages, most) = (400, 12, 320)

    private static var schedule: CheckpointSchedule {
        var schedule = CheckpointSchedule()
        (schedule.enough, schedule.long, schedule.few, schedule.most) = (10, 80, 20, Self.most)
        return schedule
    }

    /// A database, and what moves its log.
    private static func withCheckpointer(_ body: (DatabasePool, Checkpointer, String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID()).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let pool = try DatabasePool(path: path)
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try pool.write { try $0.execute(sql: "CREATE TABLE filler (number INTEGER PRIMARY KEY, bytes BLOB)") }
        let connection = try Connections.checkpointing(path, vfs: nil)
        let checkpointer = Checkpointer(pool: pool, connection: connection, schedule: Self.schedule)
        defer { checkpointer.stop() }
        try body(pool, checkpointer, path)
    }

    private static func fill(
        _ pool: DatabasePool,
        _ checkpointer: Checkpointer,
        count: Int = Self.commits,
        settlingEvery number: Int = 50
    ) throws {
        for commit in 1...count {
            checkpointer.batchBegins()
            try pool.write {
                try $0.execute(sql: "INSERT INTO filler (bytes) VALUES (randomblob(\(Self.pages * 4_096)))")
            }
            checkpointer.batchEnded { Issue.record($0) }
            if commit % number == 0 { checkpointer.settle() }
        }
    }

    /// Pages in the file of the log, with some for its head.
    private static func length(_ path: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: "\(path)-wal")[.size] as? Int ?? 0) / 4_120
    }

    @Test("Begins anew, and what it had is in the database", arguments: [1, 50])
    func bounded(_ number: Int) throws {
        try Self.withCheckpointer { pool, checkpointer, path in
            try Self.fill(pool, checkpointer, settlingEvery: number)
            // What comes while it is moved comes on top of what it may hold.
            let length = try Self.length(path)
            #expect(length < (number == 1 ? Self.most : Self.commits * Self.pages))
            let (found, rows) = try pool.read { database in
                (
                    try String.fetchOne(database, sql: "PRAGMA integrity_check"),
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM filler")
                )
            }
            #expect(found == "ok" && rows == Self.commits)
        }
    }

    @Test("Begins anew once nobody reads any more what was there before")
    func read() throws {
        try Self.withCheckpointer { pool, checkpointer, path in
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            try reader.writeWithoutTransaction { try $0.execute(sql: "BEGIN; SELECT count(*) FROM filler") }
            try Self.fill(pool, checkpointer)
            // Nothing is taken away from who reads; what has grown meanwhile is used again, once it is moved the next time.
            let length = try Self.length(path)
            #expect(length > Self.commits * Self.pages)
            try reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            try Self.fill(pool, checkpointer)
            let later = try Self.length(path)
            #expect(later < length + Self.commits * Self.pages)
        }
    }

    @Test("Who closes the store twice has closed it")
    func stop() throws {
        try Self.withCheckpointer { pool, checkpointer, _ in
            try Self.fill(pool, checkpointer, count: 20)
            checkpointer.stop()
            try pool.close()
            checkpointer.stop()
        }
    }

    @Test("Is not moved beside commits where it was moved since that was said, until a commit is told of")
    func overtaken() throws {
        try Self.withCheckpointer { pool, checkpointer, path in
            func commit() throws {
                checkpointer.batchBegins()
                try pool.write { try $0.execute(sql: "INSERT INTO filler (bytes) VALUES (randomblob(400000))") }
                checkpointer.batchEnded { Issue.record($0) }
            }
            func size() throws -> Int {
                try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            }
            let moved = try checkpointer.alone {
                try commit()
                try pool.writeWithoutTransaction { database in
                    _ = try database.checkpoint(.passive)
                    checkpointer.emptied()
                }
                let moved = try size()
                #expect(moved > 400_000)
                try commit()
                return moved
            }
            checkpointer.settle()
            let left = try size()
            #expect(left == moved)
            try commit()
            checkpointer.settle()
            let later = try size()
            #expect(later > left + 400_000)
        }
    }

    @Test("Is not moved beside commits while it is cut off")
    func alone() throws {
        try Self.withCheckpointer { pool, checkpointer, path in
            for _ in 0..<20 {
                try Self.fill(pool, checkpointer, count: 20)
                try checkpointer.alone {
                    try pool.writeWithoutTransaction { database in
                        _ = try database.checkpoint(.truncate)
                        checkpointer.emptied()
                    }
                }
                let length = try Self.length(path)
                #expect(length == 0)
            }
        }
    }
}
