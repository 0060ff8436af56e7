// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelStore

/// The newest checkpoint that is known of the log in a backup.
struct LastKnown {
    private let whole: WholeBackup
    private let key: [UInt8]

    init(_ whole: WholeBackup, key: [UInt8]) {
        self.whole = whole
        self.key = key
    }

    /// The largest of the backup's own, those in the anchor, and those that were given; all have to go together with the backup.
    ///
    /// - Throws: `log.disagrees` for one that was given and is not of this log, `log.fork` where two contradict each other.
    func checkpoint(_ anchor: String, _ given: [SignedCheckpoint]) throws -> VerifiedCheckpoint {
        let (own, log) = (self.whole.record.checkpoint, self.whole.record.log)
        let stored = try StoredLog(database: self.whole.database, key: self.key)
        let promised = try AnchorFile(anchor, fileSystem: SystemFileSystem()).places(log).compactMap(\.self)
        let others = try given.map { signed in
            do { return try signed.verified(by: log) } catch {
                throw Problem(.logDisagrees, "A checkpoint that was given is not of the log in the backup: \(error)")
            }
        }
        var newest = own
        for shown in promised + others {
            try self.hold(shown, to: stored)
            if shown.checkpoint.size == newest.checkpoint.size, shown.checkpoint.root != newest.checkpoint.root {
                throw Self.fork(newest, shown)
            }
            if shown.checkpoint.size > newest.checkpoint.size { newest = shown }
        }
        return newest
    }

    /// One of no more entries than the backup has is computed again from them.
    private func hold(_ shown: VerifiedCheckpoint, to stored: StoredLog) throws {
        let (own, size) = (self.whole.record.checkpoint, shown.checkpoint.size)
        guard size <= own.checkpoint.size else { return }
        let root = try size == 0 ? .empty : TreeHash.root(of: size) { try Tile($0, bytes: stored.tile($0)) }
        guard root == shown.checkpoint.root else { throw Self.fork(own, shown) }
    }

    private static func fork(_ one: VerifiedCheckpoint, _ two: VerifiedCheckpoint) -> Problem {
        let sizes = "\(one.checkpoint.size) and of \(two.checkpoint.size) entries"
        return Problem(.logFork, "The log of the backup signed trees of \(sizes) that do not go together.")
    }
}
