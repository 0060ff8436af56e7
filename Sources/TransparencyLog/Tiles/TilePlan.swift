// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Which tiles have to be read to know some hashes of a tree, and those hashes once they were.
///
/// What is needed follows from sizes alone, so nothing here reads anything.
struct TilePlan: Sendable {
    /// The tiles, each once.
    let tiles: [TileID]
    private let subtrees: [[PerfectNode]]

    /// Plans the hashes of some subtrees of a tree.
    init(_ ranges: [Range<UInt64>], in size: UInt64) {
        self.subtrees = ranges.map { TreeShape.perfectNodes(of: $0) }
        var seen: Set<TileID> = []
        self.tiles = self.subtrees.joined().map { .holding($0, in: size) }.filter { seen.insert($0).inserted }
    }

    /// The hash of each subtree.
    ///
    /// - Throws: `tile.missing` when a tile was left out, or is narrower than the one asked for.
    func hashes(in tiles: [Tile]) throws(TransparencyLogError) -> [TreeHash] {
        var hashes: [TreeHash] = []
        for subtree in self.subtrees {
            var parts: [TreeHash] = []
            for node in subtree {
                guard let hash = tiles.lazy.compactMap({ $0.hash(of: node) }).first else {
                    throw TransparencyLogError(.tileMissing, "A tile that is needed was not read.")
                }
                parts.append(hash)
            }
            hashes.append(TreeShape.join(parts))
        }
        return hashes
    }
}

extension TilePlan {
    /// Reads the tiles, one after the other.
    func read(_ reading: (TileID) throws -> Tile) throws -> [TreeHash] {
        try self.hashes(in: try self.tiles.map(reading))
    }

    /// Fetches the tiles, one after the other.
    func fetch(_ fetching: (TileID) async throws -> Tile) async throws -> [TreeHash] {
        var tiles: [Tile] = []
        for tile in self.tiles { tiles.append(try await fetching(tile)) }
        return try self.hashes(in: tiles)
    }
}
