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

    /// Decides on what a server of partners brings, which must be of one whom the policy lets it speak for: an originator that it brings
    /// messages of, or an addressee whose post goes there.
    func decide(relayed question: Question, by server: OIN) -> Decision {
        var decision = self.decide(question)
        let organisations = self.policy.organisations
        let partner = organisations.server(server)
        let isSpokenFor: Bool
        switch question.action {
        case .send:
            if question.facts.release < decision.releases { decision = decision.denied(by: .releaseRequired) }
            let sender = question.header.from.flatMap { from in
                organisations.owner(of: from.mailbox)?.oin == from.oin ? from.oin : nil
            }
            isSpokenFor = sender.map { partner?.brings(messagesOf: $0) ?? false } ?? false
        case .release, .withdraw, .correct, .consent:
            let speaker = question.facts.asker.flatMap { organisations.owner(of: $0)?.oin }
            isSpokenFor = speaker.map { partner?.brings(messagesOf: $0) ?? false } ?? false
        default:
            let speaker = question.facts.asker.flatMap { organisations.owner(of: $0)?.oin }
            isSpokenFor = speaker.map { partner?.serves.contains($0) ?? false } ?? false
        }
        return isSpokenFor ? decision : decision.denied(by: .notMember)
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
