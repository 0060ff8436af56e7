// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelTrust

extension ExchangeContext {
    /// Refuses a message whose dossier would hold more evidence than anyone reads: a list of revoked certificates may have any size.
    ///
    /// - Parameters:
    ///   - evidence: Certificates, lists and answers; what is named twice counts once.
    ///   - others: Bytes of what else goes along.
    /// - Throws: `server.evidence-too-large`.
    func mustHold(_ evidence: [TrustedCertificate.Evidence], and others: [Int] = []) throws(Problem) {
        let sizes = Dictionary(evidence.map { ($0.name, $0.bytes.count) }, uniquingKeysWith: { first, _ in first })
        let size = sizes.values.reduce(0, +) + others.reduce(0, +)
        guard size <= self.limits.evidence else {
            throw Problem(
                .evidenceTooLarge,
                "It has \(size) bytes, and \(self.limits.evidence) are allowed; the operator may raise limits.evidence."
            )
        }
    }
}
