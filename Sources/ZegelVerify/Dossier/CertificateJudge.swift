// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import FoundationEssentials
import X509
import ZegelCore
import ZegelTrust

/// Judges certificates for evidence: at the moment that counts, by the lists that are at hand.
final class CertificateJudge: Sendable {
    private let source: TrustSource
    private let lists: [RevocationList]
    private let answers: [StatusAnswer]
    private let grace: Int64
    private let kept = KeptJudgements()

    /// Makes a judge.
    ///
    /// - Parameters:
    ///   - source: Who may be an authority, with all certificates at hand.
    ///   - lists: The lists at hand, older and newer; each counts once the authority that signed it is at hand too.
    ///   - answers: What responders said, as lists.
    ///   - grace: Seconds after its next update for which a list still counts.
    init(source: TrustSource, lists: [RevocationList], answers: [StatusAnswer] = [], grace: Int64) {
        self.source = source.adding(certificates: [], lists: lists, answers: answers)
        self.lists = lists
        self.answers = answers
        self.grace = grace
    }

    /// Judges the maker of a signature at a moment that someone else's signature proves.
    ///
    /// A newer list that dates the revocation before that moment counts, whatever an older one said.
    func judge(
        _ signature: VerifiedSignature,
        as profile: CertificateProfile,
        at moment: Instant
    ) async throws(Finding) -> TrustedCertificate {
        try await self.judged(signature, profile, moment).certificate
    }

    /// A certificate that was good at a moment, and from when a list at hand counts one of its chain as revoked.
    private struct Judged {
        let certificate: TrustedCertificate
        let revocation: Instant?

        /// The end of the validity of the chain.
        var end: Instant {
            self.certificate.chain.map { Instant($0.notValidAfter) }.min() ?? self.certificate.validUntil
        }
    }

    private func judged(
        _ signature: VerifiedSignature,
        _ profile: CertificateProfile,
        _ moment: Instant
    ) async throws(Finding) -> Judged {
        if let known = self.kept.trusted(signature, profile, at: moment) {
            return Judged(certificate: known, revocation: nil)
        }
        let source = self.source(with: signature)
        let verdict = await source.judge(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: profile,
            at: moment,
            view: .historical,
            grace: self.grace
        )
        switch verdict {
        case .trusted(let certificate):
            let revocation = Self.revocation(of: certificate.chain, in: source)
            if revocation == nil {
                let points = source.turningPoints(with: signature.certificates, grace: self.grace)
                self.kept.keep(certificate, signature, at: moment, turningPoints: points)
            }
            return Judged(certificate: certificate, revocation: revocation)
        case .refused(let error), .undecided(let error): throw Finding(error)
        }
    }

    /// The authorities at hand, those that a signature brings along included, and the lists that they signed.
    private func source(with signature: VerifiedSignature) -> TrustSource {
        self.source.adding(
            certificates: signature.certificates.filter { $0 != signature.signer },
            lists: self.lists,
            answers: self.answers
        )
    }

    /// Judges the maker of a statement, which is younger than the lists that the dossier brings.
    ///
    /// - Parameters:
    ///   - signature: The signature, verified.
    ///   - profile: The job of the signer's key.
    ///   - moment: When it was made.
    ///   - sealed: When the lists were fresh; they decide where there is none that is fresh at the moment itself.
    func judge(
        _ signature: VerifiedSignature,
        as profile: CertificateProfile,
        at moment: Instant,
        listsFreshAt sealed: Instant
    ) async throws(Finding) -> TrustedCertificate {
        try await self.judged(signature, profile, moment, sealed).certificate
    }

    private func judged(
        _ signature: VerifiedSignature,
        _ profile: CertificateProfile,
        _ moment: Instant,
        _ sealed: Instant
    ) async throws(Finding) -> Judged {
        do throws(Finding) {
            return try await self.judged(signature, profile, moment)
        } catch  where error.code == .noRevocationData {
            let judged = try await self.judged(signature, profile, sealed)
            guard moment <= judged.end else {
                throw .failed(.expired, "A certificate of the chain expired at \(judged.end).")
            }
            if let revocation = judged.revocation, revocation <= moment {
                throw .failed(.revoked, "A certificate of the chain was revoked at \(revocation).")
            }
            return judged
        } catch {
            throw error
        }
    }

    /// Judges a server's signature, for which nothing proves when it was made but its own word: there is no time but now.
    ///
    /// - Parameters:
    ///   - signature: The signature, verified.
    ///   - claimed: When it says that it was made; lists count that were fresh then.
    ///   - sealed: When the lists of the dossier were fresh.
    ///   - now: The time at which it is judged.
    func judgeServer(
        _ signature: VerifiedSignature,
        claimed: Instant,
        listsFreshAt sealed: Instant,
        now: Instant
    ) async throws(Finding) -> TrustedCertificate {
        guard claimed <= now.advanced(bySeconds: Int64(Limits().clockSkew)) else {
            throw .undecided(.notYetValid, "It says \(claimed), which lies after \(now).")
        }
        let judged = try await self.judged(signature, .seal, claimed, sealed)
        if let revocation = judged.revocation, revocation <= now {
            throw .undecided(
                .noProof,
                "The certificate was revoked at \(revocation); nothing but its own clock says that it signed before."
            )
        }
        guard now <= judged.end else {
            throw .undecided(
                .noProof,
                "The certificate expired at \(judged.end); nothing but its own clock says that it signed before."
            )
        }
        return judged.certificate
    }

    /// Judges the authority of a time-stamp at the time that it states.
    ///
    /// - Parameter now: A later time at which its key must still be good, for until then nothing but its own word says when it stamped.
    func judgeTimestamp(
        _ signature: VerifiedSignature,
        at moment: Instant,
        now: Instant
    ) async throws(Finding) {
        let source = self.source(with: signature)
        let verdict = await source.validate(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: .tsa,
            at: moment,
            view: .historical,
            grace: self.grace
        )
        switch verdict {
        case .refused(let error), .undecided(let error): throw Finding(error)
        case .trusted(let chain):
            let end = chain.certificates.map { Instant($0.notValidAfter) }.min() ?? chain.validUntil
            let revocation = Self.revocation(of: chain.certificates, in: source)
            guard now <= end, revocation.map({ now < $0 }) ?? true else {
                throw .undecided(
                    .noProof,
                    "The key of the time-stamp is expired or revoked, and nothing proves its time."
                )
            }
        }
    }

    /// Judges the maker of a bare container now.
    func judgeNow(_ signature: VerifiedSignature, at now: Instant) async throws(Finding) -> TrustedCertificate {
        do throws(Finding) {
            return try await self.judge(signature, as: .seal, at: now)
        } catch  where error.code == .expired || error.code == .revoked {
            let signed = Instant(milliseconds: signature.signingTime * 1_000)
            let revocation = Self.revocation(of: [signature.signer], in: self.source(with: signature))
            if let revocation, revocation <= signed { throw error }
            throw .undecided(.noProof, "\(error.detail) Nothing proves that it signed before.")
        } catch {
            throw error
        }
    }

    /// The earliest moment from which a list or answer at hand counts a certificate of the chain as revoked.
    private static func revocation(of chain: [Certificate], in source: TrustSource) -> Instant? {
        chain.flatMap { source.revocations(of: $0) }.min()
    }
}

extension Finding {
    /// What a refusal of a certificate means for evidence.
    init(_ error: TrustError) {
        let detail = "\(error)"
        switch error.code {
        case .revoked: self = .failed(.revoked, detail)
        case .expired: self = .failed(.expired, detail)
        case .notYetValid: self = .failed(.notYetValid, detail)
        case .keyUsage, .extendedKeyUsage, .profile, .pseudonym, .oinMissing, .oinRepeated, .oinInvalid:
            self = .failed(.chainConstraints, detail)
        case .algorithm, .keySize: self = .undecided(.cryptoConstraints, detail)
        case .untrusted: self = .undecided(.noChain, detail)
        case .listMissing, .listStale, .listNotYetValid, .answerMissing, .answerStale, .answerNotYetValid,
            .answerResponder:
            self = .undecided(.noRevocationData, detail)
        default: self = .undecided(.chain, detail)
        }
    }
}

extension Instant {
    /// The moment of a certificate's date, in whole seconds.
    init(_ date: Date) { self.init(milliseconds: Int64(date.timeIntervalSince1970.rounded()) * 1_000) }
}
