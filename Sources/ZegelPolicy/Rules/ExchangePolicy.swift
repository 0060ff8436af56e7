// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What one file under `exchanges/` says, indexed so that a decision looks only at what concerns it.
struct ExchangePolicy: Sendable {
    /// A mailbox in a role.
    struct Membership: Sendable {
        let role: UInt64
        /// The legal basis of the membership, where one is named.
        let basis: String?
        /// The last day, or `nil`.
        let until: CalendarDate?
        let reference: RuleReference
    }

    /// What happens to messages at the end of their term.
    struct Retention: Sendable {
        enum Outcome: String, Sendable, CaseIterable {
            /// Destroyed.
            case vernietigen
            /// Transferred to the archive.
            case overbrengen
        }

        /// At whom.
        let party: Selector
        let term: Span
        let outcome: Outcome
    }

    let name: String
    let file: String
    let members: [MailboxName: [Membership]]
    let auditors: Set<MailboxName>
    /// Whether auditors may have the documents.
    let auditsContents: Bool
    let kinds: [String: KindPolicy]
    let onward: OnwardPolicy
    let retention: [Retention]
    let reference: RuleReference

    /// The roles that a mailbox has on a day; zero where it is no member.
    func roles(of mailbox: MailboxName, on day: CalendarDate) -> UInt64 {
        guard let memberships = self.members[mailbox] else { return 0 }
        return memberships.reduce(0) { roles, membership in
            membership.until.map { $0 < day } ?? false ? roles : roles | membership.role
        }
    }
}
