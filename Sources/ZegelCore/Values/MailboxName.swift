// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A function inside an organisation that may receive post, as `om/lovj`.
///
/// Both parts are 1 to 40 lower-case letters, digits and hyphens, and begin and end with a letter or digit.
package struct MailboxName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The short name of the organisation, before the slash.
    package let organisation: String
    /// The function inside it, after the slash.
    package let function: String

    /// Parses `organisation/function`, or returns `nil` where the text has another shape.
    package init?(_ text: some StringProtocol) {
        // A second slash is no letter of a label.
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        self.init(organisation: text[..<slash], function: text[text.utf8.index(after: slash)...])
    }

    /// Joins the two parts, or returns `nil` where one of them is not a label.
    package init?(organisation: some StringProtocol, function: some StringProtocol) {
        guard Self.isLabel(organisation), Self.isLabel(function) else { return nil }
        self.organisation = String(organisation)
        self.function = String(function)
    }

    /// The two parts with a slash between, as `aivd/ct`.
    package var description: String { "\(self.organisation)/\(self.function)" }

    /// By the bytes of the text, organisation before function.
    package static func < (left: MailboxName, right: MailboxName) -> Bool { left.description < right.description }

    /// Whether a text can be the short name of an organisation or of a function.
    package static func isLabel(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard (1...40).contains(bytes.count), bytes.first != 0x2D else { return false }
        var last: UInt8 = 0
        for byte in bytes {
            guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D else { return false }
            last = byte
        }
        return last != 0x2D
    }
}
