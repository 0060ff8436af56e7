// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("A growing tree")
struct GrowingTreeTests {
    /// What a store keeps: one tile for each place, the widest so far.
    private struct Shelf {
        var tiles: [LogResource: Tile] = [:]

        mutating func put(_ changed: [Tile]) throws {
            for tile in changed {
                self.tiles[.tile(try TileID(level: tile.id.level, index: tile.id.index))] = tile
            }
        }

        func read(_ id: TileID) throws -> Tile {
            let place = LogResource.tile(try TileID(level: id.level, index: id.index))
            let tile = try #require(self.tiles[place])
            return try Tile(id, bytes: Array(tile.bytes.prefix(32 * id.width)))
        }
    }

    @Test("Has the right root and tiles after every step, and goes on where it ended", arguments: [1, 2, 3])
    func steps(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var naive = NaiveTree(0)
        var tree = GrowingTree()
        var shelf = Shelf()
        while tree.size < 900 {
            for _ in 0..<Int.random(in: 0...150, using: &generator) {
                let leaf = NaiveTree.leaf(naive.leaves.count)
                naive.leaves.append(leaf)
                #expect(try tree.append(leaf) == UInt64(naive.leaves.count - 1))
            }
            #expect(tree.root == naive.root(naive.leaves.indices))
            try shelf.put(tree.takeChangedTiles())
            #expect(tree.takeChangedTiles().isEmpty)
            for tile in shelf.tiles.values { #expect(tile.hashes == naive.tile(tile.id)) }
            if Bool.random(using: &generator) { tree = try GrowingTree(size: tree.size, reading: shelf.read) }
            for id in try TileID.edge(of: tree.size) { #expect(try shelf.read(id).id == id) }
        }
    }

    @Test("Proves what was just added, until its tiles are taken")
    func proofs() throws {
        let naive = NaiveTree(700)
        var tree = GrowingTree()
        for leaf in naive.leaves.prefix(200) { try tree.append(leaf) }
        _ = tree.takeChangedTiles()
        for leaf in naive.leaves.dropFirst(200) { try tree.append(leaf) }
        for index in 0..<700 {
            let proof = try tree.inclusionProof(of: UInt64(index))
            #expect(proof.hashes == naive.path(index, 0..<700))
        }
        _ = tree.takeChangedTiles()
        #expect(try tree.inclusionProof(of: 699).hashes == naive.path(699, 0..<700))
        #expect(throws: ProofTests.error(.tileMissing)) { try tree.inclusionProof(of: 0) }
        #expect(throws: ProofTests.error(.outsideTree)) { try tree.inclusionProof(of: 700) }
    }

    @Test("A copy is not touched by what is added to the other")
    func copies() throws {
        var tree = GrowingTree()
        for number in 0..<300 { try tree.append(NaiveTree.leaf(number)) }
        let kept = tree
        let root = tree.root
        for number in 0..<300 { try tree.append(NaiveTree.leaf(number)) }
        #expect(kept.root == root)
        #expect(kept.size == 300)
    }

    @Test(
        "Grows at any size, and proves that it did",
        arguments: [255, 65_535, 10_000_000, (1 << 40) - 3, (1 << 56) - 1, (1 << 63) - 260] as [UInt64]
    )
    func largeSizes(_ size: UInt64) throws {
        // Leaves that nobody has: at such sizes the tiles at the edge are all there is.
        let edge = try TileID.edge(of: size).map { id in
            try Tile(id, bytes: (0..<id.width).flatMap { NaiveTree.leaf(id.level * 256 + $0).bytes })
        }
        let read = { (id: TileID) throws -> Tile in try #require(edge.first { $0.id == id }) }
        var tree = try GrowingTree(size: size, reading: read)
        let old = tree.root
        #expect(try TreeHash.root(of: size, reading: read) == old)
        for number in 0..<256 { try tree.append(NaiveTree.leaf(-number)) }
        for number in [0, 1, 100, 255] {
            let proof = try tree.inclusionProof(of: size + UInt64(number))
            try proof.verify(leaf: NaiveTree.leaf(-number), root: tree.root)
        }
        let new = tree.takeChangedTiles()
        let proof = try ConsistencyProof(from: size, to: tree.size) { id in
            try #require((new + edge).first { $0.id.level == id.level && $0.id.index == id.index })
        }
        try proof.verify(old: old, new: tree.root)
    }

    @Test("Ends at 2^63 - 1 entries, and starts only from the right tiles")
    func limits() throws {
        let size = UInt64(Int64.max) - 1
        var tree = try GrowingTree(size: size) { id in
            try Tile(id, bytes: [UInt8](repeating: 1, count: 32 * id.width))
        }
        #expect(try tree.append(.empty) == size)
        #expect(throws: ProofTests.error(.treeTooLarge)) { try tree.append(.empty) }
        #expect(throws: ProofTests.error(.tileMissing)) {
            _ = try GrowingTree(size: 3) { _ in try NaiveTree(2).read(TileID(level: 0, index: 0, width: 2)) }
        }
    }
}
