// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import NIOCore
import TransparencyLog
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes a message from a server of partners that it passed (DESIGN §4.2).
///
/// Nothing that the server says is believed: the seal of each server on the way is verified, with the proof that its log has it, and the
/// originator's signature as of the moment at which the first of them took it. Then our own policy decides as if the originator had handed
/// it in; it gets an id, a seal and a log entry of our own.
struct RelayMessage: BroughtWay {
    let call: ExchangeCall

    var directory: OrganisationDirectory { self.call.context.policy.engine.policy.organisations }

    func mustBring(_ header: MessageHeader) throws(Problem) {
        guard let server = self.directory.server(self.call.peer.oin), server.brings(messagesOf: header.from.oin) else {
            throw Problem(.relayUnknown, "The policy does not name it as one that brings messages of the sender.")
        }
    }

    /// The server brought it, or took it from here.
    func knows(_ same: StoredMessage, in view: borrowing ReadView) throws -> Bool {
        try view.hops(of: same).last?.server == self.call.peer.oin || view.hasTaken(same, server: self.call.peer.oin)
    }

    func prove(_ arrived: ResubmittedBody.Arrived) -> EventLoopFuture<BroughtProof> {
        let (context, directory, peer) = (self.call.context, self.directory, self.call.peer.oin)
        let custody: Custody
        let passages: [StatementOpening]
        do {
            custody = try arrived.resubmission.custody()
            passages = try arrived.resubmission.passages()
            let header = arrived.container.checked.opening.header
            try self.mustStay(header, passages.flatMap(\.statement.forwardedTo), passed: custody.servers)
        } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        return self.call.eventLoop.makeFutureWithTask {
            let forwardedTo = Set(passages.flatMap(\.statement.forwardedTo).map(\.mailbox))
            let verified = try await custody.verified(of: arrived.container.checked, forwardedTo: forwardedTo) {
                server in
                directory.server(server).flatMap { try? NoteVerifier(parsing: $0.log) }
            } judging: { signature, profile, moment in
                try await context.trusted(signature, as: profile, atPast: moment)
            }
            guard custody.servers.last == peer else {
                throw Problem(.relayInvalid, "The last seal is by another server than the one that is connected.")
            }
            return try await context.proof(of: arrived, by: verified, passages)
        }
    }

    /// Refuses what has been here, and what has nobody to go to.
    private func mustStay(
        _ header: MessageHeader,
        _ forwardedTo: [MailboxAddress],
        passed: [OIN]
    ) throws(Problem) {
        guard !passed.contains(self.call.context.server) else {
            throw Problem(.relayLoop, "The servers that it passed include this one.")
        }
        let addresses = header.to.map(\.address) + forwardedTo
        guard !self.directory.staying(of: addresses, passed: passed).isEmpty else {
            throw Problem(.relayUnknown, "None of its addressees has its post here, or at a server further on.")
        }
    }

    func ground(of header: MessageHeader) -> EventLoopFuture<SendingGround?> {
        self.call.context.ground(of: HeaderView(header), on: self.call.eventLoop).map { $0 }
    }

    func decide(_ header: MessageHeader, _ proof: BroughtProof, _ ground: SendingGround?) -> Ruling {
        let engine = ground?.rules.engine ?? self.call.context.policy.engine
        var facts = ground?.facts ?? Facts(asOf: self.call.context.clock())
        facts.release = 1 + (self.isReleased(of: header.from.oin, by: proof, under: engine) ? 1 : 0)
        return engine.authorize(
            self.call.peer,
            toRelay: header,
            passed: proof.custody?.custody.servers ?? [],
            forwards: self.forwards(of: header, proof, under: ground?.rules ?? self.call.context.policy.rules)
                .filter { $0.word == .deliver }.map(\.forward),
            facts: facts,
            trace: self.call.trace
        )
    }

    /// Whether a second person signed; where its organisation names its releasers, no other counts.
    private func isReleased(of organisation: OIN, by proof: BroughtProof, under engine: PolicyEngine) -> Bool {
        guard let certificate = proof.custody?.release?.digest else { return false }
        let releasers = engine.policy.organisations[organisation]?.releasers ?? []
        return releasers.isEmpty || releasers.contains(certificate)
    }

    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        _ proof: BroughtProof,
        decidedOn ground: SendingGround?
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let rules = ground?.rules ?? self.call.context.policy.rules
        let passages: [SealedStatement]
        do { passages = try self.passages(sealed, proof, under: rules) } catch let denied as Denied {
            return self.call.context.refuse(denied.denial, on: self.call.eventLoop)
        } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        // Of what came to nobody by its header nothing is counted: it was not sent to anyone here.
        let passed = proof.custody?.custody.servers ?? []
        let isSent = !self.directory.staying(of: sealed.header, passed: passed).isEmpty
        return self.call.insert(sealed, content, with: passages, decidedOn: isSent ? ground : nil)
    }

    /// Its receipt says nothing of the way by which a second server brings it.
    func mustAnswer(broughtBy server: OIN?) throws(Problem) {
        guard server != self.call.peer.oin else { return }
        throw Problem(.relayPresent, "Forwards of it, and statements about it, go by themselves.")
    }
}

extension ExchangeContext {
    /// Verifies the originator's signature as of the moment at which the first server took the message.
    fileprivate func proof(
        of arrived: ResubmittedBody.Arrived,
        by custody: VerifiedCustody,
        _ passages: [StatementOpening]
    ) async throws(Problem) -> BroughtProof {
        let opening = arrived.container.checked.opening
        let cameAt = min(custody.custody.hops.first?.acceptance.receivedAt ?? self.clock(), self.clock())
        let signature = try opening.signedBy()
        let signer = try await self.trusted(signature, as: .seal, atPast: cameAt)
        guard signer.oin == opening.header.from.oin else {
            throw Problem(.signerOther, "The certificate of the signature is not of the organisation in 'from'.")
        }
        let id = MessageID.random()
        return BroughtProof(
            id: id,
            cameAt: cameAt,
            signature: signature,
            signer: signer,
            custody: custody,
            passages: try await self.verified(passages, of: opening.header, as: id, custody)
        )
    }
}
