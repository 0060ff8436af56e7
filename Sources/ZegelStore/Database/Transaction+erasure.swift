// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
import ZegelVerify

/// An erasure whose bytes may still be on the disk: it is not signed, and counts as done for nobody.
package struct UnfinishedErasure: Sendable {
    let number: Int64
    let contentFile: String?
    /// The message.
    package let message: MessageID
    /// What is to be signed.
    package let record: [UInt8]
    /// By what its container is known when it comes again; `nil` where it was erased before that was kept.
    package let container: [UInt8]?
}

/// The end of a message, decided on its row in one transaction with all else that becomes of it (DESIGN §3.9).
extension Transaction {
    /// What speaks of a message beside its row; those that refer to others first.
    private static let tables = [
        "outbox_news", "passed_on", "outbox", "relayed_out", "relayed_part", "relayed_hop", "forward", "asked", "alarm",
        "statement", "message_evidence", "seal_timestamp", "correction", "request", "act", "earlier_act", "upload",
    ]

    /// The records of decisions that say something of a message.
    static let speaking = """
        SELECT number, json FROM decision WHERE json IS NOT NULL AND number IN (
            SELECT number FROM decision WHERE message = :message
            UNION SELECT number FROM decision WHERE header = :header AND message IS NULL
            UNION SELECT decision FROM decision_mention
                WHERE mailbox = :mailbox AND kenmerk = :kenmerk AND date = :date)
        """

    /// Takes away all that the store holds of a message; its id, who had part in it, its leaf and the record stay.
    ///
    /// Keys, contents, header, seal, salts, evidence, statements and what the records of decisions about it said go. From here on it is
    /// gone for everyone; that it is gone from the disk too is stated later, with ``finish(_:signature:)``.
    ///
    /// - Parameter record: What the server will sign.
    /// - Returns: Whether there was anything to take away.
    package func erase(_ id: MessageID, stating record: [UInt8], at moment: Instant) throws -> Bool {
        let view = ReadView(database: self.database, vault: self.vault)
        guard let message = try view.message(id) else { return false }
        let number = SQLValue.integer(message.number)
        try self.execute(
            "INSERT INTO erasure (message, record, content_file) SELECT number, ?, content_file FROM message WHERE number = ?",
            [.blob(record), number]
        )
        try self.end(message.containerDigest, of: message.number)
        try self.eraseDecisions(of: message)
        try self.leavePassages(of: message.number)
        try self.eraseDeliveries(number)
        for table in Self.tables {
            try self.execute("DELETE FROM \(table) WHERE message = ?", [number])
        }
        try self.eraseParts(number, at: moment)
        try self.execute("UPDATE request SET reply = NULL WHERE reply = ?", [number])
        try self.execute("UPDATE list_version SET message = NULL WHERE message = ?", [number])
        let set = try self.database.integers(
            "SELECT evidence_set FROM message WHERE number = ? AND evidence_set IS NOT NULL",
            [number]
        )
        let columns = Schema.messageColumns + ["content", "content_file", "salt", "evidence_set"]
        let nothing = columns.map { "\($0) = NULL" }.joined(separator: ", ")
        try self.execute("UPDATE message SET state = 'erased', \(nothing) WHERE number = ?", [number])
        if let set = set?.first { try self.evidence.leave(set, in: self) }
        try self.append(.erasure(of: id, at: moment))
        return true
    }

    /// How many statements there are about a message.
    package func statements(of id: MessageID) throws -> Int {
        let sql = "SELECT count(*) FROM statement JOIN message ON message.number = statement.message WHERE id = ?"
        return try Int.fetchOne(self.database, sql: sql, arguments: ["\(id)"]) ?? 0
    }

    /// Keeps the server's signature under the record of an erasure, once nothing of the message is on the disk any more.
    package func finish(_ erasure: UnfinishedErasure, signature: [UInt8]) throws {
        let isOpen = try Bool.fetchOne(
            self.database,
            sql: "SELECT signature IS NULL FROM erasure WHERE message = ?",
            arguments: [erasure.number]
        )
        guard isOpen == true else { return }
        let place = try self.log.append(
            LogOpening.details(signed: erasure.record, signature: signature),
            in: self.database
        )
        try self.execute(
            "UPDATE erasure SET signature = ?, entry = ?, salt = ?, content_file = NULL WHERE message = ?",
            [.blob(signature), .integer(Int64(place.index)), .blob(place.salt), .integer(erasure.number)]
        )
    }

    /// A request of which a part of the answer is gone cannot be held to its parts any more: it counts as settled.
    private func eraseParts(_ number: SQLValue, at moment: Instant) throws {
        for table in ["alarm", "request"] {
            let what =
                table == "alarm"
                ? "DELETE FROM alarm WHERE" : "UPDATE request SET settled_at = ? WHERE settled_at IS NULL AND"
            try self.execute(
                "\(what) message IN (SELECT request FROM partial_reply WHERE reply = ?)",
                (table == "alarm" ? [] : [.integer(moment.milliseconds)]) + [number]
            )
        }
        try self.execute("DELETE FROM partial_reply WHERE request = ? OR reply = ?", [number, number])
    }

    /// Leaves of each record its digest, to which the log commits; also of those that were made before the message was stored, and of those
    /// about other messages, or questions, that say something of it.
    private func eraseDecisions(of message: StoredMessage) throws {
        let rows = try Row.fetchAll(
            self.database,
            sql: Self.speaking,
            arguments: [
                "message": message.number, "header": "\(message.header.digest)",
                "mailbox": "\(message.header.from.mailbox)", "kenmerk": "\(message.header.kenmerk)",
                "date": "\(message.header.date)",
            ]
        )
        for row in rows {
            try self.execute(
                """
                UPDATE decision SET digest = ?, json = NULL, message = NULL, header = NULL, organisation = NULL, exchange = NULL
                WHERE number = ?
                """,
                [.blob(ContentDigest(of: Array(row["json"] as Data)).bytes), .integer(row["number"])]
            )
            try self.execute("DELETE FROM decision_mention WHERE decision = ?", [.integer(row["number"])])
        }
    }

    /// Who never saw the message is not told of its end.
    private func eraseDeliveries(_ number: SQLValue) throws {
        try self.execute(
            """
            INSERT INTO last_arrival (mailbox, arrival)
            SELECT mailbox, max(arrival) FROM (
                SELECT mailbox, arrival FROM delivery WHERE message = ? AND arrival IS NOT NULL
                UNION ALL SELECT mailbox, arrival FROM asked WHERE message = ?
                UNION ALL SELECT mailbox, arrival FROM outbox_news WHERE message = ?
            ) GROUP BY mailbox
            ON CONFLICT DO UPDATE SET arrival = max(last_arrival.arrival, excluded.arrival)
            """,
            [number, number, number]
        )
        try self.execute("DELETE FROM delivery WHERE message = ? AND state = 'pending'", [number])
        let marks = Schema.deliveryMarks + ["role", "arrival", "available_at"]
        let nothing = marks.map { "\($0) = NULL" }.joined(separator: ", ")
        try self.execute("UPDATE delivery SET state = 'erased', ranges = '', \(nothing) WHERE message = ?", [number])
    }
}
