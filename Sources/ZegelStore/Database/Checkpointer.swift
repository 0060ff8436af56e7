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
/// once here. It promises nothing: the log has every page until all of it is moved, and synced.
final class Checkpointer: Sendable {
    private let schedule: Mutex<CheckpointSchedule>
    /// Held while the log is moved beside commits, or cut off.
    private let turn = Mutex(())
    private let isStopped = Mutex(false)
    /// Where it is moved beside commits.
    private let queue = DispatchQueue(label: "zegel.checkpointer")
    private let pool: DatabasePool
    private let connection: DatabaseQueue

    /// - Parameters:
    ///   - pool: Whose writer commits; it must not commit any more when this is gone.
    ///   - connection: A connection of nobody else, with `synchronous = FULL`.
    init(pool: DatabasePool, connection: DatabaseQueue, schedule: CheckpointSchedule = .init()) {
        self.schedule = Mutex(schedule)
        self.pool = pool
        self.connection = connection
        self.watch(told: true)
    }

    /// Blocks until nothing is moved beside commits.
    func settle() { self.queue.sync {} }

    /// Ends when what is being moved is moved; what is left stands in the log.
    ///
    /// Nothing may be committed any more.
    func stop() {
        let isFirst = self.isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        self.settle()
        self.watch(told: false)
        try? self.connection.close()
    }

    /// Does something with the log while nobody moves it beside commits.
    func alone<Value>(_ body: () throws -> Value) rethrows -> Value { try self.turn.withLock { _ in try body() } }

    // MARK: - On the committer's thread

    /// Says that a batch begins.
    func batchBegins() { self.schedule.withLock { $0.batchBegins() } }

    /// Moves the log, or has it moved, where it is time; called when the answers of the batch have left.
    ///
    /// - Parameter failed: Called, on either thread, where the disk failed, so that nobody knows what it holds, or the database is damaged. Nobody cuts the
    ///   log off before it returns.
    func batchEnded(failed: @escaping @Sendable (any Error) -> Void) {
        switch self.schedule.withLock({ $0.batchEnded() }) {
        case .beside:
            self.queue.async {
                self.alone { do { try self.moveBeside() } catch { failed(error) } }
                self.schedule.withLock { $0.moved() }
            }
        case .between:
            self.pool.writeWithoutTransaction { database in
                do { try Self.move(in: database) } catch { failed(error) }
                self.emptied()
            }
        case nil: break
        }
    }

    /// Says that the connection that commits has made a checkpoint, whatever came of it; called while nobody else can use that connection.
    func emptied() { self.schedule.withLock { $0.emptied() } }

    // MARK: - On either thread

    private func moveBeside() throws {
        // The log may have been cut off since it was said that it be moved.
        guard self.schedule.withLock({ $0.isFresh }) else { return }
        try self.connection.writeWithoutTransaction { database in
            try Self.move(in: database)
            try Self.sync(database)
        }
    }

    /// Moves all that nobody needs in the log.
    ///
    /// Where the log is in use or the disk is full it is tried again when as much has come again.
    private static func move(in database: Database) throws {
        do {
            _ = try database.checkpoint(.passive)
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL].contains(error.resultCode)
        {}
    }

    /// Gives to the disk what SQLite leaves in the system's memory where a commit was made meanwhile.
    ///
    /// Else the one checkpoint that moves all, for which commits wait, would have to.
    private static func sync(_ database: Database) throws {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = unsafe sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard code == SQLITE_OK, let file = unsafe file, let sync = unsafe file.pointee.pMethods?.pointee.xSync else {
            throw DatabaseError(resultCode: .SQLITE_IOERR)
        }
        guard unsafe sync(file, SQLITE_SYNC_NORMAL) == SQLITE_OK else {
            throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
        }
    }

    /// Has the connection that commits tell how long the log is, in place of moving it by itself; or nobody.
    private func watch(told isTold: Bool) {
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        self.pool.writeWithoutTransaction { database in
            let hook: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, CInt) -> CInt = {
                this,
                _,
                _,
                pages in
                if let this = unsafe this {
                    let checkpointer = unsafe Unmanaged<Checkpointer>.fromOpaque(this).takeUnretainedValue()
                    checkpointer.schedule.withLock { $0.committed(pages: Int(pages)) }
                }
                return SQLITE_OK
            }
            _ = unsafe sqlite3_wal_hook(database.sqliteConnection, isTold ? hook : nil, isTold ? this : nil)
        }
    }
}
