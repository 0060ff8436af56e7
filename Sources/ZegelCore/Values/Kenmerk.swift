// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The sender's own reference of a message, as its registry writes it.
///
/// 1 to 64 characters, printable ASCII without spaces at either end. A kenmerk means something only together with a date and the
/// mailbox that sent it; it never stands in a URI or an access log.
package struct Kenmerk: Hashable, Sendable, CustomStringConvertible {
    /// The reference as written.
    package let description: String

    /// Creates a kenmerk, or returns `nil` where the text is empty, too long or holds other characters.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), !text.hasPrefix(" "), !text.hasSuffix(" "),
            bytes.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        self.description = String(text)
    }
}
