// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

extension ExchangeCall {
    /// Tells who had part in a message that it is gone, with what the server states about that.
    ///
    /// There is no header any more to decide on: it is decided whether the caller may look at its mailbox, or at what it audits.
    func tellEnd<Value>(
        of erased: ErasedMessage,
        to scope: Scope.Name = .read,
        isAudit: Bool = false
    ) -> EventLoopFuture<Value> {
        let facts = Facts(asOf: self.context.clock())
        let engine = self.context.policy.engine
        let party = self.peer.mailboxes(for: scope).first(where: erased.parties.contains)
        let ruling =
            isAudit
            ? engine.authorize(self.peer, toReview: facts, trace: self.trace)
            : party.map { engine.authorize(self.peer, toList: $0, facts: facts, trace: self.trace) }
        switch ruling {
        case nil: return self.eventLoop.makeFailedFuture(Problem(.notFound))
        case .denied(let denial): return self.context.hide(denial, on: self.eventLoop)
        case .granted(let grant):
            return self.context.record(grant.record, on: self.eventLoop).flatMapThrowing { throw erased.problem }
        }
    }
}

extension ErasedMessage {
    /// The answer; before the disk is clear the server states nothing yet.
    fileprivate var problem: Problem {
        guard let signature = self.signature else {
            return Problem(.erased, "It is being destroyed; ask again for what the server states about it.")
        }
        let problem = Problem(.erased, "The server keeps what it states about the end of the message.")
            .with("record", .string(Base64.encode(self.record))).with("signature", .string(Base64.encode(signature)))
        guard let log = self.log else { return problem }
        return problem.with("proof", .string(Base64.encode(log.proof))).with("salt", .string(Base64.encode(log.salt)))
    }
}
