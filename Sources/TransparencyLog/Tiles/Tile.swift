// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The hashes of one tile, and the nodes of the eight levels that follow from them.
///
/// A full tile takes 16 KiB of memory and 255 hash computations.
public struct Tile: Hashable, Sendable {
    /// Which tile it is.
    public private(set) var id: TileID

    /// Every hash and, right behind the second of its two children, every node; see ``position(_:_:)``.
    private var nodes: [TreeHash]

    /// Reads a tile as it is served.
    ///
    /// - Throws: `tile.length` unless there are exactly as many hashes as the width says.
    public init(_ id: TileID, bytes: [UInt8]) throws(TransparencyLogError) {
        guard bytes.count == id.width * TreeHash.byteCount, let hashes = TreeHash.hashes(in: bytes),
            let first = hashes.first
        else {
            let needed = id.width * TreeHash.byteCount
            throw TransparencyLogError(.tileLength, "A tile of \(id.width) hashes has \(needed) bytes.")
        }
        self.init(at: id.level, id.index, first)
        for hash in hashes.dropFirst() { self.append(hash) }
    }

    /// Begins a tile with its first hash.
    init(at level: Int, _ index: UInt64, _ first: TreeHash) {
        self.id = .starting(at: level, index)
        self.nodes = [first]
        self.nodes.reserveCapacity(2 * TileID.fullWidth - 1)
    }

    /// Adds a hash and the nodes that it completes; the tile must not be full.
    mutating func append(_ hash: TreeHash) {
        let last = self.id.width
        self.id = self.id.widened
        self.nodes.append(hash)
        var node = hash
        var height = 0
        while last >> height & 1 == 1 {
            node = .node(self.nodes[Self.position(height, last >> height - 1)], node)
            self.nodes.append(node)
            height += 1
        }
    }

    /// The tile as it is served: its hashes one after the other.
    public var bytes: [UInt8] { TreeHash.bytes(of: self.hashes) }

    /// The hashes of the tile, without the nodes above them.
    public var hashes: [TreeHash] { (0..<self.id.width).map { self.nodes[Self.position(0, $0)] } }

    /// The node over all hashes, which stands in the level above; a partial tile has none.
    public var root: TreeHash? { self.id.isFull ? self.nodes.last : nil }

    /// The hashes of the perfect subtrees that the tile consists of, from left to right.
    var parts: [TreeHash] {
        TreeShape.perfectNodes(of: 0..<UInt64(self.id.width)).map { node in
            self.nodes[Self.position(node.height, Int(node.index))]
        }
    }

    /// A perfect node of the tree, or `nil` where the tile does not hold it.
    func hash(of node: PerfectNode) -> TreeHash? {
        let height = node.height % 8
        let first = node.index << UInt64(height)
        guard node.height / 8 == self.id.level, first >> 8 == self.id.index,
            Int(first & 255) + 1 << height <= self.id.width
        else { return nil }
        return self.nodes[Self.position(height, Int(first & 255) >> height)]
    }

    /// Where a node stands: behind the last hash below it and the lower nodes that this hash completed.
    private static func position(_ height: Int, _ index: Int) -> Int {
        let last = (index + 1) << height - 1
        return 2 * last - last.nonzeroBitCount + height
    }
}
