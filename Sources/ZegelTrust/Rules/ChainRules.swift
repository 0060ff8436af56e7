// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import X509
import ZegelCore

/// The rules for every certificate of a chain, from the leaf to the anchor.
enum ChainRules {
    /// RSA above this size only costs time.
    private static let rsaBits = 3_072...8_192

    /// Only version 3 has the extensions that all other rules need.
    static func checkVersions(of chain: [Certificate]) throws(TrustError) {
        guard chain.allSatisfy({ $0.version == .v3 }) else { throw TrustError(.version) }
    }

    /// Validity at the moment, anchor included (RFC 5280 §4.1.2.5: both ends belong to it).
    static func checkValidity(of chain: [Certificate], at moment: Instant) throws(TrustError) {
        for certificate in chain {
            guard moment >= certificate.begin else { throw TrustError(.notYetValid) }
            guard moment.wholeSeconds <= certificate.end.wholeSeconds else { throw TrustError(.expired) }
        }
    }

    /// Keys of all; signatures of all but the anchor, whose own signature proves nothing.
    static func checkAlgorithms(of chain: [Certificate]) throws(TrustError) {
        for certificate in chain {
            guard self.isAllowed(certificate.publicKey) else { throw TrustError(.keySize) }
        }
        guard chain.dropLast().allSatisfy({ AllowedAlgorithm.identifier($0.signatureAlgorithm) != nil }) else {
            throw TrustError(.algorithm)
        }
    }

    /// Issuers are authorities: basicConstraints, keyCertSign, path length, and an extended key usage that fits the job.
    static func checkAuthorities(of chain: [Certificate], for profile: CertificateProfile) throws(TrustError) {
        guard chain.count > 1 else { throw TrustError(.basicConstraints) }
        var authoritiesBelow = 0
        for authority in chain.dropFirst() {
            guard case .isCertificateAuthority(let pathLength)? = try? authority.extensions.basicConstraints else {
                throw TrustError(.basicConstraints)
            }
            if let pathLength, pathLength < authoritiesBelow { throw TrustError(.pathLength) }
            guard authority.maySignCertificates else { throw TrustError(.keyUsage) }
            // Self-issued certificates do not count (RFC 5280 §4.2.1.9).
            if authority.issuer != authority.subject { authoritiesBelow += 1 }
        }
        for authority in chain.dropFirst().dropLast() {
            try profile.check(ofAuthority: ChainRules.extendedKeyUsage(of: authority))
        }
    }

    /// The extended key usage; one that cannot be read is refused, not taken for absent.
    static func extendedKeyUsage(of certificate: Certificate) throws(TrustError) -> ExtendedKeyUsage? {
        do {
            return try certificate.extensions.extendedKeyUsage
        } catch {
            throw TrustError(.extendedKeyUsage)
        }
    }

    private static func isAllowed(_ key: Certificate.PublicKey) -> Bool {
        if P256.Signing.PublicKey(key) != nil || P384.Signing.PublicKey(key) != nil { return true }
        guard let rsa = _RSA.Signing.PublicKey(key) else { return false }
        return self.rsaBits.contains(rsa.keySizeInBits)
    }
}

extension Certificate {
    /// Whether it is marked as an authority.
    var isAuthority: Bool {
        guard case .isCertificateAuthority? = try? self.extensions.basicConstraints else { return false }
        return true
    }

    /// Whether its key may sign certificates.
    var maySignCertificates: Bool { (try? self.extensions.keyUsage)?.keyCertSign ?? false }
}
