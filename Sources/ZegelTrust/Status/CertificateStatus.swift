// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1
package import X509
package import ZegelCore

extension ASN1ObjectIdentifier {
    /// id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1).
    static let statusNoCheck: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 48, 1, 5]
}

/// Which certificate: its number, and the name and key of its issuer.
package struct StatusSubject: Hashable, Sendable {
    let issuer: ListIssuer
    /// The number.
    package let serial: SerialNumber

    /// A name for a file: digits that tell nobody which certificate it is.
    package var fileName: String {
        let all = self.issuer.name.derBytes + self.issuer.key.subjectPublicKeyInfoBytes + self.serial.bytes
        return String(ContentDigest(of: all).description.prefix(32))
    }

    /// Names the certificate of an issuer that has a number.
    package init(_ serial: SerialNumber, by issuer: Certificate) {
        self.issuer = ListIssuer(issuer)
        self.serial = serial
    }
}

/// What was said about one certificate, by its issuer or by whom that issuer lets answer: the signature was verified.
package struct CertificateStatus: Hashable, Sendable {
    /// The whole answer.
    package let answer: StatusAnswer
    /// The certificate that it is about.
    package let subject: StatusSubject
    /// The certificate of its issuer.
    package let issuer: Certificate
    /// The revocation; `nil` where it is good.
    package let revocation: RevocationEntry?
    /// When this was known to be right.
    package let thisUpdate: Instant
    /// Until when it counts.
    package let nextUpdate: Instant
    /// When it was signed.
    let producedAt: Instant
    /// The responder that the issuer lets answer; `nil` where the issuer did so itself.
    let delegate: Certificate?

    /// Takes what an answer says about a certificate.
    ///
    /// - Parameters:
    ///   - answer: What came.
    ///   - serial: The number of the certificate.
    ///   - issuer: Who issued it.
    ///   - nonce: What was asked with; an answer that repeats another was made for another question. `nil` where nobody asked.
    /// - Throws: ``TrustError`` with a code that begins with `revocation.answer-`.
    package init(
        _ answer: StatusAnswer,
        about serial: SerialNumber,
        by issuer: Certificate,
        nonce: [UInt8]? = nil
    ) throws(TrustError) {
        let ids = StatusID.Hash.allCases.map { StatusID(serial, of: issuer, hash: $0) }
        let singles = answer.singles.filter { ids.contains($0.id) }
        guard let single = singles.first else { throw TrustError(.answerOther) }
        guard singles.count == 1 else { throw TrustError(.answerSyntax) }
        let responder = try Self.responder(of: answer, for: issuer)
        let isValid = responder.publicKey.isValidSignature(
            answer.der[answer.signature],
            for: answer.der[answer.signedBytes],
            signatureAlgorithm: answer.algorithm
        )
        guard isValid else { throw TrustError(.answerSignature) }
        if let nonce, let repeated = answer.nonce, nonce != repeated { throw TrustError(.answerNonce) }
        guard let nextUpdate = single.nextUpdate else { throw TrustError(.answerWithoutNextUpdate) }
        switch single.word {
        case .good: self.revocation = nil
        case .revoked(let entry): self.revocation = entry
        case .unknown: throw TrustError(.answerUnknown)
        }
        self.answer = answer
        self.subject = StatusSubject(serial, by: issuer)
        self.issuer = issuer
        self.thisUpdate = single.thisUpdate
        self.nextUpdate = nextUpdate
        self.producedAt = answer.producedAt
        self.delegate = responder == issuer ? nil : responder
    }

    /// All that an answer says about certificates of some authorities; what does not hold is left out.
    static func all(in answer: StatusAnswer, by authorities: [Certificate]) -> [CertificateStatus] {
        Set(answer.singles.map(\.id.serial)).flatMap { serial in
            authorities.compactMap { try? CertificateStatus(answer, about: serial, by: $0) }
        }
    }

    /// Equal where the answers are the same bytes and speak of the same certificate.
    package static func == (left: CertificateStatus, right: CertificateStatus) -> Bool {
        left.answer.digest == right.answer.digest && left.subject == right.subject
    }

    /// As the comparison.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.answer.digest)
        hasher.combine(self.subject)
    }

    /// Who signed: the issuer, or a certificate that the issuer itself made for this and nothing else (RFC 6960 §4.2.2.2).
    private static func responder(of answer: StatusAnswer, for issuer: Certificate) throws(TrustError) -> Certificate {
        if answer.responder.is(issuer) { return issuer }
        guard let delegate = answer.certificates.first(where: answer.responder.is) else {
            throw TrustError(.answerResponder)
        }
        guard issuer.hasSigned(delegate), delegate.version == .v3, !delegate.isAuthority,
            !delegate.hasUnknownCriticalExtension,
            AllowedAlgorithm.identifier(delegate.signatureAlgorithm) != nil,
            AnchorTerms().allows(delegate.publicKey),
            let usages = try? delegate.extensions.extendedKeyUsage, Array(usages) == [.ocspSigning]
        else { throw TrustError(.answerResponder) }
        if let usage = try? delegate.extensions.keyUsage, !usage.digitalSignature { throw TrustError(.answerResponder) }
        return delegate
    }
}

extension StatusAnswer.Responder {
    fileprivate func `is`(_ certificate: Certificate) -> Bool {
        switch self {
        case .name(let name): certificate.subject == name
        case .key(let hash):
            Array(Insecure.SHA1.hash(data: Array(certificate.publicKey.subjectPublicKeyInfoBytes))) == hash
        }
    }
}
