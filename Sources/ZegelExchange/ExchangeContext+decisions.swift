// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore

/// Decisions become durable before anyone hears of them.
extension ExchangeContext {
    /// Makes the record of a decision durable.
    ///
    /// - Parameter message: The stored message that it was about.
    func record(
        _ record: DecisionRecord,
        of message: MessageID? = nil,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Void> {
        let promise = eventLoop.makePromise(of: Void.self)
        self.store.committer.commit({ transaction in try transaction.record(record, of: message) }, answering: promise)
        return promise.futureResult
    }

    /// Makes the record of a refusal durable, then fails with what the asker hears: the refusal, or `429` where there were too many.
    func refuse<Value>(_ denial: Denial, on eventLoop: any EventLoop) -> EventLoopFuture<Value> {
        self.fail(denial.problem, recording: denial.record, on: eventLoop)
    }

    /// Makes the record of a decision that led to nothing durable, then fails with the reason, or with `429` where there were too many:
    /// whatever was decided, it cost as much as a refusal.
    func fail<Value>(
        _ reason: any Error,
        recording record: DecisionRecord,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Value> {
        let promise = eventLoop.makePromise(of: RefusalOutcome.self)
        self.store.committer.commit({ transaction in try transaction.refuse(record) }, answering: promise)
        return promise.futureResult.flatMapThrowing { outcome in
            switch outcome {
            case .recorded: throw reason
            case .limited: throw Problem(.rateExceeded, "Mend what is refused; see the first answers of this minute.")
            }
        }
    }

    /// Makes the record of a question durable, and counts it against the rate of who asked: asking is free of a message's cost.
    func count(_ record: DecisionRecord, on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        let promise = eventLoop.makePromise(of: RefusalOutcome.self)
        self.store.committer.commit({ transaction in try transaction.refuse(record) }, answering: promise)
        return promise.futureResult.flatMapThrowing { outcome in
            guard case .recorded = outcome else {
                throw Problem(.rateExceeded, "Ask less often; the message itself may be sent at any time.")
            }
        }
    }

    /// A message that was read, with the proof that the log has it.
    ///
    /// Between a commit and its signature there is none yet; a turn of the committer later there is.
    func proved(_ message: StoredMessage, on eventLoop: any EventLoop) -> EventLoopFuture<StoredMessage> {
        let store = self.store
        return store.read(on: eventLoop) { try $0.proved(message) }.flatMap { found in
            guard found.lacksProof else { return eventLoop.makeSucceededFuture(found) }
            let turn = eventLoop.makePromise(of: Void.self)
            store.committer.commit({ _ in }, answering: turn)
            return turn.futureResult.flatMap { store.read(on: eventLoop) { try $0.proved(message) } }
        }
    }

    /// Stores a sealed message with its content and decision, and what later decisions count of it.
    ///
    /// - Parameters:
    ///   - upload: What the container came in, if it came in parts; it is settled with the message.
    ///   - ground: What it was decided on.
    /// - Returns: The outcome; it fails with `CommitError.stale` where the message must be decided and sealed again, and with
    ///   `message.kenmerk-taken` where another message has the kenmerk and date, and `message.ended` where the container was here before.
    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        of upload: StoredUpload?,
        decidedOn ground: SendingGround?,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let policy = self.policy
        return self.insert(
            sealed,
            content,
            where: { view in try ground?.isStillSo(in: view, policy.rules.cases) ?? true },
            counting: { message, transaction in
                try ground?.count(message, in: transaction)
                if let upload { try transaction.settle(upload, as: message.id) }
            },
            on: eventLoop
        )
    }

    /// Stores a sealed message with its content and decision.
    ///
    /// - Parameters:
    ///   - isStillSo: Whether what it was decided on is still so.
    ///   - count: Notes what later decisions count of it.
    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        where isStillSo: @escaping @Sendable (borrowing ReadView) throws -> Bool,
        counting count: @escaping @Sendable (StoredMessage, borrowing Transaction) throws -> Void,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let promise = eventLoop.makePromise(of: Insertion.self)
        let (bell, passed, policy) = (self.bell, self.passed, self.policy)
        self.store.committer.commit(
            { transaction in
                let terms = policy.rules.engine.replyTerms(of: sealed.header, at: sealed.receivedAt)
                let insertion = try transaction.insert(sealed, content: content, terms: terms, where: isStillSo)
                passed(.inserted)
                transaction.afterCommit { passed(.committed) }
                transaction.afterCheckpoint { passed(.checkpointed) }
                if case .stored(let message) = insertion {
                    try count(message, transaction)
                    let available = message.deliveries.filter { $0.state == .available }.map(\.mailbox)
                    transaction.afterCheckpoint { bell.ring(for: available) }
                }
                return insertion
            },
            receivedAt: sealed.receivedAt,
            policy: sealed.policy,
            proving: { try $0.proved(by: $1) },
            answering: promise
        )
        return promise.futureResult.flatMapThrowing { insertion in
            switch insertion {
            case .stored(let message): return .created(message)
            case .same(let message): return .same(message)
            case .taken(let id, let digest):
                throw Problem(
                    .kenmerkTaken,
                    "Kenmerk and date of this mailbox belong to another message; use a kenmerk of its own, or hand in that container."
                )
                .with("id", .string("\(id)")).with("container", .string("\(digest)"))
            case .ended: throw Problem(.ended, "It was destroyed at the end of its term, or withdrawn.")
            }
        }
    }
}
