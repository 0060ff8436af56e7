// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509

/// The job of a key.
///
/// The rules of each job stand here once, for issuing and for judging. TLS and signing exclude each other: a certificate with
/// clientAuth or serverAuth never seals or releases. A release certificate is marked by the X.520 attribute `pseudonym` in its
/// subject, which a seal certificate never has.
package enum CertificateProfile: String, Hashable, Sendable, CaseIterable {
    /// An organisation's system connects.
    case client
    /// A server answers.
    case server
    /// An organisation or a server seals and makes statements.
    case seal
    /// A second person of an organisation releases.
    case release
    /// An authority for time-stamps signs them (RFC 3161); it need not be an organisation with a number.
    case tsa

    /// Whether the certificate names an organisation by its number.
    var hasOIN: Bool { self != .tsa }

    /// The key usage that a certificate of this job is issued with.
    package var keyUsage: KeyUsage {
        switch self {
        case .client, .server, .tsa: KeyUsage(digitalSignature: true)
        case .seal, .release: KeyUsage(digitalSignature: true, nonRepudiation: true)
        }
    }

    /// The extended key usage that a certificate of this job is issued with.
    ///
    /// `emailProtection` is what the default purpose of `openssl cms -verify` asks for; `documentSigning` (RFC 9336)
    /// says what the key is for.
    package var extendedKeyUsages: [ExtendedKeyUsage.Usage] {
        switch self {
        case .client: [.clientAuth]
        case .server: [.serverAuth]
        case .seal, .release: [.emailProtection, .documentSigning]
        case .tsa: [.timeStamping]
        }
    }

    /// Whether the extended key usage is critical, as RFC 3161 §2.3 asks for.
    package var hasCriticalExtendedKeyUsage: Bool { self == .tsa }

    /// Whether a certificate has what the job asks for: usage of the key, names, number; its chain is not looked at.
    package func fits(_ leaf: Certificate) -> Bool {
        do throws(TrustError) {
            try LeafRules.check(leaf, for: self)
            return true
        } catch {
            return false
        }
    }

    /// Checks the key usage of a leaf: present, right for the job, and not that of an authority.
    func check(_ usage: KeyUsage?) throws(TrustError) {
        guard let usage, !usage.keyCertSign, !usage.cRLSign else { throw TrustError(.keyUsage) }
        let isEnough =
            switch self {
            case .client, .server: usage.digitalSignature
            case .seal, .release: usage.nonRepudiation
            case .tsa: usage.digitalSignature || usage.nonRepudiation
            }
        guard isEnough else { throw TrustError(.keyUsage) }
    }

    /// Checks the extended key usage of a leaf.
    ///
    /// TLS certificates must name their job. Signing certificates may leave the extension out; where it is present it
    /// may name signing alone, which keeps keys with other jobs (time-stamps, OCSP, code) out as well. A time-stamp authority's key
    /// does nothing else, and says so in a critical extension.
    func check(_ usages: ExtendedKeyUsage?, isCritical: Bool) throws(TrustError) {
        let fits =
            switch self {
            case .client: usages?.contains(.clientAuth) ?? false
            case .server: usages?.contains(.serverAuth) ?? false
            case .seal, .release: usages?.allSatisfy(Self.signing.contains) ?? true
            case .tsa: isCritical && usages.map { $0.elementsEqual([.timeStamping]) } ?? false
            }
        guard fits else { throw TrustError(.extendedKeyUsage) }
    }

    /// Checks the extended key usage of an authority, which limits what it may issue where it is present.
    func check(ofAuthority usages: ExtendedKeyUsage?) throws(TrustError) {
        guard let usages, !usages.contains(.any) else { return }
        let wanted: [ExtendedKeyUsage.Usage] =
            switch self {
            case .client: [.clientAuth]
            case .server: [.serverAuth]
            case .seal, .release: Self.signing
            case .tsa: [.timeStamping]
            }
        guard usages.contains(where: wanted.contains) else { throw TrustError(.extendedKeyUsage) }
    }

    private static let signing: [ExtendedKeyUsage.Usage] = [
        .emailProtection, .documentSigning, .init(oid: [1, 3, 6, 1, 4, 1, 311, 10, 3, 12]),
    ]
}

extension ExtendedKeyUsage.Usage {
    /// The key signs documents (RFC 9336).
    package static let documentSigning = Self(oid: [1, 3, 6, 1, 5, 5, 7, 3, 36])
}
