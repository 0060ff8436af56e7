// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelVerify

/// What becomes of a statement that was verified, whoever handed it in: it is decided on, sealed and stored.
extension ExchangeCall {
    /// Decides on a statement; what is allowed counts.
    ///
    /// - Parameters:
    ///   - carrier: The server that brought it; `nil` where it was handed in here.
    ///   - authorize: Asks the policy, with what is known.
    func decide(
        _ verified: VerifiedStatement,
        about message: StoredMessage,
        from carrier: StatementCarrier? = nil,
        _ authorize: (AuthenticatedPeer, PolicyEngine, Facts) -> StatementRuling
    ) -> EventLoopFuture<StoredStatement> {
        let (now, rules) = (self.context.clock(), self.context.policy.rules)
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
        switch authorize(self.peer, rules.engine, facts) {
        case .denied(let denial): return self.context.refuse(denial, on: self.eventLoop)
        case .granted(let leave):
            let terms = rules.engine.replyTerms(of: message.header, at: now)
            return self.commit(verified, under: leave, terms: terms, from: carrier)
        }
    }

    /// Seals and stores a statement.
    ///
    /// - Parameters:
    ///   - terms: What the message means for the clocks of requests, where the statement lets it go.
    ///   - policy: The policy that decided, where it must still be in force.
    ///   - carrier: The server that brought it; `nil` where it was handed in here.
    ///   - isStillSo: Whether what was decided on is still so.
    func commit(
        _ verified: VerifiedStatement,
        under leave: consuming StatementLeave,
        terms: ReplyTerms = .none,
        policy: ContentDigest? = nil,
        from carrier: StatementCarrier? = nil,
        where isStillSo: @escaping @Sendable (borrowing ReadView) throws -> Bool = { _ in true }
    ) -> EventLoopFuture<StoredStatement> {
        let receivedAt = max(self.context.clock(), self.context.store.committer.lastCommitted)
        let sealed: SealedStatement
        do {
            sealed = try self.context.seal.sealer.accept(verified, under: leave, at: receivedAt, from: carrier)
        } catch {
            return self.eventLoop.makeFailedFuture(error)
        }
        let promise = self.eventLoop.makePromise(of: StoredStatement.self)
        let (bell, withdrawals) = (self.context.bell, self.context.withdrawals)
        self.context.store.committer.commit(
            { transaction in
                let stored = try transaction.insert(sealed, terms: terms, where: isStillSo) { forward, view in
                    try self.decideAgain(forward, in: view, at: receivedAt)
                }
                if let carrier { try transaction.note(stored.digest, broughtBy: carrier.server) }
                if case .withdrawal = sealed.declaration, !stored.isRepeated {
                    transaction.ifUndone { try? withdrawals.remove([sealed.message]) }
                    try withdrawals.keep(sealed)
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

extension ExchangeContext {
    /// A message as statements name it, here and at other servers.
    func subject(
        _ message: StoredMessage,
        elsewhere: [(server: OIN, message: MessageID)] = [],
        forwardedTo: [MailboxAddress] = []
    ) -> StatementSubject {
        StatementSubject(
            message: message.id,
            container: message.containerDigest,
            server: self.server,
            header: message.header,
            forwardedTo: forwardedTo,
            elsewhere: elsewhere
        )
    }
}
