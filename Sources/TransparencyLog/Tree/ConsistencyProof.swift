// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The hashes that show that a tree begins with all entries of an earlier one (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
    /// The number of entries of the earlier tree.
    public let oldSize: UInt64
    /// The number of entries of the later tree.
    public let newSize: UInt64
    /// The hashes, the deepest first; none when the sizes are equal or the earlier tree is empty.
    public let hashes: [TreeHash]

    /// Makes a proof of exactly the length that the sizes ask for.
    ///
    /// - Throws: `tree.too-large`, `tree.outside` or `proof.length`.
    public init(from oldSize: UInt64, to newSize: UInt64, hashes: [TreeHash]) throws(TransparencyLogError) {
        try Self.check(oldSize, newSize)
        let needed = TreeShape.consistency(from: oldSize, to: newSize).count
        guard hashes.count == needed else {
            throw TransparencyLogError(.proofLength, "The proof needs \(needed) hashes and has \(hashes.count).")
        }
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Refuses a later tree that is smaller than the earlier.
    static func check(_ oldSize: UInt64, _ newSize: UInt64) throws(TransparencyLogError) {
        try TreeShape.check(size: newSize)
        guard oldSize <= newSize else {
            throw TransparencyLogError(.outsideTree, "A tree of \(newSize) entries cannot follow one of \(oldSize).")
        }
    }

    /// Checks that the tree with the new root begins with the tree with the old one.
    ///
    /// - Throws: `proof.consistency-mismatch`.
    public func verify(old: TreeHash, new: TreeHash) throws(TransparencyLogError) {
        guard self.leads(to: old, and: new) else {
            throw TransparencyLogError(.consistencyMismatch, "The proof does not lead to both roots.")
        }
    }

    /// The algorithm of RFC 9162, section 2.1.4.2; the length is right by construction.
    private func leads(to old: TreeHash, and new: TreeHash) -> Bool {
        if self.oldSize == self.newSize { return old == new && (self.newSize > 0 || new == .empty) }
        if self.oldSize == 0 { return old == .empty }
        var hashes = self.hashes[...]
        if self.oldSize.nonzeroBitCount == 1 { hashes = [old] + hashes }
        guard let deepest = hashes.popFirst() else { return false }
        var node = self.oldSize - 1
        var last = self.newSize - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var (oldHash, newHash) = (deepest, deepest)
        for hash in hashes {
            if node & 1 == 1 || node == last {
                oldHash = .node(hash, oldHash)
                newHash = .node(hash, newHash)
                while node & 1 == 0 && node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newHash = .node(newHash, hash)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && oldHash == old && newHash == new
    }
}
