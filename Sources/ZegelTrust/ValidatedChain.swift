// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

/// A chain that was judged good at one moment; whose certificate it is was not asked.
///
/// Only this target can make one, so that whoever holds it need not check again.
package struct ValidatedChain: Hashable, Sendable {
    /// A file that the judgement rests on, kept so that others can repeat it in twenty years.
    package struct Evidence: Hashable, Sendable {
        /// The first 16 hexadecimal digits of the SHA-256, and `.cer`, `.crl` or `.ocsp`.
        package let name: String
        /// The exact bytes, DER.
        package let bytes: [UInt8]
        /// The digest of those bytes.
        package let digest: ContentDigest

        init(_ bytes: [UInt8], kind: String) {
            self.digest = ContentDigest(of: bytes)
            self.name = "\(self.digest.description.prefix(16)).\(kind)"
            self.bytes = bytes
        }
    }

    /// The chain, from the certificate itself to the anchor.
    package let certificates: [Certificate]
    /// The certificates of the chain, and the lists and answers that say that none of them is revoked.
    package let evidence: [Evidence]
    /// The moment after which it must be judged again: the earliest end of the chain and of what the judgement rests on.
    package let validUntil: Instant
    /// The answers of responders among the evidence.
    let statuses: [CertificateStatus]
    /// The moment from which the whole chain is valid.
    let validFrom: Instant

    init(_ chain: [Certificate], _ used: RevocationEvidence) {
        self.certificates = chain
        self.statuses = used.statuses
        self.evidence =
            chain.map { Evidence($0.derBytes, kind: "cer") } + used.lists.map { Evidence($0.der, kind: "crl") }
            + used.statuses.map { Evidence($0.answer.der, kind: "ocsp") }
        let ends = chain.map(\.end) + [used.until].compactMap(\.self)
        self.validUntil = ends.min() ?? chain[0].end
        self.validFrom = chain.map(\.begin).max() ?? chain[0].begin
    }

    /// The certificate that was judged.
    package var leaf: Certificate { self.certificates[0] }
}
