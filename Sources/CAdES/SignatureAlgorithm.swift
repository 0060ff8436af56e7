// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// How a signature value was made: one of the four algorithms, with the key of the certificate that it is checked with.
///
/// A value exists only for a combination that is accepted, so that checking needs no further decision.
enum SignatureAlgorithm: Sendable {
    case p256(P256.Signing.PublicKey)
    case p384(P384.Signing.PublicKey)
    case rsaPKCS1(_RSA.Signing.PublicKey)
    case rsaPSS(_RSA.Signing.PublicKey)

    /// Joins the algorithms that a SignerInfo names with the signer's key.
    init(
        _ node: DERNode,
        digest: DigestAlgorithm,
        key: Certificate.PublicKey
    ) throws(CAdESError) {
        var fields = try NodeReader(node, as: .sequence, in: "AlgorithmIdentifier")
        switch try fields.objectIdentifier() {
        case .CMS.ecdsaWithSHA256:
            guard fields.upcoming == nil, digest == .sha256, let key = P256.Signing.PublicKey(key) else {
                throw .unsupported
            }
            self = .p256(key)
        case .CMS.ecdsaWithSHA384:
            guard fields.upcoming == nil, digest == .sha384, let key = P384.Signing.PublicKey(key) else {
                throw .unsupported
            }
            self = .p384(key)
        case .CMS.rsaEncryption:
            // RFC 3370 section 3.2 has NULL here, never nothing.
            guard fields.upcoming != nil, try fields.endsWithNullOrNothing() else { throw .unsupported }
            self = .rsaPKCS1(try Self.rsa(key, digest: digest))
        case .CMS.sha256WithRSAEncryption:
            // RFC 4055 section 5 has writers put NULL and readers accept nothing as well.
            guard try fields.endsWithNullOrNothing() else { throw .unsupported }
            self = .rsaPKCS1(try Self.rsa(key, digest: digest))
        case .CMS.rsassaPSS:
            guard let parameters = fields.any(), fields.upcoming == nil else { throw .unsupported }
            let key = try Self.rsa(key, digest: digest)
            try Self.checkPSS(parameters)
            self = .rsaPSS(key)
        default:
            throw .unsupported
        }
    }

    /// The smallest RSA key accepted, in bits.
    static let minimumRSABits = 3_072

    private static func rsa(
        _ key: Certificate.PublicKey,
        digest: DigestAlgorithm
    ) throws(CAdESError) -> _RSA.Signing.PublicKey {
        guard digest == .sha256, let key = _RSA.Signing.PublicKey(key) else { throw .unsupported }
        guard key.keySizeInBits >= Self.minimumRSABits else { throw .rsaKeyTooSmall }
        return key
    }

    /// RSASSA-PSS-params, RFC 4055 section 3.1: SHA-256, MGF1 with SHA-256, 32 bytes; all defaults are of SHA-1.
    private static func checkPSS(_ node: DERNode) throws(CAdESError) {
        var fields = try NodeReader(node, as: .sequence, in: "RSASSA-PSS-params")
        guard let hash = fields.optionalConstructed(.context(0)), let mask = fields.optionalConstructed(.context(1))
        else { throw .unsupported }
        guard try DigestAlgorithm(NodeReader.only(hash, as: .context(0), in: "hashAlgorithm")) == .sha256 else {
            throw .unsupported
        }
        var generator = try NodeReader(
            NodeReader.only(mask, as: .context(1), in: "maskGenAlgorithm"),
            as: .sequence,
            in: "MaskGenAlgorithm"
        )
        guard try generator.objectIdentifier() == .CMS.mgf1, let maskHash = generator.any(), generator.upcoming == nil,
            try DigestAlgorithm(maskHash) == .sha256
        else { throw .unsupported }
        let salt = fields.optionalConstructed(.context(2))
        // The trailer has one value, its default, which DER leaves out.
        try fields.end()
        guard let salt, try NodeReader.only(salt, as: .context(2), in: "saltLength").encodedBytes == [0x02, 0x01, 32]
        else {
            throw CAdESError(
                .pssSaltLength,
                "The salt of an RSA-PSS signature has 32 bytes: sign with -keyopt rsa_padding_mode:pss "
                    + "-keyopt rsa_pss_saltlen:digest."
            )
        }
    }
}

extension CAdESError {
    /// The algorithms are not among those accepted.
    static var unsupported: CAdESError {
        CAdESError(
            .algorithmUnsupported,
            "Accepted are ECDSA P-256 with SHA-256, ECDSA P-384 with SHA-384, RSA PKCS#1 with SHA-256, "
                + "and RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes."
        )
    }

    /// The RSA key is below what is accepted.
    static var rsaKeyTooSmall: CAdESError {
        CAdESError(.rsaKeyTooSmall, "An RSA key that signs has at least \(SignatureAlgorithm.minimumRSABits) bits.")
    }
}
