// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Who sends to whom, and what of the facts is about them.
struct Parties: Hashable, Sendable {
    let sender: MailboxAddress
    let recipients: [MailboxAddress]
    /// A member that is neither.
    let other: MailboxAddress?

    var all: [MailboxName] { ([self.sender] + self.recipients).map(\.mailbox) }

    // MARK: - The case, the list, and who was told

    /// No case; one of which nothing is known, one of another name, one that is closed, or not open yet; and the case at whose table
    /// all sit, or all but one, or at which one's seat has ended, or in which one took no measure.
    func cases(_ today: CalendarDate, isAsked: Bool) -> [Choice] {
        let (begin, yesterday) = (today.advanced(byDays: -60), today.advanced(byDays: -1))
        func table(_ id: String = "CASE-1", _ change: (inout CaseParts) -> Void = { _ in }) -> Choice {
            var parts = CaseParts(opened: begin, seats: self.all.map { ($0, nil) }, measures: self.all)
            change(&parts)
            let members = parts.seats.map { CaseTable.Member(mailbox: $0.0, basis: "-", from: begin, until: $0.1) }
            let known = CaseTable(
                id: id,
                opened: parts.opened,
                closed: parts.closed,
                members: members,
                measuresBy: parts.measures
            )
            return Choice {
                $0.header.caseID = .value("CASE-1")
                $0.facts.caseTable = known
            }
        }
        let none = Choice {
            $0.header.caseID = .absent
            $0.facts.caseTable = nil
        }
        var choices = [
            table(), table("CASE-2"), table { $0.closed = today }, table { $0.closed = today.advanced(byDays: 1) },
            table { $0.opened = today.advanced(byDays: 1) },
            Choice {
                $0.header.caseID = .value("CASE-1")
                $0.facts.caseTable = nil
            },
            Choice { $0.header.caseID = .unreadable },
        ]
        for name in self.all {
            choices.append(table { $0.seats.removeAll { $0.0 == name } })
            choices.append(table { $0.seats = $0.seats.map { ($0.0, $0.0 == name ? yesterday : nil) } })
            choices.append(table { $0.seats = $0.seats.map { ($0.0, $0.0 == name ? today : nil) } })
            choices.append(table { $0.measures.removeAll { $0 == name } })
        }
        return isAsked ? choices + [none] : [none] + choices
    }

    private struct CaseParts {
        var opened: CalendarDate
        var closed: CalendarDate?
        var seats: [(MailboxName, CalendarDate?)]
        var measures: [MailboxName]
    }

    /// The list at its first version, which all addressees get, or all but one; at none; another list; and none that is known.
    var lists: [Choice] {
        let names = self.recipients.map(\.mailbox)
        func list(_ name: String, _ last: Int64, _ subscribers: [MailboxName]) -> Choice {
            let state = ListState(name: name, lastVersion: last, subscribers: subscribers)
            return Choice { $0.facts.list = state }
        }
        return [list("lijst", 1, names), list("lijst", 0, names), list("~~", 1, names)]
            + names.map { name in list("lijst", 1, names.filter { $0 != name }) } + [Choice { $0.facts.list = nil }]
    }

    /// All who had it are reached, or one is not; nobody had it; and it is not known who had it.
    var told: [Choice] {
        let names = self.recipients.map(\.mailbox)
        let missed = [self.other?.mailbox].compactMap { $0 }
        return [Choice { $0.facts.told = names }, Choice { $0.facts.told = [] }]
            + missed.map { one in Choice { $0.facts.told = names + [one] } } + [Choice { $0.facts.told = nil }]
    }
}
