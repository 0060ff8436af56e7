// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Moves what was committed from the log of the database (WAL) into its file, beside the committer and not within its commits.
///
/// SQLite would do it in the commit that makes the log too long, and every answer of that batch would wait for some hundred writes and two syncs.
/// It promises nothing: until it is done, and synced, the log has all of it. The log begins anew with the first commit that finds all of it moved,
/// which one that follows at once never does; so the committer waits, after its answers, once the log is longer than ``longest``.
final class Checkpointer: Sendable {
    /// Pages of 4 KiB in the log since the last time, after which it is time again.
    private static let share = 1_000
    /// Pages in the log at which the committer waits for all of them to be moved.
    private static let longest = 4_000

    private let connection: DatabaseQueue
    private let queue = DispatchQueue(label: "zegel.checkpointer")
    private let state = Mutex(State())

    private struct State {
        /// Pages in the log when it was last moved.
        var moved = 0
        var isAtWork = false
    }

    /// - Parameter connection: One of its own, which nobody else uses.
    init(_ connection: DatabaseQueue) { self.connection = connection }

    /// To be told after each commit how many pages are in the log.
    ///
    /// - Parameter onFailure: Told where the disk failed, so that nobody knows what it holds.
    func committed(pages: Int, onFailure: @escaping @Sendable (any Error) -> Void) {
        if pages >= Self.longest { return self.queue.sync { self.move(onFailure) } }
        let isDue = self.state.withLock { state in
            // The log began anew.
            if pages < state.moved { state.moved = 0 }
            guard !state.isAtWork, pages - state.moved >= Self.share else { return false }
            (state.isAtWork, state.moved) = (true, pages)
            return true
        }
        guard isDue else { return }
        self.queue.async {
            self.move(onFailure)
            self.state.withLock { $0.isAtWork = false }
        }
    }

    /// Ends what runs, and closes the connection.
    func close() {
        self.queue.sync { try? self.connection.close() }
    }

    private func move(_ onFailure: (any Error) -> Void) {
        do {
            try self.connection.inDatabase { _ = try $0.checkpoint(.passive) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
            onFailure(error)
        } catch {
            // The log is in use, or the disk is full: the next commit tries again.
        }
    }
}

/// How many pages are in the log of a database, as SQLite tells it after each commit of one connection.
final class LogLength {
    private(set) var pages = 0

    /// Has a connection tell it, in place of moving the log by itself; the connection must not outlive this.
    func watch(_ database: Database) {
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe sqlite3_wal_hook(
            database.sqliteConnection,
            { this, _, _, pages in
                if let this = unsafe this {
                    unsafe Unmanaged<LogLength>.fromOpaque(this).takeUnretainedValue().pages = Int(pages)
                }
                return SQLITE_OK
            },
            this
        )
    }
}
