// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras

/// A signature value in the form that its algorithm is checked with.
enum SignatureValue: Sendable {
    case p256(P256.Signing.ECDSASignature, P256.Signing.PublicKey)
    case p384(P384.Signing.ECDSASignature, P384.Signing.PublicKey)
    case rsa(_RSA.Signing.RSASignature, _RSA.Signing.PublicKey, _RSA.Signing.Padding)

    /// Reads the value, strictly for ECDSA, where one number could otherwise be written in many ways.
    init(_ bytes: ArraySlice<UInt8>, algorithm: SignatureAlgorithm) throws(CAdESError) {
        switch algorithm {
        case .p256(let key):
            guard let raw = Self.raw(bytes, coordinate: 32),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw)
            else { throw Self.malformed }
            self = .p256(signature, key)
        case .p384(let key):
            guard let raw = Self.raw(bytes, coordinate: 48),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: raw)
            else { throw Self.malformed }
            self = .p384(signature, key)
        case .rsaPKCS1(let key):
            self = .rsa(_RSA.Signing.RSASignature(rawRepresentation: bytes), key, .insecurePKCS1v1_5)
        case .rsaPSS(let key):
            self = .rsa(_RSA.Signing.RSASignature(rawRepresentation: bytes), key, .PSS)
        }
    }

    /// Whether the signature holds over the signed attributes.
    ///
    /// - Parameter attributes: the field as it is in SignerInfo. What was signed is a SET OF (RFC 5652 section 5.4): the
    ///   same bytes with another first one.
    func isValid(over attributes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .p256(let signature, let key):
            key.isValidSignature(signature, for: Self.digest(attributes, with: SHA256()))
        case .p384(let signature, let key):
            key.isValidSignature(signature, for: Self.digest(attributes, with: SHA384()))
        case .rsa(let signature, let key, let padding):
            key.isValidSignature(signature, for: Self.digest(attributes, with: SHA256()), padding: padding)
        }
    }

    private static func digest<Hash: HashFunction>(_ attributes: ArraySlice<UInt8>, with hash: Hash) -> Hash.Digest {
        var hash = hash
        hash.updateInPlace(CollectionOfOne<UInt8>(0x31))
        hash.updateInPlace(attributes.dropFirst())
        return hash.finalize()
    }

    private static var malformed: CAdESError {
        CAdESError(.signatureMalformed, "An ECDSA signature is a DER SEQUENCE of two positive INTEGERs of the curve.")
    }

    // MARK: - ECDSA-Sig-Value, RFC 3279 section 2.2.3

    /// The two numbers at full length, or `nil` where the bytes are not their one encoding.
    private static func raw(_ der: ArraySlice<UInt8>, coordinate: Int) -> [UInt8]? {
        var rest = der
        // Both lengths stay below 128 on these curves, so that the short form is the only one.
        guard rest.popFirst() == 0x30, let length = rest.popFirst(), length < 0x80, Int(length) == rest.count else {
            return nil
        }
        var raw: [UInt8] = []
        raw.reserveCapacity(2 * coordinate)
        for _ in 0..<2 {
            guard let number = Self.positiveInteger(&rest), number.count <= coordinate else { return nil }
            raw.append(contentsOf: repeatElement(0, count: coordinate - number.count))
            raw.append(contentsOf: number)
        }
        return rest.isEmpty ? raw : nil
    }

    /// Takes one INTEGER above zero in its shortest form, and gives it without sign byte.
    private static func positiveInteger(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard rest.popFirst() == 0x02, let length = rest.popFirst(), length > 0, Int(length) <= rest.count else {
            return nil
        }
        let number = rest.prefix(Int(length))
        rest = rest.dropFirst(Int(length))
        guard let first = number.first, first < 0x80 else { return nil }
        guard first == 0 else { return number }
        let magnitude = number.dropFirst()
        return (magnitude.first ?? 0) >= 0x80 ? magnitude : nil
    }
}
