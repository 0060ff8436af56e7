// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelIdentity

/// What an asker hears of a decision that was only asked for, and what is recorded of it.
package struct EvaluatedAccess: Sendable {
    /// Whether it would be allowed.
    package let isAllowed: Bool
    /// Why not, in the fixed order, without what the asker may not know.
    package let reasons: [ReasonCode]
    /// The rules that decided, where the asker may read those of the exchange.
    package let rules: [RuleReference]
    /// The smallest changes to the header that would have been allowed, without those that tell about others.
    package let wouldAllow: [Flip]
    /// Whether some were left out for that reason: not permitted to this addressee.
    package let hasOthers: Bool
    /// The decision.
    package let record: DecisionRecord
}

extension PolicyEngine {
    /// Decisions that the search for changes may take for one question of a peer: asking is free of a message's cost.
    private static let search = 400

    /// Decides whether a peer may ask what an organisation may do.
    ///
    /// - Parameters:
    ///   - subject: The organisation that is asked about.
    ///   - exchange: The exchange, where the question names one.
    /// - Returns: The refusal; `nil` where it may.
    package func refusal(
        _ peer: AuthenticatedPeer,
        toEvaluate subject: OIN,
        in exchange: String?,
        at moment: Instant,
        trace: TraceContext
    ) -> Denial? {
        let own = self.policy.organisations[peer.oin]?.mailboxes.first?.name
        let auditors = peer.mailboxes(for: .audit)
        let auditor = auditors.first { mailbox in
            let audited = self.exchanges(auditedBy: [mailbox])
            return exchange.map(audited.contains) ?? !audited.isEmpty
        }
        let asker = subject == peer.oin ? own : auditor ?? own
        // The subject has no mailbox of its own in the question; its number stands beside that of who asks.
        var header = HeaderView([])
        header.from = asker.map { MailboxAddress(oin: subject, mailbox: $0) }
        header.exchange = exchange
        let question = Question(.evaluate, header, Facts(asOf: moment, asker: asker))
        let decision = self.decide(question)
        guard !decision.isAllowed else { return nil }
        let record = self.record(question, decision, peer, trace)
        return Denial(reasons: decision.reasons, rules: decision.rules, record: record)
    }

    /// Decides what an organisation would be answered, for a peer that may ask.
    ///
    /// - Parameter listed: The mailbox that it would list.
    package func evaluate(
        _ question: Question,
        of subject: OIN,
        by peer: AuthenticatedPeer,
        listing listed: MailboxName? = nil,
        trace: TraceContext
    ) -> EvaluatedAccess {
        var decision = self.decide(question)
        if !self.isOwn(question, of: subject) { decision = decision.denied(by: .notMember) }
        let record = self.record(question, decision, peer, trace, listed: listed, askedOf: subject)
        let reasons = self.told(decision.reasons, question, to: subject)
        // Where less is told than is so, nothing that follows from the rest is told either.
        let isWhole = reasons == decision.reasons
        let isSearched = !decision.isAllowed && isWhole && [.send, .forward].contains(question.action)
        let flips = isSearched ? self.wouldAllow(question, maximum: Self.search) : []
        return EvaluatedAccess(
            isAllowed: decision.isAllowed,
            reasons: reasons,
            rules: isWhole ? decision.rules : [],
            wouldAllow: flips.filter { !$0.isAboutOthers },
            hasOthers: flips.contains(where: \.isAboutOthers),
            record: record
        )
    }

    /// Whether the mailbox that would speak is one of the organisation.
    private func isOwn(_ question: Question, of subject: OIN) -> Bool {
        switch question.action {
        case .send, .forward:
            let owner = question.header.from.flatMap { self.policy.organisations.owner(of: $0.mailbox)?.oin }
            return owner == subject && question.header.from?.oin == subject
        case .list: return true  // The decision itself says whose it is.
        default: return question.facts.asker.flatMap { self.policy.organisations.owner(of: $0)?.oin } == subject
        }
    }

    /// The reasons without what the organisation may not know.
    ///
    /// Whether a message can be looked at at all is one answer, as whether it is there; and a forward may name a mailbox outside every
    /// exchange of the asker, of which no more is told than that it does not go there.
    func told(_ reasons: [ReasonCode], _ question: Question, to subject: OIN) -> [ReasonCode] {
        guard let first = reasons.first else { return [] }
        switch question.action {
        case .send: return reasons.told
        case .forward:
            let known = self.neighbours(of: subject, at: question.facts.asOf).flatMap(\.mailboxes).map(\.name)
            let isKnown = question.header.to.allSatisfy { known.contains($0.mailbox) }
            return isKnown && question.facts.original != nil ? reasons : [.onwardForbidden]
        case .list: return [first]
        default: return [.notMember]
        }
    }
}
