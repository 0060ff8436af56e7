// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension HeaderFields {
    /// The name of an exchange, kind, purpose, basis or marking: 1 to 64 lower-case letters, digits, hyphens.
    static func label(_ value: JSONValue) -> String? {
        guard let text = value.string, (1...64).contains(text.utf8.count), text.utf8.first != 0x2D,
            text.utf8.last != 0x2D,
            text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        return text
    }

    static func labels(_ value: JSONValue) -> [String]? {
        guard let elements = value.array else { return nil }
        let labels = elements.compactMap(Self.label)
        return labels.count == elements.count && Set(labels).count == labels.count ? labels : nil
    }

    static func texts(_ value: JSONValue) -> [String]? {
        guard let elements = value.array, elements.count <= 100 else { return nil }
        let texts = elements.compactMap(Self.text(200))
        return texts.count == elements.count ? texts : nil
    }

    /// Takes a text of 1 to a number of characters.
    static func text(_ maximum: Int) -> (JSONValue) -> String? {
        { value in value.string.flatMap { (1...maximum).contains($0.unicodeScalars.count) ? $0 : nil } }
    }

    static func day(_ value: JSONValue) -> CalendarDate? { value.string.flatMap { CalendarDate($0) } }

    static func term(_ value: JSONValue) -> MessageHeader.Term? {
        guard let text = value.string else { return nil }
        return CalendarDate(text).map { .day($0) } ?? Instant(text).map { .moment($0) }
    }

    /// 16 bytes in base64url without padding; the last character holds only two bits, and the others must be zero.
    static func nonce(_ text: String) -> Bool? {
        let digits = text.utf8
        let isDigits = digits.allSatisfy {
            (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                || $0 == 0x5F
        }
        guard digits.count == 22, isDigits, let last = digits.last, "AQgw".utf8.contains(last) else { return nil }
        return true
    }
}
