// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import X509
package import ZegelCore

/// Asks responders; it knows the network, and is loud by itself where there is no answer or none that holds.
package protocol StatusAsker: Sendable {
    /// Asks about a certificate of an issuer at an address, and keeps the answer in the book that it writes.
    func ask(about serial: SerialNumber, by issuer: Certificate, at address: String) async
}

/// The newest answer about each certificate, bounded, as responders gave them.
package final class StatusBook: Sendable {
    /// An answer, and where it came from.
    package struct Entry: Sendable {
        /// What was said.
        package let status: CertificateStatus
        /// Where it was asked.
        package let address: String
    }

    private let capacity: Int
    private let entries = Mutex<[StatusSubject: Entry]>([:])

    /// Makes an empty book.
    ///
    /// - Parameter capacity: How many answers it holds at most; those that end first go first.
    package init(capacity: Int = 4_096) { self.capacity = max(1, capacity) }

    /// All that it holds.
    package var all: [Entry] { self.entries.withLock { Array($0.values) } }

    /// The answer about a certificate.
    package subscript(subject: StatusSubject) -> CertificateStatus? { self.entries.withLock { $0[subject]?.status } }

    var statuses: [StatusSubject: [CertificateStatus]] { self.entries.withLock { $0.mapValues { [$0.status] } } }

    /// Keeps an answer in the place of the last about the same certificate.
    ///
    /// - Throws: ``TrustError`` with `revocation.answer-not-yet-valid`, `-stale`, or `-older` for one that takes back what was said later.
    package func keep(_ status: CertificateStatus, from address: String, at moment: Instant) throws(TrustError) {
        let horizon = moment.advanced(bySeconds: RevocationCheck.skew)
        guard status.thisUpdate <= horizon, status.producedAt <= horizon else { throw TrustError(.answerNotYetValid) }
        guard moment <= status.nextUpdate else { throw TrustError(.answerStale) }
        try self.entries.withLock { (entries) throws(TrustError) in
            if let last = entries[status.subject]?.status {
                guard (last.thisUpdate, last.producedAt) <= (status.thisUpdate, status.producedAt) else {
                    throw TrustError(.answerOlder)
                }
            } else if entries.count >= self.capacity {
                let byEnd = entries.sorted { $0.value.status.nextUpdate < $1.value.status.nextUpdate }
                for (subject, _) in byEnd.prefix(self.capacity / 8 + 1) { entries[subject] = nil }
            }
            entries[status.subject] = Entry(status: status, address: address)
        }
    }

    /// Keeps what a file says that was written for an answer in here: who may answer is judged anew.
    ///
    /// - Parameters:
    ///   - answer: What was answered.
    ///   - source: Whom to trust now.
    /// - Returns: Whether it holds.
    package func keep(_ answer: StatusAnswer, from address: String, by source: TrustSource, at moment: Instant) -> Bool
    {
        let found = CertificateStatus.all(in: answer, by: source.anchors + source.rooted)
        return found.count { (try? self.keep($0, from: address, at: moment)) != nil } > 0
    }

    /// Forgets an answer whose time is over, unless it revokes.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    package func drop(_ subject: StatusSubject, at moment: Instant) -> Bool {
        self.entries.withLock { entries in
            guard let status = entries[subject]?.status, status.revocation == nil, status.nextUpdate < moment else {
                return false
            }
            entries[subject] = nil
            return true
        }
    }
}
