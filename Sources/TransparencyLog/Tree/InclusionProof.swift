// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The hashes that show that an entry stands at a place in a tree (RFC 9162, section 2.1.3).
public struct InclusionProof: Hashable, Sendable {
    /// The place of the entry, from 0.
    public let index: UInt64
    /// The number of entries of the tree.
    public let size: UInt64
    /// The sibling hashes from the leaf upwards.
    public let hashes: [TreeHash]

    /// Makes a proof of exactly the length that the place and the size ask for.
    ///
    /// - Throws: `tree.too-large`, `tree.outside` or `proof.length`.
    public init(index: UInt64, size: UInt64, hashes: [TreeHash]) throws(TransparencyLogError) {
        try Self.check(index, in: size)
        let needed = TreeShape.inclusion(of: index, in: size).count
        guard hashes.count == needed else {
            throw TransparencyLogError(.proofLength, "The proof needs \(needed) hashes and has \(hashes.count).")
        }
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Refuses an entry that the tree does not have.
    static func check(_ index: UInt64, in size: UInt64) throws(TransparencyLogError) {
        try TreeShape.check(size: size)
        guard index < size else {
            throw TransparencyLogError(.outsideTree, "Entry \(index) is not in a tree of \(size) entries.")
        }
    }

    /// The root of the tree that has a leaf at this place, as RFC 9162, section 2.1.3.2 computes it.
    public func root(over leaf: TreeHash) -> TreeHash {
        var node = self.index
        var last = self.size - 1
        var hash = leaf
        for sibling in self.hashes {
            if node & 1 == 1 || node == last {
                hash = .node(sibling, hash)
                while node & 1 == 0 && node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return hash
    }

    /// Checks that a leaf is in the tree with a root.
    ///
    /// - Throws: `proof.inclusion-mismatch`.
    public func verify(leaf: TreeHash, root: TreeHash) throws(TransparencyLogError) {
        guard self.root(over: leaf) == root else {
            throw TransparencyLogError(.inclusionMismatch, "The proof does not lead from the entry to the root.")
        }
    }
}
