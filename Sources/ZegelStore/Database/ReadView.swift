// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
import ZegelPolicy
package import ZegelSeal

/// A consistent state of the store, for reading.
///
/// Visibility is part of each query: what the caller may not see gives no row, exactly as what is not there.
package struct ReadView: ~Copyable {
    let database: Database
    let vault: Vault

    /// A message that one of the mailboxes sent, or has received.
    package func message(_ id: MessageID, visibleTo mailboxes: [MailboxName]) throws -> StoredMessage? {
        guard !mailboxes.isEmpty else { return nil }
        let marks = mailboxes.map { _ in "?" }.joined(separator: ",")
        let names = mailboxes.map { "\($0)".databaseValue }
        return try self.message(
            """
            id = ? AND (sender_mailbox IN (\(marks)) OR EXISTS (SELECT 1 FROM delivery
                WHERE delivery.message = message.number AND mailbox IN (\(marks)) AND delivery.state <> 'pending'))
            """,
            ["\(id)".databaseValue] + names + names
        )
    }

    /// Whether there is a message of that name.
    package func has(_ id: MessageID) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM message WHERE id = ?)",
            arguments: ["\(id)"]
        ) ?? false
    }

    /// Whether a message could still be withdrawn, or is not there at all.
    package func isOpen(_ id: MessageID) throws -> Bool {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM message WHERE id = ? AND state IN ('withdrawn', 'erased'))"
        return try Bool.fetchOne(self.database, sql: sql, arguments: ["\(id)"]) ?? true
    }

    /// A message of one of the exchanges, for those who audit them.
    package func message(_ id: MessageID, in exchanges: [String]) throws -> StoredMessage? {
        guard !exchanges.isEmpty else { return nil }
        let marks = exchanges.map { _ in "?" }.joined(separator: ",")
        return try self.message(
            "id = ? AND exchange IN (\(marks))",
            ["\(id)".databaseValue] + exchanges.map(\.databaseValue)
        )
    }

    /// The message of an organisation that came as this very container.
    package func message(withContainer digest: ContentDigest, from oin: OIN) throws -> StoredMessage? {
        try self.message(
            withNumber: "container = ? AND submitted_by = ?",
            [.blob(digest.bytes), .text("\(oin)")]
        )
    }

    /// The message that came as this very container, which names its originator.
    func message(withContainer digest: ContentDigest) throws -> StoredMessage? {
        try self.message("container = ?", [Data(digest.bytes).databaseValue])
    }

    /// The message that a mailbox sent under a kenmerk and date.
    package func message(sentBy mailbox: MailboxName, kenmerk: Kenmerk, date: CalendarDate) throws -> StoredMessage? {
        try self.message(
            withNumber: "sender_mailbox = ? AND kenmerk = ? AND date = ?",
            [.text("\(mailbox)"), .text("\(kenmerk)"), .text("\(date)")]
        )
    }

    /// The messages that a mailbox can mean when it cites a kenmerk and date: those it sent or has received.
    package func messages(citedBy mailbox: MailboxName, kenmerk: Kenmerk, date: CalendarDate) throws -> [StoredMessage]
    {
        let numbers = try Int64.fetchAll(
            self.database,
            sql: Self.citation,
            arguments: ["\(kenmerk)", "\(date)", "\(mailbox)", "\(mailbox)"]
        )
        var messages: [StoredMessage] = []
        for number in numbers { if let message = try self.message(number: number) { messages.append(message) } }
        return messages
    }

    static let citation = """
        SELECT number FROM message WHERE kenmerk = ? AND date = ? AND (sender_mailbox = ? OR EXISTS (
            SELECT 1 FROM delivery WHERE message = number AND mailbox = ? AND delivery.state <> 'pending')) LIMIT 10
        """

    /// What a notice is made of.
    static let notice = """
        message.state AS message_state, post.state AS delivery_state,
        (SELECT CASE outbox.state WHEN 'receipted' THEN 'delivered' ELSE 'undelivered' END
            FROM outbox WHERE outbox.number = post.line) AS news,
        EXISTS (SELECT 1 FROM statement WHERE statement.message = message.number AND kind = 'correction') AS is_corrected,
        EXISTS (SELECT 1 FROM forward WHERE forward.message = message.number AND forward.mailbox = :mailbox
            AND (answer IS NOT NULL OR EXISTS (SELECT 1 FROM passed_on JOIN outbox ON outbox.number = passed_on.line
                WHERE passed_on.forward = forward.statement AND outbox.state IN ('dead', 'expired', 'abandoned')))) AS is_answered,
        (SELECT alarm.kind FROM alarm WHERE alarm.message = message.number AND alarm.mailbox = :mailbox
            AND told_at IS NOT NULL AND alarm.kind IN ('reminder', 'overdue', 'lapse') ORDER BY alarm.at DESC LIMIT 1) AS alarm,
        EXISTS (SELECT 1 FROM list_version AS own JOIN list_version AS later USING (exchange, mailbox, name)
            JOIN message AS newer ON newer.number = later.message
            JOIN delivery AS other ON other.message = later.message AND other.mailbox = :mailbox
            WHERE own.message = message.number AND later.version > own.version AND newer.state = 'accepted'
                AND other.state <> 'pending') AS is_replaced
        """

    /// What stands behind a place in a mailbox: what came into it, and what its own messages ask of it or tell it.
    ///
    /// `CROSS JOIN` keeps the order of the two: the page is cut first, and the messages of the page alone are looked up.
    static let post = """
        FROM (
            SELECT * FROM (SELECT message, state, arrival, available_at, pair_number, NULL AS line FROM delivery
                WHERE mailbox = :mailbox AND arrival > :after ORDER BY arrival LIMIT :limit)
            UNION ALL
            SELECT * FROM (SELECT message, NULL, arrival, asked_at, NULL, NULL FROM asked
                WHERE mailbox = :mailbox AND arrival > :after AND is_open = 1 ORDER BY arrival LIMIT :limit)
            UNION ALL
            SELECT * FROM (SELECT message, NULL, arrival, told_at, NULL, line FROM outbox_news
                WHERE mailbox = :mailbox AND arrival > :after ORDER BY arrival LIMIT :limit)
        ) AS post CROSS JOIN message ON message.number = post.message ORDER BY post.arrival LIMIT :limit
        """

    /// The lines of a mailbox; small contents stand beside what is read here, and a page of them would take a hundred megabytes.
    static let line = """
        SELECT message.id, kenmerk, date, exchange, kind, sender_oin, sender_mailbox, classification, received_at, container,
            size, post.arrival, post.available_at, post.pair_number,
            (SELECT name FROM list_version WHERE list_version.message = message.number) AS list_name,
            (SELECT version FROM list_version WHERE list_version.message = message.number) AS list_version,
            \(Self.notice) \(Self.post)
        """

    /// All of a message but its content.
    static let message = """
        SELECT number, id, wrapped_key, header, state, received_at, submitted_by, releases, container, size, entries_size,
            opening_size, acceptance, seal_manifest, seal, directory, content_file, entry, salt, earlier_log, earlier_entry
        FROM message
        """

    /// A page of a mailbox.
    ///
    /// - Parameter cursor: Where the page before ended, or `nil` for the beginning.
    /// - Throws: `request.cursor` for a cursor that is not of this mailbox.
    package func page(of mailbox: MailboxName, after cursor: String?, limit: Int) throws -> MailboxPage {
        let start = try cursor.map { try self.vault.cursor.number($0, in: "\(mailbox)") } ?? 0
        let rows = try Row.fetchAll(
            self.database.cachedStatement(sql: Self.line),
            arguments: ["mailbox": "\(mailbox)", "after": start, "limit": limit]
        )
        let last = rows.last.map { $0["arrival"] as Int64 } ?? start
        return MailboxPage(
            messages: try rows.map { try MailboxLine($0) },
            next: last > 0 ? try self.vault.cursor.text(last, in: "\(mailbox)") : nil
        )
    }

    /// What belongs to a message as evidence, in the order in which it was sealed: certificates and lists, then what servers said that it
    /// passed.
    package func evidence(of message: StoredMessage) throws -> [EvidenceEntry] {
        try Row.fetchAll(
            self.database,
            sql: EvidenceSets.ofMessage,
            arguments: ["message": message.number]
        )
        .map { EvidenceEntry(name: $0["name"], bytes: Array($0["bytes"] as Data)) } + self.passed(of: message)
    }

    /// The statement with a digest, as it was answered the first time.
    package func statement(_ digest: ContentDigest) throws -> StoredStatement? {
        let row = try Row.fetchOne(
            self.database,
            sql: """
                SELECT statement.*, message.id, message.wrapped_key, EXISTS (
                    SELECT 1 FROM forward WHERE forward.statement = statement.number AND forward.state = 'waiting') AS waits
                FROM statement JOIN message ON message.number = statement.message WHERE digest = ?
                """,
            arguments: [Data(digest.bytes)]
        )
        guard let row, let id = MessageID(row["id"] as String) else { return nil }
        let key = try self.vault.key.unwrap(Array(row["wrapped_key"] as Data), for: id)
        let place = try LogPlace(row, PartCipher(messageKey: key))
        return StoredStatement(
            message: id,
            digest: digest,
            receivedAt: Instant(milliseconds: row["received_at"]),
            record: Array(row["record"] as Data),
            signature: Array(row["signature"] as Data),
            isRepeated: true,
            waits: row["waits"],
            opened: [],
            place: place,
            log: try place.flatMap { try self.evidence(of: $0) }
        )
    }

    func message(_ id: MessageID) throws -> StoredMessage? { try self.message("id = ?", ["\(id)".databaseValue]) }

    func message(number: Int64) throws -> StoredMessage? { try self.message("number = ?", [number.databaseValue]) }

    /// The same by its number alone, which is looked for first: before a message is stored there is none, as a rule.
    private func message(withNumber condition: String, _ values: [SQLValue]) throws -> StoredMessage? {
        let found = try self.database.integers("SELECT number FROM message WHERE \(condition)", values)
        return try found.flatMap { try self.message(number: $0[0]) }
    }

    private func message(_ condition: String, _ values: [DatabaseValue]) throws -> StoredMessage? {
        let row = try Row.fetchOne(
            self.database.cachedStatement(sql: "\(Self.message) WHERE state <> 'erased' AND (\(condition))"),
            arguments: StatementArguments(values)
        )
        guard let row else { return nil }
        return try StoredMessage(row, self.deliveries(of: row["number"]), self.vault)
    }

    /// Where a message stands for each addressee.
    func deliveries(of message: Int64) throws -> [StoredDelivery] {
        try Row.fetchAll(
            self.database.cachedStatement(
                sql: """
                    SELECT delivery.*, statement.mailbox AS forwarded_by
                    FROM delivery LEFT JOIN statement ON statement.number = delivery.forward
                    WHERE delivery.message = ? ORDER BY delivery.mailbox
                    """
            ),
            arguments: [message]
        )
        .map { try StoredDelivery($0) }
    }
}
