// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import ZegelCore
package import ZegelSeal
import ZegelVerify

extension Transaction {
    /// Stores a statement and gives it effect.
    ///
    /// - Returns: The statement; the same one again gives what was stored the first time.
    /// - Throws: `statement.state` where the message, or the delivery, is not in a state that allows it.
    package func insert(_ sealed: SealedStatement) throws -> StoredStatement {
        let view = ReadView(database: self.database, vault: self.vault)
        if let earlier = try view.statement(sealed.digest) { return earlier }
        // It was there when the statement was judged.
        guard let message = try view.message(sealed.message) else { throw Problem(.erased) }
        let count = try Int.fetchOne(
            self.database,
            sql: "SELECT count(*) FROM statement WHERE message = ?",
            arguments: [message.number]
        )
        guard let count, count < self.vault.statementsPerMessage else {
            throw Problem(.statementState, "The message has gathered as many statements as it may.")
        }
        let opened = try self.effect(of: sealed, on: message)
        let place = try self.log.append(
            LogOpening.details(signed: sealed.record, signature: sealed.signature),
            in: self.database
        )
        let parts = PartCipher(messageKey: message.key)
        try self.execute(
            """
            INSERT INTO statement (message, kind, mailbox, digest, bytes, record, signature, received_at, entry, salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(message.number), .text(sealed.kind.rawValue), .text("\(sealed.mailbox)"),
                .blob(sealed.digest.bytes),
                .blob(try parts.seal(sealed.bytes, as: "statement")), .blob(sealed.record), .blob(sealed.signature),
                .integer(sealed.receivedAt.milliseconds), .integer(Int64(place.index)),
                .blob(try parts.seal(place.salt, as: "log salt")),
            ]
        )
        try self.dispatch(sealed, numbered: self.database.lastInsertedRowID, about: message)
        try self.record(sealed.decision, of: message.id)
        return StoredStatement(
            message: message.id,
            digest: sealed.digest,
            receivedAt: sealed.receivedAt,
            record: sealed.record,
            signature: sealed.signature,
            isRepeated: false,
            opened: opened,
            place: place
        )
    }
}
