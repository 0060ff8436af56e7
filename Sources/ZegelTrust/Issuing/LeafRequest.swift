// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509
package import ZegelCore

/// What a certificate shall say.
///
/// The initialisers fill in what its job asks for; every field may be changed after.
package struct LeafRequest: Sendable {
    /// Whose it is.
    package var subject: DistinguishedName
    /// The first moment of its validity.
    package var notBefore: Instant
    /// The last moment of its validity.
    package var notAfter: Instant
    /// The key that is made for it.
    package var keyKind: SigningKeyKind = .p256
    /// The certificate whose key it is made for instead of a new one.
    package var reusing: IssuedCertificate?
    /// The version of the format.
    package var version: Certificate.Version = .v3
    /// The serial number; `nil` draws one.
    package var serial: Certificate.SerialNumber?
    /// Whether it is an authority; `nil` leaves the extension out.
    package var basicConstraints: BasicConstraints? = .notCertificateAuthority
    /// What the key may do; `nil` leaves the extension out.
    package var keyUsage: KeyUsage?
    /// What the key is for; `nil` leaves the extension out.
    package var extendedKeyUsages: [ExtendedKeyUsage.Usage]?
    /// Whether what the key is for is a critical extension.
    package var hasCriticalExtendedKeyUsage = false
    /// Names for TLS; none leaves the extension out.
    package var names: [GeneralName] = []
    /// Whether subject and issuer keys are identified.
    package var hasKeyIdentifiers = true
    /// Further extensions.
    package var extensions: [Certificate.Extension] = []
    /// The signature algorithm; `nil` takes the default of the issuer's key.
    package var algorithm: Certificate.SignatureAlgorithm?

    /// A certificate for a job, valid for two years, on P-256.
    ///
    /// - Parameters:
    ///   - profile: the job.
    ///   - organisation: the organisation's name.
    ///   - oin: the organisation's number.
    ///   - commonName: the common name; `nil` takes the organisation's.
    ///   - pseudonym: of the holder of a release certificate.
    ///   - names: the names of a server; `nil` takes `localhost` and the loopback addresses.
    ///   - moment: when its validity begins.
    /// - Throws: an error of the library where a value cannot be written.
    package init(
        _ profile: CertificateProfile,
        organisation: String,
        oin: OIN,
        commonName: String? = nil,
        pseudonym: String? = nil,
        names: [GeneralName]? = nil,
        from moment: Instant
    ) throws {
        let subject = try DistinguishedName.subject(
            organisation: organisation,
            oin: oin,
            commonName: commonName ?? organisation,
            pseudonym: profile == .release ? pseudonym ?? "releaser-1" : pseudonym
        )
        self.init(
            profile,
            subject: subject,
            names: names ?? (profile == .server ? Self.loopback : []),
            from: moment,
            until: moment.advanced(bySeconds: 2 * Self.year)
        )
    }

    /// A certificate for a job and a subject.
    ///
    /// - Parameters:
    ///   - profile: the job.
    ///   - subject: whose it is.
    ///   - names: the names of a server.
    ///   - moment: when its validity begins.
    ///   - end: when its validity ends.
    package init(
        _ profile: CertificateProfile,
        subject: DistinguishedName,
        names: [GeneralName],
        from moment: Instant,
        until end: Instant
    ) {
        self.subject = subject
        self.notBefore = moment
        self.notAfter = end
        self.keyUsage = profile.keyUsage
        self.extendedKeyUsages = profile.extendedKeyUsages
        self.hasCriticalExtendedKeyUsage = profile.hasCriticalExtendedKeyUsage
        self.names = names
    }

    /// An authority, on P-256.
    ///
    /// - Parameters:
    ///   - commonName: its name.
    ///   - pathLength: how many authorities may stand below it; `nil` for any number.
    ///   - moment: when its validity begins.
    ///   - years: how long it lasts.
    /// - Throws: an error of the library where a value cannot be written.
    package init(authority commonName: String, pathLength: Int?, from moment: Instant, years: Int64) throws {
        self.subject = try DistinguishedName([
            try .init(type: .RDNAttributeType.countryName, printableString: "NL"),
            .init(type: .RDNAttributeType.organizationName, utf8String: "Zegel trial"),
            .init(type: .RDNAttributeType.commonName, utf8String: commonName),
        ])
        self.notBefore = moment
        self.notAfter = moment.advanced(bySeconds: years * Self.year)
        self.basicConstraints = .isCertificateAuthority(maxPathLength: pathLength)
        self.keyUsage = KeyUsage(keyCertSign: true, cRLSign: true)
    }

    /// A year of certificates, in seconds: 365 days and 6 hours.
    static let year: Int64 = 31_557_600

    private static let loopback: [GeneralName] = [
        .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
        .ipAddress(ASN1OctetString(contentBytes: ArraySlice([UInt8](repeating: 0, count: 15) + [1]))),
    ]
}
