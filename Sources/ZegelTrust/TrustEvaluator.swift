// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import X509
package import ZegelCore

/// Judges certificates with live revocation and remembers the good ones until their time is up.
///
/// What was refused or undecided is judged anew each time: a fresh list or a renewed certificate then counts at once.
package final class TrustEvaluator: Sendable {
    /// Seconds after the nextUpdate of a list for which it still counts.
    package let grace: Int64
    private let book: StatusBook
    private let asker: (any StatusAsker)?
    private let state: Mutex<State>

    /// Creates an evaluator.
    ///
    /// - Parameters:
    ///   - source: whom to trust.
    ///   - grace: seconds after nextUpdate for which a list still counts.
    ///   - book: what responders said.
    ///   - asker: asks them where the book does not say; `nil` where nobody is asked.
    ///   - capacity: how many judgements are remembered at most.
    package init(
        source: TrustSource,
        grace: Int64,
        book: StatusBook = StatusBook(),
        asker: (any StatusAsker)? = nil,
        capacity: Int = 4_096
    ) {
        self.grace = grace
        self.book = book
        self.asker = asker
        self.state = Mutex(State(source: source, capacity: capacity))
    }

    /// Whom it trusts now.
    package var source: TrustSource { self.state.withLock { $0.source } }

    /// Trusts by other anchors or lists from now on, and forgets what it knew; the job of a key stays.
    package func replace(with source: TrustSource) {
        self.state.withLock { state in
            state.source = source
            state.cache.removeAll()
            state.generation += 1
        }
    }

    /// Judges anew whatever rests on the answers about some certificates, for there are others now.
    package func forget(_ subjects: Set<StatusSubject>) {
        self.state.withLock { state in
            state.cache.removeAll { !$0.statusSubjects.isDisjoint(with: subjects) }
            state.generation += 1
        }
    }

    /// What was found before and still holds; synchronous, for the hot path.
    ///
    /// - Returns: `nil` where the certificate must be judged (again).
    package func known(
        _ leaf: ContentDigest,
        profile: CertificateProfile,
        at moment: Instant
    ) -> TrustedCertificate? {
        let found = self.state.withLock { $0.cache[.init(leaf: leaf, profile: profile)] }
        guard let found, found.validFrom <= moment, moment <= found.validUntil else { return nil }
        return found
    }

    /// Judges a certificate for a job now.
    ///
    /// The first job in which a key of an organisation is seen is its only one: another is refused with
    /// `certificate.key-reused`. Keys of two organisations are never compared, so that none can take away another's.
    package func judge(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile,
        at moment: Instant
    ) async -> TrustVerdict {
        if let known = self.known(ContentDigest(of: leaf.derBytes), profile: profile, at: moment) {
            return .trusted(known)
        }
        let (source, generation) = self.state.withLock { ($0.source, $0.generation) }
        let found = await self.validate(leaf, intermediates, profile, moment, by: source)
        let verdict = TrustSource.identified(found, profile)
        guard case .trusted(let trusted) = verdict else { return verdict }
        return self.remember(trusted, generation) ? verdict : .refused(TrustError(.keyReused, at: 0))
    }

    /// Judges a certificate at a moment in the past by the lists at hand; nothing is remembered.
    package func judge(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile,
        atPast moment: Instant
    ) async -> TrustVerdict {
        await self.source.judge(
            leaf: leaf,
            intermediates: intermediates,
            profile: profile,
            at: moment,
            view: .historical,
            grace: self.grace
        )
    }

    /// Judges a chain now, without asking whose certificate it is; nothing is remembered.
    package func validate(
        leaf: Certificate,
        intermediates: [Certificate],
        profile: CertificateProfile,
        at moment: Instant
    ) async -> Verdict<ValidatedChain> {
        await self.validate(leaf, intermediates, profile, moment, by: self.source)
    }

    private func validate(
        _ leaf: Certificate,
        _ intermediates: [Certificate],
        _ profile: CertificateProfile,
        _ moment: Instant,
        by source: TrustSource
    ) async -> Verdict<ValidatedChain> {
        func validate() async -> Verdict<ValidatedChain> {
            await source.with(self.book.statuses).validate(
                leaf: leaf,
                intermediates: intermediates,
                profile: profile,
                at: moment,
                view: .live,
                grace: self.grace
            )
        }
        let verdict = await validate()
        guard case .undecided = verdict, await self.ask(source, leaf, intermediates, profile, moment) else {
            return verdict
        }
        return await validate()
    }

    /// Asks responders about those certificates of a chain that cannot be decided, where its anchor lets us.
    ///
    /// - Returns: Whether anybody was asked.
    private func ask(
        _ source: TrustSource,
        _ leaf: Certificate,
        _ intermediates: [Certificate],
        _ profile: CertificateProfile,
        _ moment: Instant
    ) async -> Bool {
        guard let asker = self.asker,
            case .trusted(let chain) = await source.chain(leaf, intermediates, profile, moment, nil),
            let terms = source.statusTerms(of: chain)
        else { return false }
        let check = RevocationCheck(
            lists: source.listsByIssuer,
            statuses: self.book.statuses,
            moment: moment,
            view: .live,
            grace: self.grace
        )
        return await withTaskGroup { group in
            var hasAsked = false
            for (certificate, issuer) in check.undecided(in: chain, terms: terms) {
                guard let serial = SerialNumber(certificate.serialNumber),
                    let address = terms.address(for: certificate)
                else { continue }
                group.addTask { await asker.ask(about: serial, by: issuer, at: address) }
                hasAsked = true
            }
            return hasAsked
        }
    }

    /// What a judgement is about.
    private struct Subject: Hashable {
        let leaf: ContentDigest
        let profile: CertificateProfile
    }

    /// A key in the hands of an organisation.
    private struct HeldKey: Hashable {
        let oin: OIN
        let key: ContentDigest

        init(_ trusted: TrustedCertificate) {
            self.oin = trusted.oin
            self.key = ContentDigest(of: Array(trusted.certificate.publicKey.subjectPublicKeyInfoBytes))
        }
    }

    private struct State {
        var source: TrustSource
        var cache: YoungOldCache<Subject, TrustedCertificate>
        var jobs: YoungOldCache<HeldKey, CertificateProfile>
        /// Counts the sources, so that a judgement by an earlier one is not remembered under a later one.
        var generation = 0

        init(source: TrustSource, capacity: Int) {
            self.source = source
            self.cache = YoungOldCache(capacity: capacity)
            self.jobs = YoungOldCache(capacity: capacity)
        }
    }

    /// Remembers a judgement, unless the key has another job.
    private func remember(_ trusted: TrustedCertificate, _ generation: Int) -> Bool {
        let key = HeldKey(trusted)
        return self.state.withLock { state in
            if let job = state.jobs[key], job != trusted.profile { return false }
            state.jobs[key] = trusted.profile
            if state.generation == generation {
                state.cache[.init(leaf: trusted.digest, profile: trusted.profile)] = trusted
            }
            return true
        }
    }
}
