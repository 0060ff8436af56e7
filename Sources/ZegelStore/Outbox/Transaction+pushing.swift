// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore
package import ZegelVerify

/// What becomes of the lines of the outbox; each change is a transition of ``DispatchState``, on one row.
extension Transaction {
    /// Begins an attempt with the first line that may go to a server, where that is due.
    ///
    /// What was begun before and has no outcome is begun again: the other side answers
    /// the same to the same container.
    ///
    /// - Parameter lanes: Those of what is under way, in which nothing else is begun.
    /// - Returns: `nil` where nothing is due.
    package func begin(to server: OIN, beside lanes: [Int64] = [], at moment: Instant) throws -> OutboxItem? {
        try self.expireOutbox(for: server, at: moment)
        let row = try Row.fetchOne(
            self.database,
            sql: Outbox.ready,
            arguments: Outbox.arguments(server, beside: lanes)
        )
        guard let row, (row["due_at"] as Int64) <= moment.milliseconds else { return nil }
        let number = row["number"] as Int64
        do {
            return try self.begin(row, number, to: server, at: moment)
        } catch let problem as Problem {
            // What cannot be read any more holds up nothing behind it.
            _ = try self.move(number, .began, at: moment)
            _ = try self.move(number, .refused, because: problem.code, at: moment)
            return nil
        }
    }

    /// Notes that an attempt failed in a way that may pass, and when the next one is made.
    package func failed(_ item: OutboxItem, because reason: String, until due: Instant, at moment: Instant) throws {
        guard try self.move(item.number, .failed, because: reason, at: moment) == .waiting else { return }
        try self.execute(
            "UPDATE outbox SET due_at = ? WHERE number = ?",
            [.integer(due.milliseconds), .integer(item.number)]
        )
    }

    /// Notes that the other side refused for good, or that nobody needs it there.
    package func ended(_ item: OutboxItem, by event: DispatchEvent, because reason: String, at moment: Instant) throws {
        let isMoved = try self.move(item.number, event, because: reason, at: moment) != nil
        guard item.statement == nil, event == .withdrawn else { return }
        // Where it was there before by this line it is now by another way.
        try self.execute(
            "UPDATE outbox SET taken_at = NULL, taken_as = NULL, reason = ? WHERE number = ? AND state = 'withdrawn'",
            [.text(reason), .integer(item.number)]
        )
        // A message that was taken back meanwhile goes to nobody any more.
        guard isMoved else { return }
        try self.sendAlone(insteadOf: item.number, of: item.message, to: item.server, at: moment)
    }

    /// Notes that a server has a message: its receipt was verified.
    ///
    /// The delivery to those that it serves is collected by it, where nobody took it back meanwhile.
    package func receipted(
        _ item: OutboxItem,
        _ verified: ReceiptVerifier.Verified<AcceptanceRecord>,
        _ receipt: [UInt8],
        at moment: Instant
    ) throws {
        let message = item.message
        guard try self.isThere(item) else { return }
        let before = try ReadView(database: self.database, vault: self.vault).name(of: message.number, at: item.server)
        try self.keep(receipt, of: item, verified.record.receivedAt, as: verified.record.id, at: moment)
        try self.sendLacking(item, verified.record.to, at: moment)
        guard before != verified.record.id else { return }
        let sealed = try PartCipher(messageKey: message.key).seal(receipt, as: "relay receipt")
        // A server that lost it and takes it once more calls it otherwise.
        try self.execute(
            "UPDATE relayed_out SET id = ?, receipt = ? WHERE message = ? AND server = ?",
            [.text("\(verified.record.id)"), .blob(sealed), .integer(message.number), .text("\(item.server)")]
        )
        let mailboxes = (message.header.to.map(\.address.mailbox) + message.forwardedTo)
            .filter { self.vault.routes.server(of: $0) == item.server && verified.record.to.contains($0) }
        try self.took(mailboxes, item, as: verified.record.id, receipt, at: moment)
        try self.append(
            .relay(of: message.id, to: item.server, receipt: ContentDigest(of: receipt), at: moment),
            of: message.id
        )
    }

    /// A server that had the message before answers with the receipt of that time, which forwards that came with it are not in.
    private func sendLacking(_ item: OutboxItem, _ taken: [MailboxName], at moment: Instant) throws {
        let message = item.message
        let isLacking = message.forwardedTo.contains {
            self.vault.routes.server(of: $0) == item.server && !taken.contains($0)
        }
        let view = ReadView(database: self.database, vault: self.vault)
        guard isLacking, try view.message(number: message.number)?.state == .accepted else { return }
        try self.sendAlone(insteadOf: item.number, of: message, to: item.server, at: moment)
    }

    /// Notes for whom a server took a message, and what it is called there.
    private func took(
        _ mailboxes: [MailboxName],
        _ item: OutboxItem,
        as id: MessageID,
        _ receipt: [UInt8],
        at moment: Instant
    ) throws {
        let message = item.message
        let sealed = try PartCipher(messageKey: message.key).seal(receipt, as: "relay receipt")
        for mailbox in mailboxes {
            try self.execute(
                """
                INSERT INTO relayed_out (message, mailbox, server, id, receipt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                [
                    .integer(message.number), .text("\(mailbox)"), .text("\(item.server)"),
                    .text("\(id)"), .blob(sealed),
                ]
            )
            try self.execute(
                """
                UPDATE delivery SET ranges = '', state = CASE state WHEN 'available' THEN 'collected' ELSE state END,
                    collected_at = ?, collected_by = ?, claimed_by = NULL, claimed_until = NULL
                WHERE message = ? AND mailbox = ? AND collected_at IS NULL
                """,
                [
                    .integer(moment.milliseconds), .text("\(item.server)"), .integer(message.number),
                    .text("\(mailbox)"),
                ]
            )
        }
    }

    /// Notes that a server has a statement: its receipt was verified.
    package func receipted(
        _ item: OutboxItem,
        _ verified: ReceiptVerifier.Verified<StatementRecord>,
        _ receipt: [UInt8],
        at moment: Instant
    ) throws {
        guard verified.record.statement == item.statement.map({ ContentDigest(of: $0.bytes) }) else {
            throw Problem(.receiptInvalid, "The receipt is of another statement.")
        }
        guard try self.isThere(item) else { return }
        try self.keep(receipt, of: item, verified.record.receivedAt, at: moment)
        if item.statement?.word == .deliver {
            try self.took(self.mailboxes(deliveredBy: item), item, as: verified.record.message, receipt, at: moment)
        }
        try self.append(
            .relay(of: item.message.id, to: item.server, receipt: ContentDigest(of: receipt), at: moment),
            of: item.message.id
        )
    }

    // MARK: -

    /// Those who have a message by the forward that a line carries, at the server where it goes.
    private func mailboxes(deliveredBy item: OutboxItem) throws -> [MailboxName] {
        try String.fetchAll(
            self.database,
            sql: """
                SELECT delivery.mailbox FROM outbox
                JOIN delivery ON delivery.message = outbox.message AND delivery.forward = outbox.statement
                WHERE outbox.number = ?
                """,
            arguments: [item.number]
        )
        .compactMap { MailboxName($0) }.filter { self.vault.routes.server(of: $0) == item.server }
    }

    /// Whether the line is there still: it goes with a message that is erased, and its number may be that of another then.
    private func isThere(_ item: OutboxItem) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE number = ? AND message = ?)",
            arguments: [item.number, item.message.number]
        ) ?? false
    }

    /// Keeps a receipt, with the moment of taking that it names, and the name that a message has there.
    ///
    /// A statement that was pushed again, because they did not have it from here, and that they have since the same moment as before, is
    /// there by another way: they count it with the server that brought it first, so that it is in no day here.
    private func keep(
        _ receipt: [UInt8],
        of item: OutboxItem,
        _ takenAt: Instant,
        as name: MessageID? = nil,
        at moment: Instant
    ) throws {
        let sealed = try PartCipher(messageKey: item.message.key).seal(receipt, as: "relay receipt")
        let changed = try self.execute(
            """
            UPDATE outbox SET state = 'receipted', reason = NULL, receipt = ?, settled_at = ?, taken_as = ?,
                taken_at = CASE WHEN statement IS NOT NULL AND earlier_receipt IS NOT NULL AND taken_at = ? THEN NULL ELSE ? END
            WHERE number = ? AND state <> 'receipted'
            """,
            [
                .blob(sealed), .integer(moment.milliseconds), name.map { .text("\($0)") } ?? .null,
                .integer(takenAt.milliseconds), .integer(takenAt.milliseconds), .integer(item.number),
            ]
        )
        if changed > 0 { try self.tellOriginator(ofLine: item.number, at: moment) }
    }

    private func begin(_ row: Row, _ number: Int64, to server: OIN, at moment: Instant) throws -> OutboxItem? {
        let view = ReadView(database: self.database, vault: self.vault)
        guard let message = try view.message(number: row["message"]) else { throw Problem(.storageDamaged) }
        let word = (row["word"] as String?).flatMap { ForwardWord(rawValue: $0) }
        let statement = try (row["statement"] as Int64?).map { try view.declared($0, word, about: message) }
        guard try self.move(number, .began, at: moment) == .pushing else { throw Problem(.internalError) }
        try self.execute("UPDATE outbox SET attempts = attempts + 1 WHERE number = ?", [.integer(number)])
        return OutboxItem(
            number: number,
            server: server,
            message: message,
            statement: statement,
            attempt: (row["attempts"] as Int) + 1,
            isTaken: try view.isTaken(message.number, by: server),
            lanes: try Int64.fetchAll(
                self.database,
                sql: "SELECT lane FROM outbox_lane WHERE line = ?",
                arguments: [number]
            )
        )
    }

    /// Lets go what waits for a server and whose time is over: a thousand at a time, what is left with the next call.
    package func expireOutbox(for server: OIN, at moment: Instant) throws {
        let over = try Int64.fetchAll(
            self.database,
            sql: """
                SELECT number FROM outbox WHERE server = ? AND state = 'waiting' AND expires_at <= ?
                ORDER BY expires_at LIMIT 1000
                """,
            arguments: ["\(server)", moment.milliseconds]
        )
        for number in over { _ = try self.move(number, .expired, at: moment) }
    }

    /// Moves one row as its state allows.
    ///
    /// - Returns: Where it stands now; `nil` where that cannot happen to it, and nothing changed.
    func move(
        _ number: Int64,
        _ event: DispatchEvent,
        because reason: String? = nil,
        at moment: Instant
    ) throws -> DispatchState? {
        let text = try String.fetchOne(
            self.database,
            sql: "SELECT state FROM outbox WHERE number = ?",
            arguments: [number]
        )
        guard let next = text.flatMap({ DispatchState(rawValue: $0) })?.after(event) else { return nil }
        try self.execute(
            "UPDATE outbox SET state = ?, reason = coalesce(?, reason), settled_at = ? WHERE number = ?",
            [
                .text(next.rawValue), reason.map { .text($0) } ?? .null,
                next.isOpen ? .null : .integer(moment.milliseconds), .integer(number),
            ]
        )
        if [.refused, .expired, .abandoned].contains(event) { try self.tellOriginator(ofLine: number, at: moment) }
        if [.dead, .expired, .abandoned].contains(next) { try self.tellForwarders(by: number) }
        return next
    }
}
