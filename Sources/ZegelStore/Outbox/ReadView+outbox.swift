// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

extension ReadView {
    /// Whether a message, or a statement about it, has yet to reach another server.
    package func isUnderWay(_ message: Int64) throws -> Bool {
        let open = "SELECT 1 FROM outbox WHERE message = ? AND state IN ('waiting', 'pushing')"
        return try Bool.fetchOne(self.database, sql: "SELECT EXISTS (\(open))", arguments: [message]) ?? false
    }

    private static let outboxLine = """
        SELECT outbox.number, outbox.server, message.id, statement.kind, outbox.state, attempts, reason, made_at, due_at, expires_at
        FROM outbox JOIN message ON message.number = outbox.message LEFT JOIN statement ON statement.number = outbox.statement
        """

    /// When there is something to do for a server; `nil` where nothing waits for it.
    ///
    /// - Parameter lanes: Those of what is under way.
    package func outboxHead(of server: OIN, beside lanes: [Int64] = []) throws -> OutboxHead? {
        let ready = try Row.fetchOne(
            self.database,
            sql: Outbox.ready,
            arguments: Outbox.arguments(server, beside: lanes)
        )
        let expiry = try Int64.fetchOne(
            self.database,
            sql: "SELECT expires_at FROM outbox WHERE server = ? AND state = 'waiting' ORDER BY expires_at LIMIT 1",
            arguments: ["\(server)"]
        )
        let due: Int64? = ready?["due_at"]
        guard due != nil || expiry != nil else { return nil }
        return OutboxHead(
            dueAt: due.map { Instant(milliseconds: $0) },
            expiresAt: expiry.map { Instant(milliseconds: $0) }
        )
    }

    /// How much waits for a server.
    package func outboxCount(of server: OIN) throws -> Int {
        try Int.fetchOne(
            self.database,
            sql: "SELECT count(*) FROM outbox WHERE server = ? AND state IN ('waiting', 'pushing')",
            arguments: ["\(server)"]
        ) ?? 0
    }

    /// What did not arrive: what waits, and what was given up; in the order in which it was made.
    ///
    /// - Parameters:
    ///   - number: The line behind which to begin.
    ///   - limit: How many lines at most.
    package func outbox(after number: Int64 = 0, limit: Int) throws -> [OutboxLine] {
        try Row.fetchAll(
            self.database,
            sql: """
                \(Self.outboxLine) WHERE outbox.state NOT IN ('receipted', 'withdrawn') AND outbox.number > ?
                ORDER BY outbox.number LIMIT ?
                """,
            arguments: [number, limit]
        )
        .map { try OutboxLine($0) }
    }

    /// How the pushes of a message itself stand.
    package func outbox(of message: StoredMessage) throws -> [OutboxLine] {
        try Row.fetchAll(
            self.database,
            sql: "\(Self.outboxLine) WHERE outbox.message = ? AND outbox.statement IS NULL ORDER BY outbox.number",
            arguments: [message.number]
        )
        .map { try OutboxLine($0) }
    }

    /// How forwards of a message stand on their way to other servers, each with the number of the forward.
    func outbox(ofForwardsOf message: StoredMessage) throws -> [(Int64, OutboxLine)] {
        let sql = Self.outboxLine.replacing("SELECT ", with: "SELECT passed_on.forward, ", maxReplacements: 1)
        return try Row.fetchAll(
            self.database,
            sql:
                "\(sql) JOIN passed_on ON passed_on.line = outbox.number WHERE passed_on.message = ? ORDER BY outbox.number",
            arguments: [message.number]
        )
        .map { ($0["forward"], try OutboxLine($0)) }
    }

    /// Where a line goes; `nil` where there is none.
    func outboxServer(of number: Int64) throws -> OIN? {
        try String.fetchOne(self.database, sql: "SELECT server FROM outbox WHERE number = ?", arguments: [number])
            .flatMap { OIN($0) }
    }

    /// Whether a server is known to have a message.
    func isTaken(_ message: Int64, by server: OIN) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM relayed_out WHERE message = ? AND server = ?)",
            arguments: [message, "\(server)"]
        ) ?? false
    }

    /// Whether another server is known to have a message for a mailbox.
    func isTaken(_ message: Int64, for mailbox: MailboxName) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM relayed_out WHERE message = ? AND mailbox = ?)",
            arguments: [message, "\(mailbox)"]
        ) ?? false
    }

    /// What a message is called at a server that is known to have it; `nil` where none is.
    func name(of message: Int64, at server: OIN) throws -> MessageID? {
        try String.fetchOne(
            self.database,
            sql: "SELECT id FROM relayed_out WHERE message = ? AND server = ? LIMIT 1",
            arguments: [message, "\(server)"]
        )
        .flatMap { MessageID($0) }
    }

    /// A statement as it was signed.
    func declared(
        _ number: Int64,
        _ word: ForwardWord?,
        about message: StoredMessage
    ) throws -> OutboxItem.Declared {
        let row = try Row.fetchOne(
            self.database,
            sql: "SELECT kind, bytes FROM statement WHERE number = ?",
            arguments: [number]
        )
        guard let row, let kind = ZegelCore.Statement.Kind(rawValue: row["kind"]) else {
            throw Problem(.storageDamaged, "A statement that has to be pushed is missing.")
        }
        let parts = PartCipher(messageKey: message.key)
        return .init(kind: kind, word: word, bytes: try parts.open(Array(row["bytes"] as Data), as: "statement"))
    }
}

extension OutboxLine {
    init(_ row: Row) throws {
        guard let server = OIN(row["server"] as String), let message = MessageID(row["id"] as String),
            let state = DispatchState(rawValue: row["state"])
        else { throw Problem(.storageDamaged, "A line of the outbox cannot be read.") }
        self.init(
            number: row["number"],
            server: server,
            message: message,
            statement: (row["kind"] as String?).flatMap { ZegelCore.Statement.Kind(rawValue: $0) },
            state: state,
            attempts: row["attempts"],
            reason: row["reason"],
            madeAt: Instant(milliseconds: row["made_at"]),
            dueAt: Instant(milliseconds: row["due_at"]),
            expiresAt: Instant(milliseconds: row["expires_at"])
        )
    }
}
