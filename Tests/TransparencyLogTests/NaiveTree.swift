// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog

/// The definitions of RFC 6962, section 2.1, word for word: slow, and without anything that the library uses.
struct NaiveTree {
    var leaves: [TreeHash]

    init(_ count: Int) {
        self.leaves = (0..<count).map { Self.leaf($0) }
    }

    init(_ leaves: [TreeHash]) {
        self.leaves = leaves
    }

    /// A leaf that differs from all others.
    static func leaf(_ number: Int) -> TreeHash {
        .leaf(Array("entry \(number)".utf8))
    }

    func root(_ range: Range<Int>) -> TreeHash {
        if range.isEmpty { return .empty }
        if range.count == 1 { return self.leaves[range.lowerBound] }
        let middle = range.lowerBound + Self.split(range.count)
        return .node(self.root(range.lowerBound..<middle), self.root(middle..<range.upperBound))
    }

    func path(_ index: Int, _ range: Range<Int>) -> [TreeHash] {
        if range.count == 1 { return [] }
        let middle = range.lowerBound + Self.split(range.count)
        if index < middle {
            return self.path(index, range.lowerBound..<middle) + [self.root(middle..<range.upperBound)]
        }
        return self.path(index, middle..<range.upperBound) + [self.root(range.lowerBound..<middle)]
    }

    /// PROOF(m, D[n]); `whole` is the flag of SUBPROOF, and `old` counts from the start of the range.
    func consistency(_ old: Int, _ range: Range<Int>, whole: Bool = true) -> [TreeHash] {
        if old == range.count { return whole ? [] : [self.root(range)] }
        let half = Self.split(range.count)
        let middle = range.lowerBound + half
        if old <= half {
            return self.consistency(old, range.lowerBound..<middle, whole: whole)
                + [self.root(middle..<range.upperBound)]
        }
        return self.consistency(old - half, middle..<range.upperBound, whole: false)
            + [self.root(range.lowerBound..<middle)]
    }

    /// The hashes of a tile as the specification defines them.
    func tile(_ id: TileID) -> [TreeHash] {
        let step = 1 << (8 * id.level)
        return (0..<id.width).map { place in
            let start = (Int(id.index) * 256 + place) * step
            return self.root(start..<start + step)
        }
    }

    /// Serves tiles.
    func read(_ id: TileID) throws -> Tile {
        try Tile(id, bytes: self.tile(id).flatMap(\.bytes))
    }

    private static func split(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}
