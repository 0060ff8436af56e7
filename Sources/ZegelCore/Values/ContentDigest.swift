// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import Crypto

/// A SHA-256 digest: 32 bytes.
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// Digests bytes.
    package init(of content: some Sequence<UInt8>) {
        var hash = SHA256()
        let contiguous: Void? = content.withContiguousStorageIfAvailable {
            unsafe hash.update(bufferPointer: .init($0))
        }
        if contiguous == nil { hash.update(data: Array(content)) }
        self.init(hash.finalize())
    }

    /// Takes a digest that was computed piece by piece.
    package init(_ digest: SHA256.Digest) { self.bytes = Array(digest) }

    /// Takes 32 bytes, or returns `nil` for another number.
    package init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Parses 64 lower-case hexadecimal digits, or returns `nil`.
    package init?(hexadecimal: some StringProtocol) {
        guard hexadecimal.utf8.count == 64, let bytes = Hexadecimal.decode(hexadecimal) else { return nil }
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    package var description: String { Hexadecimal.encode(self.bytes) }
}
