// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The signed attributes of a SignerInfo, RFC 5652 section 5.3, as far as they are looked at.
struct SignedAttributes {
    let messageDigest: ArraySlice<UInt8>
    /// Seconds since 1970; only time-stamps may leave it out.
    let signingTime: Int64?
    let signingCertificate: SigningCertificateV2
    /// The field as it is in SignerInfo, implicitly tagged.
    let encoded: ArraySlice<UInt8>

    /// Reads the field.
    ///
    /// content-type, message-digest, signing-time and signing-certificate-v2 are there once, with one value. Others, such
    /// as the S/MIME capabilities that OpenSSL adds, are there at most once and mean nothing here.
    init(
        _ node: DERNode,
        limits: CAdESLimits,
        contentType expected: ASN1ObjectIdentifier = .CMS.data
    ) throws(CAdESError) {
        var attributes = try NodeReader(node, as: .context(0), in: "SignedAttributes")
        var seen: [ASN1ObjectIdentifier] = []
        var previous: ArraySlice<UInt8>?
        var contentType: DERNode?
        var messageDigest: DERNode?
        var signingTime: DERNode?
        var signingCertificate: DERNode?
        while attributes.upcoming != nil {
            guard seen.count < limits.maximumAttributes else {
                throw CAdESError(
                    .tooManyAttributes,
                    "There are more than \(limits.maximumAttributes) signed attributes."
                )
            }
            let attribute = try attributes.constructed()
            var fields = try NodeReader(attribute, as: .sequence, in: "Attribute")
            let type = try fields.objectIdentifier()
            let values = try fields.constructed(.set)
            try fields.end()
            guard !seen.contains(type) else {
                throw CAdESError(.attributeDuplicate, "The signed attribute \(type) is there more than once.")
            }
            seen.append(type)
            if let previous { try Self.checkOrder(previous, attribute.encodedBytes) }
            previous = attribute.encodedBytes
            switch type {
            case .CMS.contentType: contentType = try Self.single(values, of: "content-type")
            case .CMS.messageDigest: messageDigest = try Self.single(values, of: "message-digest")
            case .CMS.signingTime: signingTime = try Self.single(values, of: "signing-time")
            case .CMS.signingCertificateV2: signingCertificate = try Self.single(values, of: "signing-certificate-v2")
            default: try Self.checkValues(values)
            }
        }
        guard let contentType else { throw Self.missing("content-type") }
        guard let messageDigest else { throw Self.missing("message-digest") }
        guard signingTime != nil || expected == .CMS.timestampInfo else { throw Self.missing("signing-time") }
        guard let signingCertificate else { throw Self.missing("signing-certificate-v2") }

        guard let type = contentType.objectIdentifier, type == expected else {
            throw CAdESError(.contentType, "The content-type attribute is not \(expected).")
        }
        guard messageDigest.identifier == .octetString, !messageDigest.isConstructed else {
            throw CAdESError(.attributeInvalid, "The message-digest attribute is not an OCTET STRING.")
        }
        self.messageDigest = messageDigest.bytes
        self.signingTime = try signingTime.map { (node) throws(CAdESError) in try SigningTime.decode(node) }
        self.signingCertificate = try SigningCertificateV2(signingCertificate)
        self.encoded = node.encodedBytes
    }

    private static func checkOrder(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) throws(CAdESError) {
        guard isOrdered(first, before: second) else {
            throw CAdESError(
                .attributesNotSorted,
                "The signed attributes are a SET OF, which DER orders by the encodings of its elements."
            )
        }
    }

    private static func single(_ values: DERNode, of name: StaticString) throws(CAdESError) -> DERNode {
        var reader = try NodeReader(values, as: .set, in: "Attribute.values")
        guard let value = reader.any(), reader.upcoming == nil else {
            throw CAdESError(.attributeInvalid, "The \(name) attribute does not have exactly one value.")
        }
        return value
    }

    private static func checkValues(_ values: DERNode) throws(CAdESError) {
        var reader = try NodeReader(values, as: .set, in: "Attribute.values")
        guard var previous = reader.any() else {
            throw CAdESError(.attributeInvalid, "A signed attribute has no value.")
        }
        while let next = reader.any() {
            try Self.checkOrder(previous.encodedBytes, next.encodedBytes)
            previous = next
        }
    }

    static func missing(_ name: StaticString) -> CAdESError {
        CAdESError(.attributeMissing, "There is no signed attribute \(name): sign with -cades and without -noattr.")
    }
}
