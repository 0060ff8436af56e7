// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

extension ReadView {
    /// What took the place of a message, and whose place it took, as far as one of the mailboxes may know of those.
    ///
    /// Who has a message is told what replaced it, by the statement itself. Whose place it took is for those who had that.
    package func links(of message: StoredMessage, visibleTo mailboxes: [MailboxName]) throws -> CorrectionLinks {
        let marks = mailboxes.map { _ in "?" }.joined(separator: ",")
        let names = mailboxes.map { "\($0)".databaseValue }
        let replaces = try self.references(
            """
            JOIN correction ON correction.message = message.number
            WHERE correction.replacement = ? AND (sender_mailbox IN (\(marks)) OR EXISTS (SELECT 1 FROM delivery
                WHERE delivery.message = message.number AND mailbox IN (\(marks)) AND delivery.state <> 'pending'))
            """,
            [message.number.databaseValue] + names + names
        )
        let version = try self.laterVersion(
            of: message,
            """
            AND (sender_mailbox IN (\(marks)) OR EXISTS (SELECT 1 FROM delivery
                WHERE delivery.message = message.number AND mailbox IN (\(marks)) AND delivery.state <> 'pending'))
            """,
            names + names
        )
        return CorrectionLinks(replacedBy: try self.replacement(of: message) ?? version, replaces: replaces)
    }

    /// The same for those who audit the exchange of both.
    package func links(of message: StoredMessage) throws -> CorrectionLinks {
        let replaces = try self.references(
            "JOIN correction ON correction.message = message.number WHERE correction.replacement = ?",
            [message.number.databaseValue]
        )
        let version = try self.laterVersion(of: message, "", [])
        return CorrectionLinks(replacedBy: try self.replacement(of: message) ?? version, replaces: replaces)
    }

    /// The last version of the list that a message is a version of, where that is a later one.
    private func laterVersion(
        of message: StoredMessage,
        _ condition: String,
        _ values: [DatabaseValue]
    ) throws -> ZegelCore.Statement.Reference? {
        try self.references(
            """
            JOIN list_version AS later ON later.message = message.number
            JOIN list_version AS own ON own.exchange = later.exchange AND own.mailbox = later.mailbox AND own.name = later.name
            WHERE own.message = ? AND later.version > own.version AND state = 'accepted' \(condition)
            """,
            [message.number.databaseValue] + values
        ).last
    }

    /// The exact bytes of the withdrawal of a message, where there is one.
    package func withdrawal(of message: StoredMessage) throws -> [UInt8]? {
        let row = try Row.fetchOne(
            self.database,
            sql: "SELECT bytes FROM statement WHERE message = ? AND kind = 'withdrawal'",
            arguments: [message.number]
        )
        return try row.map {
            try PartCipher(messageKey: message.key).open(Array($0["bytes"] as Data), as: "statement")
        }
    }

    private func replacement(of message: StoredMessage) throws -> ZegelCore.Statement.Reference? {
        try self.references(
            "JOIN correction ON correction.replacement = message.number WHERE correction.message = ?",
            [message.number.databaseValue]
        ).first
    }

    private func references(_ condition: String, _ values: [DatabaseValue]) throws -> [ZegelCore.Statement.Reference] {
        try Row.fetchAll(
            self.database,
            sql: "SELECT kenmerk, date FROM message \(condition) AND message.state <> 'erased' ORDER BY message.number",
            arguments: StatementArguments(values)
        )
        .map { row in
            guard let kenmerk = Kenmerk(row["kenmerk"] as String), let date = CalendarDate(row["date"] as String) else {
                throw Problem(.storageDamaged, "A stored message cannot be read.")
            }
            return ZegelCore.Statement.Reference(kenmerk: kenmerk, date: date)
        }
    }
}
