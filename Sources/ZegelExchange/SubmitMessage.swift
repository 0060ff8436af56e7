// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
package import ZegelStore
import ZegelTrust
import ZegelVerify

/// Hands in one message: decide, seal, store, in this order (DESIGN §3).
///
/// The leave to seal is minted when the header has been read, lives here, and is spent by sealing on this event loop; only the sealed
/// message crosses to the committer. Everything here runs on the stream's event loop.
package final class SubmitMessage: MessageIntake {
    /// How a submission ended well.
    package enum Outcome: Sendable {
        /// It is stored, and durable.
        case created(StoredMessage)
        /// The same container from the same organisation was stored before.
        case same(StoredMessage)
    }

    private let call: ExchangeCall
    private let upload: StoredUpload?
    private let body: SubmittedBody
    private var leave: Authorization?
    /// What the leave was decided on.
    private var ground: SendingGround?
    private var opening: ContainerOpening?
    /// The refusal that stands unless the container proves to be one that was accepted before.
    private var repeated: RepeatedSubmission?

    /// Begins a submission.
    ///
    /// - Parameter upload: What its container came in, if it came in parts: the transaction that stores the message settles it.
    package init(_ call: ExchangeCall, of upload: StoredUpload? = nil) {
        self.call = call
        self.upload = upload
        self.body = SubmittedBody(context: call.context, eventLoop: call.eventLoop)
    }

    /// Whether the opening has been read and the policy did not refuse.
    var isDecided: Bool { self.opening != nil && (self.leave != nil || self.repeated != nil) }

    /// Takes a piece of the container.
    ///
    /// - Returns: `nil` where the next piece may come at once. Otherwise a future that succeeds when it may, and fails with the
    ///   ``Problem`` that refuses the message, so that the answer need not wait for the rest.
    package func take(_ bytes: ByteBuffer) -> EventLoopFuture<Void>? {
        self.body.take(bytes)?.assumeIsolated().flatMap { self.consider($0) }.nonisolated()
    }

    /// Ends the submission when the request has ended.
    ///
    /// - Returns: A future that succeeds once the message is durable, and fails with the ``Problem`` that refuses it.
    package func end() -> EventLoopFuture<Outcome> {
        self.body.readRest().assumeIsolated()
            .flatMap { self.consider($0) }
            .flatMap { self.body.finish() }
            .flatMapErrorThrowing { throw Problem(any: $0) }
            .flatMap { self.accept($0) }
            .map { outcome in
                if case .same = outcome { self.body.discard() }
                self.call.context.passed(.answering)
                return outcome
            }
            .flatMapError { error in
                self.body.discard()
                return self.refused(error)
            }
            .nonisolated()
    }

    /// Gives up: the client is gone, or was answered.
    package func abandon() {
        self.body.discard()
        let _: EventLoopFuture<Void> = self.refused(Problem(.internalError))
    }

    // MARK: - Decide

    /// Decides once the opening is there; then a fault of the container counts.
    private func consider(_ reading: Reading) -> EventLoopFuture<Void> {
        guard self.opening == nil, let opening = reading.opening else {
            return self.fail(reading.fault)
        }
        self.opening = opening
        return self.decide(opening).assumeIsolated().flatMap { self.fail(reading.fault) }.nonisolated()
    }

    private func fail(_ fault: Problem?) -> EventLoopFuture<Void> {
        guard let fault else { return self.call.eventLoop.makeSucceededVoidFuture() }
        return self.refused(fault)
    }

    /// Fails with an error, once the decision that led to nothing is on record: else who never ends a container could ask for free.
    private func refused<Value: Sendable>(_ error: any Error) -> EventLoopFuture<Value> {
        if let repeated = self.repeated.take() {
            return self.call.context.refuse(repeated.denial, on: self.call.eventLoop)
        }
        guard let record = self.takeRecord() else { return self.call.eventLoop.makeFailedFuture(error) }
        return self.call.context.fail(error, recording: record, on: self.call.eventLoop)
    }

    private func decide(_ opening: ContainerOpening) -> EventLoopFuture<Void> {
        let header = opening.header
        do { try self.call.peer.mustSpeak(for: header) } catch { return self.call.eventLoop.makeFailedFuture(error) }
        return self.call.context.ground(of: HeaderView(header), on: self.call.eventLoop).assumeIsolated()
            .flatMap { ground in self.rule(opening, ground) }
            .nonisolated()
    }

    private func rule(_ opening: ContainerOpening, _ ground: SendingGround) -> EventLoopFuture<Void> {
        self.ground = ground
        switch ground.rules.engine.authorize(
            self.call.peer,
            toSend: opening.header,
            facts: ground.facts,
            trace: self.call.trace
        )
        {
        case .allowed(let authorization):
            self.leave = consume authorization
            return self.call.eventLoop.makeSucceededVoidFuture()
        case .denied(let denial):
            return self.call.context.earlier(like: opening, from: self.call.peer.oin, on: self.call.eventLoop)
                .assumeIsolated()
                .flatMap { earlier in
                    guard let earlier else { return self.call.context.refuse(denial, on: self.call.eventLoop) }
                    self.repeated = RepeatedSubmission(earlier: earlier, denial: denial)
                    return self.call.eventLoop.makeSucceededVoidFuture()
                }
                .nonisolated()
        }
    }

    /// Gives the leave back unused; what is left of it is the record of its decision.
    private func takeRecord() -> DecisionRecord? {
        guard let leave = self.leave.take() else { return nil }
        return leave.record
    }

    // MARK: - Seal and store

    private func accept(_ arrived: ArrivedContainer) -> EventLoopFuture<Outcome> {
        if let repeated = self.repeated {
            guard repeated.earlier.containerDigest.bytes == arrived.checked.index.digest else {
                return self.refused(Problem(.internalError))
            }
            self.repeated = nil
            return self.same(repeated.earlier)
        }
        return self.call.context.judgeSender(
            of: arrived.checked.opening,
            within: self.leave?.signingAge,
            on: self.call.eventLoop
        )
        .assumeIsolated()
        .flatMapThrowing { try arrived.checked.verified(by: $0) }
        .flatMap { self.commit($0, arrived.content) }
        .flatMapError { self.unlessSame(arrived, as: $0) }
        .nonisolated()
    }

    /// Seals and commits; what was handed back as stale is decided and sealed again (DESIGN §3.6).
    private func commit(_ container: VerifiedContainer, _ content: MessageContent) -> EventLoopFuture<Outcome> {
        self.call.eventLoop.makeCompletedFuture { try self.seal(container) }.assumeIsolated()
            .flatMap { sealed in
                self.call.context.passed(.sealed)
                return self.call.context.insert(
                    sealed,
                    content,
                    of: self.upload,
                    decidedOn: self.ground,
                    on: self.call.eventLoop
                )
            }
            .flatMapError { error in
                guard case CommitError.stale = error else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.call.context.ground(of: HeaderView(container.header), on: self.call.eventLoop)
                    .assumeIsolated()
                    .flatMap { ground in self.rule(container.opening, ground) }
                    .flatMap { self.commit(container, content) }
                    .nonisolated()
            }
            .nonisolated()
    }

    private func seal(_ container: VerifiedContainer) throws -> SealedMessage {
        try self.call.context.time.check(at: self.call.context.clock())
        try self.call.context.mustHold(container.evidence + self.call.context.seal.evidence)
        guard let leave = self.leave.take() else {
            throw Problem(.internalError, "A message came to its seal without leave.")
        }
        let receivedAt = max(self.call.context.clock(), self.call.context.store.committer.lastCommitted)
        return try self.call.context.seal.sealer.seal(
            container,
            under: leave,
            as: .random(),
            at: receivedAt,
            evidence: self.call.context.seal.evidence
        )
    }

    private func same(_ earlier: StoredMessage) -> EventLoopFuture<Outcome> {
        self.call.context.proved(earlier, on: self.call.eventLoop).map { .same($0) }
    }

    /// A container that was accepted before is answered with its receipt, whatever would refuse it today.
    private func unlessSame(_ arrived: ArrivedContainer, as error: any Error) -> EventLoopFuture<Outcome> {
        guard let digest = ContentDigest(bytes: arrived.checked.index.digest) else {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        let oin = self.call.peer.oin
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.message(withContainer: digest, from: oin)
        }
        // Where the store cannot say whether it was, the error stands.
        .flatMapErrorThrowing { _ in throw error }
        .assumeIsolated()
        .flatMap { earlier in
            if let earlier { return self.same(earlier) }
            return self.refused(error)
        }
        .nonisolated()
    }
}

/// A submission that would be refused, and yet may be one that was accepted before.
private struct RepeatedSubmission {
    let earlier: StoredMessage
    let denial: Denial
}
