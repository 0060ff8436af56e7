// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

public import Crypto
public import CryptoExtras
import SwiftASN1
import X509

/// A private key that signs, and the algorithm that it signs with.
public enum SigningKey: Sendable {
    /// ECDSA on P-256 with SHA-256.
    case p256(P256.Signing.PrivateKey)
    /// ECDSA on P-384 with SHA-384.
    case p384(P384.Signing.PrivateKey)
    /// RSA PKCS#1 v1.5 with SHA-256, at least 3072 bits.
    case rsaPKCS1(_RSA.Signing.PrivateKey)
    /// RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes; at least 3072 bits.
    case rsaPSS(_RSA.Signing.PrivateKey)

    /// Reads a private key from PKCS#8 PEM (`BEGIN PRIVATE KEY`); an RSA key signs with PKCS#1.
    ///
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/keyUnsupported`` for any other format or kind of key, or
    ///   ``CAdESError/Code/rsaKeyTooSmall``.
    public init(pem: String) throws(CAdESError) {
        guard let document = try? PEMDocument(pemString: pem), document.discriminator == "PRIVATE KEY" else {
            throw Self.unsupported
        }
        let der = document.derBytes
        switch Self.algorithm(ofPKCS8: der) {
        case [.CMS.ecPublicKey, .CMS.secp256r1]:
            guard let key = try? P256.Signing.PrivateKey(derRepresentation: der) else { throw Self.unsupported }
            self = .p256(key)
        case [.CMS.ecPublicKey, .CMS.secp384r1]:
            guard let key = try? P384.Signing.PrivateKey(derRepresentation: der) else { throw Self.unsupported }
            self = .p384(key)
        case [.CMS.rsaEncryption]:
            guard let key = try? _RSA.Signing.PrivateKey(derRepresentation: der) else { throw Self.unsupported }
            guard key.keySizeInBits >= SignatureAlgorithm.minimumRSABits else { throw .rsaKeyTooSmall }
            self = .rsaPKCS1(key)
        default:
            throw Self.unsupported
        }
    }

    /// The algorithm of a PrivateKeyInfo, RFC 5208 section 5, and the curve where its parameters name one.
    ///
    /// It decides which kind of key is read: Crypto takes a key of another curve with numbers of the same size.
    private static func algorithm(ofPKCS8 der: [UInt8]) -> [ASN1ObjectIdentifier] {
        guard let root = DERNode(parsing: der), var fields = try? NodeReader(root, as: .sequence, in: "PrivateKeyInfo"),
            fields.any() != nil, let node = fields.any(),
            var algorithm = try? NodeReader(node, as: .sequence, in: "AlgorithmIdentifier"),
            let identifier = try? algorithm.objectIdentifier()
        else { return [] }
        guard let curve = try? algorithm.objectIdentifier() else { return [identifier] }
        return [identifier, curve]
    }

    private static var unsupported: CAdESError {
        CAdESError(
            .keyUnsupported,
            "A signing key is unencrypted PKCS#8 PEM (BEGIN PRIVATE KEY) on P-256 or P-384, or RSA of at least 3072 bits."
        )
    }
}

extension SigningKey {
    /// The public half.
    var publicKey: Certificate.PublicKey {
        switch self {
        case .p256(let key): Certificate.PublicKey(key.publicKey)
        case .p384(let key): Certificate.PublicKey(key.publicKey)
        case .rsaPKCS1(let key), .rsaPSS(let key): Certificate.PublicKey(key.publicKey)
        }
    }

    /// The digest that the content and the attributes are hashed with.
    var digest: DigestAlgorithm {
        switch self {
        case .p384: .sha384
        case .p256, .rsaPKCS1, .rsaPSS: .sha256
        }
    }

    /// The AlgorithmIdentifier of the signature.
    func signatureAlgorithm() throws -> [UInt8] {
        switch self {
        case .p256:
            return try AlgorithmIdentifier.encode(.CMS.ecdsaWithSHA256)
        case .p384:
            return try AlgorithmIdentifier.encode(.CMS.ecdsaWithSHA384)
        case .rsaPKCS1:
            return try AlgorithmIdentifier.encode(.CMS.rsaEncryption, parameters: AlgorithmIdentifier.null)
        case .rsaPSS:
            let hash = try self.digest.encoded()
            let mask = try AlgorithmIdentifier.encode(.CMS.mgf1, parameters: hash)
            let parameters = DER.encoded(.sequence) { coder in
                for (number, value) in [hash, mask, [0x02, 0x01, 32]].enumerated() {
                    coder.appendConstructedNode(identifier: .context(UInt(number))) { $0.serializeRawBytes(value) }
                }
            }
            return try AlgorithmIdentifier.encode(.CMS.rsassaPSS, parameters: parameters)
        }
    }

    /// Signs some bytes and gives the signature value.
    func sign(_ bytes: [UInt8]) throws -> [UInt8] {
        switch self {
        case .p256(let key):
            [UInt8](try key.signature(for: SHA256.hash(data: bytes)).derRepresentation)
        case .p384(let key):
            [UInt8](try key.signature(for: SHA384.hash(data: bytes)).derRepresentation)
        case .rsaPKCS1(let key):
            [UInt8](try key.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation)
        case .rsaPSS(let key):
            [UInt8](try key.signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation)
        }
    }
}
