// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

/// A certificate of an organisation that was judged good for one job at one moment.
///
/// Only this target can make one, so that whoever holds it need not check again.
package struct TrustedCertificate: Hashable, Sendable {
    /// A file that the judgement rests on.
    package typealias Evidence = ValidatedChain.Evidence

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
    private let validated: ValidatedChain

    init(_ validated: ValidatedChain, oin: OIN, profile: CertificateProfile) {
        self.certificate = validated.leaf
        self.der = validated.leaf.derBytes
        self.digest = ContentDigest(of: self.der)
        self.oin = oin
        self.profile = profile
        self.validated = validated
    }

    /// The chain, from the certificate itself to the anchor.
    package var chain: [Certificate] { self.validated.certificates }
    /// The certificates of the chain, and the lists and answers that say that none of them is revoked.
    package var evidence: [Evidence] { self.validated.evidence }
    /// The certificates of the chain about which a responder was asked.
    package var statusSubjects: Set<StatusSubject> { Set(self.validated.statuses.map(\.subject)) }
    /// The moment after which it must be judged again: the earliest end of the chain, the answers and the lists.
    package var validUntil: Instant { self.validated.validUntil }
    /// The moment from which the whole chain is valid.
    var validFrom: Instant { self.validated.validFrom }

    /// The name by which the holder of a release certificate is known, where there is exactly one.
    package var pseudonym: String? {
        let texts = self.certificate.subject.texts(of: DistinguishedName.pseudonym)
        return texts.count == 1 ? texts[0] : nil
    }
}

/// What judging comes to.
package enum Verdict<Good: Sendable>: Sendable {
    /// It is good.
    case trusted(Good)
    /// It is not, and no further evidence changes that.
    case refused(TrustError)
    /// Whether it is revoked cannot be told with what is at hand.
    case undecided(TrustError)

    /// The verdict that an error is.
    init(_ error: TrustError) { self = error.code.isAboutRevocation ? .undecided(error) : .refused(error) }
}

/// What judging a certificate of an organisation for a job comes to.
package typealias TrustVerdict = Verdict<TrustedCertificate>
