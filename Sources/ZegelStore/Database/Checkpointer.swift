// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite

/// Moves what was committed from the log of the database (WAL) into its file: between commits, and not within them.
///
/// SQLite would do it in each commit that finds 1,000 pages in the log, and all answers of the batch would wait for it. Here it is done once they have
/// left, when nobody waits, or when the log has become long; what comes often is written once then. It promises nothing: until it is done, and synced,
/// the log has all of it.
///
/// The connection that commits does it, and no other, for up to SQLite 3.51.2 a checkpoint beside a commit that begins the log anew may take for
/// moved what is not (sqlite.org/wal.html#walresetbug). Used on the committer's thread only.
final class Checkpointer {
    /// Pages of 4 KiB in the log since the last time: so many that it is done when nobody waits.
    private static let enough = 1_000
    /// So many that whoever waits has to wait for it: 8 MB.
    private static let most = 2_000

    /// Pages in the log after the last commit.
    private var pages = 0
    /// Pages in the log when it was last tried to move them.
    private var tried = 0

    /// Has a connection tell how long its log is, in place of moving it by itself; the connection must not commit any more when this is gone.
    func watch(_ database: Database) {
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe sqlite3_wal_hook(
            database.sqliteConnection,
            { this, _, _, pages in
                if let this = unsafe this {
                    unsafe Unmanaged<Checkpointer>.fromOpaque(this).takeUnretainedValue().pages = Int(pages)
                }
                return SQLITE_OK
            },
            this
        )
    }

    /// Whether it is time, with others waiting or nobody.
    func isDue(whileOthersWait: Bool) -> Bool {
        // The log began anew.
        if self.pages < self.tried { self.tried = 0 }
        return self.pages - self.tried >= (whileOthersWait ? Self.most : Self.enough)
    }

    /// Moves all that nobody needs in the log.
    ///
    /// - Throws: `DatabaseError` where the disk failed, so that nobody knows what it holds, or the database is damaged. Where the log is in use or
    ///   the disk is full it is tried again when as much has come again.
    func move(in database: Database) throws {
        self.tried = self.pages
        do {
            _ = try database.checkpoint(.passive)
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL].contains(error.resultCode)
        {}
    }
}
