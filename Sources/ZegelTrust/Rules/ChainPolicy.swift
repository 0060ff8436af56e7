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
    /// The job; `nil` where only the chain is judged.
    let profile: CertificateProfile?
    let moment: Instant
    /// What each anchor is allowed.
    let terms: [Certificate: AnchorTerms]
    /// Whether it is revoked; `nil` where that is not asked.
    let revocation: RevocationCheck?

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
            if let profile = self.profile { try self.check(chain.leaf, for: profile, under: Array(chain)) }
            _ = try self.revocation?.evidence(for: Array(chain), terms: self.terms(of: Array(chain)).status)
            return .meetsPolicy
        } catch {
            // A reason is a text; this one can be turned back.
            let reason = error.reason
            return .failsToMeetPolicy(reason: reason)
        }
    }

    private var standard: RFC5280Policy { .withValidityCheckDisabled() }

    private func terms(of chain: [Certificate]) -> AnchorTerms {
        chain.last.flatMap { self.terms[$0] } ?? AnchorTerms()
    }

    private func check(_ chain: [Certificate]) throws(TrustError) {
        // An anchor may be looked at by itself, but is no certificate of anyone.
        guard chain.count > 1 || self.profile == nil else { throw TrustError(.basicConstraints, at: 0) }
        try ChainRules.checkVersions(of: chain)
        try ChainRules.checkValidity(of: chain, at: self.moment)
        try ChainRules.checkAlgorithms(of: chain, by: self.terms(of: chain))
        try ChainRules.checkAuthorities(of: chain)
        if let profile = self.profile { try ChainRules.checkPurposes(of: chain, for: profile) }
    }

    private func check(
        _ leaf: Certificate,
        for profile: CertificateProfile,
        under chain: [Certificate]
    ) throws(TrustError) {
        try LeafRules.check(leaf, for: profile)
        guard profile.hasOIN, let allowed = self.terms(of: chain).organisations else { return }
        guard allowed.contains(try leaf.subject.organisationNumber()) else { throw TrustError(.issuer, at: 0) }
    }
}

extension TrustError {
    /// The code and the position as one text.
    fileprivate var reason: String { self.position.map { "\(self.code.rawValue) \($0)" } ?? self.code.rawValue }

    /// The error that a policy gave as its reason, or `nil` where it is the library's own.
    init?(reason: String) {
        let parts = reason.split(separator: " ")
        guard (1...2).contains(parts.count), let code = Code(rawValue: String(parts[0])) else { return nil }
        self.init(code, at: parts.count == 2 ? Int(parts[1]) : nil)
    }
}

extension Certificate {
    /// Whether it has a critical extension that no rule enforces.
    var hasUnknownCriticalExtension: Bool {
        self.extensions.contains { $0.critical && !ChainPolicy.understood.contains($0.oid) }
    }
}
