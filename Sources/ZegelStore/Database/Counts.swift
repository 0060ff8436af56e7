// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// What later decisions count; the kinds whose rules look at it are few.
extension ReadView {
    /// The number of the last version that a mailbox sent of a list; 0 where there is none.
    ///
    /// A list of the same name that another mailbox keeps is another list, and tells nothing about this one.
    package func lastVersion(of list: String, in exchange: String, by mailbox: MailboxName) throws -> Int64 {
        try Int64.fetchOne(
            self.database,
            sql: "SELECT max(version) FROM list_version WHERE exchange = ? AND mailbox = ? AND name = ?",
            arguments: [exchange, "\(mailbox)", list]
        ) ?? 0
    }

    /// How many messages of a kind a mailbox sent on a day.
    package func questions(
        of kind: String,
        in exchange: String,
        by mailbox: MailboxName,
        on day: CalendarDate
    ) throws -> Int {
        try Int.fetchOne(
            self.database,
            sql: "SELECT questions FROM question_count WHERE mailbox = ? AND exchange = ? AND kind = ? AND day = ?",
            arguments: ["\(mailbox)", exchange, kind, "\(day)"]
        ) ?? 0
    }
}

extension Transaction {
    /// Notes that a message is a version of a list; a version that is there already fails.
    ///
    /// - Parameter isAgain: Whether the message was accepted before and is brought back: what is there then stays.
    package func keep(version: Int64, of list: String, as message: MessageID, isAgain: Bool = false) throws {
        try self.execute(
            """
            INSERT \(isAgain ? "OR IGNORE" : "") INTO list_version (exchange, mailbox, name, version, message)
            SELECT exchange, sender_mailbox, ?, ?, number FROM message WHERE id = ?
            """,
            [.text(list), .integer(version), .text("\(message)")]
        )
    }

    /// Counts a question; the counts of the mailbox of earlier days are forgotten.
    package func count(question kind: String, in exchange: String, by mailbox: MailboxName, on day: CalendarDate) throws
    {
        try self.execute(
            "DELETE FROM question_count WHERE mailbox = ? AND day < ?",
            [.text("\(mailbox)"), .text("\(day)")]
        )
        try self.execute(
            """
            INSERT INTO question_count (mailbox, exchange, kind, day, questions) VALUES (?, ?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET questions = questions + 1
            """,
            [.text("\(mailbox)"), .text(exchange), .text(kind), .text("\(day)")]
        )
    }
}
