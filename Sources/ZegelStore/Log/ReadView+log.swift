// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import TransparencyLog
import ZegelCore
import ZegelVerify

extension ReadView {
    /// The message with the proof that the log has it, under the checkpoint of the commit that it came with: the same bytes each time.
    ///
    /// - Returns: The message without a proof where that checkpoint is not signed yet; a job on the committer later it is.
    package func proved(_ message: StoredMessage) throws -> StoredMessage {
        message.with(try message.place.flatMap { try self.evidence(of: $0) })
    }

    /// The message with the proof that leads to a checkpoint which witnesses cosigned, where there is one that has it.
    package func witnessed(_ message: StoredMessage) throws -> StoredMessage {
        guard let place = message.place,
            let checkpoint = try LogTable.cosigned(with: place.index, in: place.earlier, self.database)
        else { return message }
        let proof = try self.proof(of: place.index, in: place.earlier, under: checkpoint)
        return message.with(LogEvidence(proof: proof.bytes, salt: place.salt))
    }

    /// The last that is known of the log in which a message stands, where that is one from before a restore.
    package func lastCheckpoint(ofEarlierLogWith message: StoredMessage) throws -> [UInt8]? {
        guard let number = message.place?.earlier else { return nil }
        return try EarlierLog.all(self.database).first { $0.number == number }?.checkpoint.bytes
    }

    /// The keys of the logs from before a restore.
    package func earlierLogs() throws -> [NoteVerifier] { try EarlierLog.all(self.database).map(\.key) }

    /// Proves that the tree of a checkpoint begins with an earlier one of this log.
    package func logProof(from old: UInt64, under checkpoint: Checkpoint) throws -> ConsistencyProof {
        let database = self.database
        return try ConsistencyProof(from: old, to: checkpoint.size) { try LogTable.tile($0, database) }
    }

    func evidence(of place: LogPlace) throws -> LogEvidence? {
        guard let commit = try LogTable.commit(of: place.index, in: place.earlier, self.database),
            let checkpoint = try commit.note.map({ try SignedCheckpoint(parsing: $0) })
                ?? (place.earlier == nil ? self.vault.log.checkpoint(of: commit.size) : nil)
        else { return nil }
        let proof = try self.proof(of: place.index, in: place.earlier, under: checkpoint)
        return LogEvidence(proof: proof.bytes, salt: place.salt)
    }

    /// A tile of the tree that a checkpoint is of, as it is served; `nil` for one that this tree does not have.
    package func logTile(_ id: TileID, under checkpoint: Checkpoint) throws -> [UInt8]? {
        let isThere = checkpoint.size >> UInt64(8 * id.level) >= id.index * 256 + UInt64(id.width)
        return isThere ? try LogTable.tile(id, self.database).bytes : nil
    }

    /// Entries of the tree that a checkpoint is of, as they are served; `nil` for those that this tree does not have.
    package func logEntries(_ id: EntryBundleID, under checkpoint: Checkpoint) throws -> [UInt8]? {
        guard checkpoint.size >= id.index * 256 + UInt64(id.width) else { return nil }
        return try EntryBundle(id, bytes: LogTable.entries(id, self.database)).bytes
    }

    /// Proves the entry with a leaf hash in the tree that a checkpoint is of; `nil` where that has none.
    package func logProof(of leaf: TreeHash, under checkpoint: SignedCheckpoint) throws -> LogProof? {
        let places = try LogTable.places(of: leaf, self.database)
        guard let place = places.first, place < checkpoint.checkpoint.size else { return nil }
        return try self.proof(of: place, under: checkpoint)
    }

    func proof(
        of index: UInt64,
        in earlier: Int64? = nil,
        under checkpoint: SignedCheckpoint
    ) throws -> LogProof {
        let database = self.database
        let inclusion = try InclusionProof(of: index, in: checkpoint.checkpoint.size) { id in
            try LogTable.tile(id, of: earlier, database)
        }
        return try LogProof(inclusion, checkpoint: checkpoint)
    }
}
