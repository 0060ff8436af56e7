// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The number that identifies an organisation: 20 digits, taken from `subject.serialNumber` of its certificate.
///
/// Organisations are known by this number and by nothing that a body or a header claims (DESIGN §2).
package struct OIN: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 20 digits.
    package let description: String

    /// Creates an OIN, or returns `nil` where the text is not exactly 20 ASCII digits.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 20, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.description = String(text)
    }

    /// Whether this is a number for trials; test numbers start with `00000099`.
    package var isTest: Bool { self.description.hasPrefix("00000099") }

    /// By the digits, which are always twenty.
    package static func < (left: OIN, right: OIN) -> Bool { left.description < right.description }
}
