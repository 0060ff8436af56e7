// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Glibc
import ZegelCore

/// Opens the database so that a commit is durable when it returns.
enum Connections {
    /// Seconds that a connection waits for others.
    static let patience = 10
    /// KiB of pages that the writer keeps: what a batch of some hundred messages changes, which would be written twice otherwise.
    static let cache = 16_384

    /// Opens, migrates, and proves the settings.
    ///
    /// `DatabasePool` sets `synchronous` to NORMAL after every preparation of ours; it is set to FULL afterwards and read back, because
    /// with NORMAL a power cut loses what was receipted.
    static func open(
        _ path: String,
        vfs: String?,
        tracing: (@Sendable (String) -> Void)? = nil
    ) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(Double(Self.patience))
        configuration.prepareDatabase { database in
            if let tracing {
                database.trace { event in if case .statement(let statement) = event { tracing(statement.sql) } }
            }
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON")
        }
        try Self.reserve(path)
        let pool = try DatabasePool(path: Self.name(of: path, vfs), configuration: configuration)
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What a savepoint may have to take back is kept in memory: it would go to a file outside the data folder, page by page.
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(Self.cache)")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                throw Problem(.storage, "The database does not take synchronous = FULL.")
            }
        }
        try Schema.migrator.migrate(pool)
        try pool.writeWithoutTransaction { database in
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2,
                try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal",
                try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1,
                try Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1
            else { throw Problem(.storage, "The database did not keep its settings.") }
        }
        return pool
    }

    /// One more connection, which moves the log and does nothing else; it syncs what it moves before it says so.
    static func checkpointing(_ path: String, vfs: String?) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: Self.name(of: path, vfs))
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                throw Problem(.storage, "The database does not take synchronous = FULL.")
            }
        }
        return queue
    }

    private static func name(of path: String, _ vfs: String?) -> String { vfs.map { "file:\(path)?vfs=\($0)" } ?? path }

    /// Makes the file for its owner alone before SQLite does, which would let the group and others read; it gives its log the same mode.
    private static func reserve(_ path: String) throws {
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError(errno) }
        Glibc.close(descriptor)
    }
}
