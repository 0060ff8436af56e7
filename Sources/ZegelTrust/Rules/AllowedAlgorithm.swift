// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import X509

/// The signature algorithms of certificates and lists, each with its one AlgorithmIdentifier in DER.
enum AllowedAlgorithm {
    private static let all: [(identifier: [UInt8], algorithm: Certificate.SignatureAlgorithm)] = [
        ([0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02], .ecdsaWithSHA256),
        ([0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x03], .ecdsaWithSHA384),
        ([0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x04], .ecdsaWithSHA512),
        (Self.rsa(0x0B), .sha256WithRSAEncryption), (Self.rsa(0x0C), .sha384WithRSAEncryption),
        (Self.rsa(0x0D), .sha512WithRSAEncryption),
    ]

    /// The algorithm that an identifier names, or `nil` for one that is not allowed.
    static func algorithm(_ identifier: ArraySlice<UInt8>) -> Certificate.SignatureAlgorithm? {
        self.all.first { $0.identifier.elementsEqual(identifier) }?.algorithm
    }

    /// Whether an object identifier, as DER holds its content, is that of an allowed algorithm.
    static func isKnown(_ objectIdentifier: ArraySlice<UInt8>) -> Bool {
        self.all.contains { $0.identifier.dropFirst(4).starts(with: objectIdentifier) }
    }

    /// The identifier of an algorithm, or `nil` for one that is not allowed.
    static func identifier(_ algorithm: Certificate.SignatureAlgorithm) -> [UInt8]? {
        self.all.first { $0.algorithm == algorithm }?.identifier
    }

    /// The algorithm that a key signs with by default: the digest is as strong as the curve.
    static func preferred(for key: Certificate.PrivateKey) -> Certificate.SignatureAlgorithm? {
        if P384.Signing.PublicKey(key.publicKey) != nil { return .ecdsaWithSHA384 }
        if P521.Signing.PublicKey(key.publicKey) != nil { return .ecdsaWithSHA512 }
        let supported = key.supportedSignatureAlgorithms
        return [.ecdsaWithSHA256, .sha256WithRSAEncryption].first(where: supported.contains)
    }

    private static func rsa(_ last: UInt8) -> [UInt8] {
        [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, last, 0x05, 0x00]
    }
}
