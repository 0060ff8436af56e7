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
            let checkpoint = try LogTable.cosigned(with: place.index, self.database)
        else { return message }
        let proof = try self.proof(of: place.index, under: checkpoint)
        return message.with(LogEvidence(proof: proof.bytes, salt: place.salt))
    }

    /// Proves that the tree of a checkpoint begins with an earlier one of this log.
    package func logProof(from old: UInt64, under checkpoint: Checkpoint) throws -> ConsistencyProof {
        let database = self.database
        return try ConsistencyProof(from: old, to: checkpoint.size) { try LogTable.tile($0, database) }
    }

    func evidence(of place: LogPlace) throws -> LogEvidence? {
        guard let commit = try LogTable.commit(of: place.index, self.database),
            let checkpoint = try commit.note.map({ try SignedCheckpoint(parsing: $0) })
                ?? self.vault.log.checkpoint(of: commit.size)
        else { return nil }
        let proof = try self.proof(of: place.index, under: checkpoint)
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
        return try EntryBundle(id, entries: LogTable.entries(id, self.database)).bytes
    }

    /// Proves the entry with a leaf hash in the tree that a checkpoint is of; `nil` where that has none.
    package func logProof(of leaf: TreeHash, under checkpoint: SignedCheckpoint) throws -> LogProof? {
        let places = try LogTable.places(of: leaf, self.database)
        guard let place = places.first, place < checkpoint.checkpoint.size else { return nil }
        return try self.proof(of: place, under: checkpoint)
    }

    private func proof(of index: UInt64, under checkpoint: SignedCheckpoint) throws -> LogProof {
        let database = self.database
        let inclusion = try InclusionProof(of: index, in: checkpoint.checkpoint.size) { id in
            try LogTable.tile(id, database)
        }
        return try LogProof(inclusion, checkpoint: checkpoint)
    }
}
