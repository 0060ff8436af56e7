// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTrust
import ZegelVerify

/// A forward that another server brings, verified, and what that server says of it.
struct RelayedForward: Sendable {
    let verified: VerifiedStatement
    let passage: Statement.Passage
    let word: ForwardWord

    init(_ verified: VerifiedStatement, _ passage: Statement.Passage, as word: ForwardWord) {
        self.verified = verified
        self.passage = passage
        self.word = word
    }

    /// Who passes it on.
    var from: MailboxAddress {
        MailboxAddress(oin: self.verified.signer.oin, mailbox: self.verified.statement.mailbox)
    }
}

extension RelayStatement {
    /// Takes a forward down as the server says that it stands.
    func take(_ forward: RelayedForward, of found: RelayedMessage) -> EventLoopFuture<StoredStatement> {
        let (rules, now) = (self.call.context.policy.rules, self.call.context.clock())
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try ForwardGround(view.again(found.message), forward.passage, by: forward.from.mailbox, in: view, rules, at: now)
        }
        .flatMap { ground in
            switch ground.rules.engine.authorize(
                self.call.peer,
                toRelay: forward.word,
                of: forward.passage,
                from: forward.from,
                about: found.message.header,
                facts: ground.facts,
                trace: self.call.trace
            ) {
            case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
            case .granted(let leave):
                let carrier = StatementCarrier(server: self.call.peer.oin, word: forward.word)
                return self.call.commit(forward.verified, under: leave, from: carrier)
            }
        }
    }
}
