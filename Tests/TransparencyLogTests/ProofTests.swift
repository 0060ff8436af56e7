// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Proofs")
struct ProofTests {
    /// Sizes around the places where the shape of a tree, or that of its tiles, changes.
    static let sizes = Array(1...40) + [63, 64, 65, 127, 255, 256, 257, 300, 511, 512, 513, 767, 1000]

    @Test("Every entry of every small tree is proved as the definition says", arguments: sizes)
    func inclusion(_ size: Int) throws {
        let tree = NaiveTree(size)
        let root = tree.root(0..<size)
        for index in stride(from: 0, to: size, by: size > 300 ? 37 : 1) {
            let proof = try InclusionProof(of: UInt64(index), in: UInt64(size), reading: tree.read)
            #expect(proof.hashes == tree.path(index, 0..<size))
            #expect(proof.root(over: tree.leaves[index]) == root)
        }
    }

    @Test("Every two small trees are proved consistent as the definition says", arguments: sizes)
    func consistency(_ size: Int) throws {
        let tree = NaiveTree(size)
        let root = tree.root(0..<size)
        for old in stride(from: 0, through: size, by: size > 60 ? 17 : 1) {
            let proof = try ConsistencyProof(from: UInt64(old), to: UInt64(size), reading: tree.read)
            #expect(proof.hashes == (old == 0 ? [] : tree.consistency(old, 0..<size)))
            try proof.verify(old: tree.root(0..<old), new: root)
        }
    }

    @Test("Proofs and roots can be fetched, too")
    func fetching() async throws {
        let tree = NaiveTree(700)
        let fetch = { @Sendable (id: TileID) async throws -> Tile in
            await Task.yield()
            return try tree.read(id)
        }
        let inclusion = try await InclusionProof(of: 300, in: 700, fetching: fetch)
        #expect(inclusion.hashes == tree.path(300, 0..<700))
        let consistency = try await ConsistencyProof(from: 257, to: 700, fetching: fetch)
        #expect(consistency.hashes == tree.consistency(257, 0..<700))
        #expect(try await TreeHash.root(of: 700, fetching: fetch) == tree.root(0..<700))
    }

    @Test("A wider tile serves as well, and a narrower or other one does not")
    func otherTiles() throws {
        let tree = NaiveTree(400)
        let wide = try InclusionProof(of: 10, in: 300) { id in
            try tree.read(
                TileID(level: id.level, index: id.index, width: id.level == 0 && id.index == 1 ? 144 : id.width)
            )
        }
        #expect(wide.hashes == tree.path(10, 0..<300))
        let first = try TileID(level: 0, index: 0, width: 1)
        #expect(throws: Self.error(.tileMissing)) {
            _ = try InclusionProof(of: 10, in: 300) { _ in try tree.read(first) }
        }
    }

    @Test("No entry is proved that is not there, and no tree shrinks")
    func outside() {
        let tree = NaiveTree(4)
        let isOutside = Self.error(.outsideTree)
        #expect(throws: isOutside) { try InclusionProof(of: 4, in: 4, reading: tree.read) }
        #expect(throws: isOutside) { try InclusionProof(of: 0, in: 0, reading: tree.read) }
        #expect(throws: isOutside) { try ConsistencyProof(from: 4, to: 3, reading: tree.read) }
        let isTooLarge = Self.error(.treeTooLarge)
        #expect(throws: isTooLarge) { try InclusionProof(of: 0, in: 1 << 63, reading: tree.read) }
        #expect(throws: isTooLarge) { try ConsistencyProof(from: 0, to: .max, reading: tree.read) }
        #expect(throws: isTooLarge) { try TreeHash.root(of: .max, reading: tree.read) }
    }

    @Test("The root of nothing is known without reading")
    func empty() throws {
        let root = try TreeHash.root(of: 0) { _ in throw Unread() }
        #expect(root == .empty)
        #expect(root.bytes == ReferenceTree.roots[0])
    }

    struct Unread: Error {}

    @Test("What a reader throws is passed on")
    func failures() {
        #expect(throws: Unread.self) { try InclusionProof(of: 0, in: 2) { _ in throw Unread() } }
    }

    /// An error with a code; errors are equal when their codes are.
    static func error(_ code: TransparencyLogError.Code) -> TransparencyLogError { TransparencyLogError(code, "") }
}
