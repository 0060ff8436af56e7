// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

/// Passing a message on: the policy decides with what the originator said, and what it is told must still be so when it counts.
extension MakeStatement {
    /// Decides on a forward and stores it, with effect or as one that waits for the originator's consent.
    ///
    /// A consent that comes while it is on its way, or another policy, has it decided anew: so none waits for a consent that is there.
    func passOn(
        _ verified: VerifiedStatement,
        about message: StoredMessage,
        _ passage: Statement.Passage
    ) -> EventLoopFuture<StoredStatement> {
        let (rules, now, mailbox) = (
            self.call.context.policy.rules, self.call.context.clock(), verified.statement.mailbox
        )
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            let isRepeated = try view.statement(verified.digest) != nil
            let ground = try ForwardGround(view.again(message), passage, by: mailbox, in: view, rules, at: now)
            return (isRepeated, ground)
        }
        .flatMap { (isRepeated: Bool, ground: ForwardGround) in
            if isRepeated { return self.call.answerAgain(verified.digest) }
            return self.decide(verified, about: message, passage, ground).flatMapError { error in
                guard case CommitError.stale = error else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.passOn(verified, about: message, passage)
            }
        }
    }

    private func decide(
        _ verified: VerifiedStatement,
        about message: StoredMessage,
        _ passage: Statement.Passage,
        _ ground: ForwardGround
    ) -> EventLoopFuture<StoredStatement> {
        let (policy, mailbox) = (self.call.context.policy, verified.statement.mailbox)
        switch ground.rules.engine.authorize(
            self.call.peer,
            toForward: passage,
            by: mailbox,
            of: message.header,
            facts: ground.facts,
            trace: self.call.trace
        ) {
        case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
        case .granted(let leave):
            return self.call.commit(verified, under: leave, policy: ground.rules.engine.policy.digest) { view in
                let rules = Rules(engine: ground.rules.engine, cases: policy.rules.cases)
                let (message, moment) = (try view.again(message), ground.facts.asOf)
                return try ForwardGround(message, passage, by: mailbox, in: view, rules, at: moment).facts
                    == ground.facts
            }
        }
    }
}

extension ExchangeCall {
    /// The receipt of a statement that was stored before, whatever became of the message since.
    func answerAgain(_ digest: ContentDigest) -> EventLoopFuture<StoredStatement> {
        let promise = self.eventLoop.makePromise(of: StoredStatement.self)
        self.context.store.committer.commit(
            { transaction in try transaction.statement(digest) },
            proving: { try $0.proved(by: $1) },
            answering: promise
        )
        return promise.futureResult
    }

    /// Decides on a forward that waited, in the transaction of the consent.
    func decideAgain(
        _ open: OpenForward,
        in view: borrowing ReadView,
        at moment: Instant
    ) throws -> ForwardVerdict {
        let rules = self.context.policy.rules
        let (mailbox, passage) = (open.forward.mailbox, open.forward.passage)
        let ground = try ForwardGround(open.message, passage, by: mailbox, in: view, rules, at: moment)
        // A mailbox that nobody has any more is not the asker's either, and the policy refuses it as unknown.
        let owner = rules.engine.policy.organisations.owner(of: mailbox)?.oin ?? self.peer.oin
        return rules.engine.verdict(
            on: passage,
            from: MailboxAddress(oin: owner, mailbox: mailbox),
            of: open.message.header,
            consentedBy: self.peer,
            facts: ground.facts,
            trace: self.trace
        )
    }
}
