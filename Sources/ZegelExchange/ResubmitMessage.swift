// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes back a message that this server accepted once and has lost, from its sender's receipt (DESIGN §4.4).
///
/// The old seal has to be our own, for this sender, and an earlier log of ours has to have it. The sender's signing-time is judged at the
/// old `receivedAt`; all else is judged now: its certificate, and by the policy whether the message may still be delivered. It keeps its
/// id, is sealed and logged anew, and waits again for its second person and its addressees.
struct ResubmitMessage: BroughtWay {
    let call: ExchangeCall

    func mustBring(_ header: MessageHeader) throws(Problem) { try self.call.peer.mustSpeak(for: header) }

    /// It is its own.
    func knows(_ same: StoredMessage, in view: borrowing ReadView) -> Bool { true }

    func prove(_ arrived: ResubmittedBody.Arrived) -> EventLoopFuture<BroughtProof> {
        let (context, eventLoop) = (self.call.context, self.call.eventLoop)
        let (acceptance, oin) = (arrived.resubmission.acceptance, self.call.peer.oin)
        let digest = ContentDigest(bytes: arrived.container.checked.index.digest)
        return context.store.read(on: eventLoop) { view in
            if try digest.map({ try view.hasEnded($0) }) == true { throw Problem(.ended) }
            return (try view.earlierLogs(), try view.has(acceptance.id))
        }
        .flatMap { logs, isTaken in context.mustBeOurs(arrived, sentBy: oin, logs, isTaken, on: eventLoop) }
        .flatMapThrowing { try arrived.container.checked.opening.signedBy() }
        .flatMap { signature in
            context.trusted(signature, as: .seal, at: context.clock(), on: eventLoop).map { signer in
                BroughtProof(
                    id: acceptance.id,
                    cameAt: acceptance.receivedAt,
                    signature: signature,
                    signer: signer,
                    previous: [ContentDigest(of: arrived.resubmission.seal)]
                )
            }
        }
    }

    /// Its delivery asks for less than handing it in did.
    func ground(of header: MessageHeader) -> EventLoopFuture<SendingGround?> {
        self.call.eventLoop.makeSucceededFuture(nil)
    }

    func decide(_ header: MessageHeader, _ proof: BroughtProof, _ ground: SendingGround?) -> Ruling {
        let (now, rules) = (self.call.context.clock(), self.call.context.policy.rules)
        let facts = Facts(asOf: now, caseTable: rules.cases.table(of: HeaderView(header), at: now))
        return rules.engine.authorize(self.call.peer, toResubmit: header, facts: facts, trace: self.call.trace)
    }

    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        _ proof: BroughtProof,
        decidedOn ground: SendingGround?
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        self.call.context.insert(resubmitted: sealed, content, on: self.call.eventLoop)
    }
}
