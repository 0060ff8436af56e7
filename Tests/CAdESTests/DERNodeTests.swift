// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing

@testable import CAdES

@Suite("DER is read as the library reads it")
struct DERNodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let isDER: Bool

        init(_ name: String, _ bytes: [UInt8], _ isDER: Bool) {
            (self.testDescription, self.bytes, self.isDER) = (name, bytes, isDER)
        }
    }

    @Test(
        "an element is taken in its one encoding",
        arguments: [
            Case("nothing", [], false),
            Case("a tag alone", [0x05], false),
            Case("NULL", [0x05, 0], true),
            Case("something behind", [0x05, 0, 0], false),
            Case("an empty sequence", [0x30, 0], true),
            Case("a sequence of two", [0x30, 5, 0x02, 1, 7, 0x05, 0], true),
            Case("a child that ends behind its parent", [0x30, 3, 0x02, 2, 7, 7], false),
            Case("a constructed primitive type", [0x24, 2, 0x05, 0], true),
            Case("content that is missing", [0x04, 2, 1], false),
            Case("127 bytes", [0x04, 0x7F] + Self.zeros(127), true),
            Case("127 bytes, the length in two", [0x04, 0x81, 0x7F] + Self.zeros(127), false),
            Case("128 bytes", [0x04, 0x81, 0x80] + Self.zeros(128), true),
            Case("128 bytes, the length in three", [0x04, 0x82, 0, 0x80] + Self.zeros(128), false),
            Case("256 bytes", [0x04, 0x82, 1, 0] + Self.zeros(256), true),
            Case("an indefinite length", [0x30, 0x80, 0, 0], false),
            Case("a length of more bytes than there are", [0x04, 0x84, 1], false),
            Case("the longest length", [0x04, 0x88] + [UInt8](repeating: 0xFF, count: 8), false),
            Case("a length of nine bytes", [0x04, 0x89, 1] + Self.zeros(8), false),
            Case("the number 0 of the universal class", [0x00, 0], false),
            Case("the number 0 of the context", [0x80, 0], true),
            Case("tag 31", [0x1F, 31, 0], true),
            Case("tag 30 in the long form", [0x1F, 30, 0], false),
            Case("tag 128", [0xBF, 0x81, 0, 0], true),
            Case("a tag that begins with zero", [0xBF, 0x80, 31, 0], false),
            Case("a tag that does not end", [0x1F, 0xFF], false),
            Case("a tag of nine bytes", [0x1F] + [UInt8](repeating: 0xFF, count: 8) + [1, 0], true),
            Case("a tag of ten bytes", [0x1F] + [UInt8](repeating: 0xFF, count: 9) + [1, 0], false),
            Case("50 levels", Self.nested(50), true),
            Case("51 levels", Self.nested(51), false),
        ]
    )
    func encodings(_ row: Case) {
        #expect((DERNode(parsing: row.bytes) != nil) == row.isDER)
        #expect(Self.agrees(on: row.bytes))
    }

    /// Whether both readers see the same elements, or none.
    static func agrees(on bytes: [UInt8]) -> Bool {
        DERNode(parsing: bytes).map { Self.elements($0) } == (try? DER.parse(bytes)).map { Self.elements($0) }
    }

    private struct Element: Equatable {
        let identifier: ASN1Identifier
        let encoded: [UInt8]
        /// The content of a primitive one.
        let content: [UInt8]?
    }

    private static func elements(_ node: DERNode) -> [Element] {
        let content = node.isConstructed ? nil : [UInt8](node.bytes)
        var all = [Element(identifier: node.identifier, encoded: [UInt8](node.encodedBytes), content: content)]
        var child = node.isConstructed ? node.firstChild : nil
        while let next = child {
            all += Self.elements(next)
            child = next.next(in: node)
        }
        return all
    }

    private static func elements(_ node: ASN1Node) -> [Element] {
        let encoded = [UInt8](node.encodedBytes)
        switch node.content {
        case .primitive(let bytes):
            return [Element(identifier: node.identifier, encoded: encoded, content: [UInt8](bytes))]
        case .constructed(let children):
            return [Element(identifier: node.identifier, encoded: encoded, content: nil)]
                + children.flatMap { Self.elements($0) }
        }
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    private static func nested(_ depth: Int) -> [UInt8] {
        (1..<depth).reduce([0x30, 0]) { inner, _ in
            [0x30] + (inner.count < 0x80 ? [UInt8(inner.count)] : [0x81, UInt8(inner.count)]) + inner
        }
    }
}
