// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ZegelCore

/// The part of a content that a request asks for (RFC 9110 §14): one range of bytes, or all.
enum ByteRange {
    /// Reads `range` and `if-range`.
    ///
    /// - Parameters:
    ///   - fields: The fields of the request.
    ///   - size: Bytes of the content.
    ///   - tag: The entity tag of the content.
    /// - Returns: The range, or `nil` for all: also where several ranges are asked for, a unit is unknown, or the condition of
    ///   `if-range` does not hold.
    /// - Throws: `request.range` where the range lies outside the content.
    static func requested(_ fields: HTTPFields, size: Int, tag: String) throws(Problem) -> Range<Int>? {
        guard let text = fields[.range], text.hasPrefix("bytes="), !text.contains(",") else { return nil }
        if let condition = fields[.ifRange], condition != tag { return nil }
        let bounds = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2 else { return nil }
        let (first, last) = (Self.number(bounds[0]), Self.number(bounds[1]))
        switch (bounds[0].isEmpty, bounds[1].isEmpty, first, last) {
        case (false, true, .some(let first), _) where first < size: return first..<size
        case (false, false, .some(let first), .some(let last)) where first <= last && first < size:
            return first..<min(last, size - 1) + 1
        case (true, false, _, .some(let suffix)) where suffix > 0 && size > 0: return max(0, size - suffix)..<size
        case (false, false, .some(let first), .some(let last)) where first > last: return nil
        case (_, _, nil, nil): return nil
        default:
            throw Problem(.rangeInvalid, "The content has \(size) bytes.").with("size", .integer(Int64(size)))
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
