// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A tree that leaves are added to, held by the tiles at its right edge alone.
///
/// Adding a leaf costs about one hash computation whatever the size; a root costs one per level at most. It is a value:
/// keep a copy and go back to it when what was added could not be stored.
public struct GrowingTree: Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64

    /// The partial tile of each level, where there is one.
    private var edge: [Tile?]
    /// The tiles that became full since they were last taken.
    private var filled: [Tile] = []
    /// The levels whose partial tile may have changed since then.
    private var changed = 0

    /// The tree without leaves.
    public init() {
        self.size = 0
        self.edge = Array(repeating: nil, count: TileID.highestLevel + 1)
    }

    /// Takes up a tree where it ended.
    ///
    /// - Throws: what the reader throws, `tree.too-large`, or `tile.missing` when it gives another tile than asked for.
    public init(size: UInt64, reading: (TileID) throws -> Tile) throws {
        self.init()
        self.size = size
        for id in try TileID.edge(of: size) {
            let tile = try reading(id)
            guard tile.id == id else {
                throw TransparencyLogError(.tileMissing, "The tile at the edge is another than the size says.")
            }
            self.edge[id.level] = tile
        }
    }

    /// Adds a leaf and returns its place.
    ///
    /// - Throws: `tree.too-large`.
    @discardableResult
    public mutating func append(_ leaf: TreeHash) throws(TransparencyLogError) -> UInt64 {
        try TreeShape.check(size: self.size + 1)
        var hash = leaf
        for level in self.edge.indices {
            if self.edge[level] == nil {
                let index = TileID.hashes(at: level + 1, in: self.size)
                self.edge[level] = Tile(at: level, index, hash)
            } else {
                self.edge[level]?.append(hash)
            }
            self.changed = max(self.changed, level + 1)
            guard let full = self.edge[level], let root = full.root else { break }
            self.filled.append(full)
            self.edge[level] = nil
            hash = root
        }
        self.size += 1
        return self.size - 1
    }

    /// The root of the tree as it is now.
    public var root: TreeHash {
        TreeShape.join(self.edge.reversed().compactMap(\.self).flatMap(\.parts))
    }

    /// Proves a leaf that was added since the tiles were last taken, or that stands in a tile at the edge.
    ///
    /// - Throws: `tree.outside`, or `tile.missing` for a leaf whose tile is no longer held.
    public func inclusionProof(of index: UInt64) throws(TransparencyLogError) -> InclusionProof {
        let hashes = try InclusionProof.plan(of: index, in: self.size).hashes(in: self.held)
        return try InclusionProof(index: index, size: self.size, hashes: hashes)
    }

    /// The tiles that are new or changed since this was last asked: all that has to be stored, the partial ones last.
    public mutating func takeChangedTiles() -> [Tile] {
        defer {
            self.filled = []
            self.changed = 0
        }
        return self.filled + self.edge.prefix(self.changed).compactMap(\.self)
    }

    private var held: [Tile] { self.filled + self.edge.compactMap(\.self) }
}
