// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1
package import X509
package import ZegelCore

/// Writes what a responder answers (RFC 6960 §4.2): for tests, and for trials that play a responder.
package struct StatusAnswerBuilder: Sendable {
    /// Who answers: the issuer, or a certificate that it made for this.
    package var responder: IssuedCertificate
    /// Whose certificates it is about.
    package var issuer: Certificate
    /// The number of the certificate.
    package var serial: SerialNumber
    /// The revocation; `nil` for good.
    package var revocation: RevocationListBuilder.Revocation?
    /// Whether the certificate is unknown instead.
    package var isUnknown = false
    /// When this was known to be right.
    package var thisUpdate: Instant
    /// Until when it counts; `nil` leaves it out.
    package var nextUpdate: Instant?
    /// When it is signed.
    package var producedAt: Instant
    /// What the question had; `nil` leaves it out.
    package var nonce: [UInt8]?
    /// Whether the responder is named by its key instead of its name.
    package var isNamedByKey = false
    /// Whether the certificate is named with SHA-256 instead of SHA-1.
    package var hasSHA256 = false
    /// Whether the certificate of the responder goes along.
    package var bringsCertificate = true
    /// Further extensions of the whole.
    package var extensions: [Certificate.Extension] = []
    /// The key that signs; `nil` takes the responder's.
    package var key: Certificate.PrivateKey?

    /// Begins an answer that a certificate is good, made at a moment and good for an hour.
    package init(_ serial: SerialNumber, of issuer: Certificate, by responder: IssuedCertificate, at moment: Instant) {
        self.responder = responder
        self.issuer = issuer
        self.serial = serial
        self.thisUpdate = moment
        self.nextUpdate = moment.advanced(bySeconds: 3_600)
        self.producedAt = moment
    }

    /// An answer that is none: `tryLater` is 3, `unauthorized` 6.
    package static func refusal(_ status: UInt8) -> [UInt8] { DERText.element(0x30, [0x0A, 0x01, status]) }

    /// The answer in DER, signed.
    ///
    /// - Throws: an error of the libraries where the key cannot sign or a value cannot be written.
    package func signed() throws -> [UInt8] {
        let key = self.key ?? self.responder.key
        guard let algorithm = AllowedAlgorithm.preferred(for: key),
            let identifier = AllowedAlgorithm.identifier(algorithm)
        else { throw TrustError(.answerAlgorithm) }
        let body = try self.body()
        let signature = try key.sign(bytes: body, signatureAlgorithm: algorithm).rawRepresentation
        var whole = body + identifier + DERText.element(0x03, [0x00] + signature)
        if self.bringsCertificate {
            whole += DERText.element(0xA0, DERText.element(0x30, self.responder.der))
        }
        let kind = DERText.element(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01])
        let bytes = DERText.element(0x30, kind + DERText.element(0x04, DERText.element(0x30, whole)))
        return DERText.element(0x30, [0x0A, 0x01, 0x00] + DERText.element(0xA0, bytes))
    }

    private func body() throws -> [UInt8] {
        let certificate = self.responder.certificate
        let hash = Array(Insecure.SHA1.hash(data: Array(certificate.publicKey.subjectPublicKeyInfoBytes)))
        let who =
            self.isNamedByKey
            ? DERText.element(0xA2, DERText.element(0x04, hash)) : DERText.element(0xA1, certificate.subject.derBytes)
        var single = StatusID(self.serial, of: self.issuer, hash: self.hasSHA256 ? .sha256 : .sha1).encoded
        single += self.word + Self.time(self.thisUpdate)
        if let nextUpdate = self.nextUpdate { single += DERText.element(0xA0, Self.time(nextUpdate)) }
        let list = DERText.element(0x30, DERText.element(0x30, single))
        return DERText.element(0x30, who + Self.time(self.producedAt) + list + (try self.allExtensions()))
    }

    private var word: [UInt8] {
        if self.isUnknown { return [0x82, 0x00] }
        guard let revocation = self.revocation else { return [0x80, 0x00] }
        let reason = revocation.reason.map { DERText.element(0xA0, [0x0A, 0x01, $0.rawValue]) } ?? []
        return DERText.element(0xA1, Self.time(revocation.date) + reason)
    }

    private func allExtensions() throws -> [UInt8] {
        var all = self.extensions
        if let nonce = self.nonce {
            let value = DERText.element(0x04, nonce)
            all.append(.init(oid: [1, 3, 6, 1, 5, 5, 7, 48, 1, 2], critical: false, value: value[...]))
        }
        guard !all.isEmpty else { return [] }
        var serializer = DER.Serializer()
        try serializer.serializeSequenceOf(all)
        return DERText.element(0xA1, serializer.serializedBytes)
    }

    private static func time(_ moment: Instant) -> [UInt8] {
        DERText.element(DERTime.generalizedTag, DERTime.write(moment, generalized: true).content)
    }
}

extension CertificateAuthority {
    /// Issues a certificate with which someone answers about this authority's certificates.
    ///
    /// - Parameter hasNoCheck: Whether nobody need ask whether it is revoked itself.
    /// - Throws: an error of the libraries where it cannot be made.
    package func issueResponder(
        from moment: Instant,
        hasNoCheck: Bool = true,
        _ change: (inout LeafRequest) throws -> Void = { _ in }
    ) throws -> IssuedCertificate {
        guard let oin = OIN("00000099000000099000") else { throw TrustError(.oinInvalid) }
        var request = try LeafRequest(.seal, organisation: "Responder", oin: oin, from: moment)
        request.keyUsage = KeyUsage(digitalSignature: true)
        request.extendedKeyUsages = [.ocspSigning]
        if hasNoCheck {
            request.extensions.append(.init(oid: .statusNoCheck, critical: false, value: [0x05, 0x00]))
        }
        try change(&request)
        return try self.issue(request)
    }
}
