// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The name of a key that signs notes: 1 to 255 bytes of UTF-8 without space, plus or control character.
///
/// Names are compared byte by byte: two spellings that look the same are two names.
public struct KeyName: Sendable, CustomStringConvertible {
    /// The name.
    public let description: String

    /// Reads a name (c2sp.org/signed-note).
    ///
    /// - Throws: `key.name`.
    public init(_ text: some StringProtocol) throws(TransparencyLogError) {
        let isName = text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
        }
        guard isName, (1...255).contains(text.utf8.count) else {
            throw TransparencyLogError(
                .keyName,
                "The name of a key has 1 to 255 bytes and no space, plus or control character."
            )
        }
        self.description = String(text)
    }
}

extension KeyName: Hashable {
    /// Compares the bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.description.utf8.elementsEqual(right.description.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Array(self.description.utf8))
    }
}
