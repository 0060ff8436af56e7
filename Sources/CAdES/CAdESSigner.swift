// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CryptoExtras
import SwiftASN1
public import X509

/// Signs as one certificate: CAdES-B with the certificate and its chain inside.
///
/// Everything that is the same in every signature is encoded once, so that signing costs the digests and the private
/// key's operation. `openssl cms -verify -binary -cades` accepts what it writes.
public struct CAdESSigner: Sendable {
    /// The signer's certificate.
    public let certificate: Certificate

    private let key: SigningKey
    private let digest: DigestAlgorithm
    private let attributes: SignedAttributesTemplate
    /// version and digestAlgorithms of SignedData.
    private let beforeContent: [UInt8]
    /// certificates of SignedData.
    private let certificates: [UInt8]
    /// version, sid and digestAlgorithm of SignerInfo.
    private let beforeAttributes: [UInt8]
    private let signatureAlgorithm: [UInt8]
    private let signedDataType: [UInt8]
    private let dataType: [UInt8]

    /// Prepares signing with a key and the certificate of that key.
    ///
    /// - Parameters:
    ///   - certificate: the signer's.
    ///   - intermediates: the chain that goes into every signature, in any order, without the root; 9 at most.
    ///   - key: the private key.
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/keyMismatch``, ``CAdESError/Code/rsaKeyTooSmall``,
    ///   ``CAdESError/Code/tooManyCertificates`` or ``CAdESError/Code/certificateUnsupported``.
    public init(certificate: Certificate, intermediates: [Certificate] = [], key: SigningKey) throws(CAdESError) {
        try self.init(certificate: certificate, intermediates: intermediates, key: key, contentType: .CMS.data)
    }

    /// Prepares signing of content of a type; SignedData has version 3 for all but id-data.
    init(
        certificate: Certificate,
        intermediates: [Certificate],
        key: SigningKey,
        contentType: ASN1ObjectIdentifier
    ) throws(CAdESError) {
        guard key.publicKey == certificate.publicKey else {
            throw CAdESError(.keyMismatch, "The private key does not belong to the certificate.")
        }
        switch key {
        case .p256, .p384: ()
        case .rsaPKCS1(let rsa), .rsaPSS(let rsa):
            guard rsa.keySizeInBits >= SignatureAlgorithm.minimumRSABits else { throw .rsaKeyTooSmall }
        }
        let limit = CAdESLimits().maximumCertificates
        guard intermediates.count < limit else { throw .tooManyCertificates(limit) }
        do {
            let signer = try PresentedCertificate(der: Self.der(certificate))
            var all = try Set(([certificate] + intermediates).map(Self.der)).map { $0 }
            all.sort { isOrdered($0[...], before: $1[...]) }
            let identifier = SignerIdentifier.issuerAndSerialNumber(
                issuer: signer.issuer,
                serialNumber: signer.serialNumber
            )
            _ = try identifier.certificate(among: all.map { try PresentedCertificate(der: $0) })

            let digestAlgorithm = try key.digest.encoded()
            let version: [UInt8] = [0x02, 0x01, identifier.version]
            let outer = contentType == .CMS.data ? version : [0x02, 0x01, 3]
            self.beforeContent = outer + DER.encoded(.set) { $0.serializeRawBytes(digestAlgorithm) }
            self.certificates = DER.encoded(.context(0)) { set in
                for certificate in all { set.serializeRawBytes(certificate) }
            }
            let issuerAndSerialNumber = DER.encoded(.sequence) { fields in
                fields.serializeRawBytes(signer.issuer)
                fields.serializeRawBytes(signer.serialNumber)
            }
            self.beforeAttributes = version + issuerAndSerialNumber + digestAlgorithm
            self.signatureAlgorithm = try key.signatureAlgorithm()
            self.attributes = try SignedAttributesTemplate(signer: signer, contentType: contentType)
            self.signedDataType = try DER.Serializer.bytes(.CMS.signedData)
            self.dataType = try DER.Serializer.bytes(contentType)
        } catch let error as CAdESError {
            throw error
        } catch {
            throw CAdESError(.certificateUnsupported, "The certificate cannot be encoded.")
        }
        self.certificate = certificate
        self.key = key
        self.digest = key.digest
    }

    /// Signs content that stays outside the signature.
    ///
    /// - Parameters:
    ///   - content: the exact bytes.
    ///   - secondsSince1970: the signing-time, in the years 1950 to 9999.
    /// - Returns: a ContentInfo in DER.
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/signingTimeInvalid`` or ``CAdESError/Code/signingFailed``.
    public func sign(detached content: [UInt8], at secondsSince1970: Int64) throws(CAdESError) -> [UInt8] {
        try self.sign(content, attached: false, at: secondsSince1970)
    }

    /// Signs content and puts it inside the signature.
    ///
    /// - Parameters:
    ///   - content: the exact bytes.
    ///   - secondsSince1970: the signing-time, in the years 1950 to 9999.
    /// - Returns: a ContentInfo in DER.
    /// - Throws: ``CAdESError`` with ``CAdESError/Code/signingTimeInvalid`` or ``CAdESError/Code/signingFailed``.
    public func sign(attached content: [UInt8], at secondsSince1970: Int64) throws(CAdESError) -> [UInt8] {
        try self.sign(content, attached: true, at: secondsSince1970)
    }

    // MARK: - SignedData, RFC 5652 section 5.1

    /// Signs; a signature without its certificates is for those who have them, and is not read here.
    func sign(
        _ content: [UInt8],
        attached: Bool,
        at time: Int64,
        withCertificates: Bool = true
    ) throws(CAdESError) -> [UInt8] {
        var attributes = self.attributes.encode(
            messageDigest: self.digest.hash(content),
            signingTime: try SigningTime.encode(time)
        )
        let signature: [UInt8]
        do {
            signature = try self.key.sign(attributes)
        } catch {
            throw CAdESError(.signingFailed, "The private key could not be used.")
        }
        // Signed is the SET OF, stored is the same under an implicit tag (section 5.4).
        attributes[0] = 0xA0
        let signerInfo = DER.element(
            0x30,
            self.beforeAttributes,
            attributes,
            self.signatureAlgorithm,
            DER.element(0x04, signature)
        )
        let signedData = DER.element(
            0x30,
            self.beforeContent,
            DER.element(0x30, self.dataType, attached ? DER.element(0xA0, DER.element(0x04, content)) : []),
            withCertificates ? self.certificates : [],
            DER.element(0x31, signerInfo)
        )
        return DER.element(0x30, self.signedDataType, DER.element(0xA0, signedData))
    }

    private static func der(_ certificate: Certificate) throws -> [UInt8] {
        var coder = DER.Serializer()
        try coder.serialize(certificate)
        return coder.serializedBytes
    }
}
