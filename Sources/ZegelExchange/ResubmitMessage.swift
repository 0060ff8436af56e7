// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelVerify

/// Takes back a message that this server accepted once and has lost, from its sender's receipt (DESIGN §4.4).
///
/// The old seal has to be our own, for this sender, and an earlier log of ours has to have it. The sender's signing-time is judged at the
/// old `receivedAt`; all else is judged now: its certificate, and by the policy whether the message may still be delivered. It keeps its
/// id, is sealed and logged anew, and waits again for its second person and its addressees.
package final class ResubmitMessage: MessageIntake {
    private let call: ExchangeCall
    private let body: ResubmittedBody
    private var leave: Authorization?

    /// Begins.
    package init(_ call: ExchangeCall) {
        self.call = call
        self.body = ResubmittedBody(call.context.store, call.context.limits)
    }

    /// Takes a piece.
    ///
    /// - Returns: A future that succeeds when the next may come.
    package func take(_ bytes: ByteBuffer) -> EventLoopFuture<Void>? {
        let body = self.body
        return self.call.context.store.perform(on: self.call.eventLoop) {
            try body.take(ArraySlice(bytes.readableBytesView))
        }
    }

    /// Ends when the request has ended.
    ///
    /// - Returns: A future that succeeds once the message is durable, or where it was never lost, and fails with the ``Problem`` that refuses it.
    package func end() -> EventLoopFuture<SubmitMessage.Outcome> {
        let body = self.body
        return self.call.context.store.perform(on: self.call.eventLoop) { try body.finish() }.assumeIsolated()
            .flatMap { self.accept($0) }
            .map { outcome in
                if case .created = outcome { self.discard(keepingContent: true) } else { self.abandon() }
                return outcome
            }
            .flatMapError { error in
                self.abandon()
                guard let record = self.takeRecord() else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.call.context.record(record, on: self.call.eventLoop).flatMapThrowing { throw error }
            }
            .nonisolated()
    }

    /// Gives up: the client is gone, or was answered.
    package func abandon() { self.discard(keepingContent: false) }

    private func discard(keepingContent isStored: Bool) {
        let body = self.body
        self.call.context.store.perform(on: self.call.eventLoop) { body.discard(keepingContent: isStored) }
            .whenComplete { _ in }
    }

    // MARK: -

    private func accept(_ arrived: ResubmittedBody.Arrived) -> EventLoopFuture<SubmitMessage.Outcome> {
        let (peer, header) = (self.call.peer, arrived.container.checked.opening.header)
        do { try peer.mustSpeak(for: header) } catch { return self.call.eventLoop.makeFailedFuture(error) }
        let id = arrived.resubmission.acceptance.id
        let digest = ContentDigest(bytes: arrived.container.checked.index.digest)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            let same = try digest.flatMap { try view.message(withContainer: $0, from: peer.oin) }
            return (same, try view.earlierLogs(), try view.has(id))
        }
        .assumeIsolated()
        .flatMap { same, logs, isTaken in
            if let same {
                return self.call.context.proved(same, on: self.call.eventLoop).map { .same($0) }
            }
            return self.call.context.mustBeOurs(arrived, sentBy: peer.oin, logs, isTaken, on: self.call.eventLoop)
                .assumeIsolated()
                .flatMap { self.rule(header) }
                .flatMap { self.verified(arrived) }
                .flatMap { self.commit($0, arrived) }
                .nonisolated()
        }
        .nonisolated()
    }

    private func rule(_ header: MessageHeader) -> EventLoopFuture<Void> {
        let (now, rules) = (self.call.context.clock(), self.call.context.policy.rules)
        let facts = Facts(asOf: now, caseTable: rules.cases.table(of: HeaderView(header), at: now))
        switch rules.engine.authorize(self.call.peer, toResubmit: header, facts: facts, trace: self.call.trace) {
        case .allowed(let authorization):
            self.leave = consume authorization
            return self.call.eventLoop.makeSucceededVoidFuture()
        case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
        }
    }

    /// The sender's certificate is judged now, its signing-time when the message came first.
    private func verified(_ arrived: ResubmittedBody.Arrived) -> EventLoopFuture<VerifiedContainer> {
        self.call.context.judgeSender(
            of: arrived.container.checked.opening,
            within: self.leave?.signingAge,
            arrivedAt: arrived.resubmission.acceptance.receivedAt,
            on: self.call.eventLoop
        )
        .flatMapThrowing { try arrived.container.checked.verified(by: $0) }
    }

    private func commit(
        _ container: VerifiedContainer,
        _ arrived: ResubmittedBody.Arrived
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        self.call.eventLoop.makeCompletedFuture { try self.seal(container, arrived.resubmission) }.assumeIsolated()
            .flatMap { sealed in
                self.call.context.insert(resubmitted: sealed, arrived.container.content, on: self.call.eventLoop)
            }
            .flatMapError { error in
                guard case CommitError.stale = error else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.rule(container.header).assumeIsolated().flatMap { self.commit(container, arrived) }
                    .nonisolated()
            }
            .nonisolated()
    }

    private func seal(_ container: VerifiedContainer, _ resubmission: Resubmission) throws -> SealedMessage {
        let context = self.call.context
        try context.time.check(at: context.clock())
        guard let leave = self.leave.take() else {
            throw Problem(.internalError, "A message came to its seal without leave.")
        }
        return try context.seal.sealer.seal(
            container,
            under: leave,
            as: resubmission.acceptance.id,
            at: max(context.clock(), context.store.committer.lastCommitted),
            evidence: context.seal.evidence,
            previous: [ContentDigest(of: resubmission.seal)]
        )
    }

    private func takeRecord() -> DecisionRecord? {
        guard let leave = self.leave.take() else { return nil }
        return leave.record
    }
}
