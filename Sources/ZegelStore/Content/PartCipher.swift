// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import ZegelCore

/// Encrypts the parts of a message that stand in columns: header, manifests, directory, statements.
///
/// AES-256-GCM with a random nonce, bound to the name of the part, so that no part can take the place of another.
struct PartCipher {
    private let key: SymmetricKey

    init(messageKey: SymmetricKey) {
        self.key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: messageKey,
            info: Array("zegel parts v1".utf8),
            outputByteCount: 32
        )
    }

    func seal(_ bytes: [UInt8], as part: String) throws -> [UInt8] {
        guard let sealed = try AES.GCM.seal(bytes, using: self.key, authenticating: Array(part.utf8)).combined else {
            throw Problem(.internalError, "A part could not be encrypted.")
        }
        return Array(sealed)
    }

    func open(_ sealed: [UInt8], as part: String) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: self.key, authenticating: Array(part.utf8)))
        } catch { throw Problem(.storageDamaged, "A stored part of a message is damaged.") }
    }
}
