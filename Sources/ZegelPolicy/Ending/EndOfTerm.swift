// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// When a message ends at the server, and by which rule.
package enum MessageEnd: Hashable, Sendable {
    /// The exchange has no rule for any of its parties: it does not end.
    case none
    /// The term counts from something that has not happened, or of which the server does not learn.
    case open(String)
    /// The term has a last day.
    case term(EndOfTerm)
}

/// The end of a message as the rules of its exchange have it; only the policy makes one.
package struct EndOfTerm: Hashable, Sendable {
    /// The rule, with the last day of the term.
    package let rule: ErasureRecord.Rule
    /// What becomes of it then.
    package let outcome: ErasureRecord.Outcome
    /// The mailbox of its sender, in whose view the archive gets the dossier.
    package let sender: MailboxName
    /// The digest of its header.
    package let headerDigest: ContentDigest

    /// Whether the last day is over.
    package func isOver(at moment: Instant) -> Bool { self.rule.until < Amsterdam.day(of: moment) }
}

extension PolicySet {
    /// When a message ends at the server.
    ///
    /// The server keeps one copy for its sender and all addressees: it ends with the longest of their terms, no earlier than `retainUntil` of
    /// the header, and goes to the archive where any of the rules says so. Where one of the terms cannot be counted it does not end.
    ///
    /// - Parameters:
    ///   - delivered: The day on which it was delivered.
    ///   - replaced: The day on which a later version or a correction took its place.
    ///   - cases: The cases, for terms that count from the closing of one.
    package func end(
        of header: MessageHeader,
        delivered: CalendarDate,
        replaced: CalendarDate?,
        cases: CaseBook
    ) -> MessageEnd {
        guard let exchange = self.exchanges[header.exchange] else { return .none }
        let parties = [header.from.mailbox] + header.to.map(\.address.mailbox)
        let rules = parties.compactMap { exchange.retention(of: header.kind, at: $0, on: delivered) }
        var last: (rule: ExchangePolicy.Retention, day: CalendarDate)?
        for rule in rules {
            let start: CalendarDate? =
                switch rule.start {
                case .delivery: delivered
                case .closing: header.caseID.flatMap { cases.case($0, of: header.exchange)?.table.closed }
                case .replacement: replaced
                case .lifting: nil
                }
            guard let start else { return .open(rule.start.rawValue) }
            let day = rule.term.end(after: start)
            if last.map({ $0.day < day }) ?? true { last = (rule, day) }
        }
        guard let last else { return .none }
        let isArchived = rules.contains { $0.outcome == .overbrengen }
        return .term(
            EndOfTerm(
                rule: .init(
                    exchange: header.exchange,
                    policy: self.digest,
                    place: "\(last.rule.reference)",
                    until: max(last.day, header.retainUntil ?? last.day)
                ),
                outcome: isArchived ? .transferred : .destroyed,
                sender: header.from.mailbox,
                headerDigest: header.digest
            )
        )
    }
}
