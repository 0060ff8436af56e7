// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import SwiftASN1
package import X509
package import ZegelCore

/// Writes full revocation lists: version 2 with cRLNumber and authorityKeyIdentifier (RFC 5280 §5).
package struct RevocationListBuilder: Sendable {
    /// One certificate that is revoked.
    package struct Revocation: Hashable, Sendable {
        /// Its serial number.
        package var serial: SerialNumber
        /// When it was revoked.
        package var date: Instant
        /// Why; `nil` writes no reason.
        package var reason: RevocationReason?
        /// Since when it should not have been trusted; `nil` writes none.
        package var invalidSince: Instant?
        /// Further extensions of the entry.
        package var extensions: [Certificate.Extension] = []

        /// Names a certificate that is revoked.
        package init(
            _ serial: SerialNumber,
            at date: Instant,
            reason: RevocationReason? = nil,
            invalidSince: Instant? = nil
        ) {
            self.serial = serial
            self.date = date
            self.reason = reason
            self.invalidSince = invalidSince
        }
    }

    /// The authority that issues the list.
    package var issuer: DistinguishedName
    /// The identifier of its key; `nil` leaves the extension out.
    package var authorityKeyIdentifier: ArraySlice<UInt8>?
    /// The number of the list; `nil` leaves the extension out.
    package var number: SerialNumber?
    /// When it is issued.
    package var thisUpdate: Instant
    /// When the next one is due; `nil` leaves it out, which no reader of ours accepts.
    package var nextUpdate: Instant?
    /// The certificates that are revoked.
    package var revocations: [Revocation] = []
    /// Further extensions of the list.
    package var extensions: [Certificate.Extension] = []
    /// The signature algorithm; `nil` takes the one that fits the key.
    package var algorithm: Certificate.SignatureAlgorithm?

    /// Begins a list of an authority.
    package init(issuer: Certificate, number: SerialNumber, thisUpdate: Instant, nextUpdate: Instant) {
        self.issuer = issuer.subject
        self.authorityKeyIdentifier = (try? issuer.extensions.subjectKeyIdentifier)?.keyIdentifier
        self.number = number
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
    }

    /// The list in DER, signed.
    ///
    /// - Throws: an error of the libraries where the key cannot sign or a value cannot be written.
    package func signed(with key: Certificate.PrivateKey) throws -> [UInt8] {
        guard let algorithm = self.algorithm ?? AllowedAlgorithm.preferred(for: key),
            let identifier = AllowedAlgorithm.identifier(algorithm)
        else { throw TrustError(.listAlgorithm) }
        let content = try self.signedContent(identifier)
        let signature = try key.sign(bytes: content, signatureAlgorithm: algorithm)
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { coder in
            coder.serializeRawBytes(content)
            coder.serializeRawBytes(identifier)
            try coder.serialize(ASN1BitString(bytes: signature.rawRepresentation[...]))
        }
        return serializer.serializedBytes
    }

    private func signedContent(_ identifier: [UInt8]) throws -> [UInt8] {
        let extensions = try self.allExtensions()
        let hasVersion2 = !extensions.isEmpty || self.revocations.contains { !$0.allExtensions.isEmpty }
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { coder in
            if hasVersion2 { try coder.serialize(1) }
            coder.serializeRawBytes(identifier)
            try coder.serialize(self.issuer)
            coder.append(DERTime.write(self.thisUpdate))
            if let nextUpdate = self.nextUpdate { coder.append(DERTime.write(nextUpdate)) }
            if !self.revocations.isEmpty {
                try coder.appendConstructedNode(identifier: .sequence) { coder in
                    for revocation in self.revocations { try revocation.write(to: &coder) }
                }
            }
            if !extensions.isEmpty {
                try coder.serialize(explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific) { coder in
                    try coder.serializeSequenceOf(extensions)
                }
            }
        }
        return serializer.serializedBytes
    }

    private func allExtensions() throws -> [Certificate.Extension] {
        var all: [Certificate.Extension] = []
        if let identifier = self.authorityKeyIdentifier {
            all.append(try .init(AuthorityKeyIdentifier(keyIdentifier: identifier), critical: false))
        }
        if let number = self.number {
            var serializer = DER.Serializer()
            try serializer.serialize(number.bytes[...])
            all.append(
                .init(oid: .RevocationExtension.number, critical: false, value: serializer.serializedBytes[...])
            )
        }
        return all + self.extensions
    }
}

extension RevocationListBuilder.Revocation {
    fileprivate var allExtensions: [Certificate.Extension] {
        var all: [Certificate.Extension] = []
        if let reason = self.reason {
            let value: [UInt8] = [0x0A, 0x01, reason.rawValue]
            all.append(.init(oid: .RevocationExtension.reason, critical: false, value: value[...]))
        }
        if let invalidSince = self.invalidSince {
            var serializer = DER.Serializer()
            serializer.append(DERTime.write(invalidSince, generalized: true))
            let value = serializer.serializedBytes[...]
            all.append(.init(oid: .RevocationExtension.invalidityDate, critical: false, value: value))
        }
        return all + self.extensions
    }

    fileprivate func write(to coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(self.serial.bytes[...])
            coder.append(DERTime.write(self.date))
            let extensions = self.allExtensions
            if !extensions.isEmpty { try coder.serializeSequenceOf(extensions) }
        }
    }
}

extension DER.Serializer {
    fileprivate mutating func append(_ time: (tag: UInt8, content: [UInt8])) {
        self.serializeRawBytes([time.tag, UInt8(time.content.count)] + time.content)
    }
}
