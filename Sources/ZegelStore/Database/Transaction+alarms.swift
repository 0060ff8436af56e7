// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore
import ZegelPolicy

/// What has to be told at a moment that is known before: each once, whatever stops in between.
extension Transaction {
    /// Tells what has come due: the message comes behind what is in the mailbox, with its notice.
    ///
    /// - Returns: The mailboxes in which there is something new to see.
    package func ring(at moment: Instant, limit: Int) throws -> Set<MailboxName> {
        let rows = try Row.fetchAll(
            self.database,
            sql: """
                SELECT message, kind, mailbox, about FROM alarm WHERE told_at IS NULL AND at <= ? ORDER BY at LIMIT ?
                """,
            arguments: [moment.milliseconds, limit]
        )
        for row in rows {
            let place = [SQLValue.integer(row["message"]), .text(row["mailbox"])]
            try self.execute(
                "UPDATE alarm SET told_at = ? WHERE message = ? AND mailbox = ? AND kind = ? AND about = ?",
                [.integer(moment.milliseconds)] + place + [.text(row["kind"]), .text(row["about"])]
            )
            try self.execute(
                """
                UPDATE delivery SET arrival =
                    \(Self.behind("delivery.mailbox"))
                WHERE message = ? AND mailbox = ? AND state <> 'pending'
                """,
                place
            )
        }
        return Set(rows.compactMap { MailboxName($0["mailbox"] as String) })
    }

    /// Sets the alarms of a request to one mailbox: before the term ends, when it has, and for those who hear of it then.
    func setAlarms(
        ofRequest number: Int64,
        to mailbox: MailboxName,
        from moment: Instant,
        until due: Instant,
        _ terms: ReplyTerms
    ) throws {
        // When a quarter of the time is left, a day at most.
        let quarter = min(max(0, due.milliseconds - moment.milliseconds) / 4, 86_400_000)
        let before = Instant(milliseconds: due.milliseconds - quarter)
        try self.setAlarm("reminder", number, for: mailbox, about: mailbox, at: before)
        try self.setAlarm("overdue", number, for: mailbox, about: mailbox, at: due)
        for escalation in terms.escalations where escalation.owing == mailbox {
            try self.setAlarm("escalation", number, for: escalation.told, about: mailbox, at: escalation.at)
        }
    }

    /// Sets the alarms of a message that is to be renewed, and takes back those of what it renews or lifts itself.
    func setReview(
        of header: MessageHeader,
        _ number: Int64,
        in mailboxes: [MailboxName],
        from moment: Instant,
        _ terms: ReplyTerms
    ) throws {
        if terms.lifts || header.reviewBy != nil { try self.dropReviews(citedBy: header) }
        guard let end = header.reviewBy.map({ Amsterdam.end(of: $0) }) else { return }
        // Thirty days before, or when half of the time is left.
        let half = min(max(0, end.milliseconds - moment.milliseconds) / 2, 30 * 86_400_000)
        let sender = header.from.mailbox
        let before = Instant(milliseconds: end.milliseconds - half)
        try self.setAlarm("review", number, for: sender, about: sender, at: before)
        for mailbox in header.to.map(\.address.mailbox) where mailboxes.contains(mailbox) {
            try self.setAlarm("lapse", number, for: mailbox, about: mailbox, at: end)
        }
    }

    /// Forgets what would be told of a request that is settled.
    func dropAlarms(ofRequest number: Int64, to mailbox: MailboxName) throws {
        try self.execute(
            "DELETE FROM alarm WHERE message = ? AND about = ? AND kind IN ('reminder', 'overdue', 'escalation')",
            [.integer(number), .text("\(mailbox)")]
        )
    }

    /// Forgets all that would be told of a message.
    func dropAlarms(of number: Int64) throws {
        try self.execute("DELETE FROM alarm WHERE message = ?", [.integer(number)])
    }

    /// Forgets the end of the sender's own messages that one renews or lifts, for the sender and for those whom it reaches.
    private func dropReviews(citedBy header: MessageHeader) throws {
        let reached = [header.from.mailbox] + header.to.map(\.address.mailbox)
        for citation in header.inReplyTo {
            guard let kenmerk = citation.kenmerk, let date = citation.date else { continue }
            for mailbox in reached {
                try self.execute(
                    """
                    DELETE FROM alarm WHERE kind IN ('review', 'lapse') AND mailbox = ?
                        AND message = (SELECT number FROM message WHERE sender_mailbox = ? AND kenmerk = ? AND date = ?)
                    """,
                    [.text("\(mailbox)"), .text("\(header.from.mailbox)"), .text("\(kenmerk)"), .text("\(date)")]
                )
            }
        }
    }

    private func setAlarm(
        _ kind: String,
        _ number: Int64,
        for mailbox: MailboxName,
        about other: MailboxName,
        at moment: Instant
    ) throws {
        try self.execute(
            "INSERT INTO alarm (message, kind, mailbox, about, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [.integer(number), .text(kind), .text("\(mailbox)"), .text("\(other)"), .integer(moment.milliseconds)]
        )
    }
}

extension ReadView {
    /// Whether something has to be told by a moment.
    package func hasAlarm(by moment: Instant) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM alarm WHERE told_at IS NULL AND at <= ?)",
            arguments: [moment.milliseconds]
        ) ?? false
    }
}
