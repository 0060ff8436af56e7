// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a log serves, and the path of it below the log's prefix (c2sp.org/tlog-tiles).
public enum LogResource: Hashable, Sendable {
    /// The signed root, which changes.
    case checkpoint
    /// Hashes, which never change.
    case tile(TileID)
    /// Entries, which never change.
    case entries(EntryBundleID)

    /// Reads a path without a leading slash, such as `tile/0/x001/234.p/56`.
    ///
    /// - Throws: `tile.path` for any other spelling, or `tile.out-of-range`.
    public init(path: some StringProtocol) throws(TransparencyLogError) {
        let path = Array(path.utf8)
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count == 1, parts[0].elementsEqual("checkpoint".utf8) {
            self = .checkpoint
            return
        }
        guard path.count <= 64, parts.count >= 3, parts[0].elementsEqual("tile".utf8),
            let place = Self.place(parts[2...])
        else { throw Self.malformed }
        if parts[1].elementsEqual("entries".utf8) {
            self = .entries(try EntryBundleID(index: place.index, width: place.width))
        } else {
            guard let level = DecimalText.decode(parts[1]) else { throw Self.malformed }
            self = .tile(try TileID(level: Int(level), index: place.index, width: place.width))
        }
    }

    /// The path without a leading slash.
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .tile(let tile): "tile/\(tile.level)/" + Self.spelling(of: tile.index, width: tile.width)
        case .entries(let bundle): "tile/entries/" + Self.spelling(of: bundle.index, width: bundle.width)
        }
    }

    private static func spelling(of index: UInt64, width: Int) -> String {
        var rest = index
        var path = Self.threeDigits(rest % 1000)
        while rest >= 1000 {
            rest /= 1000
            path = "x\(Self.threeDigits(rest % 1000))/\(path)"
        }
        return width == TileID.fullWidth ? path : "\(path).p/\(width)"
    }

    private static func threeDigits(_ number: UInt64) -> String {
        (number < 10 ? "00" : number < 100 ? "0" : "") + String(number)
    }

    /// Reads index and width: `x001/234` or `x001/234.p/56`.
    private static func place(_ parts: ArraySlice<ArraySlice<UInt8>>) -> (index: UInt64, width: Int)? {
        var parts = parts
        var width = TileID.fullWidth
        if parts.count >= 2, let name = parts.dropLast().last, name.suffix(2).elementsEqual(".p".utf8) {
            guard let last = parts.popLast(), let number = DecimalText.decode(last), (1...255).contains(number) else {
                return nil
            }
            width = Int(number)
            parts[parts.endIndex - 1] = name.dropLast(2)
        }
        var index: UInt64 = 0
        // Six groups of three digits are more than any tile has and less than 64 bits can hold.
        guard let last = parts.popLast(), parts.count <= 5 else { return nil }
        for part in parts + [[UInt8(ascii: "x")] + last] {
            let digits = part.dropFirst()
            guard part.first == UInt8(ascii: "x"), digits.count == 3,
                digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            index = digits.reduce(index) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
        }
        // A number below 1000 has one group, and a longer one does not begin with `x000`.
        let isShortest = parts.isEmpty || parts.first?.elementsEqual("x000".utf8) == false
        return isShortest ? (index, width) : nil
    }

    private static var malformed: TransparencyLogError {
        TransparencyLogError(.resourcePath, "The path is not `checkpoint`, `tile/<L>/<N>` or `tile/entries/<N>`.")
    }
}
