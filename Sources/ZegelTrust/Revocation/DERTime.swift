// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Times as RFC 5280 §5.1.2.4 has them: UTCTime until 2049, GeneralizedTime from 2050, with seconds and `Z`.
enum DERTime {
    static let utcTag: UInt8 = 0x17
    static let generalizedTag: UInt8 = 0x18

    /// Reads a time in the form that its year asks for.
    static func read(_ element: DERWalker.Element) throws(TrustError) -> Instant {
        switch element.tag {
        case self.utcTag:
            guard element.content.count == 13 else { throw TrustError(.listSyntax) }
            // Two digits: 50 to 99 are of the twentieth century.
            let isOld = (element.content.first ?? 0) >= UInt8(ascii: "5")
            return try self.read(Array((isOld ? "19" : "20").utf8) + element.content)
        case self.generalizedTag:
            let moment = try self.readGeneralized(element)
            guard moment >= self.year2050 else { throw TrustError(.listSyntax) }
            return moment
        default: throw TrustError(.listSyntax)
        }
    }

    /// Reads a GeneralizedTime of any year, as extensions have it.
    static func readGeneralized(_ element: DERWalker.Element) throws(TrustError) -> Instant {
        guard element.tag == self.generalizedTag, element.content.count == 15 else { throw TrustError(.listSyntax) }
        return try self.read(Array(element.content))
    }

    /// The tag and the digits of a time.
    static func write(_ moment: Instant, generalized: Bool = false) -> (tag: UInt8, content: [UInt8]) {
        let digits = moment.seconds.utf8.filter { (0x30...0x39).contains($0) } + [UInt8(ascii: "Z")]
        return generalized || moment >= self.year2050
            ? (self.generalizedTag, digits) : (self.utcTag, Array(digits.dropFirst(2)))
    }

    private static let year2050 = Instant(milliseconds: 2_524_608_000_000)

    /// `YYYYMMDDhhmmssZ`.
    private static func read(_ digits: [UInt8]) throws(TrustError) -> Instant {
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        guard digits.count == 15,
            let moment = Instant(
                "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<15))"
            )
        else { throw TrustError(.listSyntax) }
        return moment
    }
}
