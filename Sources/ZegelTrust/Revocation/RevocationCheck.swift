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

/// Checks every certificate of a chain but the anchor against its issuer's lists: no list means no answer.
struct RevocationCheck: Sendable {
    /// Lists whose signature was verified with the key of their issuer.
    let lists: [ListIssuer: [RevocationList]]
    let moment: Instant
    let view: RevocationView
    /// Seconds after nextUpdate for which a list still counts.
    let grace: Int64

    /// Seconds that the clock of an authority may be ahead of ours.
    static let skew: Int64 = 300

    /// The lists that say that no certificate of the chain is revoked.
    ///
    /// - Throws: `certificate.revoked` where one is, even by a stale list; otherwise the first reason for which one
    ///   cannot be decided.
    func lists(for chain: [Certificate]) throws(TrustError) -> [RevocationList] {
        var used: [RevocationList] = []
        var doubt: TrustError?
        for (index, pair) in zip(chain, chain.dropFirst()).enumerated() {
            do throws(TrustError) {
                for list in try self.lists(about: pair.0, by: pair.1, isLeaf: index == 0) where !used.contains(list) {
                    used.append(list)
                }
            } catch {
                guard error.code.isAboutRevocation else { throw TrustError(error.code, at: index) }
                doubt = doubt ?? TrustError(error.code, at: index)
            }
        }
        if let doubt { throw doubt }
        return used
    }

    private func lists(
        about certificate: Certificate,
        by issuer: Certificate,
        isLeaf: Bool
    ) throws(TrustError) -> [RevocationList] {
        guard let serial = SerialNumber(certificate.serialNumber) else { throw TrustError(.serialNumber) }
        guard let all = self.lists[ListIssuer(issuer)], !all.isEmpty else { throw TrustError(.listMissing) }
        let horizon = self.view == .live ? self.moment.advanced(bySeconds: Self.skew) : self.moment
        let current = all.filter { $0.thisUpdate <= horizon }.max {
            ($0.thisUpdate, $0.number ?? SerialNumber(0)) < ($1.thisUpdate, $1.number ?? SerialNumber(0))
        }
        let later = self.view == .live ? [] : all.filter { $0.thisUpdate > horizon }
        for list in [current].compactMap(\.self) + later {
            guard let entry = list.entry(for: serial) else { continue }
            if self.counts(entry, isLeaf: isLeaf) { throw TrustError(.revoked) }
        }
        if let current, self.moment <= current.nextUpdate.advanced(bySeconds: self.grace) { return [current] }
        // A later list says as much about the moment, as long as expiry had not yet removed the entry.
        if let list = later.filter({ $0.thisUpdate <= certificate.end }).min(by: { $0.thisUpdate < $1.thisUpdate }) {
            return [list]
        }
        throw TrustError(current == nil ? .listNotYetValid : .listStale)
    }

    private func counts(_ entry: RevocationEntry, isLeaf: Bool) -> Bool {
        switch self.view {
        case .live: true
        case .historical: entry.since <= self.moment || !isLeaf && (entry.reason?.isCompromise ?? false)
        }
    }
}
