// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A subtree in which every level is full: the hash of 2ʰ entries from a multiple of 2ʰ.
struct PerfectNode: Hashable, Sendable {
    /// The levels below it: 0 for a leaf.
    let height: Int
    /// Its place among the nodes of its height.
    let index: UInt64
}

/// Which parts of a tree a root or a proof is made of (RFC 6962, section 2.1).
///
/// Everything here follows from sizes and places alone; no hash is looked at.
enum TreeShape {
    /// The largest size of a tree, which is that of the signed integers in which other implementations keep it.
    static let maximumSize = UInt64(Int64.max)

    /// Refuses a size that no tree has.
    static func check(size: UInt64) throws(TransparencyLogError) {
        guard size <= self.maximumSize else {
            throw TransparencyLogError(.treeTooLarge, "A log holds at most 2^63 - 1 entries.")
        }
    }

    /// The largest power of two smaller than a count of two or more: where a tree of that many entries is split.
    private static func split(_ count: UInt64) -> UInt64 {
        1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }

    /// The ranges whose hashes prove that an entry is in a tree, the sibling of the leaf first.
    static func inclusion(of index: UInt64, in size: UInt64) -> [Range<UInt64>] {
        var ranges: [Range<UInt64>] = []
        var subtree = 0..<size
        while subtree.upperBound - subtree.lowerBound > 1 {
            let middle = subtree.lowerBound + self.split(subtree.upperBound - subtree.lowerBound)
            if index < middle {
                ranges.append(middle..<subtree.upperBound)
                subtree = subtree.lowerBound..<middle
            } else {
                ranges.append(subtree.lowerBound..<middle)
                subtree = middle..<subtree.upperBound
            }
        }
        return ranges.reversed()
    }

    /// The ranges whose hashes prove that one tree begins with another, the deepest first; none when that is plain.
    static func consistency(from old: UInt64, to new: UInt64) -> [Range<UInt64>] {
        guard old > 0 else { return [] }
        var ranges: [Range<UInt64>] = []
        var subtree = 0..<new
        while subtree.upperBound != old {
            let middle = subtree.lowerBound + self.split(subtree.upperBound - subtree.lowerBound)
            if old <= middle {
                ranges.append(middle..<subtree.upperBound)
                subtree = subtree.lowerBound..<middle
            } else {
                ranges.append(subtree.lowerBound..<middle)
                subtree = middle..<subtree.upperBound
            }
        }
        // The old root is known to who checks the proof, so it is left out where it is a whole subtree.
        if subtree.lowerBound > 0 { ranges.append(subtree) }
        return ranges.reversed()
    }

    /// The perfect subtrees that a subtree consists of, from left to right, each smaller than the one before.
    static func perfectNodes(of range: Range<UInt64>) -> [PerfectNode] {
        var nodes: [PerfectNode] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let height = 63 - (range.upperBound - start).leadingZeroBitCount
            nodes.append(PerfectNode(height: height, index: start >> UInt64(height)))
            start += 1 << UInt64(height)
        }
        return nodes
    }

    /// The hash of a subtree from those of its perfect subtrees, left to right; of nothing, that of the empty tree.
    static func join(_ hashes: [TreeHash]) -> TreeHash {
        guard var hash = hashes.last else { return .empty }
        for left in hashes.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }
}
