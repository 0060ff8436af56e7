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
    ///   - forwards: Those that come with it and name mailboxes that have their post here or further on, those alone. Where it comes to
    ///     nobody by its header the first of them is what is decided on here; each of them is decided on besides.
    ///   - facts: What is known, the number of persons who signed among it, as was verified.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRelay header: MessageHeader,
        passed: [OIN],
        forwards: [ForwardedHere] = [],
        facts: Facts,
        trace: TraceContext
    ) -> Ruling {
        let addressees = self.policy.organisations.staying(of: header, passed: passed)
        let forward = addressees.isEmpty ? forwards.first : nil
        let question =
            forward.map { $0.question(in: header.exchange) } ?? Question(.send, HeaderView(header), facts)
        let recipients = forwards.flatMap(\.passage.to).map(\.mailbox)
            .reduce(into: addressees) { if !$0.contains($1) { $0.append($1) } }
        var decision = self.decide(relayed: question, by: peer.oin)
        if !peer.may(.relay) || recipients.isEmpty { decision = decision.denied(by: .notMember) }
        let record = self.record(
            question,
            decision,
            peer,
            trace,
            digest: header.digest,
            relayedFor: forward?.from.oin ?? header.from.oin
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
    /// - Parameter word: What the server says of it.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRelay word: ForwardWord,
        of forward: ForwardedHere,
        about header: MessageHeader,
        trace: TraceContext
    ) -> StatementRuling {
        let question = forward.question(in: header.exchange)
        var decision = self.decide(relayed: question, by: peer.oin)
        if !peer.may(.relay) { decision = decision.denied(by: .notMember) }
        let record = self.record(question, decision, peer, trace, digest: header.digest, relayedFor: forward.from.oin)
        let isSpokenFor = peer.may(.relay) && self.isSpokenFor(question, by: peer.oin)
        guard word == .deliver ? decision.isAllowed : isSpokenFor else {
            let reasons = isSpokenFor ? decision.reasons : [.notMember]
            return .denied(Denial(reasons: reasons, rules: decision.rules, record: record))
        }
        return .granted(
            StatementLeave(kind: .forward, mailbox: forward.from.mailbox, headerDigest: header.digest, record: record)
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
        case .send:
            return from?.oin == from.flatMap { organisations.owner(of: $0.mailbox)?.oin } && brings(from?.mailbox)
        case .release, .withdraw, .correct, .consent: return brings(asker)
        case .forward: return serves(from?.mailbox) || brings(question.facts.original?.header.from?.mailbox)
        // An originator refuses that its message goes on. Who has it by a forward is heard by the way that the forward went.
        default: return question.facts.byForward || serves(asker) || asker == from?.mailbox && brings(asker)
        }
    }
}

/// A forward that a server of partners brings.
package struct ForwardedHere: Sendable {
    /// To whom, what for, and on which basis; where mailboxes are to have it here, those alone.
    package let passage: Statement.Passage
    /// Who passes it on.
    package let from: MailboxAddress
    /// What is known, with the message in `original`.
    package let facts: Facts

    /// Gathers one.
    package init(passage: Statement.Passage, from: MailboxAddress, facts: Facts) {
        self.passage = passage
        self.from = from
        self.facts = facts
    }

    func question(in exchange: String) -> Question {
        Question(.forward, HeaderView(self.passage, from: self.from, in: exchange), self.facts)
    }
}

extension OrganisationDirectory {
    /// The addressees of a message that it does not leave again by the way it came: those at home here, and those of servers that it has
    /// not passed.
    package func staying(of header: MessageHeader, passed: [OIN]) -> [MailboxName] {
        self.staying(of: header.to.map(\.address), passed: passed).map(\.mailbox)
    }

    /// The same of any mailboxes.
    package func staying(of addresses: [MailboxAddress], passed: [OIN]) -> [MailboxAddress] {
        addresses.filter { address in self.server(serving: address.oin).map { !passed.contains($0.oin) } ?? true }
    }
}
