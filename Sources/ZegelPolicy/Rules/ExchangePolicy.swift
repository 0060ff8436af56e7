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
        /// The first day, or `nil`.
        let from: CalendarDate?
        /// The last day, or `nil`.
        let until: CalendarDate?
        let reference: RuleReference

        /// Whether there is a day in both.
        func overlaps(_ other: Membership) -> Bool {
            let startsInTime = self.from.map { from in other.until.map { from <= $0 } ?? true } ?? true
            let endsLate = self.until.map { until in other.from.map { $0 <= until } ?? true } ?? true
            return startsInTime && endsLate
        }
    }

    /// What happens to messages at the end of their term.
    struct Retention: Sendable {
        enum Outcome: String, Sendable, CaseIterable {
            /// Destroyed.
            case vernietigen
            /// Transferred to the archive.
            case overbrengen
        }

        /// From when it is counted.
        enum Start: String, Sendable, CaseIterable {
            /// The day on which the message was delivered.
            case delivery
            /// The day on which its case was closed, or the last measure in it ended.
            case closing
            /// The day on which what it says was lifted.
            case lifting
            /// The day on which a later version replaced it.
            case replacement
        }

        /// The kinds that it is about; `nil` for all.
        let kinds: Set<String>?
        /// At whom.
        let party: Selector
        let term: Span
        let start: Start
        let outcome: Outcome
        let reference: RuleReference
    }

    let name: String
    let file: String
    /// The legal bases that it names.
    let namedBases: Set<String>
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
            let isOver = membership.until.map { $0 < day } ?? false
            let isAhead = membership.from.map { day < $0 } ?? false
            return isOver || isAhead ? roles : roles | membership.role
        }
    }

    /// How long a mailbox keeps messages of a kind; the first rule that is about both.
    func retention(of kind: String, at mailbox: MailboxName, on day: CalendarDate) -> Retention? {
        let roles = self.roles(of: mailbox, on: day)
        return self.retention.first { rule in
            rule.kinds?.contains(kind) ?? true && rule.party.selects(mailbox, in: roles)
        }
    }
}
