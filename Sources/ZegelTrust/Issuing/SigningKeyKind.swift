// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// The kinds of keys that certificates are issued for; the profiles allow the first two and RSA from 3072 bits.
package enum SigningKeyKind: Hashable, Sendable {
    /// ECDSA on P-256.
    case p256
    /// ECDSA on P-384.
    case p384
    /// ECDSA on P-521.
    case p521
    /// RSA with a number of bits.
    case rsa(bits: Int)
    /// Ed25519.
    case ed25519

    /// Makes a key, and its PKCS#8 PEM.
    ///
    /// - Throws: an error of the library where it has no such key.
    func generate() throws -> (key: Certificate.PrivateKey, pem: String) {
        switch self {
        case .p256:
            let key = P256.Signing.PrivateKey()
            return (.init(key), key.pemRepresentation + "\n")
        case .p384:
            let key = P384.Signing.PrivateKey()
            return (.init(key), key.pemRepresentation + "\n")
        case .p521:
            let key = P521.Signing.PrivateKey()
            return (.init(key), key.pemRepresentation + "\n")
        case .rsa(let bits):
            let key = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits))
            return (.init(key), key.pkcs8PEMRepresentation + "\n")
        case .ed25519:
            let key = Certificate.PrivateKey(Curve25519.Signing.PrivateKey())
            return (key, try key.serializeAsPEM().pemString + "\n")
        }
    }
}
