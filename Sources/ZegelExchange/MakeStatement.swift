// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
package import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes what an organisation declares about a message: release, acknowledgement, refusal, forward and the others (DESIGN §4.1).
package struct MakeStatement {
    let call: ExchangeCall

    /// Prepares to take a statement of a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    private enum Found: Sendable {
        case message(StoredMessage, [StoredForward])
        case erased(ErasedMessage)
    }

    /// Verifies a statement and makes it count.
    ///
    /// - Parameters:
    ///   - kind: What the call is for.
    ///   - id: The message, off the wire, in any shape.
    ///   - bytes: The signed statement.
    /// - Returns: The stored statement; the same statement again gives the one that was stored. It fails with `not-found` where
    ///   the caller has no part in the message, before anything is said about the statement.
    package func callAsFunction(
        _ kind: Statement.Kind,
        about id: some StringProtocol & Sendable,
        _ bytes: [UInt8]
    ) -> EventLoopFuture<StoredStatement> {
        let mailboxes = self.call.peer.mailboxes(for: kind.scope)
        let id = MessageID(id)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            guard let id else { return nil }
            guard let message = try view.message(id, visibleTo: mailboxes) else {
                return try view.erased(id, visibleTo: mailboxes).map { .erased($0) }
            }
            return .message(message, try view.forwards(of: message))
        }
        .flatMap { (found: Found?) in
            switch found {
            case .message(let message, let forwards):
                self.verify(kind, about: message, forwards, bytes).flatMap { self.decide($0, about: message) }
            case .erased(let erased): self.call.tellEnd(of: erased, to: kind.scope)
            case nil: self.call.eventLoop.makeFailedFuture(Problem(.notFound))
            }
        }
    }

    private func verify(
        _ kind: Statement.Kind,
        about message: StoredMessage,
        _ forwards: [StoredForward],
        _ bytes: [UInt8]
    ) -> EventLoopFuture<VerifiedStatement> {
        let now = self.call.context.clock()
        let limits = self.call.context.limits
        return self.call.eventLoop.makeCompletedFuture { () throws -> StatementOpening in
            let opening = try StatementOpening(parsing: bytes, limits: limits)
            guard opening.statement.kind == kind else {
                throw Problem(.statementInvalid, "This call takes a \(kind.rawValue); the statement is another.")
            }
            guard self.call.peer.may(kind.scope, mailbox: opening.statement.mailbox) else {
                throw Problem(.statementSigner, "The mailbox of the statement is not one that the token speaks for.")
            }
            return opening
        }
        .flatMap { opening in
            self.call.context.trusted(opening.signature, as: opening.profile, at: now, on: self.call.eventLoop)
                .flatMapThrowing { certificate in
                    try self.mustBeRegistered(certificate, as: opening.profile)
                    let subject = self.call.context.subject(
                        message,
                        forwardedTo: forwards.filter { $0.state == .done }.flatMap(\.passage.to)
                    )
                    return try opening.judged(certificate, about: subject, at: now, limits: limits)
                }
        }
    }

    /// Where an organisation names its releasers, another release certificate of it releases nothing.
    private func mustBeRegistered(_ certificate: TrustedCertificate, as profile: CertificateProfile) throws(Problem) {
        let releasers = self.call.peer.organisation.releasers
        guard profile == .release, !releasers.isEmpty, !releasers.contains(certificate.digest) else { return }
        throw Problem(.statementSigner, "The release certificate is not registered for the organisation.")
    }

    private func decide(_ verified: VerifiedStatement, about message: StoredMessage) -> EventLoopFuture<StoredStatement>
    {
        if case .forward(let passage) = verified.statement.declaration {
            return self.passOn(verified, about: message, passage)
        }
        return self.call.decide(verified, about: message) { peer, engine, facts in
            engine.authorize(
                peer,
                toState: verified.statement.kind,
                about: message.header,
                facts: facts,
                trace: self.call.trace
            )
        }
    }
}
