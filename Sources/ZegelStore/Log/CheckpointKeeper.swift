// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog

/// Signs what the log has become, and knows what was signed before; ZegelLog has the one that a server uses.
///
/// What it signs is a promise that can never be taken back, so that the store asks it only for what a commit made durable.
package protocol CheckpointKeeper: Sendable {
    /// Compares the log that a store holds with what was promised before; called once, when the store opens.
    ///
    /// - Returns: The newest checkpoint that was promised; `nil` where none ever was.
    /// - Throws: `log.disagrees` where the log does not hold what was promised.
    func check(_ found: FoundLog) throws -> SignedCheckpoint?

    /// Signs a checkpoint; it is durable, outside the store, when this returns.
    func sign(size: UInt64, root: TreeHash) throws -> SignedCheckpoint
}

/// The log as a store holds it when it opens.
package struct FoundLog {
    /// A commit that appended.
    package struct Commit: Hashable, Sendable {
        /// The number of entries behind it.
        package let size: UInt64
        /// The root of that tree, as it was noted.
        package let root: TreeHash
    }

    /// The number of entries.
    package let size: UInt64
    /// The root that the tiles lead to.
    package let root: TreeHash
    /// The last two commits, the newest first.
    package let commits: [Commit]
    /// Computes the root of an earlier, smaller tree from the tiles.
    package let earlierRoot: (UInt64) throws -> TreeHash
}
