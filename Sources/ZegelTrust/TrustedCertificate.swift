// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

/// A certificate that was judged good for one job at one moment.
///
/// Only this target can make one, so that whoever holds it need not check again.
package struct TrustedCertificate: Hashable, Sendable {
    /// A file that the judgement rests on, kept so that others can repeat it in twenty years.
    package struct Evidence: Hashable, Sendable {
        /// The first 16 hexadecimal digits of the SHA-256, and `.cer` or `.crl`.
        package let name: String
        /// The exact bytes, DER.
        package let bytes: [UInt8]

        init(_ bytes: [UInt8], kind: String) {
            self.name = "\(ContentDigest(of: bytes).description.prefix(16)).\(kind)"
            self.bytes = bytes
        }
    }

    /// The certificate.
    package let certificate: Certificate
    /// Its exact bytes.
    package let der: [UInt8]
    /// The SHA-256 of these bytes.
    package let digest: ContentDigest
    /// The organisation it belongs to.
    package let oin: OIN
    /// The job it was judged for.
    package let profile: CertificateProfile
    /// The chain, from the certificate itself to the anchor.
    package let chain: [Certificate]
    /// The certificates of the chain and the lists that say that none of them is revoked.
    package let evidence: [Evidence]
    /// The moment after which it must be judged again: the earliest end of the chain and of the lists with their grace.
    package let validUntil: Instant
    /// The moment from which the whole chain is valid.
    let validFrom: Instant

    init(chain: [Certificate], lists: [RevocationList], oin: OIN, profile: CertificateProfile, grace: Int64) {
        self.certificate = chain[0]
        self.der = chain[0].derBytes
        self.digest = ContentDigest(of: self.der)
        self.oin = oin
        self.profile = profile
        self.chain = chain
        self.evidence =
            chain.map { Evidence($0.derBytes, kind: "cer") } + lists.map { Evidence($0.der, kind: "crl") }
        let ends = chain.map(\.end) + lists.map { $0.nextUpdate.advanced(bySeconds: grace) }
        self.validUntil = ends.min() ?? chain[0].end
        self.validFrom = chain.map(\.begin).max() ?? chain[0].begin
    }

    /// The name by which the holder of a release certificate is known, where there is exactly one.
    package var pseudonym: String? {
        let texts = self.certificate.subject.texts(of: DistinguishedName.pseudonym)
        return texts.count == 1 ? texts[0] : nil
    }
}

/// What judging a certificate comes to.
package enum TrustVerdict: Sendable {
    /// It is good for the job.
    case trusted(TrustedCertificate)
    /// It is not, and no further evidence changes that.
    case refused(TrustError)
    /// Whether it is revoked cannot be told with what is at hand.
    case undecided(TrustError)
}
