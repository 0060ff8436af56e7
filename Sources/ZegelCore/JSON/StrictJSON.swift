// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A JSON reader that accepts one spelling of each meaning (RFC 8259, narrowed as DESIGN §4.2 says).
///
/// UTF-8 without byte order mark, no duplicate keys, integers below 2⁵³ only, texts in NFC without control or bidirectional
/// characters, bounded depth, nothing behind the value.
package struct StrictJSON {
    /// Members up to which a key is looked for one by one.
    private static let smallObject = 16

    private var scalars: JSONBytes
    private let maximumDepth: Int

    /// Parses a whole document.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - maximumDepth: How deep objects and lists may nest; the outermost counts as 1.
    /// - Throws: ``Problem`` with a `json.…` code that names the offset in bytes.
    package static func parse(_ bytes: some Collection<UInt8>, maximumDepth: Int = 8) throws(Problem) -> JSONValue {
        let bytes = Array(bytes)
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            throw Problem(.jsonUTF8, "The document begins with a byte order mark; leave it out.")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(.jsonUTF8, "The document is not valid UTF-8.")
        }
        var parser = StrictJSON(scalars: JSONBytes(bytes), maximumDepth: maximumDepth)
        let value = try parser.value(depth: 1)
        parser.scalars.skipSpace()
        guard parser.scalars.isAtEnd else { throw parser.syntax("something follows the value") }
        return value
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        self.scalars.skipSpace()
        switch self.scalars.peek {
        case UInt8(ascii: "{"): return try self.object(depth: depth)
        case UInt8(ascii: "["): return try self.array(depth: depth)
        case UInt8(ascii: "\""): return .string(try self.string())
        case UInt8(ascii: "t"): return try self.word("true", .bool(true))
        case UInt8(ascii: "f"): return try self.word("false", .bool(false))
        case UInt8(ascii: "n"): return try self.word("null", .null)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try self.number()
        default: throw self.syntax("a value is expected")
        }
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        try self.enter(depth)
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        if self.scalars.take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            self.scalars.skipSpace()
            guard self.scalars.peek == UInt8(ascii: "\"") else { throw self.syntax("a key in quotes is expected") }
            let key = try self.string()
            // A set of its own costs more than it saves in an object as small as most are.
            if members.count == Self.smallObject { keys = Set(members.map(\.key)) }
            let isNew =
                members.count < Self.smallObject
                ? !members.contains { $0.key == key } : keys.insert(key).inserted
            guard isNew else {
                throw Problem(
                    .jsonDuplicateKey,
                    "The key “\(key.prefix(40))” stands twice in one object, at byte \(self.scalars.offset)."
                )
            }
            guard self.scalars.take(UInt8(ascii: ":")) else { throw self.syntax("a colon is expected") }
            members.append(.init(key, try self.value(depth: depth + 1)))
        } while self.scalars.take(UInt8(ascii: ","))
        guard self.scalars.take(UInt8(ascii: "}")) else { throw self.syntax("a comma or } is expected") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Problem) -> JSONValue {
        try self.enter(depth)
        var elements: [JSONValue] = []
        if self.scalars.take(UInt8(ascii: "]")) { return .array([]) }
        repeat { elements.append(try self.value(depth: depth + 1)) } while self.scalars.take(UInt8(ascii: ","))
        guard self.scalars.take(UInt8(ascii: "]")) else { throw self.syntax("a comma or ] is expected") }
        return .array(elements)
    }

    private mutating func enter(_ depth: Int) throws(Problem) {
        guard depth <= self.maximumDepth else {
            throw Problem(
                .jsonDepth,
                "Objects and lists nest deeper than \(self.maximumDepth), at byte \(self.scalars.offset)."
            )
        }
        self.scalars.advance()
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
        guard self.scalars.take(word: text) else { throw self.syntax("true, false or null is expected") }
        return value
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let start = self.scalars.offset
        let isNegative = self.scalars.peek == UInt8(ascii: "-")
        if isNegative { self.scalars.advance() }
        let digits = self.scalars.takeDigits()
        guard let first = digits.first else { throw self.syntax("a digit is expected") }
        guard first != UInt8(ascii: "0") || digits.count == 1 && !isNegative, digits.count <= 16,
            let magnitude = Int64(String(decoding: digits, as: UTF8.self)), magnitude < 1 << 53,
            ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(self.scalars.peek)
        else { throw Problem(.jsonNumber, "The number at byte \(start) is not a plain integer below 2^53.") }
        return .integer(isNegative ? -magnitude : magnitude)
    }

    private mutating func string() throws(Problem) -> String {
        let start = self.scalars.offset
        guard let text = self.scalars.takeString() else {
            throw self.syntax("the text is not closed or has a wrong escape")
        }
        guard Self.isPlain(text) else {
            throw Problem(
                .jsonText,
                "The text at byte \(start) is not in Unicode form NFC, or holds control or bidirectional characters."
            )
        }
        return text
    }

    private func syntax(_ what: String) -> Problem { Problem(.jsonSyntax, "At byte \(self.scalars.offset) \(what).") }

    /// Whether a text is in NFC and has no character that hides or reorders others.
    package static func isPlain(_ text: String) -> Bool {
        let span = text.utf8.span
        var others: UInt8 = 0
        for index in span.indices { others |= span[index] &- 0x20 < 0x5F ? 0 : 1 }
        if others == 0 { return true }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
                return false
            default: continue
            }
        }
        return text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars)
    }
}
