// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509
package import ZegelCore

/// A certificate with its private key, as an authority hands both out.
package struct IssuedCertificate: Sendable {
    /// The certificate.
    package let certificate: Certificate
    /// Its private key.
    package let key: Certificate.PrivateKey
    /// The private key in PKCS#8 PEM.
    package let keyPEM: String

    /// The serial number, unless it is longer than it may be.
    package var serial: SerialNumber? { SerialNumber(self.certificate.serialNumber) }
    /// The certificate in DER.
    package var der: [UInt8] { self.certificate.derBytes }
    /// The certificate in PEM.
    package var pem: String { self.certificate.pemText }
}

/// An authority with its key: it issues certificates and lists, and does no I/O.
package struct CertificateAuthority: Sendable {
    /// Its own certificate and key.
    package let identity: IssuedCertificate

    /// Takes up an authority again from its files.
    ///
    /// - Throws: `Problem` with `trust.syntax` where a file cannot be read, or they do not belong together.
    package init(certificate: Certificate, keyPEM: String) throws(Problem) {
        guard let key = try? Certificate.PrivateKey(pemEncoded: keyPEM), key.publicKey == certificate.publicKey else {
            throw TrustError(.fileSyntax).problem
        }
        self.identity = IssuedCertificate(certificate: certificate, key: key, keyPEM: keyPEM)
    }

    /// Makes a self-signed authority.
    ///
    /// - Throws: an error of the libraries where it cannot be made.
    package init(root request: LeafRequest) throws {
        self.identity = try Self.make(request, issuer: nil)
    }

    /// Makes an authority below another.
    ///
    /// - Throws: an error of the libraries where it cannot be made.
    package init(_ request: LeafRequest, below authority: CertificateAuthority) throws {
        self.identity = try Self.make(request, issuer: authority.identity)
    }

    /// Its certificate.
    package var certificate: Certificate { self.identity.certificate }

    /// Issues a certificate.
    ///
    /// - Throws: an error of the libraries where it cannot be made.
    package func issue(_ request: LeafRequest) throws -> IssuedCertificate {
        try Self.make(request, issuer: self.identity)
    }

    /// Issues a certificate for a key that only the asker holds; the kind of key of the request is not looked at.
    ///
    /// - Throws: an error of the libraries where it cannot be made.
    package func issue(_ request: LeafRequest, for key: Certificate.PublicKey) throws -> Certificate {
        try Self.certificate(request, for: key, by: self.identity.key, issuer: self.identity)
    }

    /// Writes the next full list: what the last one named, and what is revoked now.
    ///
    /// - Parameters:
    ///   - last: the list that this one follows; its number is one higher.
    ///   - revoking: what is revoked beside that.
    ///   - moment: when it is issued.
    ///   - days: until the next one is due.
    /// - Throws: an error of the libraries where it cannot be made.
    package func list(
        after last: RevocationList? = nil,
        revoking: [RevocationListBuilder.Revocation] = [],
        at moment: Instant,
        days: Int64
    ) throws -> RevocationList {
        var builder = RevocationListBuilder(
            issuer: self.certificate,
            number: last?.number?.next ?? SerialNumber(1),
            thisUpdate: moment,
            nextUpdate: moment.advanced(bySeconds: days * 86_400)
        )
        let new = Set(revoking.map(\.serial))
        builder.revocations = (last?.revocations ?? []).filter { !new.contains($0.serial) } + revoking
        return try RevocationList(parsing: builder.signed(with: self.identity.key))
    }

    private static func make(_ request: LeafRequest, issuer: IssuedCertificate?) throws -> IssuedCertificate {
        let (key, pem) = try request.reusing.map { ($0.key, $0.keyPEM) } ?? request.keyKind.generate()
        let signer = issuer?.key ?? key
        let certificate = try Self.certificate(request, for: key.publicKey, by: signer, issuer: issuer)
        return IssuedCertificate(certificate: certificate, key: key, keyPEM: pem)
    }

    private static func certificate(
        _ request: LeafRequest,
        for key: Certificate.PublicKey,
        by signer: Certificate.PrivateKey,
        issuer: IssuedCertificate?
    ) throws -> Certificate {
        guard let algorithm = request.algorithm ?? AllowedAlgorithm.preferred(for: signer) else {
            throw TrustError(.algorithm)
        }
        return try Certificate(
            version: request.version,
            serialNumber: request.serial ?? .random(),
            publicKey: key,
            notValidBefore: request.notBefore.certificateDate,
            notValidAfter: request.notAfter.certificateDate,
            issuer: issuer?.certificate.subject ?? request.subject,
            subject: request.subject,
            signatureAlgorithm: algorithm,
            extensions: try request.allExtensions(for: key, issuer: issuer?.key.publicKey),
            issuerPrivateKey: signer
        )
    }
}

extension RevocationList {
    /// What it names, in the order of serial numbers, as a builder takes it.
    package var revocations: [RevocationListBuilder.Revocation] {
        self.entries.sorted { $0.key < $1.key }.map {
            .init($0.key, at: $0.value.date, reason: $0.value.reason, invalidSince: $0.value.invalidSince)
        }
    }
}

extension Certificate.SerialNumber {
    /// Sixteen random octets, of which the first keeps the number positive and its length fixed.
    static func random() -> Self {
        var generator = SystemRandomNumberGenerator()
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        bytes[0] = bytes[0] & 0x3F | 0x40
        return Self(bytes: bytes)
    }
}

extension LeafRequest {
    fileprivate func allExtensions(
        for key: Certificate.PublicKey,
        issuer: Certificate.PublicKey?
    ) throws -> Certificate.Extensions {
        var all: [Certificate.Extension] = []
        if let constraints = self.basicConstraints { all.append(try .init(constraints, critical: true)) }
        if let usage = self.keyUsage { all.append(try .init(usage, critical: true)) }
        if let usages = self.extendedKeyUsages {
            all.append(try .init(ExtendedKeyUsage(usages), critical: self.hasCriticalExtendedKeyUsage))
        }
        if !self.names.isEmpty { all.append(try .init(SubjectAlternativeNames(self.names), critical: false)) }
        if self.hasKeyIdentifiers {
            let own = SubjectKeyIdentifier(hash: key)
            all.append(try .init(own, critical: false))
            let above = issuer.map { SubjectKeyIdentifier(hash: $0) } ?? own
            all.append(try .init(AuthorityKeyIdentifier(keyIdentifier: above.keyIdentifier), critical: false))
        }
        return try Certificate.Extensions(all + self.extensions)
    }
}
