// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

/// How a forward reaches those whom it names and who have their post at another server.
///
/// A message goes to a server once, with the forwards by which it comes there. A server that has it, or gets it, is told the forward alone,
/// and adds its mailboxes to the message that it has: so none that the message passed gets it again.
extension Transaction {
    /// Has a forward reach the servers of those who have the message by it.
    ///
    /// - Parameter servers: Those that are left out: where the forward came from.
    func send(_ forward: Int64, of message: StoredMessage, except servers: [OIN], at moment: Instant) throws {
        let mailboxes = try String.fetchAll(
            self.database,
            sql: "SELECT mailbox FROM delivery WHERE message = ? AND forward = ?",
            arguments: [message.number, forward]
        )
        let homes = Set(mailboxes.compactMap { MailboxName($0).flatMap { self.vault.routes.server(of: $0) } })
        for server in homes.subtracting(servers).sorted() {
            let push = try self.pushes(of: message.number).first { $0.server == server }
            let isThere =
                try self.hops(of: message.number).contains(server)
                || ReadView(database: self.database, vault: self.vault).isTaken(message.number, by: server)
            let line: Int64
            if isThere || push.map({ $0.state.isOpen || [.receipted, .withdrawn].contains($0.state) }) ?? false {
                line = try self.say(forward, of: message, to: server, at: moment)
            } else if let push {
                try self.retry(push.number, at: moment)
                line = push.number
            } else {
                line = try self.push(message, to: server, at: moment)
            }
            try self.note(line, of: forward, message, to: server)
        }
    }

    /// Has the forwards that a message was pushed for reach a server by themselves: it has the message by another way.
    func sendAlone(insteadOf line: Int64, of message: StoredMessage, to server: OIN, at moment: Instant) throws {
        let forwards = try Int64.fetchAll(
            self.database,
            sql: "SELECT forward FROM passed_on WHERE line = ? ORDER BY forward",
            arguments: [line]
        )
        for forward in forwards {
            try self.note(
                self.say(forward, of: message, to: server, at: moment),
                of: forward,
                message,
                to: server
            )
        }
    }

    /// Keeps by which line a forward goes to a server.
    func note(_ line: Int64, of forward: Int64, _ message: StoredMessage, to server: OIN) throws {
        try self.execute(
            """
            INSERT INTO passed_on (message, forward, server, line) VALUES (?, ?, ?, ?)
            ON CONFLICT (forward, server) DO UPDATE SET line = excluded.line
            """,
            [.integer(message.number), .integer(forward), .text("\(server)"), .integer(line)]
        )
    }

    /// Has those who passed a message on by a line that was given up meet it again.
    func tellForwarders(by line: Int64) throws {
        let rows = try Row.fetchAll(
            self.database,
            sql: """
                SELECT forward.message, forward.mailbox FROM passed_on JOIN forward ON forward.statement = passed_on.forward
                WHERE passed_on.line = ? AND forward.server IS NULL
                """,
            arguments: [line]
        )
        for row in rows {
            guard let mailbox = MailboxName(row["mailbox"] as String) else { continue }
            try self.tell(mailbox, of: row["message"])
        }
    }

    /// Pushes the message, and behind it the correction, of which a server that has it only now was never told.
    private func push(_ message: StoredMessage, to server: OIN, at moment: Instant) throws -> Int64 {
        let line = try self.dispatch(message.number, nil, to: server, at: moment)
        let corrections = try Int64.fetchAll(
            self.database,
            sql: "SELECT number FROM statement WHERE message = ? AND kind = 'correction'",
            arguments: [message.number]
        )
        for number in corrections { _ = try self.dispatch(message.number, number, to: server, at: moment) }
        return line
    }

    /// Tells a server that has the message: the forwards by which its maker has it, the consents to it, and the forward itself.
    private func say(_ forward: Int64, of message: StoredMessage, to server: OIN, at moment: Instant) throws -> Int64 {
        let view = ReadView(database: self.database, vault: self.vault)
        guard let own = try view.forwards(of: message).first(where: { $0.number == forward }) else {
            throw Problem(.storageDamaged, "A forward that has to be pushed is missing.")
        }
        let before = try view.chain(of: message, to: own.mailbox).sorted()
        for number in before where number != forward {
            try self.again(self.dispatch(message.number, number, as: .done, to: server, at: moment), at: moment)
        }
        if try !self.hops(of: message.number).contains(server) {
            for number in try view.consents(to: own.passage, of: message) {
                try self.again(self.dispatch(message.number, number, to: server, at: moment), at: moment)
            }
        }
        let line = try self.dispatch(message.number, forward, as: .deliver, to: server, at: moment)
        try self.again(line, at: moment)
        return line
    }

    /// Begins a line again that was given up before and is needed now.
    private func again(_ line: Int64, at moment: Instant) throws {
        let text = try String.fetchOne(
            self.database,
            sql: "SELECT state FROM outbox WHERE number = ?",
            arguments: [line]
        )
        guard let state = text.flatMap({ DispatchState(rawValue: $0) }), [.dead, .expired].contains(state) else {
            return
        }
        try self.retry(line, at: moment)
    }

    private func retry(_ line: Int64, at moment: Instant) throws {
        guard try self.move(line, .retried, at: moment) == .waiting else { return }
        try self.extend(line, from: moment)
    }
}
