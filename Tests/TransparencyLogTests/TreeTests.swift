// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import TransparencyLog

@Suite("The tree")
struct TreeTests {
    @Test("Has the roots that Certificate Transparency publishes", arguments: 0...8)
    func roots(_ size: Int) throws {
        let leaves = ReferenceTree.entries.prefix(size).map { TreeHash.leaf($0) }
        #expect(NaiveTree(leaves).root(0..<size).bytes == ReferenceTree.roots[size])
        var tree = GrowingTree()
        for leaf in leaves { try tree.append(leaf) }
        #expect(tree.root.bytes == ReferenceTree.roots[size])
    }

    @Test("Proves entries as published", arguments: ReferenceTree.inclusions)
    func inclusion(_ test: ReferenceTree.Inclusion) throws {
        let hashes = test.hashes.map(ReferenceTree.hash)
        let proof = try InclusionProof(index: test.index, size: test.size, hashes: hashes)
        let root = try #require(TreeHash(ReferenceTree.roots[Int(test.size)]))
        try proof.verify(leaf: .leaf(ReferenceTree.entries[Int(test.index)]), root: root)
        let tree = NaiveTree(ReferenceTree.entries.map { .leaf($0) })
        #expect(try InclusionProof(of: test.index, in: test.size, reading: tree.read) == proof)
    }

    @Test("Proves that it only grew as published", arguments: ReferenceTree.consistencies)
    func consistency(_ test: ReferenceTree.Consistency) throws {
        let hashes = test.hashes.map(ReferenceTree.hash)
        let proof = try ConsistencyProof(from: test.old, to: test.new, hashes: hashes)
        let old = try #require(TreeHash(ReferenceTree.roots[Int(test.old)]))
        let new = try #require(TreeHash(ReferenceTree.roots[Int(test.new)]))
        try proof.verify(old: old, new: new)
        let tree = NaiveTree(ReferenceTree.entries.map { .leaf($0) })
        #expect(try ConsistencyProof(from: test.old, to: test.new, reading: tree.read) == proof)
    }

    @Test("A hash is 32 bytes, and is written in base64")
    func hashes() throws {
        #expect(TreeHash([UInt8](repeating: 7, count: 31)) == nil)
        #expect(TreeHash([UInt8](repeating: 7, count: 33)) == nil)
        let hash = try #require(TreeHash([UInt8](0..<32)))
        #expect(hash.bytes == [UInt8](0..<32))
        #expect("\(hash)" == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        #expect(TreeHash.node(hash, .empty) != TreeHash.node(.empty, hash))
        #expect(TreeHash.leaf(hash.bytes + hash.bytes) != TreeHash.node(hash, hash))
    }
}
