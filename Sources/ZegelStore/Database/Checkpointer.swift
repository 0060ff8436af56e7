// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Moves what was committed from the log of the database (WAL) into its file: beside commits, on a thread and a connection of its own.
///
/// SQLite would do it in each commit that finds 1,000 pages in the log, and all answers of the batch would wait for it. What comes often is written
/// once here. It promises nothing: until a page is moved, and synced, the log has it.
final class Checkpointer: Sendable {
    private let schedule: Mutex<CheckpointSchedule>
    /// Held while the log is moved beside commits, or cut off.
    private let turn = Mutex(())
    private let isStopped = Mutex(false)
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let pool: DatabasePool
    private let connection: DatabaseQueue

    /// - Parameters:
    ///   - pool: Whose writer commits; it must not commit any more when this is gone.
    ///   - connection: A connection of nobody else, with `synchronous = FULL`.
    init(pool: DatabasePool, connection: DatabaseQueue, schedule: CheckpointSchedule = .init()) {
        self.schedule = Mutex(schedule)
        self.pool = pool
        self.connection = connection
        // In place of the hook by which SQLite moves the log in a commit.
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        pool.writeWithoutTransaction { database in
            _ = unsafe sqlite3_wal_hook(
                database.sqliteConnection,
                { this, _, _, pages in
                    if let this = unsafe this {
                        let checkpointer = unsafe Unmanaged<Checkpointer>.fromOpaque(this).takeUnretainedValue()
                        checkpointer.schedule.withLock { $0.committed(pages: Int(pages)) }
                    }
                    return SQLITE_OK
                },
                this
            )
        }
    }

    /// Begins to wait for work.
    ///
    /// - Parameter failed: Called where the disk failed, so that nobody knows what it holds, or the database is damaged.
    func start(failed: @escaping @Sendable (any Error) -> Void) {
        let thread = Thread {
            while true {
                self.wake.wait()
                if self.isStopped.withLock({ $0 }) { break }
                do { try self.alone { try self.connection.writeWithoutTransaction(Self.move) } } catch { failed(error) }
                self.schedule.withLock { $0.moved() }
            }
            self.ended.signal()
        }
        thread.name = "checkpointer"
        thread.start()
    }

    /// Ends when what is being moved is moved, and blocks until then.
    ///
    /// What is left stands in the log; nothing may be committed any more.
    func stop() {
        let isFirst = self.isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        self.wake.signal()
        self.ended.wait()
        try? self.connection.close()
    }

    /// Does something with the log while nobody moves it beside commits.
    func alone<Value>(_ body: () throws -> Value) rethrows -> Value { try self.turn.withLock { _ in try body() } }

    // MARK: - On the committer's thread

    /// Says that a batch begins.
    func batchBegins() { self.schedule.withLock { $0.batchBegins() } }

    /// Moves the log, or has it moved, where it is time; called when the answers of the batch have left.
    ///
    /// - Throws: `DatabaseError` where the disk failed, so that nobody knows what it holds, or the database is damaged.
    func batchEnded() throws {
        switch self.schedule.withLock({ $0.batchEnded() }) {
        case .beside: self.wake.signal()
        case .between: try self.pool.writeWithoutTransaction(Self.move)
        case nil: break
        }
    }

    /// Moves all that nobody needs in the log.
    ///
    /// Where the log is in use or the disk is full it is tried again when as much has come again.
    @Sendable
    private static func move(in database: Database) throws {
        do {
            _ = try database.checkpoint(.passive)
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL].contains(error.resultCode)
        {}
    }
}
