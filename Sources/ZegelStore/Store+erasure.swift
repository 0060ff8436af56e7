// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import NIOCore
import ZegelCore

/// What makes an erasure true of the disk, and not of the tables alone.
extension Store {
    /// Milliseconds that commits wait for readers which keep the log of the database from being cut off.
    private static let patience = 200

    /// Removes the files of erased messages and makes that durable; then has all that was deleted leave the database's own log.
    ///
    /// What is deleted in the database is overwritten there at once; older versions of its pages stand in the log (WAL) until that is cut off,
    /// which it cannot be while anyone reads.
    ///
    /// - Returns: A future of whether nothing is left; where it is not, it is asked again later.
    package func clear(_ erasures: [UnfinishedErasure], on eventLoop: any EventLoop) -> EventLoopFuture<Bool> {
        self.perform(on: eventLoop) {
            for name in erasures.compactMap(\.contentFile) { try self.removeContent(name) }
            return try self.checkpointer.alone { try self.truncateLog() }
        }
    }

    func removeContent(_ name: String) throws {
        let folder = self.vault.folder
        try Self.unlessAbsent { try folder.fileSystem.remove(folder.contentPath(name)) }
        try Self.unlessAbsent { try folder.fileSystem.syncFolder("\(folder.path)/content/\(name.prefix(2))") }
    }

    /// What is not there was removed before a crash, or by the start after it.
    static func unlessAbsent(_ body: () throws -> Void) throws {
        do { try body() } catch let error as SystemError where error == .absent {}
    }

    private func truncateLog() throws -> Bool {
        try self.pool.writeWithoutTransaction { database in
            // Of what could not be synced the log has the only copy.
            guard !self.committer.isUnknown else { throw Problem(.storage) }
            try database.execute(sql: "PRAGMA busy_timeout = \(Self.patience)")
            defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Connections.patience * 1_000)") }
            defer { self.checkpointer.emptied() }
            do {
                try database.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
                return false
            } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
                // The next sync would be told that all is well, and the log would be cut off.
                self.committer.stop(after: error)
                throw SyncFailure()
            }
        }
    }
}
