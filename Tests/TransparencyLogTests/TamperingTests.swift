// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Proofs that were tampered with")
struct TamperingTests {
    private static let sizes = [1, 2, 3, 5, 7, 8, 13, 16, 31, 32, 33]
    private static let other = TreeHash.leaf([0xFF])

    /// The ways to change a list of hashes, each named.
    private static func changes(of hashes: [TreeHash], _ roots: [TreeHash]) -> [String: [TreeHash]] {
        var changes = ["nothing in front": [Self.other] + hashes, "nothing behind": hashes + [Self.other]]
        for (number, root) in roots.enumerated() {
            changes["root \(number) in front"] = [root] + hashes
            changes["root \(number) behind"] = hashes + [root]
        }
        if let first = hashes.first {
            changes["first left out"] = Array(hashes.dropFirst())
            changes["last left out"] = Array(hashes.dropLast())
            changes["first twice"] = [first] + hashes
            changes["none"] = []
        }
        for place in hashes.indices {
            var changed = hashes
            changed[place] = Self.other
            changes["hash \(place) replaced"] = changed
        }
        if hashes.count > 1 { changes["reversed"] = hashes.reversed() }
        return changes
    }

    private static func holds(
        _ index: UInt64,
        _ size: UInt64,
        _ hashes: [TreeHash],
        _ leaf: TreeHash,
        _ root: TreeHash
    ) -> Bool {
        do {
            try InclusionProof(index: index, size: size, hashes: hashes).verify(leaf: leaf, root: root)
            return true
        } catch {
            return false
        }
    }

    @Test("An inclusion proof holds for its leaf, place, size and root alone", arguments: sizes)
    func inclusion(_ size: Int) {
        let tree = NaiveTree(size)
        let root = tree.root(0..<size)
        for index in 0..<size {
            let (leaf, place, count) = (tree.leaves[index], UInt64(index), UInt64(size))
            let hashes = tree.path(index, 0..<size)
            #expect(Self.holds(place, count, hashes, leaf, root))
            #expect(!Self.holds(place, count, hashes, Self.other, root))
            #expect(!Self.holds(place, count, hashes, root, root) || size == 1)
            #expect(!Self.holds(place, count, hashes, leaf, Self.other))
            #expect(!Self.holds(place, count, hashes, leaf, .empty))
            for another in 0..<UInt64(2 * size) where another != place {
                #expect(!Self.holds(another, count, hashes, leaf, root))
            }
            for (name, changed) in Self.changes(of: hashes, [root, leaf]) {
                #expect(!Self.holds(place, count, changed, leaf, root), "\(name)")
            }
        }
    }

    private static func holds(
        _ old: UInt64,
        _ new: UInt64,
        _ hashes: [TreeHash],
        from oldRoot: TreeHash,
        to newRoot: TreeHash
    ) -> Bool {
        do {
            try ConsistencyProof(from: old, to: new, hashes: hashes).verify(old: oldRoot, new: newRoot)
            return true
        } catch {
            return false
        }
    }

    @Test("A consistency proof holds for its sizes and roots alone", arguments: sizes)
    func consistency(_ size: Int) {
        let tree = NaiveTree(size)
        let new = tree.root(0..<size)
        for old in 1...size {
            let root = tree.root(0..<old)
            let hashes = tree.consistency(old, 0..<size)
            let (from, to) = (UInt64(old), UInt64(size))
            #expect(Self.holds(from, to, hashes, from: root, to: new))
            #expect(!Self.holds(from, to, hashes, from: Self.other, to: new))
            #expect(!Self.holds(from, to, hashes, from: root, to: Self.other))
            #expect(!Self.holds(from, to, hashes, from: new, to: root) || old == size)
            for another in 0...to where another != from {
                #expect(!Self.holds(another, to, hashes, from: root, to: new))
            }
            for (name, changed) in Self.changes(of: hashes, [root, new]) {
                #expect(!Self.holds(from, to, changed, from: root, to: new), "\(name)")
            }
        }
    }

    @Test("An empty tree has one root, and everything follows it")
    func empty() {
        let root = NaiveTree(5).root(0..<5)
        #expect(Self.holds(0, 5, [], from: .empty, to: root))
        #expect(Self.holds(0, 0, [], from: .empty, to: .empty))
        #expect(!Self.holds(0, 5, [], from: Self.other, to: root))
        #expect(!Self.holds(0, 0, [], from: Self.other, to: Self.other))
        #expect(!Self.holds(0, 5, [root], from: .empty, to: root))
    }

    @Test("A proof of the wrong length says so, and so does one that leads elsewhere")
    func codes() throws {
        let tree = NaiveTree(5)
        let (root, path) = (tree.root(0..<5), tree.path(1, 0..<5))
        #expect(throws: ProofTests.error(.proofLength)) { try InclusionProof(index: 1, size: 5, hashes: []) }
        #expect(throws: ProofTests.error(.proofLength)) { try ConsistencyProof(from: 2, to: 5, hashes: []) }
        #expect(throws: ProofTests.error(.inclusionMismatch)) {
            try InclusionProof(index: 1, size: 5, hashes: path).verify(leaf: Self.other, root: root)
        }
        #expect(throws: ProofTests.error(.consistencyMismatch)) {
            try ConsistencyProof(from: 2, to: 5, hashes: tree.consistency(2, 0..<5)).verify(old: Self.other, new: root)
        }
    }
}
