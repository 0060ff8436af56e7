// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import X509
import ZegelCore

/// The rules for every certificate of a chain, from the leaf to the anchor.
enum ChainRules {
    /// Only version 3 has the extensions that all other rules need.
    static func checkVersions(of chain: [Certificate]) throws(TrustError) {
        for (position, certificate) in chain.enumerated() where certificate.version != .v3 {
            throw TrustError(.version, at: position)
        }
    }

    /// Validity at the moment, anchor included (RFC 5280 §4.1.2.5: both ends belong to it).
    static func checkValidity(of chain: [Certificate], at moment: Instant) throws(TrustError) {
        for (position, certificate) in chain.enumerated() {
            guard moment >= certificate.begin else { throw TrustError(.notYetValid, at: position) }
            guard moment.wholeSeconds <= certificate.end.wholeSeconds else { throw TrustError(.expired, at: position) }
        }
    }

    /// Keys of all; signatures of all but the anchor, whose own signature proves nothing.
    static func checkAlgorithms(of chain: [Certificate], by terms: AnchorTerms) throws(TrustError) {
        for (position, certificate) in chain.enumerated() {
            guard terms.allows(certificate.publicKey) else { throw TrustError(.keySize, at: position) }
        }
        for (position, certificate) in chain.dropLast().enumerated() {
            guard AllowedAlgorithm.identifier(certificate.signatureAlgorithm) != nil else {
                throw TrustError(.algorithm, at: position)
            }
        }
    }

    /// Issuers are authorities: basicConstraints, keyCertSign, path length.
    static func checkAuthorities(of chain: [Certificate]) throws(TrustError) {
        var authoritiesBelow = 0
        for (position, authority) in chain.enumerated().dropFirst() {
            guard case .isCertificateAuthority(let pathLength)? = try? authority.extensions.basicConstraints else {
                throw TrustError(.basicConstraints, at: position)
            }
            if let pathLength, pathLength < authoritiesBelow { throw TrustError(.pathLength, at: position) }
            guard authority.maySignCertificates else { throw TrustError(.keyUsage, at: position) }
            // Self-issued certificates do not count (RFC 5280 §4.2.1.9).
            if authority.issuer != authority.subject { authoritiesBelow += 1 }
        }
    }

    /// An extended key usage of an authority below the anchor fits the job.
    static func checkPurposes(of chain: [Certificate], for profile: CertificateProfile) throws(TrustError) {
        for (position, authority) in chain.enumerated().dropFirst().dropLast() {
            do throws(TrustError) {
                try profile.check(ofAuthority: self.extendedKeyUsage(of: authority))
            } catch {
                throw TrustError(error.code, at: position)
            }
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
}

extension AnchorTerms {
    /// Whether a key under the anchor is strong enough.
    func allows(_ key: Certificate.PublicKey) -> Bool {
        if P256.Signing.PublicKey(key) != nil { return self.curves.contains(.p256) }
        if P384.Signing.PublicKey(key) != nil { return self.curves.contains(.p384) }
        guard let rsa = _RSA.Signing.PublicKey(key) else { return false }
        return (self.minimumRSABits...Self.rsaBounds.upperBound).contains(rsa.keySizeInBits)
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
