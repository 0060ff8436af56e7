// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The bytes of a JSON document, which are valid UTF-8, and a place in them.
struct JSONBytes {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { self.offset == self.bytes.count }

    var peek: UInt8? { self.isAtEnd ? nil : self.bytes[self.offset] }

    mutating func advance() { if !self.isAtEnd { self.offset += 1 } }

    mutating func skipSpace() {
        while let byte = self.peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { self.offset += 1 }
    }

    /// Takes a byte of punctuation, with the white space before it.
    mutating func take(_ byte: UInt8) -> Bool {
        self.skipSpace()
        guard self.peek == byte else { return false }
        self.offset += 1
        return true
    }

    mutating func take(word: StaticString) -> Bool {
        var end = self.offset
        for byte in word.description.utf8 {
            guard end < self.bytes.count, self.bytes[end] == byte else { return false }
            end += 1
        }
        self.offset = end
        return true
    }

    mutating func takeDigits() -> ArraySlice<UInt8> {
        let start = self.offset
        while let byte = self.peek, (0x30...0x39).contains(byte) { self.offset += 1 }
        return self.bytes[start..<self.offset]
    }

    /// Takes a text with its quotes, or returns `nil` where it is not closed, holds a raw control character or a wrong escape.
    mutating func takeString() -> String? {
        self.offset += 1
        var text: [UInt8] = []
        var start = self.offset
        while let byte = self.peek {
            let end = self.offset
            self.offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard !text.isEmpty else { return String(decoding: self.bytes[start..<end], as: UTF8.self) }
                return String(decoding: text + self.bytes[start..<end], as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = self.takeEscape() else { return nil }
                text += self.bytes[start..<end]
                text += UTF8.encode(scalar).map(Array.init) ?? []
                start = self.offset
            case 0..<0x20: return nil
            default: break
            }
        }
        return nil
    }

    private mutating func takeEscape() -> Unicode.Scalar? {
        let escape = self.peek
        self.advance()
        switch escape {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return self.takeUnit().flatMap { self.scalar(startingWith: $0) }
        default: return nil
        }
    }

    private mutating func scalar(startingWith unit: UInt32) -> Unicode.Scalar? {
        guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
        guard self.take(word: "\\u"), let low = self.takeUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func takeUnit() -> UInt32? {
        guard self.offset + 4 <= self.bytes.count else { return nil }
        let digits = self.bytes[self.offset..<self.offset + 4]
        guard
            digits.allSatisfy({
                UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") || (0x61...0x66).contains($0 | 0x20)
            })
        else { return nil }
        self.offset += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
