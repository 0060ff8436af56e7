// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Why a certificate is refused, why its state cannot be decided, or why a list of revocations cannot be read.
///
/// Two errors are equal when their codes are. The sentence never holds names, subjects or keys.
package struct TrustError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cause; its raw value is stable.
    package let code: Code
    /// Which certificate of the chain it is about, where it is about one: 0 is the certificate itself, 1 its issuer.
    package let position: Int?

    /// Creates an error.
    package init(_ code: Code, at position: Int? = nil) {
        self.code = code
        self.position = position
    }

    /// What was found and what to do about it.
    package var detail: String {
        switch self.position {
        case nil, 0: self.code.detail
        case let position?: "\(self.code.detail) It is certificate \(position) above the first."
        }
    }

    /// Equal by their codes: where a certificate stands in its chain makes no other error.
    package static func == (left: TrustError, right: TrustError) -> Bool { left.code == right.code }

    /// Hashes what makes two of them equal.
    package func hash(into hasher: inout Hasher) { hasher.combine(self.code) }

    /// The code and the detail, in that order.
    package var description: String { "\(self.code.rawValue): \(self.detail)" }

    /// The refusal as the other side learns it: the exact code, and the title and status of its group.
    package var problem: Problem {
        let group: ProblemCode =
            switch self.code {
            case .revoked: .certificateRevoked
            case _ where self.code.isAboutRevocation: .certificateUndecided
            case _ where self.code.isAboutProfile: .certificateProfile
            default: .certificateUntrusted
            }
        return Problem(code: self.code.rawValue, status: group.status, title: group.title, detail: self.detail)
    }
}

extension TrustError {
    /// The causes.
    ///
    /// Those that begin with `certificate.` refuse; those that begin with `revocation.` leave undecided.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        // The certificate and its chain

        /// Bytes that are no certificate.
        case certificateSyntax = "certificate.syntax"
        /// A certificate that is signed with RSASSA-PSS, or whose key is restricted to it.
        case rsaPSS = "certificate.rsa-pss"
        /// No chain leads from the certificate to an anchor.
        case untrusted = "certificate.untrusted"
        /// A request for a certificate that cannot be read, or that another key signed.
        case request = "certificate.request"
        /// More intermediates were presented than any chain needs.
        case tooManyIntermediates = "certificate.too-many-intermediates"
        /// A certificate of the chain is not of version 3.
        case version = "certificate.version"
        /// A certificate of the chain is not valid yet.
        case notYetValid = "certificate.not-yet-valid"
        /// A certificate of the chain is no longer valid.
        case expired = "certificate.expired"
        /// A certificate of the chain is signed with an algorithm that is not allowed.
        case algorithm = "certificate.algorithm"
        /// A key of the chain is of a kind or size that is not allowed.
        case keySize = "certificate.key-size"
        /// An issuer is no authority, or an authority is presented as a leaf.
        case basicConstraints = "certificate.basic-constraints"
        /// The chain is longer than one of its authorities allows.
        case pathLength = "certificate.path-length"
        /// A name lies outside what an authority of the chain may certify.
        case nameConstraints = "certificate.name-constraints"
        /// A critical extension that is not understood.
        case criticalExtension = "certificate.critical-extension"
        /// The serial number is longer than RFC 5280 allows, so that no list can name it.
        case serialNumber = "certificate.serial-number"
        /// The anchor of the chain does not speak for the organisation in the certificate.
        case issuer = "certificate.issuer"
        /// A certificate of the chain is on its issuer's list.
        case revoked = "certificate.revoked"

        // The job of the key

        /// The key usage is absent, or does not allow the job.
        case keyUsage = "certificate.key-usage"
        /// The extended key usage does not allow the job, or allows one that excludes it.
        case extendedKeyUsage = "certificate.extended-key-usage"
        /// A release certificate where a seal certificate is needed.
        case profile = "certificate.profile"
        /// A release certificate without the pseudonym of its holder, or with more than one.
        case pseudonym = "certificate.pseudonym"
        /// The organisation uses the same key in a certificate for another job.
        case keyReused = "certificate.key-reused"
        /// A server certificate without a name for TLS.
        case serverName = "certificate.server-name"
        /// The subject has no serialNumber.
        case oinMissing = "certificate.oin-missing"
        /// The subject has more than one serialNumber.
        case oinRepeated = "certificate.oin-repeated"
        /// The subject's serialNumber is not an OIN.
        case oinInvalid = "certificate.oin-invalid"

        // Revocation

        /// There is no list of the issuer.
        case listMissing = "revocation.missing"
        /// The newest list of the issuer is past its nextUpdate and the grace.
        case listStale = "revocation.stale"
        /// The only lists of the issuer are from the future.
        case listNotYetValid = "revocation.not-yet-valid"
        /// A list that was fetched is older than one that is at hand.
        case listOlder = "revocation.older"
        /// A list is not DER as RFC 5280 describes it.
        case listSyntax = "revocation.syntax"
        /// A list is larger than is read.
        case listTooLarge = "revocation.too-large"
        /// A list without nextUpdate.
        case listWithoutNextUpdate = "revocation.no-next-update"
        /// A delta list.
        case listDelta = "revocation.delta"
        /// A list with entries of other issuers.
        case listIndirect = "revocation.indirect"
        /// A list for a part of the certificates or reasons.
        case listPartial = "revocation.partial"
        /// A list or entry with a critical extension that is not understood.
        case listCriticalExtension = "revocation.critical-extension"
        /// A list signed with an algorithm that is not allowed.
        case listAlgorithm = "revocation.algorithm"
        /// A list whose issuer is none of the authorities, or may not sign lists.
        case listIssuer = "revocation.issuer"
        /// A list whose signature is not by the authority that it names.
        case listSignature = "revocation.signature"

        // Answers of responders

        /// There is no answer about a certificate, and its anchor asks for one.
        case answerMissing = "revocation.answer-missing"
        /// The newest answer about a certificate is past its nextUpdate.
        case answerStale = "revocation.answer-stale"
        /// The only answers about a certificate are from the future.
        case answerNotYetValid = "revocation.answer-not-yet-valid"
        /// An answer is older than one that is at hand.
        case answerOlder = "revocation.answer-older"
        /// An answer is not DER as RFC 6960 describes it.
        case answerSyntax = "revocation.answer-syntax"
        /// The responder did not answer the question.
        case answerRefused = "revocation.answer-refused"
        /// The responder does not know the certificate.
        case answerUnknown = "revocation.answer-unknown"
        /// An answer about another certificate, or one of another issuer.
        case answerOther = "revocation.answer-other"
        /// An answer without nextUpdate.
        case answerWithoutNextUpdate = "revocation.answer-no-next-update"
        /// An answer by someone who may not answer for the issuer.
        case answerResponder = "revocation.answer-responder"
        /// An answer whose signature does not hold.
        case answerSignature = "revocation.answer-signature"
        /// An answer that is signed, or names its certificate, with an algorithm that is not allowed.
        case answerAlgorithm = "revocation.answer-algorithm"
        /// An answer to another question.
        case answerNonce = "revocation.answer-nonce"
        /// An answer with a critical extension that is not understood.
        case answerCriticalExtension = "revocation.answer-critical-extension"

        // The files that say who is trusted

        /// A file that is not PEM, or holds something else than expected.
        case fileSyntax = "trust.syntax"
        /// No self-signed certificate among the anchors.
        case noAnchor = "trust.no-anchor"
        /// One anchor with two different sets of terms.
        case anchorTerms = "trust.anchor-terms"
    }
}
