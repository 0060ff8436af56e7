// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// One element of a DER document, of which every element was gone through before.
///
/// It takes and refuses what `DER.parse` does. That makes a list of all nodes first, of which a signature with its certificates has some
/// hundreds, and only a few dozen are looked at.
struct DERNode {
    let identifier: ASN1Identifier
    let isConstructed: Bool
    private let document: [UInt8]
    private let start: Int
    private let content: Range<Int>

    /// How deep elements may nest, as in `DER.parse`.
    private static let maximumDepth = 50

    /// Goes through a document, or returns `nil` where it is not DER.
    init?(parsing document: [UInt8]) {
        guard let root = DERNode(document, at: 0, before: document.count), root.content.upperBound == document.count,
            root.isSound(depth: 1)
        else { return nil }
        self = root
    }

    /// The whole element.
    var encodedBytes: ArraySlice<UInt8> { self.document[self.start..<self.content.upperBound] }

    /// The content of a primitive element, empty for a constructed one.
    var bytes: ArraySlice<UInt8> { self.isConstructed ? [] : self.document[self.content] }

    /// The first element inside this one.
    var firstChild: DERNode? { DERNode(self.document, at: self.content.lowerBound, before: self.content.upperBound) }

    /// The next element inside the same one.
    func next(in parent: DERNode) -> DERNode? {
        DERNode(self.document, at: self.content.upperBound, before: parent.content.upperBound)
    }

    private func isSound(depth: Int) -> Bool {
        guard depth <= Self.maximumDepth else { return false }
        guard self.isConstructed else { return true }
        var place = self.content.lowerBound
        while place < self.content.upperBound {
            guard let child = DERNode(self.document, at: place, before: self.content.upperBound),
                child.isSound(depth: depth + 1)
            else { return false }
            place = child.content.upperBound
        }
        return true
    }

    /// Reads the head of an element; its end lies before `end`.
    private init?(_ document: [UInt8], at start: Int, before end: Int) {
        var place = start
        guard place < end else { return nil }
        let first = document[place]
        place += 1
        guard let number = Self.tagNumber(first, document, &place, before: end),
            let length = Self.length(document, &place, before: end), length <= end - place
        else { return nil }
        let tagClass: ASN1Identifier.TagClass
        switch first >> 6 {
        // Number 0 of this class ends what has no length, which DER does not have.
        case 0 where number == 0: return nil
        case 0: tagClass = .universal
        case 1: tagClass = .application
        case 2: tagClass = .contextSpecific
        default: tagClass = .private
        }
        self.identifier = ASN1Identifier(tagWithNumber: number, tagClass: tagClass)
        self.isConstructed = first & 0x20 != 0
        self.document = document
        self.start = start
        self.content = place..<place + length
    }

    /// The number of a tag, X.690 section 8.1.2: in the first byte up to 30, and behind it in as few bytes as it takes.
    private static func tagNumber(_ first: UInt8, _ document: [UInt8], _ place: inout Int, before end: Int) -> UInt? {
        guard first & 0x1F == 0x1F else { return UInt(first & 0x1F) }
        let start = place
        var number: UInt = 0
        // Nine bytes are as many as the number can have.
        while place < end, place - start < 9 {
            let byte = document[place]
            guard place > start || byte != 0x80 else { return nil }
            number = number << 7 | UInt(byte & 0x7F)
            place += 1
            if byte < 0x80 { return number >= 0x1F ? number : nil }
        }
        return nil
    }

    /// A length, X.690 sections 8.1.3 and 10.1: definite, and in as few bytes as it takes.
    private static func length(_ document: [UInt8], _ place: inout Int, before end: Int) -> Int? {
        guard place < end else { return nil }
        let first = document[place]
        place += 1
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...8).contains(count), count <= end - place else { return nil }
        var length: UInt = 0
        for _ in 0..<count {
            length = length << 8 | UInt(document[place])
            place += 1
        }
        let isShortest = length >= 0x80 && (count == 1 || length >> (8 * (count - 1)) > 0)
        return isShortest ? Int(exactly: length) : nil
    }
}
