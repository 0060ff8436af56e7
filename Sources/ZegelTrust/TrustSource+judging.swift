// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

extension TrustSource {
    /// The most certificates that may be presented beside a leaf.
    static let maximumIntermediates = 8

    /// Judges a certificate of an organisation for a job at a moment.
    ///
    /// The parameters are those of ``validate(leaf:intermediates:profile:at:view:grace:)``.
    package func judge(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile,
        at moment: Instant,
        view: RevocationView,
        grace: Int64
    ) async -> TrustVerdict {
        let verdict = await self.validate(
            leaf: leaf,
            intermediates: intermediates,
            profile: profile,
            at: moment,
            view: view,
            grace: grace
        )
        return Self.identified(verdict, profile)
    }

    /// The same verdict with the organisation that the certificate names, which it must.
    static func identified(_ verdict: Verdict<ValidatedChain>, _ profile: CertificateProfile) -> TrustVerdict {
        switch verdict {
        case .trusted(let chain):
            do throws(TrustError) {
                let oin = try chain.leaf.subject.organisationNumber()
                return .trusted(TrustedCertificate(chain, oin: oin, profile: profile))
            } catch {
                return .refused(error)
            }
        case .refused(let error): return .refused(error)
        case .undecided(let error): return .undecided(error)
        }
    }

    /// Judges a chain at a moment, without asking whose certificate it is.
    ///
    /// - Parameters:
    ///   - leaf: the certificate that is judged.
    ///   - intermediates: what was presented with it; none of it is trusted by itself.
    ///   - profile: the job that it claims; `nil` judges the chain alone.
    ///   - moment: when it must be valid and not revoked.
    ///   - view: whether the moment is now, or lies in the past (offline verification).
    ///   - grace: seconds after nextUpdate for which a list still counts.
    package func validate(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile?,
        at moment: Instant,
        view: RevocationView,
        grace: Int64
    ) async -> Verdict<ValidatedChain> {
        let revocation = RevocationCheck(
            lists: self.listsByIssuer,
            statuses: self.statuses,
            moment: moment,
            view: view,
            grace: grace
        )
        switch await self.chain(leaf, intermediates, profile, moment, revocation) {
        case .trusted(let chain):
            do throws(TrustError) {
                let evidence = try revocation.evidence(for: chain, terms: self.statusTerms(of: chain))
                return .trusted(ValidatedChain(chain, evidence))
            } catch {
                return Verdict(error)
            }
        case .refused(let error): return .refused(error)
        case .undecided(let error): return .undecided(error)
        }
    }

    /// What the anchor of a chain asks for about answers of responders.
    func statusTerms(of chain: [Certificate]) -> StatusTerms? { chain.last.flatMap { self.terms[$0]?.status } }

    /// The chain of a certificate that keeps all rules.
    ///
    /// - Parameter revocation: Whether it is revoked; `nil` where that is not asked.
    func chain(
        _ leaf: Certificate,
        _ intermediates: [Certificate],
        _ profile: CertificateProfile?,
        _ moment: Instant,
        _ revocation: RevocationCheck?
    ) async -> Verdict<[Certificate]> {
        guard !leaf.hasUnknownCriticalExtension else { return .refused(TrustError(.criticalExtension, at: 0)) }
        let authorities = self.anchors + self.rooted
        let presented = intermediates.filter { $0 != leaf && !authorities.contains($0) }
        guard presented.count <= Self.maximumIntermediates else { return .refused(TrustError(.tooManyIntermediates)) }
        let rooted = self.rooted + Self.rooted(presented, in: authorities)
        let policy = ChainPolicy(profile: profile, moment: moment, terms: self.terms, revocation: revocation)
        var verifier = Verifier(rootCertificates: self.anchorStore) { policy }
        switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(rooted)) {
        case .validCertificate(let found): return .trusted(Array(found))
        case .couldNotValidate(let failures):
            // Without a candidate although an authority under an anchor signed it: the builder left one out.
            let isSigned = (self.anchors + rooted).contains { $0.hasSigned(leaf) }
            return Self.verdict(failures, otherwise: TrustError(isSigned ? .criticalExtension : .untrusted))
        }
    }

    /// One verdict from all chains that failed: revoked by any is revoked, then undecided, then the first refusal.
    private static func verdict(
        _ failures: [CertificateValidationResult.PolicyFailure],
        otherwise: TrustError
    ) -> Verdict<[Certificate]> {
        let errors = failures.compactMap { TrustError(reason: $0.policyFailureReason.description) }
        let worst = errors.first { $0.code == .revoked } ?? errors.first { $0.code.isAboutRevocation }
        return Verdict(worst ?? errors.first ?? otherwise)
    }
}
