// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import CAdES
package import TransparencyLog
package import ZegelCore
package import ZegelTrust

/// The way of one container, every seal of which was verified.
///
/// Only ``Custody/verified(of:logs:judging:)`` makes these.
package struct VerifiedCustody: Sendable {
    /// The way.
    package let custody: Custody
    /// The container.
    package let container: ContentDigest
    /// The certificates and lists that its seals were judged by.
    package let evidence: [TrustedCertificate.Evidence]
    /// The certificate of the person who let the message go at the first server, where there is one.
    package let release: TrustedCertificate?
}

extension Custody {
    /// Judges a certificate: the signature that it made, the job that it must have, and when that was.
    package typealias Judging =
        @Sendable (VerifiedSignature, CertificateProfile, Instant) async throws -> TrustedCertificate

    /// Verifies what every server that the message passed said of it.
    ///
    /// - Parameters:
    ///   - container: What came, whole.
    ///   - forwardedTo: Those whom forwards name that come with it.
    ///   - log: The key of a server's log, where it is known.
    ///   - judge: Judges a certificate, or throws a ``Problem``.
    /// - Throws: ``Problem``: `relay.invalid` where the parts do not belong together, a `cms.…` code where a seal does not hold, a code of
    ///   trust, `log.proof-invalid`, or what refuses a statement.
    package func verified(
        of container: CheckedContainer,
        forwardedTo: Set<MailboxName> = [],
        logs log: (OIN) -> NoteVerifier?,
        judging judge: Judging
    ) async throws -> VerifiedCustody {
        guard let digest = ContentDigest(bytes: container.index.digest) else { throw Problem(.internalError) }
        try self.hold(to: container.opening.header, digest, forwardedTo: forwardedTo)
        let digests = SealCoverage.digests(of: container.index.entries)
        var evidence: [TrustedCertificate.Evidence] = []
        for hop in self.hops {
            let signature = try hop.signature(over: digests)
            let trusted = try await judge(signature, .seal, hop.acceptance.receivedAt)
            guard trusted.oin == hop.acceptance.server else {
                throw Problem(.relayInvalid, "A seal is not by the server that its acceptance names.")
            }
            try hop.prove(by: log(hop.acceptance.server))
            evidence += trusted.evidence
        }
        let release = try await self.release(of: container.opening.header, judging: judge)
        return VerifiedCustody(
            custody: self,
            container: digest,
            evidence: evidence + (release?.evidence ?? []),
            release: release
        )
    }

    /// Who let the message go at the first server.
    private func release(of header: MessageHeader, judging judge: Judging) async throws -> TrustedCertificate? {
        guard let first = self.hops.first, let bytes = first.release else { return nil }
        let opening = try StatementOpening(parsing: bytes)
        guard opening.statement.kind == .release else {
            throw Problem(.relayInvalid, "What should be a release is a \(opening.statement.kind.rawValue).")
        }
        let moment = max(opening.statement.time, first.acceptance.receivedAt)
        let trusted = try await judge(opening.signature, .release, moment)
        return try opening.judged(trusted, about: first.subject(header)).signer
    }
}
