// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity

extension PolicyEngine {
    /// Decides on a message that a server of partners brings for its originator.
    ///
    /// The originator is judged as if it handed the message in itself, save that nobody is asked to release it here: the persons who have
    /// signed must have been enough.
    ///
    /// - Parameters:
    ///   - passed: The servers that the message passed, the peer included.
    ///   - facts: What is known, the number of persons who signed among it, as was verified.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRelay header: MessageHeader,
        passed: [OIN],
        facts: Facts,
        trace: TraceContext
    ) -> Ruling {
        let question = Question(.send, HeaderView(header), facts)
        let recipients = self.policy.organisations.staying(of: header, passed: passed)
        var decision = self.decide(relayed: question, by: peer.oin)
        if !peer.may(.relay) || recipients.isEmpty { decision = decision.denied(by: .notMember) }
        let record = self.record(
            question,
            decision,
            peer,
            trace,
            digest: header.digest,
            relayedFor: header.from.oin
        )
        // Nobody signs here any more.
        return self.ruling(decision, peer, header, to: recipients, releases: 1, record)
    }

    /// Decides on a statement of the mailbox `facts.asker` that a server of partners brings.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRelay kind: Statement.Kind,
        about header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> StatementRuling {
        let question = Question(kind.action, HeaderView(header), facts)
        var decision = self.decide(relayed: question, by: peer.oin)
        if !peer.may(.relay) { decision = decision.denied(by: .notMember) }
        let speaker = facts.asker.flatMap { self.policy.organisations.owner(of: $0)?.oin }
        let record = self.record(question, decision, peer, trace, digest: header.digest, relayedFor: speaker)
        guard decision.isAllowed, let asker = facts.asker else {
            return .denied(Denial(reasons: decision.reasons, rules: decision.rules, record: record))
        }
        return .granted(StatementLeave(kind: kind, mailbox: asker, headerDigest: header.digest, record: record))
    }

    /// Decides on a forward that a server of partners brings.
    ///
    /// What had effect there, or waits there, is not for this policy to allow: it is taken down as what was done, and the record says what the
    /// policy here would have said. Mailboxes that are to have the message by it here get it where the policy here lets it go on to them.
    ///
    /// - Parameters:
    ///   - word: What the server says of it.
    ///   - passage: To whom, what for, and on which basis; of whom are to have it here, those alone.
    ///   - from: Who passes it on.
    ///   - facts: With the message in `original`.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRelay word: ForwardWord,
        of passage: Statement.Passage,
        from: MailboxAddress,
        about header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> StatementRuling {
        let question = Question(.forward, HeaderView(passage, from: from, in: header.exchange), facts)
        var decision = self.decide(relayed: question, by: peer.oin)
        if !peer.may(.relay) { decision = decision.denied(by: .notMember) }
        let record = self.record(question, decision, peer, trace, digest: header.digest, relayedFor: from.oin)
        let isSpokenFor = peer.may(.relay) && self.isSpokenFor(question, by: peer.oin)
        guard word == .deliver ? decision.isAllowed : isSpokenFor else {
            let reasons = isSpokenFor ? decision.reasons : [.notMember]
            return .denied(Denial(reasons: reasons, rules: decision.rules, record: record))
        }
        return .granted(
            StatementLeave(kind: .forward, mailbox: from.mailbox, headerDigest: header.digest, record: record)
        )
    }

    /// Decides on what a server of partners brings, which must be of one whom the policy lets it speak for: an originator that it brings
    /// messages of, or an addressee whose post goes there; a forward is brought by the server of who made it, or by one that brings messages of
    /// the originator.
    func decide(relayed question: Question, by server: OIN) -> Decision {
        var decision = self.decide(question)
        if question.action == .send, question.facts.release < decision.releases {
            decision = decision.denied(by: .releaseRequired)
        }
        return self.isSpokenFor(question, by: server) ? decision : decision.denied(by: .notMember)
    }

    /// Whether the policy lets a server of partners speak for who asks.
    private func isSpokenFor(_ question: Question, by server: OIN) -> Bool {
        let organisations = self.policy.organisations
        guard let partner = organisations.server(server) else { return false }
        func brings(_ mailbox: MailboxName?) -> Bool {
            mailbox.flatMap { organisations.owner(of: $0) }.map { partner.brings(messagesOf: $0.oin) } ?? false
        }
        func serves(_ mailbox: MailboxName?) -> Bool {
            mailbox.flatMap { organisations.owner(of: $0) }.map { partner.serves.contains($0.oin) } ?? false
        }
        let (asker, from) = (question.facts.asker, question.header.from)
        switch question.action {
        case .send: return from?.oin == from.flatMap { organisations.owner(of: $0.mailbox)?.oin } && brings(from?.mailbox)
        case .release, .withdraw, .correct, .consent: return brings(asker)
        case .forward: return serves(from?.mailbox) || brings(question.facts.original?.header.from?.mailbox)
        // An originator refuses that its message goes on. Who has it by a forward is heard by the way that the forward went.
        default: return question.facts.byForward || serves(asker) || asker == from?.mailbox && brings(asker)
        }
    }
}

extension OrganisationDirectory {
    /// The addressees of a message that it does not leave again by the way it came: those at home here, and those of servers that it has
    /// not passed.
    package func staying(of header: MessageHeader, passed: [OIN]) -> [MailboxName] {
        header.to.map(\.address).filter { address in
            self.server(serving: address.oin).map { !passed.contains($0.oin) } ?? true
        }
        .map(\.mailbox)
    }
}
