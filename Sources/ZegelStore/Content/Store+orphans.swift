// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import GRDB
import Synchronization

extension Store {
    /// Removes files that were finished and named, and whose message or upload was never committed: they belong to nobody.
    ///
    /// A start waits for a part of the search only, for there may be a million files and each is a question to the database; the rest is
    /// looked through beside everything else. What is left by then, because the process ends, the next start finds.
    ///
    /// - Parameter atOnce: How many files are looked at before this returns.
    func removeOrphans(atOnce: Int = 10_000) throws {
        let folder = self.vault.folder
        folder.searches(true)
        var prefixes = try folder.fileSystem.list("\(folder.path)/content")[...]
        var names: ArraySlice<String> = []
        var left = atOnce
        while left > 0, !(prefixes.isEmpty && names.isEmpty) {
            if names.isEmpty, let prefix = prefixes.popFirst() { names = try self.contents(below: prefix) }
            for name in names.prefix(left) { try self.removeOrphan(name) }
            (left, names) = (left - min(left, names.count), names.dropFirst(left))
        }
        guard !(prefixes.isEmpty && names.isEmpty) else { return folder.searches(false) }
        self.workers.async { [prefixes, names] in
            defer { folder.searches(false) }
            do {
                for name in names { try self.removeOrphan(name) }
                for prefix in prefixes { for name in try self.contents(below: prefix) { try self.removeOrphan(name) } }
            } catch {
                // The store is closed, or the disk fails, which others will say.
            }
        }
    }

    private func contents(below prefix: String) throws -> ArraySlice<String> {
        try self.vault.folder.fileSystem.list("\(self.vault.folder.path)/content/\(prefix)")[...]
    }

    private func removeOrphan(_ name: String) throws {
        try self.isSearchable.withLock { isSearchable in
            guard isSearchable else { throw CancellationError() }
            try self.removeUnlessOwned(name)
        }
    }

    private func removeUnlessOwned(_ name: String) throws {
        let isOwned = try self.pool.read { database in
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM message WHERE content_file = ?)
                            OR EXISTS (SELECT 1 FROM upload_part WHERE file = ?)
                        """
                ),
                arguments: [name, name]
            )
        }
        // Asked last: who placed it since the search began may have committed it since the database was asked.
        guard isOwned == false, !self.vault.folder.isNew(name) else { return }
        // One of an upload that was given up meanwhile may be gone.
        try Self.unlessAbsent { try self.vault.folder.fileSystem.remove(self.vault.folder.contentPath(name)) }
    }
}
