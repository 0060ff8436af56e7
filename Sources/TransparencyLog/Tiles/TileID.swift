// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Which tile: up to 256 neighbouring hashes of one level of a tree (c2sp.org/tlog-tiles).
public struct TileID: Hashable, Sendable {
    /// The number of hashes of a full tile.
    public static let fullWidth = 256
    /// The highest level that a tree of 2⁶³ - 1 entries has.
    public static let highestLevel = 7

    /// The level: 0 holds leaves, and every other the roots of the full tiles of the level below.
    public let level: Int
    /// The place of the tile in its level, from 0.
    public let index: UInt64
    /// How many hashes it holds, 1 to 256; fewer than 256 make it partial.
    public let width: Int

    /// Names a tile that some tree has.
    ///
    /// - Throws: `tile.out-of-range`.
    public init(level: Int, index: UInt64, width: Int = Self.fullWidth) throws(TransparencyLogError) {
        guard (0...Self.highestLevel).contains(level), (1...Self.fullWidth).contains(width),
            index <= Self.hashes(at: level, in: TreeShape.maximumSize) >> 8,
            index << 8 + UInt64(width) <= Self.hashes(at: level, in: TreeShape.maximumSize)
        else { throw TransparencyLogError(.tileOutOfRange, "No tree has such a level, index or width of a tile.") }
        self.init(checked: level, index, width)
    }

    /// Names a tile that is known to exist.
    private init(checked level: Int, _ index: UInt64, _ width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// Whether all 256 hashes are there.
    public var isFull: Bool { self.width == Self.fullWidth }

    /// The partial tiles at the right edge of a tree, the lowest level first: what is needed to go on appending.
    ///
    /// - Throws: `tree.too-large`.
    public static func edge(of size: UInt64) throws(TransparencyLogError) -> [TileID] {
        try TreeShape.check(size: size)
        return (0...Self.highestLevel).compactMap { level in
            let hashes = Self.hashes(at: level, in: size)
            return hashes & 255 == 0 ? nil : Self(checked: level, hashes >> 8, Int(hashes & 255))
        }
    }

    /// How many hashes a level has in a tree.
    static func hashes(at level: Int, in size: UInt64) -> UInt64 { size >> UInt64(8 * level) }

    /// The tile of a tree that a perfect node is computed from; the node has to be in the tree.
    static func holding(_ node: PerfectNode, in size: UInt64) -> TileID {
        let level = node.height / 8
        let index = (node.index << UInt64(node.height % 8)) >> 8
        let width = min(256, Self.hashes(at: level, in: size) - index << 8)
        return Self(checked: level, index, Int(width))
    }

    /// The tile at the same place after one more hash was added, or the first tile at a new place.
    static func starting(at level: Int, _ index: UInt64) -> TileID { Self(checked: level, index, 1) }

    /// The same tile with one more hash.
    var widened: TileID { Self(checked: self.level, self.index, self.width + 1) }
}
