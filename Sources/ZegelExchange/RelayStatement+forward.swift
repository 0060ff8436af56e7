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

    /// The same to some of those whom it names alone.
    func only(_ isMeant: (MailboxAddress) -> Bool) -> Statement.Passage {
        Statement.Passage(
            to: self.passage.to.filter(isMeant),
            purpose: self.passage.purpose,
            legalBasis: self.passage.legalBasis
        )
    }
}

extension RelayStatement {
    /// Takes a forward down as the server says that it stands; those who are to have the message here by it are decided on.
    func take(_ forward: RelayedForward, of found: RelayedMessage) -> EventLoopFuture<StoredStatement> {
        let here = self.here(forward)
        guard !here.to.isEmpty else {
            let detail = "None of those whom the forward names has its post here, or at a server further on."
            return self.call.eventLoop.makeFailedFuture(Problem(.relayUnknown, detail))
        }
        let (rules, now) = (self.call.context.policy.rules, self.call.context.clock())
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            if try Self.isDelivered(forward, here, view) { return nil }
            return try Self.ground(forward, here, found, rules, at: now, in: view)
        }
        .flatMap { (ground: ForwardGround?) in
            guard let ground else { return self.call.answerAgain(forward.verified.digest) }
            return self.decide(forward, here, found, ground).flatMapError { error in
                guard case CommitError.stale = error else { return self.call.eventLoop.makeFailedFuture(error) }
                return self.take(forward, of: found)
            }
        }
    }

    /// Of those whom a forward names: who is to have the message here by it, or further on; all of them where it is only told.
    private func here(_ forward: RelayedForward) -> Statement.Passage {
        guard forward.word == .deliver else { return forward.passage }
        let (routes, peer) = (self.call.context.store.routes, self.call.peer.oin)
        return forward.only { routes.server(of: $0.mailbox) != peer }
    }

    /// Whether all of them have the message by it, or by another: then the answer is as it was, whatever became of the message since.
    private static func isDelivered(
        _ forward: RelayedForward,
        _ here: Statement.Passage,
        _ view: borrowing ReadView
    ) throws -> Bool {
        guard forward.word == .deliver, let stored = try view.statement(forward.verified.digest), !stored.waits,
            let message = try view.message(stored.message, visibleTo: here.to.map(\.mailbox))
        else { return false }
        let holders = message.deliveries.map(\.mailbox)
        return here.to.allSatisfy { holders.contains($0.mailbox) }
    }

    private static func ground(
        _ forward: RelayedForward,
        _ here: Statement.Passage,
        _ found: RelayedMessage,
        _ rules: Rules,
        at moment: Instant,
        in view: borrowing ReadView
    ) throws -> ForwardGround {
        let message = try view.again(found.message)
        let known = message.deliveries.map(\.mailbox)
        let passed = try view.forwards(of: message).filter { $0.state == .done }.flatMap(\.passage.to).map(\.mailbox)
        let elsewhere = (message.header.to.map(\.address.mailbox) + passed).filter { !known.contains($0) }
        return try ForwardGround(
            message,
            here,
            by: forward.from.mailbox,
            elsewhere: elsewhere.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            in: view,
            rules,
            at: moment
        )
    }

    private func decide(
        _ forward: RelayedForward,
        _ here: Statement.Passage,
        _ found: RelayedMessage,
        _ ground: ForwardGround
    ) -> EventLoopFuture<StoredStatement> {
        let (policy, word) = (self.call.context.policy, forward.word)
        switch ground.rules.engine.authorize(
            self.call.peer,
            toRelay: word,
            of: ForwardedHere(passage: here, from: forward.from, facts: ground.facts),
            about: found.message.header,
            trace: self.call.trace
        ) {
        case .denied(let denial): return self.call.context.refuse(denial, on: self.call.eventLoop)
        case .granted(let leave):
            return self.call.commit(
                forward.verified,
                under: leave,
                policy: ground.rules.engine.policy.digest,
                from: StatementCarrier(server: self.call.peer.oin, word: word)
            ) { view in
                guard word == .deliver else { return true }
                let rules = Rules(engine: ground.rules.engine, cases: policy.rules.cases)
                return try Self.ground(forward, here, found, rules, at: ground.facts.asOf, in: view).facts
                    == ground.facts
            }
        }
    }
}
