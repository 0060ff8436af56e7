// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Walks through DER element by element, without a tree.
///
/// A list of a million entries would make four million nodes of a tree; walking needs none. Lengths are definite and
/// in their shortest form, tags are of one octet: all that a revocation list uses.
struct DERWalker {
    /// One element: tag, content, and the bytes of both with the header.
    struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>
        let encoded: ArraySlice<UInt8>
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.rest = bytes }

    /// Whether all was read.
    var isAtEnd: Bool { self.rest.isEmpty }

    /// Whether the next element has a tag.
    func isNext(_ tag: UInt8) -> Bool { self.rest.first == tag }

    /// The next element, which must have a tag.
    mutating func next(_ tag: UInt8) throws(TrustError) -> Element {
        let element = try self.next()
        guard element.tag == tag else { throw TrustError(.listSyntax) }
        return element
    }

    /// The next element.
    mutating func next() throws(TrustError) -> Element {
        let start = self.rest.startIndex
        guard self.rest.count >= 2, self.rest[start] & 0x1F != 0x1F else { throw TrustError(.listSyntax) }
        var contentStart = start + 2
        var length = Int(self.rest[start + 1])
        if length >= 0x80 {
            let octets = length & 0x7F
            guard (1...4).contains(octets), self.rest.endIndex - contentStart >= octets else {
                throw TrustError(.listSyntax)
            }
            length = self.rest[contentStart..<contentStart + octets].reduce(0) { $0 << 8 | Int($1) }
            contentStart += octets
            guard length >= 0x80, octets == 1 || length >> (8 * (octets - 1)) != 0 else {
                throw TrustError(.listSyntax)
            }
        }
        guard length <= self.rest.endIndex - contentStart else { throw TrustError(.listSyntax) }
        let end = contentStart + length
        let element = Element(
            tag: self.rest[start],
            content: self.rest[contentStart..<end],
            encoded: self.rest[start..<end]
        )
        self.rest = self.rest[end...]
        return element
    }

    /// The next element as a number that is not negative, in its shortest form.
    mutating func serialNumber() throws(TrustError) -> SerialNumber {
        let content = try self.next(0x02).content
        guard let first = content.first, first < 0x80,
            content.count == 1 || first != 0 || content[content.startIndex + 1] >= 0x80,
            let number = SerialNumber(bytes: content)
        else { throw TrustError(.listSyntax) }
        return number
    }
}
