// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import TransparencyLog
import ZegelCore
import ZegelVerify

/// Where an act stands in the log, and what opens its entry.
package struct LogPlace: Hashable, Sendable {
    /// The number of the log, where it is one from before a restore.
    var earlier: Int64?
    /// The number of the entry.
    let index: UInt64
    /// The salt of the entry.
    let salt: [UInt8]
}

/// The log as the committer grows it, one batch at a time; used on the committer's thread only.
///
/// Entries go into the transaction of their act. When a savepoint is undone the tree goes back with it, for it is a value.
final class GrowingLog {
    /// The log at some moment of a batch.
    struct Mark {
        fileprivate let tree: GrowingTree
        fileprivate let decisions: [Decision]
    }

    fileprivate struct Decision {
        let number: Int64
        let digest: ContentDigest
    }

    let head: LogHead
    private let keeper: any CheckpointKeeper
    /// With all that the last commit made durable.
    private var durable: GrowingTree
    private var tree: GrowingTree
    /// With this batch's tiles, which proofs are computed from.
    private var batch: GrowingTree
    private var decisions: [Decision] = []
    /// A checkpoint that is not in the database yet.
    private var unstored: SignedCheckpoint?

    init(_ tree: GrowingTree, head: LogHead, keeper: any CheckpointKeeper) {
        self.durable = tree
        self.tree = tree
        self.batch = tree
        self.head = head
        self.keeper = keeper
        self.unstored = head.newest
    }

    var mark: Mark { Mark(tree: self.tree, decisions: self.decisions) }

    func goBack(to mark: Mark) {
        self.tree = mark.tree
        self.decisions = mark.decisions
    }

    // MARK: - Within a transaction

    /// Stores what was signed for the commit before.
    func begin(in database: Database) throws {
        if let unstored = self.unstored { try LogTable.store(unstored, in: database) }
    }

    /// Appends one entry.
    func append(_ details: [UInt8], in database: Database) throws -> LogPlace {
        let opening = LogOpening(committingTo: details)
        let leaf = opening.leaf
        let index = try self.tree.append(leaf)
        try LogTable.insert(opening.entry, at: index, leaf: leaf, in: database)
        return LogPlace(index: index, salt: opening.salt)
    }

    /// Makes a decision part of the one entry for all decisions of this batch.
    func decided(_ json: [UInt8], number: Int64) {
        self.decisions.append(Decision(number: number, digest: ContentDigest(of: json)))
    }

    /// Ends a batch: one entry for its decisions, the tiles, the size and root that are to be signed.
    func end(in database: Database) throws {
        if let first = self.decisions.first?.number, let last = self.decisions.last?.number {
            let digest = ContentDigest(of: self.decisions.flatMap(\.digest.bytes))
            try self.append(.decisions(from: first, to: last, digest), of: nil, in: database)
        }
        self.batch = self.tree
        guard self.tree.size > self.durable.size else { return }
        for tile in self.tree.takeChangedTiles() { try LogTable.store(tile, in: database) }
        try LogTable.insert(size: self.tree.size, root: self.tree.root, in: database)
    }

    func append(_ act: Act, of message: Int64?, in database: Database) throws {
        let record = act.record
        let place = try self.append(ContentDigest(of: record).bytes, in: database)
        try database.cachedStatement(
            sql: "INSERT INTO act (entry, kind, message, record, salt) VALUES (?, ?, ?, ?, ?)"
        )
        .execute(
            arguments: [
                Int64(place.index), act.kind, message, SQLValue.blob(record).database,
                SQLValue.blob(place.salt).database,
            ]
        )
    }

    // MARK: - After it

    /// What was appended since the last commit is durable.
    func committed() {
        self.durable = self.tree
        self.decisions = []
        self.unstored = nil
    }

    /// Nothing of the batch is left.
    func rolledBack() {
        self.tree = self.durable
        self.decisions = []
    }

    /// Signs what was committed, where it appended anything; the signature is durable when this returns.
    func sign() throws -> LoggedBatch {
        if self.durable.size > self.head.newest.checkpoint.size {
            let signed = try self.keeper.sign(size: self.durable.size, root: self.durable.root)
            self.head.add(signed)
            self.unstored = signed
        }
        return LoggedBatch(tree: self.batch, checkpoint: self.head.newest)
    }
}

/// The log as a batch left it, with its signature: what the answers of the batch take their proofs from.
package struct LoggedBatch: Sendable {
    fileprivate let tree: GrowingTree
    fileprivate let checkpoint: SignedCheckpoint

    /// Proves an entry of this batch.
    func evidence(of place: LogPlace) throws -> LogEvidence {
        let proof = try LogProof(self.tree.inclusionProof(of: place.index), checkpoint: self.checkpoint)
        return LogEvidence(proof: proof.bytes, salt: place.salt)
    }
}
