// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TransparencyLog
import ZegelCore
package import ZegelStore

/// The key of a log, and the memory of what it signed: the one signer of checkpoints of a server.
package final class LogKeeper: CheckpointKeeper {
    private let signer: NoteSigner
    private let anchor: Mutex<AnchorFile>

    /// Makes a keeper.
    ///
    /// - Parameters:
    ///   - signer: The key; its name is the origin of the log.
    ///   - anchor: The file `checkpoint.anchor`, made where it is absent.
    ///   - fileSystem: Where that is.
    package init(signer: NoteSigner, anchor: String, fileSystem: any FileSystem = SystemFileSystem()) {
        self.signer = signer
        self.anchor = Mutex(AnchorFile(anchor, fileSystem: fileSystem))
    }

    /// The key that the log's checkpoints are verified with.
    package var verifier: NoteVerifier { self.signer.verifier }

    /// Compares the log that a store holds with itself and with the anchor.
    ///
    /// The anchor is written after each commit, so that it holds the last one, or the one before where the process ended in between.
    /// Anything else means that store or anchor is not the one that belongs here: an older copy, another log, or a changed entry.
    package func check(_ found: FoundLog) throws -> SignedCheckpoint? {
        let sizes = found.commits.map(\.size)
        guard sizes.first ?? 0 == found.size, found.commits.first?.root ?? .empty == found.root else {
            throw Self.disagrees("The tiles do not lead to the root that was noted with the last commit.")
        }
        if let before = found.commits.dropFirst().first {
            guard try found.earlierRoot(before.size) == before.root else {
                throw Self.disagrees("The log does not continue what it was one commit before.")
            }
        }
        guard let promised = try self.anchor.withLock({ try $0.read(self.verifier) }) else {
            guard found.size == 0 else {
                throw Self.disagrees("checkpoint.anchor is missing, and the log has \(found.size) entries.")
            }
            return nil
        }
        let size = promised.checkpoint.size
        guard size <= found.size else {
            throw Self.disagrees("The store has \(found.size) entries; \(size) were promised. It is an older copy.")
        }
        guard size >= sizes.dropFirst().first ?? 0 else {
            throw Self.disagrees("checkpoint.anchor is older than the store: it has \(size) of \(found.size) entries.")
        }
        guard try size == 0 || found.earlierRoot(size) == promised.checkpoint.root else {
            throw Self.disagrees("The first \(size) entries are others than those that were promised.")
        }
        // What a sync that failed left behind reads well and may still be gone tomorrow: it is written again before it is shown.
        try self.anchor.withLock { try $0.write(promised.signed) }
        return promised.signed
    }

    /// Signs, and writes the anchor.
    package func sign(size: UInt64, root: TreeHash) throws -> SignedCheckpoint {
        let checkpoint = try Checkpoint(origin: LogOrigin(self.signer.verifier.name), size: size, root: root)
        let signed = try SignedCheckpoint(signing: checkpoint, by: self.signer)
        try self.anchor.withLock { try $0.write(signed) }
        return signed
    }

    private static func disagrees(_ detail: String) -> Problem {
        Problem(.logDisagrees, "\(detail) `zegel log verify` says more.")
    }
}
