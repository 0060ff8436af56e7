// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The signed attributes of one signer, encoded but for the two that differ from signature to signature.
struct SignedAttributesTemplate: Sendable {
    private let contentType: [UInt8]
    private let signingCertificate: [UInt8]
    private let messageDigestType: [UInt8]
    private let signingTimeType: [UInt8]

    init(signer: PresentedCertificate, contentType: ASN1ObjectIdentifier) throws {
        let contentTypeType = try DER.Serializer.bytes(.CMS.contentType)
        let signingCertificateType = try DER.Serializer.bytes(.CMS.signingCertificateV2)
        self.messageDigestType = try DER.Serializer.bytes(.CMS.messageDigest)
        self.signingTimeType = try DER.Serializer.bytes(.CMS.signingTime)
        self.contentType = Self.attribute(contentTypeType, value: try DER.Serializer.bytes(contentType))
        self.signingCertificate = Self.attribute(signingCertificateType, value: SigningCertificateV2.encode(signer))
    }

    /// Encodes the attributes as a SET OF, which is what is signed.
    func encode(messageDigest: [UInt8], signingTime: [UInt8]) -> [UInt8] {
        var attributes = [
            self.contentType,
            Self.attribute(self.signingTimeType, value: signingTime),
            Self.attribute(self.messageDigestType, value: DER.element(0x04, messageDigest)),
            self.signingCertificate,
        ]
        attributes.sort { isOrdered($0[...], before: $1[...]) }
        return DER.element(0x31, attributes[0], attributes[1], attributes[2], attributes[3])
    }

    private static func attribute(_ type: [UInt8], value: [UInt8]) -> [UInt8] {
        DER.element(0x30, type, DER.element(0x31, value))
    }
}

extension DER.Serializer {
    /// The encoding of an OBJECT IDENTIFIER.
    static func bytes(_ identifier: ASN1ObjectIdentifier) throws -> [UInt8] {
        var coder = DER.Serializer()
        try coder.serialize(identifier)
        return coder.serializedBytes
    }
}
