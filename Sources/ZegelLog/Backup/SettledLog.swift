// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore
import ZegelStore

/// The signature under the log in a copy of a store.
///
/// A commit is signed just after it, and its signature stored with the next one: where the copy ends between the two it stands in the
/// anchor, or already in the store that goes on.
struct SettledLog {
    private static let attempts = 50
    private let source: Backup.Source
    private let copy: String

    init(_ source: Backup.Source, copy: String) {
        self.source = source
        self.copy = copy
    }

    /// The checkpoint of exactly the log in the copy.
    ///
    /// - Throws: `log.disagrees` where it was signed otherwise, or not at all.
    func checkpoint(_ given: [VerifiedCheckpoint]) async throws(Problem) -> VerifiedCheckpoint {
        do {
            let copied = try StoredLog(database: self.copy, key: self.source.key)
            let (size, root) = (try copied.size(), try copied.root())
            for _ in 0..<Self.attempts {
                if let found = try self.find(size, given) {
                    guard found.checkpoint.root == root else {
                        throw Problem(.logDisagrees, "The log signed other entries than the store holds.")
                    }
                    return found
                }
                try await Task.sleep(for: .milliseconds(100))
            }
            throw Problem(.logDisagrees, Self.unsigned(size))
        } catch { throw error as? Problem ?? Problem(.backupFailed, "The log cannot be read: \(error)") }
    }

    private func find(_ size: UInt64, _ given: [VerifiedCheckpoint]) throws -> VerifiedCheckpoint? {
        let live = try StoredLog(folder: self.source.data, key: self.source.key).checkpoint(of: size)
        let stored = try live.map { try SignedCheckpoint(parsing: $0).verified(by: self.source.log) }
        let anchor = AnchorFile(self.source.anchor, fileSystem: SystemFileSystem())
        let promised = try anchor.places(self.source.log).compactMap(\.self)
        return ([stored].compactMap(\.self) + promised + given).first { $0.checkpoint.size == size }
    }

    private static func unsigned(_ size: UInt64) -> String {
        "No checkpoint of all \(size) entries is known. Where a commit was broken off, start the server once; where checkpoint.anchor is "
            + "lost, name a checkpoint that was kept with --checkpoint."
    }
}
