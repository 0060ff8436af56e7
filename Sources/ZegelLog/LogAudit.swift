// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
import ZegelClient
import ZegelCore

/// Reads a whole log from outside, and computes everything again: each entry, each tile, the root.
package struct LogAudit: Sendable {
    /// What was found to hold.
    package struct Outcome: Sendable {
        /// The checkpoint that the entries lead to.
        package let checkpoint: VerifiedCheckpoint
        /// The number of tiles that were compared, partial ones among them.
        package let tiles: Int
    }

    private let source: any LogSource
    private let key: NoteVerifier

    /// Prepares to audit a log by its key.
    package init(_ source: any LogSource, key: NoteVerifier) {
        self.source = source
        self.key = key
    }

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - newest: The checkpoint to hold the log to; the one that it serves where left out.
    ///   - earlier: Checkpoints that were kept, which the log has to continue.
    ///   - evidence: The folder in which two checkpoints are kept that contradict each other.
    ///   - progress: Told how many entries of how many were read.
    /// - Throws: ``Problem`` `log.fork` where the log signed two checkpoints that contradict each other, `log.disagrees` with the first
    ///   thing else that does not hold; what the source says.
    package func callAsFunction(
        newest: VerifiedCheckpoint? = nil,
        continuing earlier: [VerifiedCheckpoint] = [],
        evidence: String? = nil,
        progress: ((UInt64, UInt64) -> Void)? = nil
    ) async throws -> Outcome {
        let served = try await self.source.checkpoint(by: self.key)
        let checkpoint = newest ?? served
        let size = checkpoint.checkpoint.size
        var known: [UInt64: [VerifiedCheckpoint]] = [:]
        for kept in earlier + [served, checkpoint] {
            if let other = known[kept.checkpoint.size]?.first, other.checkpoint.root != kept.checkpoint.root {
                throw Self.fork(other, kept, evidence)
            }
            known[kept.checkpoint.size, default: []].append(kept)
        }
        if let beyond = known.keys.max(), beyond > size {
            throw Self.disagrees("The log has \(size) entries, and a checkpoint for \(beyond) is known.")
        }
        var tree = GrowingTree()
        /// A checkpoint that the entries do not lead to; a fork where they lead to the newest one.
        var other = Self.other(than: tree, known)
        var ahead = known.keys.sorted().drop { $0 == 0 }
        var tiles = 0
        /// The partial tile of each level, which is compared when it will not grow any more.
        var edge: [Int: Tile] = [:]
        while tree.size < size {
            let width = Int(min(256, size - tree.size))
            let bundle = try await self.bundle(at: tree.size / 256, width)
            for leaf in bundle.leaves {
                try tree.append(leaf)
                guard tree.size == ahead.first else { continue }
                ahead.removeFirst()
                other = other ?? Self.other(than: tree, known)
            }
            for tile in tree.takeChangedTiles() {
                edge[tile.id.level] = tile.id.isFull ? nil : tile
                guard tile.id.isFull else { continue }
                try await self.compare(tile)
                tiles += 1
            }
            progress?(tree.size, size)
        }
        guard tree.root == checkpoint.checkpoint.root else {
            throw Self.disagrees("The entries lead to another root than the one that was signed.")
        }
        if let other { throw Self.fork(other, checkpoint, evidence) }
        for tile in edge.values { try await self.compare(tile) }
        return Outcome(checkpoint: checkpoint, tiles: tiles + edge.count)
    }

    private func bundle(at index: UInt64, _ width: Int) async throws -> EntryBundle {
        let id = try EntryBundleID(index: index, width: width)
        let bytes = try await self.source.read(.entries(id))
        guard let bundle = try? EntryBundle(id, bytes: bytes), bundle.isEach(of: 32) else {
            throw Self.disagrees("\(LogResource.entries(id).path) does not hold entries of 32 bytes.")
        }
        return bundle
    }

    private func compare(_ tile: Tile) async throws {
        let resource = LogResource.tile(tile.id)
        guard try await self.source.read(resource) == tile.bytes else {
            throw Self.disagrees("\(resource.path) does not follow from the entries.")
        }
    }

    private static func other(than tree: GrowingTree, _ known: [UInt64: [VerifiedCheckpoint]]) -> VerifiedCheckpoint? {
        guard let checkpoints = known[tree.size] else { return nil }
        let root = tree.root
        return checkpoints.first { $0.checkpoint.root != root }
    }

    private static func fork(_ one: VerifiedCheckpoint, _ two: VerifiedCheckpoint, _ folder: String?) -> Problem {
        let sizes = "\(one.checkpoint.size) and of \(two.checkpoint.size) entries"
        return ForkEvidence.problem(
            one.signed,
            two.signed,
            isProven: true,
            because: "The log signed a tree of \(sizes) that do not go together.",
            in: folder
        )
    }

    private static func disagrees(_ detail: String) -> Problem { Problem(.logDisagrees, detail) }
}
