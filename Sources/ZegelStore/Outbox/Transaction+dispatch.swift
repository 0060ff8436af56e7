// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelPolicy
import ZegelSeal

/// What is put into the outbox, and taken out of it again, by what happens to a message: in the transaction in which it happens.
extension Transaction {
    /// Has a message go to each server that serves one of its addressees.
    ///
    /// It does not go back to the server of its sender, nor to one that it passed.
    ///
    /// - Parameters:
    ///   - mailboxes: Those that have it.
    ///   - term: Until when that is tried, where the exchange or the message says.
    func dispatch(
        _ number: Int64,
        _ header: MessageHeader,
        for mailboxes: [MailboxName],
        until term: Instant?,
        at moment: Instant
    ) throws {
        let home = self.vault.routes.server(of: header.from.mailbox)
        let others = Set(mailboxes.compactMap { self.vault.routes.server(of: $0) }).filter { $0 != home }
        let servers = try others.isEmpty ? [] : others.subtracting(self.hops(of: number))
        guard !servers.isEmpty else { return }
        let expiry = term ?? self.lastMoment(from: moment)
        let cited = try self.cited(by: header)
        for server in servers.sorted() {
            try self.dispatch(number, nil, behind: cited, to: server, at: moment, until: expiry)
        }
    }

    /// Has a statement go to the servers that have the message, or to the one that brought it; a withdrawal ends what did not go yet.
    func dispatch(
        _ sealed: SealedStatement,
        numbered statement: Int64,
        about message: StoredMessage
    ) throws {
        let now = sealed.receivedAt
        let servers: [OIN] =
            switch sealed.kind {
            // Where a mailbox of this server passes it on, it goes on here.
            case .release, .forward: []
            case .withdrawal: try self.withdraw(message.number, at: now)
            case .correction, .consent:
                try self.pushes(of: message.number).filter { $0.state.isOpen || $0.mayBeTaken }.map(\.server)
            case .refusal where message.isOriginators(sealed.mailbox):
                try Set(self.waiting(message).compactMap(\.server)).sorted()
            case .acknowledgement, .refusal, .disposal: try self.servers(hearing: sealed, about: message)
            }
        let replacement =
            sealed.kind == .correction
            ? try Int64.fetchAll(
                self.database,
                sql: "SELECT replacement FROM correction WHERE message = ?",
                arguments: [message.number]
            ) : []
        for server in servers where server != sealed.carrier?.server {
            let expiry = self.lastMoment(from: now)
            try self.dispatch(message.number, statement, behind: replacement, to: server, at: now, until: expiry)
        }
    }

    /// Where it is heard what a mailbox says that has the message: at the server that brought it, or that brought the forward by which the
    /// mailbox has it.
    private func servers(hearing sealed: SealedStatement, about message: StoredMessage) throws -> [OIN] {
        let forwarded = try String.fetchOne(
            self.database,
            sql: """
                SELECT forward.server FROM delivery JOIN forward ON forward.statement = delivery.forward
                WHERE delivery.message = ? AND delivery.mailbox = ?
                """,
            arguments: [message.number, "\(sealed.mailbox)"]
        ).flatMap { OIN($0) }
        if let forwarded, forwarded != sealed.carrier?.server { return [forwarded] }
        return try self.hops(of: message.number).suffix(1)
    }

    /// Has a message, or a statement, go to a server, with what is to be said of the forward that it is.
    ///
    /// - Returns: The number of the line, which may be there from before.
    func dispatch(
        _ message: Int64,
        _ statement: Int64?,
        as word: ForwardWord? = nil,
        to server: OIN,
        at moment: Instant
    ) throws -> Int64 {
        try self.dispatch(message, statement, word, to: server, at: moment, until: self.lastMoment(from: moment))
        let line = try Int64.fetchOne(
            self.database,
            sql: "SELECT number FROM outbox WHERE message = ? AND server = ? AND statement IS ? AND word IS ?",
            arguments: [message, "\(server)", statement, word?.rawValue]
        )
        guard let line else { throw Problem(.internalError, "A line of the outbox was not made.") }
        return line
    }

    func lastMoment(from moment: Instant) -> Instant {
        moment.advanced(bySeconds: Int64(self.vault.outboxAge))
    }

    /// The messages that one builds on: the other side may need them to decide.
    private func cited(by header: MessageHeader) throws -> [Int64] {
        let mailbox = "\(header.from.mailbox)"
        return try header.inReplyTo.flatMap { citation -> [Int64] in
            guard let kenmerk = citation.kenmerk, let date = citation.date else { return [] }
            return try Int64.fetchAll(
                self.database,
                sql: ReadView.citation,
                arguments: ["\(kenmerk)", "\(date)", mailbox, mailbox]
            )
        }
    }

    /// - Parameter others: The messages that have to be there before it.
    private func dispatch(
        _ message: Int64,
        _ statement: Int64?,
        _ word: ForwardWord? = nil,
        behind others: [Int64] = [],
        to server: OIN,
        at moment: Instant,
        until expiry: Instant
    ) throws {
        let made = try self.execute(
            """
            INSERT INTO outbox (server, message, statement, word, state, made_at, due_at, expires_at)
            VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .text("\(server)"), .integer(message), statement.map { .integer($0) } ?? .null,
                word.map { .text($0.rawValue) } ?? .null, .integer(moment.milliseconds), .integer(moment.milliseconds),
                .integer(expiry.milliseconds),
            ]
        )
        if made > 0 {
            let line = SQLValue.integer(self.database.lastInsertedRowID)
            for other in others {
                try self.execute(
                    "INSERT INTO outbox_lane (line, lane, server) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    [line, .integer(-other), .text("\(server)")]
                )
            }
        }
        let bell = self.vault.outboxBell
        self.afterCheckpoint { bell.ring(server) }
    }

    struct Push {
        let number: Int64
        let server: OIN
        let state: DispatchState
        let attempts: Int

        /// Whether the server may have it: an attempt was begun, and it did not refuse.
        var mayBeTaken: Bool { self.state == .receipted || self.attempts > 0 && self.state != .dead }
    }

    func pushes(of message: Int64) throws -> [Push] {
        try Row.fetchAll(
            self.database,
            sql: "SELECT number, server, state, attempts FROM outbox WHERE message = ? AND statement IS NULL",
            arguments: [message]
        )
        .map { row in
            guard let server = OIN(row["server"] as String), let state = DispatchState(rawValue: row["state"]) else {
                throw Problem(.storageDamaged, "A line of the outbox cannot be read.")
            }
            return Push(number: row["number"], server: server, state: state, attempts: row["attempts"])
        }
    }

    /// No push of the message begins any more; what else was to go to a server that never had it is over, too.
    ///
    /// - Returns: The servers that may have it.
    private func withdraw(_ message: Int64, at moment: Instant) throws -> [OIN] {
        let pushes = try self.pushes(of: message)
        try self.execute(
            "UPDATE outbox SET state = 'withdrawn', settled_at = ? WHERE message = ? AND word = 'deliver' AND state = 'waiting'",
            [.integer(moment.milliseconds), .integer(message)]
        )
        for push in pushes {
            guard let next = push.state.after(.withdrawn) else { continue }
            try self.execute(
                "UPDATE outbox SET state = ?, settled_at = ? WHERE number = ?",
                [.text(next.rawValue), .integer(moment.milliseconds), .integer(push.number)]
            )
            guard !push.mayBeTaken else { continue }
            try self.execute(
                """
                UPDATE outbox SET state = 'withdrawn', settled_at = ?
                WHERE message = ? AND server = ? AND statement IS NOT NULL AND state = 'waiting'
                """,
                [.integer(moment.milliseconds), .integer(message), .text("\(push.server)")]
            )
        }
        return pushes.filter(\.mayBeTaken).map(\.server)
    }

    /// The servers that it passed, the one that brought it last.
    func hops(of message: Int64) throws -> [OIN] {
        try String.fetchAll(
            self.database.cachedStatement(sql: "SELECT server FROM relayed_hop WHERE message = ? ORDER BY position"),
            arguments: [message]
        )
        .compactMap { OIN($0) }
    }
}
