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
                    let subject = StatementSubject(
                        message: message.id,
                        container: message.containerDigest,
                        server: self.call.context.server,
                        header: message.header,
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
        let (now, rules) = (self.call.context.clock(), self.call.context.policy.rules)
        var facts = Facts(
            asOf: now,
            asker: verified.statement.mailbox,
            byForward: message.forwardedTo.contains(verified.statement.mailbox),
            release: message.releasedBy + (verified.statement.kind == .release ? 1 : 0)
        )
        // A release lets the message go now: its parties sit at the table now, or it stays.
        if verified.statement.kind == .release {
            facts.caseTable = rules.cases.table(of: HeaderView(message.header), at: now)
        }
        switch rules.engine.authorize(
            self.call.peer,
            toState: verified.statement.kind,
            about: message.header,
            facts: facts,
            trace: self.call.trace
        ) {
        case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
        case .granted(let leave): return self.commit(verified, under: leave)
        }
    }

    /// Seals and stores a statement.
    ///
    /// - Parameters:
    ///   - policy: The policy that decided, where it must still be in force.
    ///   - isStillSo: Whether what was decided on is still so.
    func commit(
        _ verified: VerifiedStatement,
        under leave: consuming StatementLeave,
        policy: ContentDigest? = nil,
        where isStillSo: @escaping @Sendable (borrowing ReadView) throws -> Bool = { _ in true }
    ) -> EventLoopFuture<StoredStatement> {
        let receivedAt = max(self.call.context.clock(), self.call.context.store.committer.lastCommitted)
        let sealed: SealedStatement
        do {
            sealed = try self.call.context.seal.sealer.accept(verified, under: leave, at: receivedAt)
        } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        let promise = self.call.eventLoop.makePromise(of: StoredStatement.self)
        let bell = self.call.context.bell
        self.call.context.store.committer.commit(
            { transaction in
                let stored = try transaction.insert(sealed, where: isStillSo) { forward, view in
                    try self.decideAgain(forward, in: view, at: receivedAt)
                }
                transaction.afterCheckpoint { bell.ring(for: stored.opened) }
                return stored
            },
            policy: policy,
            proving: { try $0.proved(by: $1) },
            answering: promise
        )
        return promise.futureResult
    }
}
