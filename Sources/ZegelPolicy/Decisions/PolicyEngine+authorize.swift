// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity

extension PolicyEngine {
    /// Decides on a message that a peer hands in.
    ///
    /// Its sender must be a mailbox of the peer for which the token covers sending; the layers before have seen to it, and a mailbox of
    /// another organisation would be refused here all the same.
    ///
    /// - Parameter isQuestion: Whether it only asks what it would be answered; the record says so.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toSend header: MessageHeader,
        facts: Facts,
        trace: TraceContext,
        isQuestion: Bool = false
    ) -> Ruling {
        self.rule(
            on: Question(.send, HeaderView(header), facts),
            peer,
            header,
            trace,
            askedOf: isQuestion ? peer.oin : nil
        )
    }

    /// Decides on a message that was accepted before, and that its sender brings back after the server lost it.
    ///
    /// It is decided as its delivery is: what counts only when a message is handed in was judged then (DESIGN §4.4).
    package func authorize(
        _ peer: AuthenticatedPeer,
        toResubmit header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> Ruling {
        var facts = facts
        // Who must release it does so again, and is asked for then.
        facts.release = self.decide(.deliver, header, facts).releases
        return self.rule(on: Question(.deliver, HeaderView(header), facts), peer, header, trace)
    }

    /// Decides on a message of the peer's own.
    private func rule(
        on question: Question,
        _ peer: AuthenticatedPeer,
        _ header: MessageHeader,
        _ trace: TraceContext,
        askedOf: OIN? = nil
    ) -> Ruling {
        var decision = self.decide(question)
        if !self.speaks(peer, .send, for: header.from.mailbox) || header.from.oin != peer.oin {
            decision = decision.denied(by: .notMember)
        }
        let record = self.record(question, decision, peer, trace, digest: header.digest, askedOf: askedOf)
        let recipients = header.to.map(\.address.mailbox)
        return self.ruling(decision, peer, header, to: recipients, releases: decision.releases, record)
    }

    /// What a decision on a message comes to.
    func ruling(
        _ decision: Decision,
        _ peer: AuthenticatedPeer,
        _ header: MessageHeader,
        to recipients: [MailboxName],
        releases: Int,
        _ record: DecisionRecord
    ) -> Ruling {
        guard decision.isAllowed else {
            return .denied(Denial(reasons: decision.reasons, rules: decision.rules, record: record))
        }
        return .allowed(
            Authorization(
                sender: header.from,
                headerDigest: header.digest,
                recipients: recipients,
                submittedBy: peer.oin,
                certificate: peer.connection.certificate,
                policy: self.policy.digest,
                releases: releases,
                signingAge: decision.signingAge ?? Limits().signingAge,
                record: record
            )
        )
    }

    /// Decides on looking at a message as one of its parties; the peer's mailbox that is one asks.
    ///
    /// - Parameter forwardedTo: The mailboxes that have it by a forward.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRead header: MessageHeader,
        forwardedTo: [MailboxName] = [],
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        let mailboxes = peer.mailboxes(for: .read)
        let isOriginator = mailboxes.contains(header.from.mailbox)
        let addressee = header.to.map(\.address.mailbox).first(where: mailboxes.contains)
        let further = forwardedTo.first(where: mailboxes.contains)
        var facts = facts
        facts.asker = isOriginator ? header.from.mailbox : addressee ?? further
        facts.byForward = !isOriginator && addressee == nil && further != nil
        return self.grant(.read, .read, peer, header, facts, trace, isOriginator ? .originator : .addressee)
    }

    /// Decides on looking at a message as an auditor of its exchange.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toAudit header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        let auditors = self.policy.exchanges[header.exchange]?.auditors ?? []
        var facts = facts
        facts.asker = peer.mailboxes(for: .audit).first(where: auditors.contains)
        return self.grant(.audit, .audit, peer, header, facts, trace, .audit)
    }

    /// Decides on a statement that the mailbox `facts.asker` makes about a message.
    ///
    /// A release lets the message go: it is decided as the delivery that it is, with the number of persons who will then have signed. A
    /// forward is for ``authorize(_:toForward:by:of:facts:trace:)``; here it is refused.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toState kind: Statement.Kind,
        about header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> StatementRuling {
        let view: ExportRecord.View = kind.isOriginators ? .originator : .addressee
        let ruling = self.grant(kind.action, kind.scope, peer, header, facts, trace, view)
        switch ruling {
        case .denied(let denial): return .denied(denial)
        case .granted(let grant):
            return .granted(
                StatementLeave(
                    kind: kind,
                    mailbox: grant.asker,
                    headerDigest: header.digest,
                    record: grant.record
                )
            )
        }
    }

    /// Decides on listing a mailbox: its own organisation may.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toList mailbox: MailboxName,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        var facts = facts
        facts.asker = mailbox
        let asking = HeaderView(["from": HeaderView.json(MailboxAddress(oin: peer.oin, mailbox: mailbox))])
        let question = Question(.list, asking, facts)
        let decision = self.decide(question)
        let record = self.record(question, decision, peer, trace, listed: mailbox)
        guard decision.isAllowed else {
            return .denied(Denial(reasons: decision.reasons, rules: decision.rules, record: record))
        }
        return .granted(ReadGrant(asker: mailbox, view: .addressee, withDocuments: false, record: record))
    }

    /// Decides on reading decision records: a mailbox that audits an exchange may, for the exchanges that it audits.
    package func authorize(_ peer: AuthenticatedPeer, toReview facts: Facts, trace: TraceContext) -> ReadRuling {
        let mailboxes = peer.mailboxes(for: .audit)
        var facts = facts
        facts.asker = mailboxes.first { !self.exchanges(auditedBy: [$0]).isEmpty } ?? mailboxes.first
        let question = Question(.review, HeaderView([]), facts)
        let decision = self.decide(question)
        let record = self.record(question, decision, peer, trace)
        guard decision.isAllowed, let asker = facts.asker else {
            return .denied(Denial(reasons: decision.reasons, rules: decision.rules, record: record))
        }
        return .granted(ReadGrant(asker: asker, view: .audit, withDocuments: false, record: record))
    }

    // MARK: -

    private func grant(
        _ action: Action,
        _ scope: Scope.Name,
        _ peer: AuthenticatedPeer,
        _ header: MessageHeader,
        _ facts: Facts,
        _ trace: TraceContext,
        _ view: ExportRecord.View
    ) -> ReadRuling {
        let question = Question(action, HeaderView(header), facts)
        var decision = self.decide(question)
        if !self.speaks(peer, scope, for: facts.asker) { decision = decision.denied(by: .notMember) }
        let record = self.record(question, decision, peer, trace, digest: header.digest)
        guard decision.isAllowed, let asker = facts.asker else {
            return .denied(Denial(reasons: decision.reasons, rules: decision.rules, record: record))
        }
        let seesContents = view != .audit || self.policy.exchanges[header.exchange]?.auditsContents ?? false
        return .granted(ReadGrant(asker: asker, view: view, withDocuments: seesContents, record: record))
    }

    /// Whether a mailbox is the peer's own, by this policy and by its token.
    func speaks(_ peer: AuthenticatedPeer, _ scope: Scope.Name, for mailbox: MailboxName?) -> Bool {
        guard let mailbox else { return false }
        return self.policy.organisations.owner(of: mailbox)?.oin == peer.oin && peer.may(scope, mailbox: mailbox)
    }

    func record(
        _ question: Question,
        _ decision: Decision,
        _ peer: AuthenticatedPeer,
        _ trace: TraceContext,
        digest: ContentDigest? = nil,
        listed: MailboxName? = nil,
        askedOf: OIN? = nil,
        relayedFor: OIN? = nil
    ) -> DecisionRecord {
        DecisionDraft(
            question: question,
            decision: decision,
            peer: peer,
            ceiling: self.ceiling,
            policy: self.policy.digest,
            trace: trace,
            digest: digest,
            listed: listed,
            askedOf: askedOf,
            relayedFor: relayedFor
        )
        .record(id: MessageID.random().description, maximum: Limits().refusalRecord)
    }
}

extension Decision {
    /// The same decision with one more reason against it.
    func denied(by reason: ReasonCode) -> Decision {
        Decision(
            reasons: Set(self.reasons + [reason]).sorted(),
            rules: self.isAllowed ? [] : self.rules,
            releases: self.releases,
            signingAge: self.signingAge
        )
    }
}

extension Statement.Kind {
    /// What making a statement of this kind is, to the policy.
    var action: Action {
        switch self {
        case .release: .release
        case .acknowledgement: .acknowledge
        case .refusal: .refuse
        case .disposal: .dispose
        case .forward: .forward
        case .consent: .consent
        case .withdrawal: .withdraw
        case .correction: .correct
        }
    }
}
