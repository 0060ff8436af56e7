// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity

/// What became of a forward that waited for the originator's consent, when it is decided again.
package enum ForwardVerdict: Sendable {
    /// It holds.
    case granted(DecisionRecord)
    /// One of its addressees still needs a consent, and nothing else stands against it.
    case waits(DecisionRecord)
    /// It does not hold any more; why, as who passed it on may hear it.
    case refused([ReasonCode], DecisionRecord)
}

extension PolicyEngine {
    /// Decides on passing a message on.
    ///
    /// - Parameters:
    ///   - passage: To whom, what for, and on which basis.
    ///   - mailbox: Who passes it on.
    ///   - header: That of the message.
    ///   - facts: With the message in `original`; without, it is refused.
    /// - Returns: Leave also where nothing but a consent is missing; it says so.
    package func authorize(
        _ peer: AuthenticatedPeer,
        toForward passage: Statement.Passage,
        by mailbox: MailboxName,
        of header: MessageHeader,
        facts: Facts,
        trace: TraceContext
    ) -> StatementRuling {
        let from = MailboxAddress(oin: peer.oin, mailbox: mailbox)
        let question = Question(.forward, HeaderView(passage, from: from, in: header.exchange), facts)
        var decision = self.decide(question)
        if !self.speaks(peer, .forward, for: mailbox) { decision = decision.denied(by: .notMember) }
        let record = self.record(question, decision, peer, trace, digest: header.digest)
        let waits = decision.reasons == [.consentRequired]
        guard decision.isAllowed || waits else {
            let reasons = self.told(decision.reasons, question, to: peer.oin)
            return .denied(Denial(reasons: reasons, rules: decision.rules, record: record))
        }
        return .granted(
            StatementLeave(
                kind: .forward,
                mailbox: mailbox,
                headerDigest: header.digest,
                record: record,
                waits: waits
            )
        )
    }

    /// Decides again on a forward that waited, now that a peer has consented to it.
    ///
    /// - Parameter from: Who wanted to pass it on; the record names its organisation, and that of the peer as who asked.
    package func verdict(
        on passage: Statement.Passage,
        from: MailboxAddress,
        of header: MessageHeader,
        consentedBy peer: AuthenticatedPeer,
        facts: Facts,
        trace: TraceContext
    ) -> ForwardVerdict {
        let question = Question(.forward, HeaderView(passage, from: from, in: header.exchange), facts)
        let decision = self.decide(question)
        let record = self.record(question, decision, peer, trace, digest: header.digest, askedOf: from.oin)
        if decision.isAllowed { return .granted(record) }
        if decision.reasons == [.consentRequired] { return .waits(record) }
        return .refused(self.told(decision.reasons, question, to: from.oin), record)
    }
}

extension HeaderView {
    /// The header of a forward: who passes on, to whom, what for, and on which basis (EXCHANGES §0.2).
    package init(_ passage: Statement.Passage, from: MailboxAddress, in exchange: String) {
        self.init([
            "exchange": .string(exchange), "kind": "forward", "from": Self.json(from),
            "to": .array(passage.to.map(Self.json)), "purpose": .string(passage.purpose),
            "legalBasis": .string(passage.legalBasis),
        ])
    }
}
