// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes a message that was sealed before, with what the seal says: by its sender, who was given it, or by a server that it passed.
///
/// It is written to a file as it is; what was sealed is verified, then the policy decides, and it is sealed and logged anew. Both ways have
/// all of that in common; ``BroughtWay`` is what they differ in.
package final class BroughtMessage: MessageIntake {
    private let call: ExchangeCall
    private let way: any BroughtWay
    private let body: ResubmittedBody
    private var leave: Authorization?
    private var ground: SendingGround?

    private init(_ call: ExchangeCall, _ way: any BroughtWay) {
        self.call = call
        self.way = way
        self.body = ResubmittedBody(call.context.store, call.context.limits)
    }

    /// Begins to take back a message that this server has lost.
    package static func resubmitted(_ call: ExchangeCall) -> BroughtMessage {
        BroughtMessage(call, ResubmitMessage(call: call))
    }

    /// Begins to take a message from another server.
    package static func relayed(_ call: ExchangeCall) -> BroughtMessage {
        BroughtMessage(call, RelayMessage(call: call))
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
    /// - Returns: A future that succeeds once the message is durable, or where it is there already, and fails with the ``Problem`` that
    ///   refuses it.
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
                return self.call.context.fail(error, recording: record, on: self.call.eventLoop)
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
        let header = arrived.container.checked.opening.header
        do { try self.way.mustBring(header) } catch { return self.call.eventLoop.makeFailedFuture(error) }
        let digest = ContentDigest(bytes: arrived.container.checked.index.digest)
        let way = self.way
        return self.call.context.store.read(on: self.call.eventLoop) { view -> FoundMessage? in
            guard let digest, let same = try view.message(withContainer: digest, from: header.from.oin) else {
                return nil
            }
            return FoundMessage(
                message: same,
                isKnown: try way.knows(same, in: view),
                bringer: try view.hops(of: same).last?.server
            )
        }
        .assumeIsolated()
        .flatMap { found in
            if let found, found.isKnown { return self.same(found) }
            return self.way.prove(arrived).assumeIsolated()
                .flatMap { proof in
                    if let found { return self.same(found) }
                    return self.rule(header, proof).assumeIsolated()
                        .flatMapThrowing { try self.verified(arrived, proof) }
                        .flatMap { self.commit($0, arrived, proof) }
                        .nonisolated()
                }
                .nonisolated()
        }
        .nonisolated()
    }

    private func same(_ found: FoundMessage) -> EventLoopFuture<SubmitMessage.Outcome> {
        do { try self.way.mustAnswer(broughtBy: found.bringer) } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        return self.call.context.proved(found.message, on: self.call.eventLoop).map { .same($0) }
    }

    private func rule(_ header: MessageHeader, _ proof: BroughtProof) -> EventLoopFuture<Void> {
        self.way.ground(of: header).assumeIsolated()
            .flatMap { ground in
                self.ground = ground
                switch self.way.decide(header, proof, ground) {
                case .allowed(let authorization):
                    self.leave = consume authorization
                    return self.call.eventLoop.makeSucceededVoidFuture()
                case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
                }
            }
            .nonisolated()
    }

    /// The signing-time is judged when the message came first.
    private func verified(_ arrived: ResubmittedBody.Arrived, _ proof: BroughtProof) throws -> VerifiedContainer {
        var limits = self.call.context.limits
        if let age = self.leave?.signingAge { limits.signingAge = age }
        let checked = arrived.container.checked
        return try checked.verified(
            by: judgeSender(
                checked.opening,
                signature: proof.signature,
                trusted: proof.signer,
                at: proof.cameAt,
                limits: limits
            )
        )
    }

    private func commit(
        _ container: VerifiedContainer,
        _ arrived: ResubmittedBody.Arrived,
        _ proof: BroughtProof
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        self.call.eventLoop.makeCompletedFuture { try self.seal(container, proof) }.assumeIsolated()
            .flatMap { sealed in self.way.insert(sealed, arrived.container.content, proof, decidedOn: self.ground) }
            .flatMapError { error in
                guard case CommitError.stale = error else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.rule(container.header, proof).assumeIsolated()
                    .flatMap { self.commit(container, arrived, proof) }
                    .nonisolated()
            }
            .nonisolated()
    }

    private func seal(_ container: VerifiedContainer, _ proof: BroughtProof) throws -> SealedMessage {
        let context = self.call.context
        try context.time.check(at: context.clock())
        try context.mustHold(
            container.evidence + (proof.custody?.evidence ?? []) + context.seal.evidence,
            and: proof.custody?.custody.entries.map(\.bytes.count) ?? []
        )
        guard let leave = self.leave.take() else {
            throw Problem(.internalError, "A message came to its seal without leave.")
        }
        return try context.seal.sealer.seal(
            container,
            under: leave,
            as: proof.id,
            at: max(context.clock(), context.store.committer.lastCommitted),
            evidence: context.seal.evidence,
            previous: proof.previous,
            custody: proof.custody
        )
    }

    private func takeRecord() -> DecisionRecord? {
        guard let leave = self.leave.take() else { return nil }
        return leave.record
    }
}

/// The message that came as the same container.
private struct FoundMessage: Sendable {
    let message: StoredMessage
    /// Whether who brings it knows that it is here.
    let isKnown: Bool
    /// The server that brought it; `nil` where its originator did.
    let bringer: OIN?
}

/// How a message that was sealed before comes: who may bring it, what has to hold, and by which rules it is decided.
protocol BroughtWay: Sendable {
    /// Holds a header to who brings it, before anything is looked up.
    func mustBring(_ header: MessageHeader) throws(Problem)

    /// Whether who brings it knows that a message is here, and may be told at once; anyone else shows first how it came by it.
    func knows(_ same: StoredMessage, in view: borrowing ReadView) throws -> Bool

    /// Verifies what was sealed, and who signed the message; it fails with the ``Problem`` that does not hold.
    func prove(_ arrived: ResubmittedBody.Arrived) -> EventLoopFuture<BroughtProof>

    /// Looks up what a decision stands on.
    func ground(of header: MessageHeader) -> EventLoopFuture<SendingGround?>

    /// Decides.
    func decide(_ header: MessageHeader, _ proof: BroughtProof, _ ground: SendingGround?) -> Ruling

    /// Stores it.
    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        _ proof: BroughtProof,
        decidedOn ground: SendingGround?
    ) -> EventLoopFuture<SubmitMessage.Outcome>

    /// Whether a message that is here already can be answered with its receipt as it was first given.
    ///
    /// - Parameter server: The server that brought it; `nil` where its originator did.
    func mustAnswer(broughtBy server: OIN?) throws(Problem)
}

extension BroughtWay {
    func mustAnswer(broughtBy server: OIN?) throws(Problem) {}
}

/// What was verified of a message that was sealed before.
struct BroughtProof: Sendable {
    /// The name that it gets here.
    let id: MessageID
    /// When its sender handed it in for the first time.
    let cameAt: Instant
    /// The sender's signature, which holds.
    let signature: VerifiedSignature
    /// Who made it.
    let signer: TrustedCertificate
    /// The seal that it has from this server from before.
    var previous: [ContentDigest] = []
    /// The servers that it passed.
    var custody: VerifiedCustody?
    /// The forwards that come with it, and the consents, in order.
    var passages: [VerifiedStatement] = []
}
