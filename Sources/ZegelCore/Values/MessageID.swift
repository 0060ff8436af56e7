// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The name that a server gives to a message it accepted: 16 random bytes, written as 32 lower-case hexadecimal digits.
///
/// It is random so that it tells nothing about how many messages there are, nor when they came.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    /// The 32 digits.
    package let description: String

    /// Parses an id off the wire, or returns `nil` where the text has another shape.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, Hexadecimal.isLowercase(text) else { return nil }
        self.description = String(text)
    }

    /// Draws a new id.
    ///
    /// - Parameter generator: Where the randomness comes from.
    package static func random(using generator: inout some RandomNumberGenerator) -> MessageID {
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            unsafe withUnsafeBytes(of: generator.next() as UInt64) { unsafe bytes.append(contentsOf: $0) }
        }
        return MessageID(bytes: bytes)
    }

    /// Draws a new id from the system's generator.
    package static func random() -> MessageID {
        var generator = SystemRandomNumberGenerator()
        return self.random(using: &generator)
    }

    private init(bytes: [UInt8]) { self.description = Hexadecimal.encode(bytes) }
}
