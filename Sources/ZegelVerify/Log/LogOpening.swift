// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
package import TransparencyLog

/// What stands in the log for an act, opened (DESIGN §4.4): the salt and what was committed to.
///
/// An entry is 32 bytes and says nothing without its opening; all entries look alike.
package struct LogOpening: Hashable, Sendable {
    /// Bytes of a salt, of which each entry has one of its own.
    package static let saltSize = 32

    private static let prefix = Array("zegel/log-entry/v1\n".utf8)

    /// The salt, 32 random bytes.
    package let salt: [UInt8]
    /// What the entry commits to.
    package let details: [UInt8]

    /// Opens an entry.
    package init(salt: [UInt8], details: [UInt8]) {
        self.salt = salt
        self.details = details
    }

    /// Commits to something under a fresh salt.
    package init(committingTo details: [UInt8]) {
        let salt = (0..<4).flatMap { _ in
            let word = UInt64.random(in: .min ... .max)
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
        self.init(salt: salt, details: details)
    }

    /// What an act is committed to that the server signed: the digests of what it signed and of the signature, 64 bytes.
    ///
    /// For an acceptance that is the seal's manifest, for a statement the server's record.
    package static func details(signed: [UInt8], signature: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: signed)) + Array(SHA256.hash(data: signature))
    }

    /// The entry, 32 bytes.
    package var entry: [UInt8] { Array(SHA256.hash(data: Self.prefix + self.salt + self.details)) }

    /// The hash of the entry as a leaf of the tree.
    package var leaf: TreeHash { TreeHash.leaf(self.entry) }
}
