// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A body of `application/x-www-form-urlencoded`, read strictly.
package enum FormBody {
    /// Reads the pairs in their order; what they mean, and whether one may stand twice, is the caller's.
    ///
    /// - Throws: `invalid_request` for raw characters that a form encodes, wrong percent-encoding, text that is not UTF-8 or holds control
    ///   characters, a pair without `=`, or more than 16 pairs.
    package static func parse(_ bytes: some Collection<UInt8>) throws(Problem) -> [(name: String, value: String)] {
        guard !bytes.isEmpty else { return [] }
        var pairs: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&"), maxSplits: 16, omittingEmptySubsequences: false) {
            let parts = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
            guard pairs.count < 16, parts.count == 2, let name = Self.decode(parts[0]), !name.isEmpty,
                let value = Self.decode(parts[1])
            else { throw Problem(.oauthRequest, "The body is not application/x-www-form-urlencoded.") }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func decode(_ text: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(Self.digit), let low = rest.next().flatMap(Self.digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case 0x21..<0x7F: bytes.append(byte)
            default: return nil
            }
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
