// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension InclusionProof {
    /// Computes the proof of an entry from tiles: at most sixteen of them, each asked for once.
    ///
    /// A reader may give a wider tile than it is asked for. What comes from an untrusted place is right once the proof
    /// leads to a root that is.
    ///
    /// - Throws: what the reader throws, `tree.too-large`, `tree.outside` or `tile.missing`.
    public init(of index: UInt64, in size: UInt64, reading: (TileID) throws -> Tile) throws {
        let hashes = try Self.plan(of: index, in: size).read(reading)
        try self.init(index: index, size: size, hashes: hashes)
    }

    /// Computes the proof of an entry from tiles that have to be waited for.
    ///
    /// - Throws: as the reading form does.
    public init(of index: UInt64, in size: UInt64, fetching: (TileID) async throws -> Tile) async throws {
        let hashes = try await Self.plan(of: index, in: size).fetch(fetching)
        try self.init(index: index, size: size, hashes: hashes)
    }

    static func plan(of index: UInt64, in size: UInt64) throws(TransparencyLogError) -> TilePlan {
        try self.check(index, in: size)
        return TilePlan(TreeShape.inclusion(of: index, in: size), in: size)
    }
}

extension ConsistencyProof {
    /// Computes the proof that a tree begins with an earlier one from tiles of the later.
    ///
    /// - Throws: what the reader throws, `tree.too-large`, `tree.outside` or `tile.missing`.
    public init(from oldSize: UInt64, to newSize: UInt64, reading: (TileID) throws -> Tile) throws {
        let hashes = try Self.plan(from: oldSize, to: newSize).read(reading)
        try self.init(from: oldSize, to: newSize, hashes: hashes)
    }

    /// Computes the proof from tiles that have to be waited for.
    ///
    /// - Throws: as the reading form does.
    public init(from oldSize: UInt64, to newSize: UInt64, fetching: (TileID) async throws -> Tile) async throws {
        let hashes = try await Self.plan(from: oldSize, to: newSize).fetch(fetching)
        try self.init(from: oldSize, to: newSize, hashes: hashes)
    }

    private static func plan(from oldSize: UInt64, to newSize: UInt64) throws(TransparencyLogError) -> TilePlan {
        try self.check(oldSize, newSize)
        return TilePlan(TreeShape.consistency(from: oldSize, to: newSize), in: newSize)
    }
}

extension TreeHash {
    /// Computes the root of a tree from the tiles at its right edge.
    ///
    /// - Throws: what the reader throws, `tree.too-large` or `tile.missing`.
    public static func root(of size: UInt64, reading: (TileID) throws -> Tile) throws -> TreeHash {
        try TreeShape.check(size: size)
        return try TilePlan([0..<size], in: size).read(reading)[0]
    }

    /// Computes the root of a tree from tiles that have to be waited for.
    ///
    /// - Throws: as the reading form does.
    public static func root(of size: UInt64, fetching: (TileID) async throws -> Tile) async throws -> TreeHash {
        try TreeShape.check(size: size)
        return try await TilePlan([0..<size], in: size).fetch(fetching)[0]
    }
}
