// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
package import ZegelVerify

/// What is left of a message that was destroyed.
package struct ErasedMessage: Sendable {
    /// The mailboxes that may be told: its sender's, and those that had received it.
    package let parties: [MailboxName]
    /// What the server states about the end of the message.
    package let record: [UInt8]
    /// Its signature; `nil` while bytes may still be on the disk.
    package let signature: [UInt8]?
    /// The proof that the log has the statement; `nil` before its checkpoint is signed.
    package let log: LogEvidence?
}

extension ReadView {
    /// A message that was destroyed, for who had part in it.
    package func erased(_ id: MessageID, visibleTo mailboxes: [MailboxName]) throws -> ErasedMessage? {
        let marks = mailboxes.map { _ in "?" }.joined(separator: ",")
        let names = mailboxes.map { "\($0)".databaseValue }
        return try self.erased(
            """
            id = ? AND (sender_mailbox IN (\(marks)) OR EXISTS (
                SELECT 1 FROM delivery WHERE delivery.message = message.number AND mailbox IN (\(marks))))
            """,
            ["\(id)".databaseValue] + names + names
        )
    }

    /// A message of one of the exchanges that was destroyed, for those who audit them.
    package func erased(_ id: MessageID, in exchanges: [String]) throws -> ErasedMessage? {
        let marks = exchanges.map { _ in "?" }.joined(separator: ",")
        return try self.erased(
            "id = ? AND exchange IN (\(marks))",
            ["\(id)".databaseValue] + exchanges.map(\.databaseValue)
        )
    }

    /// Erasures that have begun and are not signed.
    package func unfinishedErasures(limit: Int) throws -> [UnfinishedErasure] {
        try Row.fetchAll(
            self.database,
            sql: """
                SELECT message.number, message.id, erasure.record, erasure.content_file, ended.container
                FROM erasure JOIN message ON message.number = erasure.message
                LEFT JOIN ended ON ended.message = message.number WHERE erasure.signature IS NULL LIMIT ?
                """,
            arguments: [limit]
        )
        .map { row in
            guard let id = MessageID(row["id"] as String) else {
                throw Problem(.storageDamaged, "A stored message cannot be read.")
            }
            return UnfinishedErasure(
                number: row["number"],
                contentFile: row["content_file"],
                message: id,
                record: Array(row["record"] as Data),
                container: (row["container"] as Data?).map { Array($0) }
            )
        }
    }

    /// The digest of the file with the holds that are in force; `nil` where there never was one.
    package func holdsInForce() throws -> ContentDigest? { try self.lastFiles(of: "holds") }

    /// What the newest act about files of a kind names.
    func lastFiles(of kind: String) throws -> ContentDigest? {
        let record = try Data.fetchOne(
            self.database,
            sql: "SELECT record FROM act WHERE kind = '\(kind)' ORDER BY entry DESC LIMIT 1"
        )
        return try record.flatMap { try StrictJSON.parse($0)["sha256"]?.string }
            .flatMap { ContentDigest(hexadecimal: $0) }
    }

    private func erased(_ condition: String, _ values: [DatabaseValue]) throws -> ErasedMessage? {
        let row = try Row.fetchOne(
            self.database,
            sql: """
                SELECT message.number, message.sender_mailbox, erasure.* FROM message
                JOIN erasure ON erasure.message = message.number WHERE \(condition)
                """,
            arguments: StatementArguments(values)
        )
        guard let row else { return nil }
        let told = try String.fetchAll(
            self.database,
            sql: "SELECT mailbox FROM delivery WHERE message = ? ORDER BY mailbox",
            arguments: [row["number"] as Int64]
        )
        return ErasedMessage(
            parties: ([row["sender_mailbox"] as String] + told).compactMap { MailboxName($0) },
            record: Array(row["record"] as Data),
            signature: (row["signature"] as Data?).map { Array($0) },
            log: try LogPlace(opened: row).flatMap { try self.evidence(of: $0) }
        )
    }
}

extension LogPlace {
    /// Reads where a statement about a destruction stands, whose salt is no secret.
    fileprivate init?(opened row: Row) {
        let earlier = row["earlier_log"] as Int64?
        guard let index = earlier == nil ? row["entry"] as Int64? : row["earlier_entry"] as Int64?,
            let salt = row["salt"] as Data?
        else { return nil }
        self.init(earlier: earlier, index: UInt64(index), salt: Array(salt))
    }
}
