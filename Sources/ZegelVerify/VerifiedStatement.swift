// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import CAdES
package import ZegelCore
package import ZegelTrust

/// A signed statement whose signature holds; who made it is not judged yet.
package struct StatementOpening: Sendable {
    /// What is declared.
    package let statement: Statement
    /// The exact bytes, signature and content.
    package let bytes: [UInt8]
    /// The digest of those bytes.
    package let digest: ContentDigest
    /// The signature.
    package let signature: VerifiedSignature

    /// Parses an attached CAdES-B and verifies its signature, then parses what it says.
    ///
    /// - Throws: ``Problem`` with a `cms.…` or `json.…` code, or `statement.invalid`.
    package init(parsing bytes: [UInt8], limits: Limits = .init()) throws(Problem) {
        do {
            self.signature = try CAdESSignature(parsing: bytes, limits: .init(maximumBytes: limits.statement))
                .verifyAttached()
        } catch { throw Problem(error) }
        self.statement = try Statement(parsing: self.signature.content, limits: limits)
        self.bytes = bytes
        self.digest = ContentDigest(of: bytes)
    }

    /// The job that the signer's certificate must have: a second person's for a release, the organisation's for all else.
    package var profile: CertificateProfile { self.statement.kind == .release ? .release : .seal }

    /// Decides whether the one who signed may speak, and about this message.
    ///
    /// - Parameters:
    ///   - trusted: The signer's certificate, trusted for ``profile``.
    ///   - subject: The message that the statement should be about.
    ///   - moment: When it is judged.
    ///   - limits: How far its times may be from that moment.
    /// - Throws: ``Problem``: `statement.other-message`, `statement.signer`, `certificate.profile`, `signature.time-future`,
    ///   `signature.time-old`; `server.error` where certificate and signature do not belong together.
    package func judged(
        _ trusted: TrustedCertificate,
        about subject: StatementSubject,
        at moment: Instant,
        limits: Limits = .init()
    ) throws(Problem) -> VerifiedStatement {
        let verified = try self.judged(trusted, about: subject)
        let window = SigningWindow(limits)
        _ = try window.check(self.signature.signingTime, at: moment)
        _ = try window.check(self.statement.time, at: moment)
        return verified
    }

    /// The same for a statement that was made at another server, and may have been on its way for long.
    ///
    /// - Throws: ``Problem`` as ``judged(_:about:at:limits:)``, save `signature.time-old`.
    package func judged(
        _ trusted: TrustedCertificate,
        about subject: StatementSubject,
        relayedAt moment: Instant,
        limits: Limits = .init()
    ) throws(Problem) -> VerifiedStatement {
        let verified = try self.judged(trusted, about: subject)
        let window = SigningWindow(limits)
        try window.holdAhead(Instant(milliseconds: self.signature.signingTime * 1_000), at: moment)
        try window.holdAhead(self.statement.time, at: moment)
        return verified
    }

    /// The same without a look at the times, for those who judge years later.
    func judged(
        _ trusted: TrustedCertificate,
        about subject: StatementSubject
    ) throws(Problem) -> VerifiedStatement {
        guard trusted.certificate == self.signature.signer else {
            throw Problem(.internalError, "The judgement is about another signature.")
        }
        guard self.statement.container == subject.container, subject.isNamed(by: self.statement) else {
            throw Problem(
                .statementOtherMessage,
                "message, container and server must be those of the message it is handed in for."
            )
        }
        guard trusted.profile == self.profile else {
            throw Problem(.certificateProfile, "A \(self.statement.kind.rawValue) needs another certificate.")
        }
        guard let speaker = subject.organisation(speaking: self.statement) else {
            throw Problem(
                .statementSigner,
                "The mailbox in the statement has no part in this message that lets it make a "
                    + "\(self.statement.kind.rawValue)."
            )
        }
        guard trusted.oin == speaker else {
            throw Problem(.statementSigner, "The signer is not of the organisation of the mailbox that speaks.")
        }
        return VerifiedStatement(
            statement: self.statement,
            signer: trusted,
            bytes: self.bytes,
            digest: self.digest,
            headerDigest: subject.header.digest,
            message: subject.message,
            server: subject.server
        )
    }
}

/// The message that a statement should be about.
package struct StatementSubject: Sendable {
    /// Its id.
    package let message: MessageID
    /// The digest of its container.
    package let container: ContentDigest
    /// The server that sealed it.
    package let server: OIN
    /// Its header, which says who has a part in it.
    package let header: MessageHeader
    /// Those who have it by a forward.
    package let forwardedTo: [MailboxAddress]
    /// The names that it has at other servers: those that it passed, or that it was passed on to.
    package let elsewhere: [(server: OIN, message: MessageID)]

    /// Names a message.
    package init(
        message: MessageID,
        container: ContentDigest,
        server: OIN,
        header: MessageHeader,
        forwardedTo: [MailboxAddress] = [],
        elsewhere: [(server: OIN, message: MessageID)] = []
    ) {
        self.message = message
        self.container = container
        self.server = server
        self.header = header
        self.forwardedTo = forwardedTo
        self.elsewhere = elsewhere
    }

    /// The same, where a statement that was verified passed it on.
    package func following(_ statement: Statement) -> StatementSubject {
        StatementSubject(
            message: self.message,
            container: self.container,
            server: self.server,
            header: self.header,
            forwardedTo: self.forwardedTo + statement.forwardedTo,
            elsewhere: self.elsewhere
        )
    }

    /// Whether a statement names it, as here or as at another server.
    func isNamed(by statement: Statement) -> Bool {
        let names = [(server: self.server, message: self.message)] + self.elsewhere
        return names.contains { $0 == (statement.server, statement.message) }
    }

    /// The same for a statement of an addressee that was made at a server further on, of which nothing is known but that it is none of
    /// these: the container says which message is meant.
    package func further(_ statement: Statement) -> StatementSubject {
        let isKnown = statement.server == self.server || self.elsewhere.contains { $0.server == statement.server }
        guard !statement.kind.isOriginators, !isKnown else { return self }
        return StatementSubject(
            message: self.message,
            container: self.container,
            server: self.server,
            header: self.header,
            forwardedTo: self.forwardedTo,
            elsewhere: self.elsewhere + [(statement.server, statement.message)]
        )
    }

    /// The organisation of the mailbox that speaks, where that mailbox may make a statement of this kind.
    func organisation(speaking statement: Statement) -> OIN? {
        var parties =
            statement.kind.isOriginators ? [self.header.from] : self.header.to.map(\.address) + self.forwardedTo
        // An originator refuses that its message is passed on.
        if statement.kind == .refusal { parties.append(self.header.from) }
        return parties.first { $0.mailbox == statement.mailbox }?.oin
    }
}

/// A statement of one who may make it, about the message that it names.
///
/// Only ``StatementOpening/judged(_:about:at:limits:)`` makes these.
package struct VerifiedStatement: Sendable {
    /// What is declared.
    package let statement: Statement
    /// Who signed.
    package let signer: TrustedCertificate
    /// The exact bytes, signature and content.
    package let bytes: [UInt8]
    /// The digest of those bytes.
    package let digest: ContentDigest
    /// The header of the message that it is about, by the digest of its bytes.
    package let headerDigest: ContentDigest
    /// The message as it is named by the server that judges, where the statement may have another name for it.
    package let message: MessageID
    /// That server.
    package let server: OIN
}
