// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import X509
import ZegelCore

/// How lists are read against the moment of a judgement.
package enum RevocationView: Hashable, Sendable {
    /// The moment is now: whoever is on the list is revoked, whatever date stands there.
    case live
    /// The moment lies in the past: what counts is whether the certificate was revoked *then*.
    ///
    /// A leaf that was revoked later is trusted at the moment, whatever the reason, since the moment itself is proven
    /// by someone else's signature; an invalidityDate moves the revocation back. An authority that was ever revoked
    /// because its key was compromised is revoked at every moment: its thief can date certificates as it likes.
    case historical
}

/// The authority that a list belongs to: a name alone can be taken by anyone.
struct ListIssuer: Hashable, Sendable {
    let name: DistinguishedName
    let key: Certificate.PublicKey

    init(_ certificate: Certificate) {
        self.name = certificate.subject
        self.key = certificate.publicKey
    }
}

/// What a judgement about revocation rests on.
struct RevocationEvidence: Hashable, Sendable {
    var lists: [RevocationList] = []
    var statuses: [CertificateStatus] = []
    /// Until when it holds: the first end among the certificates of the chain.
    var until: Instant?

    init() {}

    /// What is at hand about one certificate; where one of both will do, the later end counts.
    fileprivate init(list: RevocationList?, status: CertificateStatus?, grace: Int64, isStatusRequired: Bool) {
        self.lists = [list].compactMap(\.self)
        self.statuses = [status].compactMap(\.self)
        let end = list?.nextUpdate.advanced(bySeconds: grace)
        self.until = isStatusRequired ? status?.nextUpdate : [end, status?.nextUpdate].compactMap(\.self).max()
    }
}

/// Checks every certificate of a chain but the anchor against its issuer's lists, and what responders say of it.
///
/// No list and no answer means no verdict. Either may say that a certificate is revoked; that it is not, one of them must, and for the
/// certificate itself the responder, where the terms of the anchor ask for that.
struct RevocationCheck: Sendable {
    /// Lists whose signature was verified with the key of their issuer.
    let lists: [ListIssuer: [RevocationList]]
    /// Answers whose signature was verified.
    let statuses: [StatusSubject: [CertificateStatus]]
    let moment: Instant
    let view: RevocationView
    /// Seconds after nextUpdate for which a list still counts; answers have no such time.
    let grace: Int64

    /// Seconds that the clock of an authority may be ahead of ours.
    static let skew: Int64 = 300

    /// The lists and answers that say that no certificate of the chain is revoked.
    ///
    /// - Throws: `certificate.revoked` where one is, even by a stale list; otherwise the first reason for which one
    ///   cannot be decided.
    func evidence(for chain: [Certificate], terms: StatusTerms?) throws(TrustError) -> RevocationEvidence {
        var used = RevocationEvidence()
        var doubt: TrustError?
        for (index, pair) in zip(chain, chain.dropFirst()).enumerated() {
            do throws(TrustError) {
                let found = try self.evidence(about: pair.0, by: pair.1, isLeaf: index == 0, terms)
                for list in found.lists where !used.lists.contains(list) { used.lists.append(list) }
                used.statuses += found.statuses
                used.until = [used.until, found.until].compactMap(\.self).min()
            } catch {
                guard error.code.isAboutRevocation else { throw TrustError(error.code, at: index) }
                doubt = doubt ?? TrustError(error.code, at: index)
            }
        }
        if let doubt { throw doubt }
        return used
    }

    /// Those certificates of a chain that cannot be decided with what is at hand, each with its issuer.
    func undecided(in chain: [Certificate], terms: StatusTerms?) -> [(certificate: Certificate, issuer: Certificate)] {
        zip(chain, chain.dropFirst()).enumerated().compactMap { index, pair in
            do throws(TrustError) {
                _ = try self.evidence(about: pair.0, by: pair.1, isLeaf: index == 0, terms)
                return nil
            } catch {
                return error.code.isAboutRevocation ? pair : nil
            }
        }
    }

    private func evidence(
        about certificate: Certificate,
        by issuer: Certificate,
        isLeaf: Bool,
        _ terms: StatusTerms?
    ) throws(TrustError) -> RevocationEvidence {
        guard let serial = SerialNumber(certificate.serialNumber) else { throw TrustError(.serialNumber) }
        let list = self.list(about: serial, certificate, by: issuer, isLeaf)
        let status = self.status(of: StatusSubject(serial, by: issuer), certificate, isLeaf)
        for case .failure(let error) in [list.map { _ in }, status.map { _ in }] where error.code == .revoked {
            throw error
        }
        let isRequired = isLeaf && terms?.isRequired ?? false
        switch (list, status) {
        case (_, .failure(let error)) where isRequired: throw error
        case (.failure(let error), .failure(let other)):
            throw error.code == .listMissing && (terms != nil || other.code != .answerMissing) ? other : error
        default:
            return RevocationEvidence(
                list: try? list.get(),
                status: try? status.get(),
                grace: self.grace,
                isStatusRequired: isRequired
            )
        }
    }

    // MARK: - Lists

    private func list(
        about serial: SerialNumber,
        _ certificate: Certificate,
        by issuer: Certificate,
        _ isLeaf: Bool
    ) -> Result<RevocationList, TrustError> {
        let all = self.lists[ListIssuer(issuer)] ?? []
        guard !all.isEmpty else { return .failure(TrustError(.listMissing)) }
        return self.newest(
            of: all.map {
                Word(
                    $0,
                    $0.thisUpdate,
                    $0.number,
                    until: $0.nextUpdate.advanced(bySeconds: self.grace),
                    $0.entry(for: serial)
                )
            },
            about: certificate,
            isLeaf,
            otherwise: (.listStale, .listNotYetValid)
        )
    }

    // MARK: - Answers

    private func status(
        of subject: StatusSubject,
        _ certificate: Certificate,
        _ isLeaf: Bool
    ) -> Result<CertificateStatus, TrustError> {
        let all = self.statuses[subject] ?? []
        guard !all.isEmpty else { return .failure(TrustError(.answerMissing)) }
        let usable = all.filter { $0.delegate.map { self.mayAnswer($0, for: subject.issuer) } ?? true }
        guard !usable.isEmpty else { return .failure(TrustError(.answerResponder)) }
        return self.newest(
            of: usable.map { Word($0, max($0.thisUpdate, $0.producedAt), nil, until: $0.nextUpdate, $0.revocation) },
            about: certificate,
            isLeaf,
            otherwise: (.answerStale, .answerNotYetValid)
        )
    }

    /// Whether a certificate that answers for its issuer is valid and not revoked: by a list, unless it says that none need be asked.
    private func mayAnswer(_ delegate: Certificate, for issuer: ListIssuer) -> Bool {
        guard let serial = SerialNumber(delegate.serialNumber), delegate.begin <= self.moment,
            self.moment <= delegate.end
        else { return false }
        let lists = self.lists[issuer] ?? []
        let isListed = lists.contains { list in list.entry(for: serial).map { self.counts($0, isLeaf: false) } ?? false
        }
        return !isListed && (delegate.extensions[oid: .statusNoCheck] != nil || !lists.isEmpty)
    }

    // MARK: - What counts

    /// What a list or an answer says about one certificate.
    private struct Word<Source> {
        let source: Source
        let thisUpdate: Instant
        let number: SerialNumber?
        let until: Instant
        let entry: RevocationEntry?

        init(
            _ source: Source,
            _ thisUpdate: Instant,
            _ number: SerialNumber?,
            until: Instant,
            _ entry: RevocationEntry?
        ) {
            self.source = source
            self.thisUpdate = thisUpdate
            self.number = number
            self.until = until
            self.entry = entry
        }
    }

    private func newest<Source>(
        of all: [Word<Source>],
        about certificate: Certificate,
        _ isLeaf: Bool,
        otherwise: (stale: TrustError.Code, notYetValid: TrustError.Code)
    ) -> Result<Source, TrustError> {
        let horizon = self.view == .live ? self.moment.advanced(bySeconds: Self.skew) : self.moment
        let current = all.filter { $0.thisUpdate <= horizon }.max {
            ($0.thisUpdate, $0.number ?? SerialNumber(0)) < ($1.thisUpdate, $1.number ?? SerialNumber(0))
        }
        let later = self.view == .live ? [] : all.filter { $0.thisUpdate > horizon }
        for word in [current].compactMap(\.self) + later {
            guard let entry = word.entry else { continue }
            if self.counts(entry, isLeaf: isLeaf) { return .failure(TrustError(.revoked)) }
        }
        if let current, self.moment <= current.until { return .success(current.source) }
        // What was said later says as much about the moment, as long as expiry had not yet removed the entry.
        if let word = later.filter({ $0.thisUpdate <= certificate.end }).min(by: { $0.thisUpdate < $1.thisUpdate }) {
            return .success(word.source)
        }
        return .failure(TrustError(current == nil ? otherwise.notYetValid : otherwise.stale))
    }

    private func counts(_ entry: RevocationEntry, isLeaf: Bool) -> Bool {
        switch self.view {
        case .live: true
        case .historical: entry.since <= self.moment || !isLeaf && (entry.reason?.isCompromise ?? false)
        }
    }
}
