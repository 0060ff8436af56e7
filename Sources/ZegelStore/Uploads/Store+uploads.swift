// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

extension Store {
    /// Removes the files of parts that no upload has any more; it blocks, and what it cannot remove the next start does.
    package func remove(parts files: [String]) {
        guard !self.committer.isUnknown else { return }
        for name in files { try? self.removeContent(name) }
    }

    /// Removes the files of the parts that a message was made of, once it is stored; it blocks, and what it cannot remove the next start does.
    package func remove(_ parts: [SpooledContent]) { self.remove(parts: parts.map(\.name)) }

    /// An upload of which a part is gone, as after a restore, is none any more.
    func removeBrokenUploads() throws {
        let folder = self.vault.folder
        let broken = try self.pool.read { database in
            var broken: Set<Int64> = []
            let parts = try Row.fetchCursor(database, sql: "SELECT upload, file FROM upload_part")
            while let part = try parts.next() {
                do { _ = try folder.fileSystem.open(folder.contentPath(part["file"])) } catch let error as SystemError {
                    guard error == .absent else { throw error }
                    broken.insert(part["upload"])
                }
            }
            return broken
        }
        guard !broken.isEmpty else { return }
        try self.pool.write { database in
            for number in broken {
                try database.execute(sql: "DELETE FROM upload_part WHERE upload = ?", arguments: [number])
                try database.execute(sql: "DELETE FROM upload WHERE number = ?", arguments: [number])
            }
        }
    }
}
