// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Tiles of the tree that a checkpoint is of, each proven against its root before it is handed out.
///
/// The tiles at the right edge lead to the root, and every full tile is named by a hash in the tile above it. So a reader
/// learns of each tile by itself whether it is right, wherever it comes from, and need not read the whole tree for it.
public struct ProvenTiles: Sendable {
    /// How many full tiles above the leaves are kept: those on the way to one leaf, and their neighbours.
    private static let kept = 64

    /// The tree.
    public let checkpoint: Checkpoint
    /// The partial tiles at the right edge, by level.
    public let edge: [Int: Tile]
    private var above: [TileID: Tile] = [:]

    /// Reads the tiles at the right edge and holds them to the root.
    ///
    /// - Throws: what the reader throws, or `tile.mismatch` where they do not lead to the root.
    public init(of checkpoint: Checkpoint, fetching: (TileID) async throws -> Tile) async throws {
        var tiles: [Tile] = []
        for id in try TileID.edge(of: checkpoint.size) { tiles.append(try await Self.tile(id, fetching)) }
        let root = TreeShape.join(tiles.reversed().flatMap(\.parts))
        guard root == checkpoint.root else {
            throw TransparencyLogError(.tileMismatch, "The tiles at the edge do not lead to the root.")
        }
        self.checkpoint = checkpoint
        self.edge = Dictionary(uniqueKeysWithValues: tiles.map { ($0.id.level, $0) })
    }

    /// A tile of the tree: a full one, or the partial one that its level ends with.
    ///
    /// - Throws: what the reader throws, `tile.missing` for one that the tree does not have, or `tile.mismatch` where
    ///   what was read is not the tile that the checkpoint commits to.
    public mutating func tile(_ id: TileID, fetching: (TileID) async throws -> Tile) async throws -> Tile {
        if let edge = self.edge[id.level], edge.id.index == id.index {
            guard id.width <= edge.id.width else { throw Self.missing }
            return edge
        }
        guard (id.index + 1) << 8 <= TileID.hashes(at: id.level, in: self.checkpoint.size) else { throw Self.missing }
        let full = try TileID(level: id.level, index: id.index)
        if let known = self.above[full] { return known }
        let parent = try TileID(level: id.level + 1, index: id.index >> 8, width: Int(id.index & 255) + 1)
        let hash = try await self.tile(parent, fetching: fetching).hashes[Int(id.index & 255)]
        let tile = try await Self.tile(full, fetching)
        guard tile.root == hash else {
            throw TransparencyLogError(.tileMismatch, "\(LogResource.tile(full).path) is not the one in the tree.")
        }
        if self.above.count >= Self.kept { self.above = [:] }
        self.above[full] = tile
        return tile
    }

    /// The root that the tree had when it was smaller.
    ///
    /// - Throws: as ``tile(_:fetching:)`` does, and `tree.outside` for a larger one.
    public mutating func root(of size: UInt64, fetching: (TileID) async throws -> Tile) async throws -> TreeHash {
        try ConsistencyProof.check(size, self.checkpoint.size)
        let plan = TilePlan([0..<size], in: self.checkpoint.size)
        var tiles: [Tile] = []
        for id in plan.tiles { tiles.append(try await self.tile(id, fetching: fetching)) }
        return try plan.hashes(in: tiles)[0]
    }

    private static func tile(_ id: TileID, _ fetching: (TileID) async throws -> Tile) async throws -> Tile {
        let tile = try await fetching(id)
        guard tile.id == id else { throw Self.missing }
        return tile
    }

    private static var missing: TransparencyLogError {
        TransparencyLogError(.tileMissing, "The tile is not one of this tree, or another one was read.")
    }
}
