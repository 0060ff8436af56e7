// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
public import X509

/// A SignedData whose structure is sound; nothing is verified yet.
///
/// Exactly one encoding is accepted, DER, with one signer, whose certificate is inside and is named by the signer
/// identifier and by signing-certificate-v2. Where there are several faults the first one in reading order is reported:
/// size and encoding, SignedData with its certificates, SignerInfo, the choice of the signer's certificate, the
/// algorithms, the signed attributes; then, when verifying, the content before the signature.
public struct CAdESSignature: Sendable {
    /// The certificates as presented, the signer's among them, in no order that means anything.
    public let certificates: [Certificate]
    /// The certificate that the signature names as the signer's.
    public let signerCertificate: Certificate
    /// What the signature says about when it was made, in seconds since 1970.
    public let signingTime: Int64
    /// The content, where it is attached.
    public let content: [UInt8]?

    private let signerDER: ArraySlice<UInt8>
    private let certificatesDER: [[UInt8]]
    private let digest: DigestAlgorithm
    private let messageDigest: ArraySlice<UInt8>
    private let attributes: ArraySlice<UInt8>
    private let value: SignatureValue

    /// Reads a signature.
    ///
    /// - Parameters:
    ///   - der: a ContentInfo in DER.
    ///   - limits: what is refused without being read.
    /// - Throws: ``CAdESError``, with every code but those of verification and signing.
    public init(parsing der: [UInt8], limits: CAdESLimits = CAdESLimits()) throws(CAdESError) {
        let signedData = try SignedData(parsing: der, limits: limits)
        let signerInfo = try SignerInfo(signedData.signerInfo)
        guard signedData.version == signerInfo.identifier.version else { throw .versionInvalid }
        let signer = try signerInfo.identifier.certificate(among: signedData.certificates)

        let digest = try DigestAlgorithm(signerInfo.digestAlgorithm)
        guard try DigestAlgorithm(signedData.digestAlgorithm) == digest else {
            throw CAdESError(
                .digestAlgorithmMismatch,
                "The digest algorithm of SignedData is not the one that the signer used."
            )
        }
        let algorithm = try SignatureAlgorithm(
            signerInfo.signatureAlgorithm,
            digest: digest,
            key: signer.certificate.publicKey
        )
        self.value = try SignatureValue(signerInfo.signature, algorithm: algorithm)

        let attributes = try SignedAttributes(signerInfo.attributes, limits: limits)
        try attributes.signingCertificate.check(signer)

        self.certificates = signedData.certificates.map(\.certificate)
        self.certificatesDER = signedData.certificates.map { [UInt8]($0.der) }
        self.signerCertificate = signer.certificate
        self.signerDER = signer.der
        guard let signingTime = attributes.signingTime else { throw SignedAttributes.missing("signing-time") }
        self.signingTime = signingTime
        self.content = signedData.content.map { [UInt8]($0) }
        self.digest = digest
        self.messageDigest = attributes.messageDigest
        self.attributes = attributes.encoded
    }

    /// Verifies the signature over content that is not inside it.
    ///
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/contentPresent``, ``CAdESError/Code/messageDigestMismatch`` or
    ///   ``CAdESError/Code/signatureInvalid``.
    public func verify(detached content: [UInt8]) throws(CAdESError) -> VerifiedSignature {
        guard self.content == nil else {
            throw CAdESError(.contentPresent, "The content is inside the signature: sign without -nodetach.")
        }
        return try self.verify(content)
    }

    /// Verifies the signature over the content inside it.
    ///
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/contentAbsent``, ``CAdESError/Code/messageDigestMismatch`` or
    ///   ``CAdESError/Code/signatureInvalid``.
    public func verifyAttached() throws(CAdESError) -> VerifiedSignature {
        guard let content = self.content else {
            throw CAdESError(.contentAbsent, "The content is not inside the signature: sign with -nodetach.")
        }
        return try self.verify(content)
    }

    private func verify(_ content: [UInt8]) throws(CAdESError) -> VerifiedSignature {
        guard self.digest.matches(self.messageDigest, of: content) else {
            throw CAdESError(
                .messageDigestMismatch,
                "The content is not the one that was signed: compare the bytes, and sign with -binary."
            )
        }
        guard self.value.isValid(over: self.attributes) else {
            throw CAdESError(.signatureInvalid, "The signature was not made by the key of the signer's certificate.")
        }
        return VerifiedSignature(
            signer: self.signerCertificate,
            signerDER: [UInt8](self.signerDER),
            certificates: self.certificates,
            certificatesDER: self.certificatesDER,
            signingTime: self.signingTime,
            content: content
        )
    }
}
