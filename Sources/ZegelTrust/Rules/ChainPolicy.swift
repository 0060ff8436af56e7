// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
@_spi(DisableValidityCheck) import X509
import ZegelCore

/// Every rule that a chain must meet, in the order in which a failure is worth reporting.
///
/// The library's RFC 5280 policy comes after our own rules, which have a code each: what only it refuses is a name
/// outside of name constraints. Its own check of validity is off, since ``ChainRules`` makes the same one first.
struct ChainPolicy: VerifierPolicy, Sendable {
    let profile: CertificateProfile
    let moment: Instant
    let revocation: RevocationCheck

    /// The critical extensions that the rules enforce.
    ///
    /// The subject alternative name is held against name constraints.
    static let understood: [ASN1ObjectIdentifier] = [
        .X509ExtensionID.basicConstraints, .X509ExtensionID.nameConstraints, .X509ExtensionID.keyUsage,
        .X509ExtensionID.extendedKeyUsage, .X509ExtensionID.subjectAlternativeName,
    ]

    var verifyingCriticalExtensions: [ASN1ObjectIdentifier] { Self.understood }

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
        do throws(TrustError) {
            try self.check(Array(chain))
            if case .failsToMeetPolicy = self.standard.chainMeetsPolicyRequirements(chain: chain) {
                throw TrustError(.nameConstraints)
            }
            try LeafRules.check(chain.leaf, for: self.profile)
            _ = try self.revocation.lists(for: Array(chain))
            return .meetsPolicy
        } catch {
            // A reason is a text; the code is a text that can be turned back.
            let code = error.code.rawValue
            return .failsToMeetPolicy(reason: code)
        }
    }

    private var standard: RFC5280Policy { .withValidityCheckDisabled() }

    private func check(_ chain: [Certificate]) throws(TrustError) {
        try ChainRules.checkVersions(of: chain)
        try ChainRules.checkValidity(of: chain, at: self.moment)
        try ChainRules.checkAlgorithms(of: chain)
        try ChainRules.checkAuthorities(of: chain, for: self.profile)
    }
}

extension Certificate {
    /// Whether it has a critical extension that no rule enforces.
    var hasUnknownCriticalExtension: Bool {
        self.extensions.contains { $0.critical && !ChainPolicy.understood.contains($0.oid) }
    }
}
