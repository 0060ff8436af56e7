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

    /// Decides.
    ///
    /// - Parameters:
    ///   - action: What is asked for.
    ///   - header: The message it is about.
    ///   - facts: What the server knows.
    package func decide(_ action: Action, _ header: MessageHeader, _ facts: Facts) -> Decision {
        guard let exchange = self.policy.exchanges[header.exchange] else {
            return Decision(reasons: [.notMember], rules: [], releases: 1)
        }
        switch action {
        case .send, .deliver: return self.decide(sending: header, in: exchange, facts, isDelivery: action == .deliver)
        case .read, .state, .list: return self.decide(reading: header, in: exchange, facts)
        case .audit:
            let isAuditor = facts.asker.map(exchange.auditors.contains) ?? false
            return Decision(
                reasons: isAuditor ? [] : [.notMember],
                rules: [.init(file: exchange.file, line: 1)],
                releases: 1
            )
        }
    }

    /// The exchanges that one of the mailboxes audits, sorted by name.
    package func exchanges(auditedBy mailboxes: [MailboxName]) -> [String] {
        self.policy.exchanges.values.filter { !$0.auditors.isDisjoint(with: mailboxes) }.map(\.name).sorted()
    }

    /// The organisations that share an exchange with one, itself included, in the order of their numbers.
    package func neighbours(of oin: OIN) -> [Organisation] {
        let own = Set(self.policy.organisations[oin]?.mailboxes.map(\.name) ?? [])
        let shared = self.policy.exchanges.values.filter { !$0.members.isDisjoint(with: own) }
            .reduce(into: Set<String>()) { $0.formUnion($1.members.map(\.organisation)) }
        return self.policy.organisations.organisations.filter { $0.oin == oin || shared.contains($0.short) }
    }

    /// A party reads and speaks while its mailbox is a member.
    private func decide(reading header: MessageHeader, in exchange: ExchangePolicy, _ facts: Facts) -> Decision {
        let parties = [header.from.mailbox] + header.to.map(\.address.mailbox)
        let isParty = facts.asker.map { parties.contains($0) && exchange.members.contains($0) } ?? false
        let kind = exchange.kinds[header.kind]
        return Decision(
            reasons: isParty ? [] : [.notMember],
            rules: [.init(file: exchange.file, line: kind?.line ?? 1)],
            releases: kind?.releases ?? 1
        )
    }
}
