// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509

/// A time-stamp whose signature holds over what it says; whether the authority is trusted is another question.
public struct VerifiedTimestamp: Sendable {
    /// The authority's signature over what the token says.
    public let signature: VerifiedSignature
    /// The time that it states, in milliseconds since 1970.
    public let time: Int64
    /// The latest time that it may have been made, its stated accuracy counted in; milliseconds since 1970.
    public let latest: Int64
}

/// A token of an authority for time-stamps (RFC 3161 with RFC 5816), whose structure is sound; nothing is verified yet.
///
/// It is read as strictly as a signature: DER, one signer, whose certificate is inside and named by ESSCertIDv2.
public struct TimestampToken: Sendable {
    let info: TimestampInfo
    private let content: [UInt8]
    private let signer: PresentedCertificate
    private let certificates: [PresentedCertificate]
    private let digest: DigestAlgorithm
    private let attributes: SignedAttributes
    private let value: SignatureValue

    /// Reads a token.
    ///
    /// - Throws: ``CAdESError/Code/timestampInvalid``, or as reading a signature does.
    public init(parsing der: [UInt8]) throws(CAdESError) {
        let limits = CAdESLimits()
        let signedData = try SignedData(parsing: der, limits: limits, contentType: .CMS.timestampInfo)
        let signerInfo = try SignerInfo(signedData.signerInfo)
        guard signedData.version == 3 else { throw .versionInvalid }
        guard let content = signedData.content else { throw CAdESError(.contentAbsent, "The token holds no TSTInfo.") }
        self.signer = try signerInfo.identifier.certificate(among: signedData.certificates)
        self.digest = try DigestAlgorithm(signerInfo.digestAlgorithm)
        guard try DigestAlgorithm(signedData.digestAlgorithm) == self.digest else {
            throw CAdESError(.digestAlgorithmMismatch, "The digest algorithm is not the one that the signer used.")
        }
        let algorithm = try SignatureAlgorithm(
            signerInfo.signatureAlgorithm,
            digest: self.digest,
            key: self.signer.certificate.publicKey
        )
        self.value = try SignatureValue(signerInfo.signature, algorithm: algorithm)
        self.attributes = try SignedAttributes(signerInfo.attributes, limits: limits, contentType: .CMS.timestampInfo)
        try self.attributes.signingCertificate.check(self.signer)
        self.certificates = signedData.certificates
        self.content = Array(content)
        self.info = try TimestampInfo(parsing: self.content)
    }

    /// The token of an authority with its certificates sorted; all else stays as it is.
    static func sorted(_ token: DERNode) throws(CAdESError) -> [UInt8] {
        var fields = try NodeReader(token, as: .sequence, in: "ContentInfo")
        let type = try fields.primitive(.objectIdentifier).encodedBytes
        let inner = try NodeReader.only(fields.constructed(.context(0)), as: .context(0), in: "ContentInfo")
        var parts = try NodeReader(inner, as: .sequence, in: "SignedData")
        var encoded: [[UInt8]] = []
        while let part = parts.any() {
            guard part.identifier == .context(0),
                var nodes = try? NodeReader(part, as: .context(0), in: "CertificateSet")
            else {
                encoded.append(Array(part.encodedBytes))
                continue
            }
            var certificates: [ArraySlice<UInt8>] = []
            while let node = nodes.any() { certificates.append(node.encodedBytes) }
            certificates.sort { isOrdered($0, before: $1) }
            encoded.append(DER.encoded(.context(0)) { set in for der in certificates { set.serializeRawBytes(der) } })
        }
        return DER.encoded(.sequence) { contentInfo in
            contentInfo.serializeRawBytes(type)
            contentInfo.appendConstructedNode(identifier: .context(0)) { explicit in
                explicit.appendConstructedNode(identifier: .sequence) { signedData in
                    for part in encoded { signedData.serializeRawBytes(part) }
                }
            }
        }
    }

    /// Verifies that the token is over some bytes, and that the key of its certificate made it.
    ///
    /// - Throws: ``CAdESError/Code/timestampMismatch``, ``CAdESError/Code/messageDigestMismatch`` or
    ///   ``CAdESError/Code/signatureInvalid``.
    public func verify(over stamped: [UInt8]) throws(CAdESError) -> VerifiedTimestamp {
        guard DigestAlgorithm.sha256.matches(self.info.digest[...], of: stamped) else {
            throw CAdESError(.timestampMismatch, "The token is over other content.")
        }
        guard self.digest.matches(self.attributes.messageDigest, of: self.content) else {
            throw CAdESError(.messageDigestMismatch, "The TSTInfo is not the one that was signed.")
        }
        guard self.value.isValid(over: self.attributes.encoded) else {
            throw CAdESError(.signatureInvalid, "The token was not made by the key of its certificate.")
        }
        return VerifiedTimestamp(
            signature: VerifiedSignature(
                signer: self.signer.certificate,
                signerDER: Array(self.signer.der),
                certificates: self.certificates.map(\.certificate),
                certificatesDER: self.certificates.map { Array($0.der) },
                signingTime: self.info.time / 1_000,
                content: self.content
            ),
            time: self.info.time,
            latest: self.info.time + self.info.accuracy
        )
    }
}
