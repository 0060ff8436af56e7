// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore
package import ZegelPolicy
package import ZegelSeal
import ZegelVerify

extension Transaction {
    /// Stores a statement and gives it effect.
    ///
    /// - Parameters:
    ///   - terms: What the message means for the clocks of requests, where the statement lets it go.
    ///   - isStillSo: Whether what it was decided on is still so in this transaction, which nothing can come between any more.
    ///   - judge: Decides again on forwards that waited for what the statement says.
    /// - Returns: The statement; the same one again gives what was stored the first time.
    /// - Throws: `statement.state` where the message, or the delivery, is not in a state that allows it, and ``CommitError/stale``.
    package func insert(
        _ sealed: SealedStatement,
        terms: ReplyTerms = .none,
        where isStillSo: (borrowing ReadView) throws -> Bool = { _ in true },
        decidingAgain judge: (OpenForward, borrowing ReadView) throws -> ForwardVerdict
    ) throws -> StoredStatement {
        let view = ReadView(database: self.database, vault: self.vault)
        let earlier = try view.statement(sealed.digest)
        // It was there when the statement was judged.
        guard let message = try view.message(sealed.message) else { throw Problem(.erased) }
        if let earlier {
            // One that is delivered again may give the message to a mailbox that did not have it.
            if sealed.carrier?.word == .deliver, try !isStillSo(view) { throw CommitError.stale }
            return earlier.opening(try self.takeAgain(sealed, message))
        }
        try self.mustHaveRoom(for: sealed.kind, message)
        guard try isStillSo(view) else { throw CommitError.stale }
        let told = try self.effect(of: sealed, on: message, terms)
        let (number, place) = try self.insertRow(sealed, message)
        try self.dispatch(sealed, numbered: number, about: message)
        try self.record(sealed.decision, of: message.id)
        let further = try self.passOn(sealed, number, message, judge)
        return StoredStatement(
            message: message.id,
            digest: sealed.digest,
            receivedAt: sealed.receivedAt,
            record: sealed.record,
            signature: sealed.signature,
            isRepeated: false,
            waits: sealed.waits,
            opened: told + further.filter { !told.contains($0) },
            place: place
        )
    }

    /// The statement with a digest, which was stored before.
    package func statement(_ digest: ContentDigest) throws -> StoredStatement {
        let view = ReadView(database: self.database, vault: self.vault)
        guard let stored = try view.statement(digest) else { throw Problem(.notFound) }
        return stored
    }

    /// What others say about a message never keeps its originator from taking it back or correcting it.
    private func mustHaveRoom(for kind: ZegelCore.Statement.Kind, _ message: StoredMessage) throws {
        if kind == .withdrawal || kind == .correction { return }
        let count = try Int.fetchOne(
            self.database,
            sql: "SELECT count(*) FROM statement WHERE message = ?",
            arguments: [message.number]
        )
        guard let count, count < self.vault.statementsPerMessage else {
            throw Problem(.statementState, "The message has gathered as many statements as it may.")
        }
    }

    private func insertRow(_ sealed: SealedStatement, _ message: StoredMessage) throws -> (Int64, LogPlace) {
        let place = try self.log.append(
            LogOpening.details(signed: sealed.record, signature: sealed.signature),
            in: self.database
        )
        let parts = PartCipher(messageKey: message.key)
        let isReadAgain = [.consent, .forward, .refusal].contains(sealed.kind)
        try self.execute(
            """
            INSERT INTO statement (message, kind, mailbox, digest, bytes, record, signature, received_at, entry, salt, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(message.number), .text(sealed.kind.rawValue), .text("\(sealed.mailbox)"),
                .blob(sealed.digest.bytes),
                .blob(try parts.seal(sealed.bytes, as: "statement")), .blob(sealed.record), .blob(sealed.signature),
                .integer(sealed.receivedAt.milliseconds), .integer(Int64(place.index)),
                .blob(try parts.seal(place.salt, as: "log salt")),
                isReadAgain ? .blob(try parts.seal(sealed.statement.encoded, as: "statement content")) : .null,
            ]
        )
        return (self.database.lastInsertedRowID, place)
    }
}
