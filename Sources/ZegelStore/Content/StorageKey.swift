// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import ZegelCore

/// The key under which the keys of the messages are kept; 32 bytes, outside the data folder.
package struct StorageKey: Sendable {
    private let key: SymmetricKey
    /// The key for the codes of containers that came to their end, of which each message costs one.
    let ended: SymmetricKey

    /// Takes the key, or returns `nil` where it is not 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.key = SymmetricKey(data: bytes)
        self.ended = Self.derived(from: self.key, for: "zegel ended v1")
    }

    /// The key of a message in the form in which it is stored: AES-256-GCM, bound to the message.
    func wrap(_ key: SymmetricKey, for id: MessageID) throws -> [UInt8] {
        let bytes = unsafe key.withUnsafeBytes { unsafe Array($0) }
        guard let sealed = try AES.GCM.seal(bytes, using: self.key, authenticating: Array("\(id)".utf8)).combined else {
            throw Problem(.internalError, "A key could not be wrapped.")
        }
        return Array(sealed)
    }

    /// The key of a message again.
    ///
    /// - Throws: Where the stored form was changed, belongs to another message, or this is another storage key.
    func unwrap(_ wrapped: [UInt8], for id: MessageID) throws -> SymmetricKey {
        let box = try AES.GCM.SealedBox(combined: wrapped)
        return SymmetricKey(data: try AES.GCM.open(box, using: self.key, authenticating: Array("\(id)".utf8)))
    }

    /// Says that bytes are by whoever has the key: HMAC-SHA256, under a key for this purpose alone.
    package func code(for bytes: [UInt8], purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: self.derived(for: purpose)))
    }

    /// Whether a code is the one for these bytes.
    package func accepts(_ code: [UInt8], for bytes: [UInt8], purpose: String) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: self.derived(for: purpose))
    }

    /// A key for one other purpose.
    func derived(for purpose: String) -> SymmetricKey { Self.derived(from: self.key, for: purpose) }

    private static func derived(from key: SymmetricKey, for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32)
    }
}
