// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import X509
import ZegelCore

/// The rules for the certificate itself: what job its key has, and whose it is.
enum LeafRules {
    static func check(_ leaf: Certificate, for profile: CertificateProfile) throws(TrustError) {
        switch Result(catching: { try leaf.extensions.basicConstraints }) {
        case .success(.none), .success(.notCertificateAuthority): ()
        case .success(.isCertificateAuthority), .failure: throw TrustError(.basicConstraints)
        }
        try profile.check(try? leaf.extensions.keyUsage)
        let isCritical = leaf.extensions[oid: .X509ExtensionID.extendedKeyUsage]?.critical ?? false
        try profile.check(ChainRules.extendedKeyUsage(of: leaf), isCritical: isCritical)
        try self.checkHolder(of: leaf, for: profile)
        if profile == .server { try self.checkServerName(of: leaf) }
        if profile.hasOIN { _ = try leaf.subject.organisationNumber() }
    }

    /// The pseudonym marks a release certificate, and nothing else may carry it.
    private static func checkHolder(of leaf: Certificate, for profile: CertificateProfile) throws(TrustError) {
        let pseudonyms = leaf.subject.texts(of: DistinguishedName.pseudonym)
        guard profile == .release else {
            guard pseudonyms.isEmpty else { throw TrustError(.profile) }
            return
        }
        // RFC 5280 appendix A: at most 128 characters.
        guard pseudonyms.count == 1, let pseudonym = pseudonyms[0], (1...128).contains(pseudonym.unicodeScalars.count)
        else { throw TrustError(.pseudonym) }
    }

    private static func checkServerName(of leaf: Certificate) throws(TrustError) {
        guard let names = try? leaf.extensions.subjectAlternativeNames, !names.isEmpty else {
            throw TrustError(.serverName)
        }
    }
}
