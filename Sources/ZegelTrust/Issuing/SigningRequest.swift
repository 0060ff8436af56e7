// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509

/// A request for a certificate (PKCS#10, RFC 2986) whose signature proves that the asker holds the key.
package struct SigningRequest: Sendable {
    /// Whose certificate it shall be.
    package let subject: DistinguishedName
    /// The key that it shall be for.
    package let publicKey: Certificate.PublicKey
    /// The names for TLS that it asks for.
    package let names: [GeneralName]
    /// The exact bytes.
    package let der: [UInt8]

    /// Reads a request.
    ///
    /// - Throws: ``TrustError`` with `certificate.request` where it cannot be read, or another key signed it.
    package init(parsing der: [UInt8]) throws(TrustError) {
        guard let request = try? CertificateSigningRequest(derEncoded: der),
            request.publicKey.isValidSignature(request.signature, for: request)
        else { throw TrustError(.request) }
        do {
            let names = try request.attributes.extensionRequest?.extensions.subjectAlternativeNames
            self.names = names.map { Array($0) } ?? []
        } catch {
            throw TrustError(.request)
        }
        self.subject = request.subject
        self.publicKey = request.publicKey
        self.der = der
    }

    /// Makes a key of a kind and a request for a certificate for it, with the extensions that its job asks for.
    ///
    /// - Returns: the request, and the key in PKCS#8 PEM.
    /// - Throws: an error of the libraries where the key cannot be made, or a value cannot be written.
    package static func make(
        _ profile: CertificateProfile,
        subject: DistinguishedName,
        names: [GeneralName],
        keyKind: SigningKeyKind
    ) throws -> (request: SigningRequest, keyPEM: String) {
        let (key, pem) = try keyKind.generate()
        guard let algorithm = AllowedAlgorithm.preferred(for: key) else { throw TrustError(.algorithm) }
        var extensions: [Certificate.Extension] = [
            try .init(profile.keyUsage, critical: true),
            try .init(
                ExtendedKeyUsage(profile.extendedKeyUsages),
                critical: profile.hasCriticalExtendedKeyUsage
            ),
        ]
        if !names.isEmpty { extensions.append(try .init(SubjectAlternativeNames(names), critical: false)) }
        let asked = ExtensionRequest(extensions: try Certificate.Extensions(extensions))
        let request = try CertificateSigningRequest(
            version: .v1,
            subject: subject,
            privateKey: key,
            attributes: .init([.init(asked)]),
            signatureAlgorithm: algorithm
        )
        var serializer = DER.Serializer()
        try serializer.serialize(request)
        return (try SigningRequest(parsing: serializer.serializedBytes), pem)
    }

    /// The request as PEM.
    package var pemText: String { PEMFile.text(self.der, kind: "CERTIFICATE REQUEST") }
}
