// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The key pair of a log in the text forms of C2SP signed-note: Ed25519, algorithm byte 1.
struct NoteKey {
    /// `PRIVATE+KEY+<name>+<hash>+<key>`.
    let signerKey: String
    /// `<name>+<hash>+<key>`.
    let verifierKey: String

    /// Mints a key for a log.
    init(origin: String) {
        let key = Curve25519.Signing.PrivateKey()
        let marked = [1] + Array(key.publicKey.rawRepresentation)
        let digest = SHA256.hash(data: Array("\(origin)\n".utf8) + marked)
        let hash = digest.prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0\(digits)" : digits
        }
        .joined()
        self.verifierKey = "\(origin)+\(hash)+\(Data(marked).base64EncodedString())"
        self.signerKey =
            "PRIVATE+KEY+\(origin)+\(hash)+\(Data([1] + Array(key.rawRepresentation)).base64EncodedString())"
    }
}
