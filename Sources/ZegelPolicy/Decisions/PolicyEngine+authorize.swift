// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity

extension PolicyEngine {
    /// Decides on a message that a peer hands in.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toSend header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> Ruling {
        let decision = self.decide(.send, header, facts)
        let record = self.record(.send, decision, peer, header, facts, trace)
        guard decision.isAllowed else { return .denied(Denial(reasons: decision.reasons, record: record)) }
        return .allowed(
            Authorization(
                sender: header.from,
                headerDigest: header.digest,
                recipients: header.to.map(\.address.mailbox),
                submittedBy: peer.oin,
                certificate: peer.connection.certificate,
                policy: self.policy.digest,
                releases: decision.releases,
                signingAge: Limits().signingAge,
                record: record
            )
        )
    }

    /// Decides on looking at a message as one of its parties.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toRead header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        let mailboxes = peer.mailboxes(for: .read)
        let isOriginator = mailboxes.contains(header.from.mailbox)
        let asker =
            isOriginator ? header.from.mailbox : header.to.map(\.address.mailbox).first(where: mailboxes.contains)
        return self.grant(.read, peer, header, facts.asked(by: asker), trace, isOriginator ? .originator : .addressee)
    }

    /// Decides on looking at a message as an auditor of its exchange.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toAudit header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        let auditors = self.policy.exchanges[header.exchange]?.auditors ?? []
        let asker = peer.mailboxes(for: .audit).first(where: auditors.contains)
        return self.grant(.audit, peer, header, facts.asked(by: asker), trace, .audit)
    }

    /// Decides on a statement about a message.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toState kind: Statement.Kind,
        about header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        // A release lets the message go: it is decided as the delivery that it is.
        guard kind == .release else { return self.grant(.state, peer, header, facts, trace, .addressee) }
        return self.grant(.deliver, peer, header, facts, trace, .originator)
    }

    /// Decides on listing a mailbox: its own organisation may.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toList mailbox: MailboxName,
        facts: Facts,
        trace: TraceContext
    ) -> ReadRuling {
        let isOwn = self.policy.organisations.owner(of: mailbox)?.oin == peer.oin
        let decision = Decision(
            reasons: isOwn ? [] : [.mailboxUnknown],
            rules: [.init(file: "organisations.yaml", line: 1)],
            releases: 1
        )
        let record = DecisionRecord(
            Action.list.rawValue,
            decision,
            by: peer,
            about: nil,
            resource: ["type": "mailbox", "id": .string("\(mailbox)")],
            facts: facts,
            policy: self.policy.digest,
            trace: trace
        )
        guard isOwn else { return .denied(Denial(reasons: decision.reasons, record: record)) }
        return .granted(ReadGrant(asker: mailbox, view: .addressee, withDocuments: false, record: record))
    }

    private func grant(
        _ action: Action,
        _ peer: AuthenticatedPeer,
        _ header: MessageHeader,
        _ facts: Facts,
        _ trace: TraceContext,
        _ view: ExportRecord.View
    ) -> ReadRuling {
        let decision = self.decide(action, header, facts)
        let record = self.record(action, decision, peer, header, facts, trace)
        guard decision.isAllowed, let asker = facts.asker else {
            return .denied(Denial(reasons: decision.reasons.isEmpty ? [.notMember] : decision.reasons, record: record))
        }
        return .granted(ReadGrant(asker: asker, view: view, withDocuments: view != .audit, record: record))
    }

    private func record(
        _ action: Action,
        _ decision: Decision,
        _ peer: AuthenticatedPeer,
        _ header: MessageHeader,
        _ facts: Facts,
        _ trace: TraceContext
    ) -> DecisionRecord {
        DecisionRecord(
            action.rawValue,
            decision,
            by: peer,
            about: header,
            resource: header.resource,
            facts: facts,
            policy: self.policy.digest,
            trace: trace
        )
    }
}

extension Facts {
    /// The same facts with who asks.
    fileprivate func asked(by asker: MailboxName?) -> Facts {
        Facts(asOf: self.asOf, asker: asker, release: self.release, inReplyTo: self.inReplyTo)
    }
}

extension MessageHeader {
    /// What the rules look at: the header without subject, classifier, references and documents.
    fileprivate var resource: JSONValue {
        let left = ["zegel", "subject", "classifiedBy", "references", "documents", "nonce", "onBehalfOf"]
        var properties = (self.json.members ?? []).filter { !left.contains($0.key) }
        properties.append(.init("header", .string("\(self.digest)")))
        return [
            "type": "message", "id": .string("\(self.from.mailbox) \(self.kenmerk) \(self.date)"),
            "properties": .object(properties),
        ]
    }
}
