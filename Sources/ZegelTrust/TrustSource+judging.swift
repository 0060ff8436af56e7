// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

extension TrustSource {
    /// The most certificates that may be presented beside a leaf.
    static let maximumIntermediates = 8

    /// Judges a certificate for a job at a moment.
    ///
    /// - Parameters:
    ///   - leaf: the certificate that is judged.
    ///   - intermediates: what was presented with it; none of it is trusted by itself.
    ///   - profile: the job that it claims.
    ///   - moment: when it must be valid and not revoked.
    ///   - view: whether the moment is now, or lies in the past (offline verification).
    ///   - grace: seconds after nextUpdate for which a list still counts.
    package func judge(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile,
        at moment: Instant,
        view: RevocationView,
        grace: Int64
    ) async -> TrustVerdict {
        guard !leaf.hasUnknownCriticalExtension else { return .refused(TrustError(.criticalExtension)) }
        let authorities = self.anchors + self.rooted
        let presented = intermediates.filter { $0 != leaf && !authorities.contains($0) }
        guard presented.count <= Self.maximumIntermediates else { return .refused(TrustError(.tooManyIntermediates)) }
        let rooted = self.rooted + Self.rooted(presented, in: authorities)
        let revocation = RevocationCheck(lists: self.listsByIssuer, moment: moment, view: view, grace: grace)
        let policy = ChainPolicy(profile: profile, moment: moment, revocation: revocation)
        var verifier = Verifier(rootCertificates: self.anchorStore) { policy }
        switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(rooted)) {
        case .validCertificate(let chain):
            return Self.verdict(Array(chain), policy)
        case .couldNotValidate(let failures):
            // Without a candidate although an authority under an anchor signed it: the builder left one out.
            let isSigned = (self.anchors + rooted).contains { $0.hasSigned(leaf) }
            return Self.verdict(failures, otherwise: isSigned ? .criticalExtension : .untrusted)
        }
    }

    private static func verdict(_ chain: [Certificate], _ policy: ChainPolicy) -> TrustVerdict {
        do throws(TrustError) {
            return .trusted(
                TrustedCertificate(
                    chain: chain,
                    lists: try policy.revocation.lists(for: chain),
                    oin: try chain[0].subject.organisationNumber(),
                    profile: policy.profile,
                    grace: policy.revocation.grace
                )
            )
        } catch {
            return error.code.isAboutRevocation ? .undecided(error) : .refused(error)
        }
    }

    /// One verdict from all chains that failed: revoked by any is revoked, then undecided, then the first refusal.
    private static func verdict(
        _ failures: [CertificateValidationResult.PolicyFailure],
        otherwise: TrustError.Code
    ) -> TrustVerdict {
        let codes = failures.compactMap { TrustError.Code(rawValue: $0.policyFailureReason.description) }
        if codes.contains(.revoked) { return .refused(TrustError(.revoked)) }
        if let code = codes.first(where: \.isAboutRevocation) { return .undecided(TrustError(code)) }
        return .refused(TrustError(codes.first ?? otherwise))
    }
}
