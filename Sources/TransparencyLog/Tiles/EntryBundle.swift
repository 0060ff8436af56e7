// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Which entry bundle: the entries of one tile of leaves.
public struct EntryBundleID: Hashable, Sendable {
    /// The place of the bundle, from 0; its first entry is 256 times that.
    public let index: UInt64
    /// How many entries it holds, 1 to 256; fewer than 256 make it partial.
    public let width: Int

    /// Names a bundle that some log has.
    ///
    /// - Throws: `tile.out-of-range`.
    public init(index: UInt64, width: Int = TileID.fullWidth) throws(TransparencyLogError) {
        _ = try TileID(level: 0, index: index, width: width)
        self.index = index
        self.width = width
    }
}

/// The entries of one tile of leaves, each behind its length in two bytes (c2sp.org/tlog-tiles).
public struct EntryBundle: Hashable, Sendable {
    /// Which bundle it is.
    public let id: EntryBundleID
    /// The bundle as it is served.
    public let bytes: [UInt8]

    /// Makes a bundle.
    ///
    /// - Throws: `entries.length` when the entries are not as many as the width, or `entries.too-large`.
    public init(_ id: EntryBundleID, entries: [[UInt8]]) throws(TransparencyLogError) {
        guard entries.count == id.width else {
            throw TransparencyLogError(.bundleLength, "The bundle needs \(id.width) entries and has \(entries.count).")
        }
        guard entries.allSatisfy({ $0.count <= Int(UInt16.max) }) else {
            throw TransparencyLogError(.entryTooLarge, "An entry has at most 65,535 bytes.")
        }
        self.id = id
        self.bytes = entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 0xFF)] + $0 }
    }

    /// Reads a bundle as it is served.
    ///
    /// - Throws: `entries.length` when an entry is cut off or there are more or fewer than the width says.
    public init(_ id: EntryBundleID, bytes: [UInt8]) throws(TransparencyLogError) {
        var places = EntryPlaces(bytes)
        var count = 0
        while count < id.width, places.next() != nil { count += 1 }
        guard count == id.width, places.isAtEnd else {
            throw TransparencyLogError(.bundleLength, "The bundle does not hold \(id.width) whole entries and no more.")
        }
        self.id = id
        self.bytes = bytes
    }

    /// The entries, as many as the width says.
    public var entries: [[UInt8]] { EntryPlaces(self.bytes).map { Array(self.bytes[$0]) } }

    /// The leaf hash of each entry.
    public var leaves: [TreeHash] { EntryPlaces(self.bytes).map { .leaf(self.bytes[$0]) } }

    /// Whether each entry has so many bytes.
    public func isEach(of count: Int) -> Bool { EntryPlaces(self.bytes).allSatisfy { $0.count == count } }

    /// Checks that the entries are those whose leaves a tile holds.
    ///
    /// - Throws: `tile.mismatch`.
    public func verify(leaves: Tile) throws(TransparencyLogError) {
        let names = leaves.id.level == 0 && leaves.id.index == self.id.index && leaves.id.width == self.id.width
        guard names, self.leaves == leaves.hashes else {
            throw TransparencyLogError(.tileMismatch, "The entries are not those of the tile.")
        }
    }
}

/// Where each entry of a bundle stands, one after the other, as long as they are whole.
private struct EntryPlaces: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether nothing is left.
    var isAtEnd: Bool { self.offset == self.bytes.count }

    mutating func next() -> Range<Int>? {
        let start = self.offset + 2
        guard start <= self.bytes.count else { return nil }
        let end = start + Int(self.bytes[start - 2]) << 8 + Int(self.bytes[start - 1])
        guard end <= self.bytes.count else { return nil }
        self.offset = end
        return start..<end
    }
}
