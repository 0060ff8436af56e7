// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Decides who may do what: pure, total and deterministic; no clock, no I/O, and nothing is allowed that no rule allows.
package struct PolicyEngine: Sendable {
    /// The policy.
    package let policy: PolicySet
    /// The highest level that the installation is accredited for.
    package let ceiling: Classification

    /// Creates an engine.
    package init(policy: PolicySet, ceiling: Classification) {
        self.policy = policy
        self.ceiling = ceiling
    }

    /// Decides; all reasons are given, in their fixed order.
    package func decide(_ question: Question) -> Decision {
        if question.action == .list {
            return self.decide(listing: question.facts.asker, ownedBy: question.header.from?.oin)
        }
        if question.action == .evaluate {
            return self.decide(evaluatedBy: question.facts.asker, of: question.header)
        }
        if question.action == .review { return self.decide(reviewedBy: question.facts.asker) }
        guard let exchange = question.header.exchange.flatMap({ self.policy.exchanges[$0] }) else {
            return Decision(reasons: [.notMember], rules: [], releases: 1, signingAge: nil)
        }
        var evaluation = Evaluation(question, exchange, self)
        switch question.action {
        case .send: evaluation.sending()
        case .deliver: evaluation.delivering()
        case .release:
            evaluation.delivering()
            evaluation.speaking()
        case .forward: evaluation.forwarding()
        case .read: evaluation.reading()
        case .acknowledge, .refuse, .withdraw, .correct, .consent, .dispose: evaluation.speaking()
        case .audit: evaluation.auditing()
        case .list, .review, .evaluate: ()
        }
        return evaluation.decision
    }

    /// Decides about a header as a container carries it.
    package func decide(_ action: Action, _ header: MessageHeader, _ facts: Facts) -> Decision {
        self.decide(Question(action, HeaderView(header), facts))
    }

    /// The exchanges that one of the mailboxes audits, sorted by name.
    package func exchanges(auditedBy mailboxes: [MailboxName]) -> [String] {
        self.policy.exchanges.values.filter { !$0.auditors.isDisjoint(with: mailboxes) }.map(\.name).sorted()
    }

    /// The organisations that share an exchange with one today, itself included, in the order of their numbers.
    ///
    /// Of the others it gives only the mailboxes that are members of such an exchange: the rest of an organisation is not known.
    package func neighbours(of oin: OIN, at moment: Instant) -> [Organisation] {
        guard let own = self.policy.organisations[oin] else { return [] }
        let today = Amsterdam.day(of: moment)
        var shared: Set<MailboxName> = []
        for exchange in self.policy.exchanges.values {
            let members = exchange.members.keys.filter { exchange.roles(of: $0, on: today) != 0 }
            guard own.mailboxes.contains(where: { members.contains($0.name) }) else { continue }
            shared.formUnion(members)
        }
        return self.policy.organisations.organisations.compactMap { organisation in
            guard organisation.oin != oin else { return own }
            return organisation.showing { shared.contains($0) }
        }
    }

    /// A mailbox is listed by its own organisation; to others it is as one that does not exist.
    private func decide(listing mailbox: MailboxName?, ownedBy oin: OIN?) -> Decision {
        let owner = mailbox.flatMap { self.policy.organisations.owner(of: $0)?.oin }
        return Decision(
            reasons: owner != nil && owner == oin ? [] : [.mailboxUnknown],
            rules: [RuleReference(file: "organisations.yaml", line: 1, id: "mailboxes")],
            releases: 1,
            signingAge: nil
        )
    }

    /// An organisation asks what itself may; who audits an exchange asks what others may in it.
    private func decide(evaluatedBy mailbox: MailboxName?, of header: HeaderView) -> Decision {
        let owner = mailbox.flatMap { self.policy.organisations.owner(of: $0)?.oin }
        let isOwn = owner != nil && owner == header.from?.oin
        let audited = mailbox.map { self.exchanges(auditedBy: [$0]) } ?? []
        let isAudited = header.exchange.map(audited.contains) ?? !audited.isEmpty
        return Decision(
            reasons: isOwn || isAudited ? [] : [.notMember],
            rules: [RuleReference(file: "organisations.yaml", line: 1, id: "scopes")],
            releases: 1,
            signingAge: nil
        )
    }

    /// Decision records are read by who audits an exchange; the answer then holds those exchanges and no other.
    private func decide(reviewedBy mailbox: MailboxName?) -> Decision {
        let audited = mailbox.map { self.exchanges(auditedBy: [$0]) } ?? []
        return Decision(
            reasons: audited.isEmpty ? [.notMember] : [],
            rules: audited.compactMap { self.policy.exchanges[$0]?.reference },
            releases: 1,
            signingAge: nil
        )
    }
}
