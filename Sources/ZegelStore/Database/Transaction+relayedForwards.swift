// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelPolicy
import ZegelSeal

/// Forwards that another server brings: taken down as it says, in the order of the log here.
extension Transaction {
    /// Whether one can be taken: its message is, or was, with its addressees.
    func mayTake(passingOn message: StoredMessage) throws -> [MailboxName] {
        guard [.accepted, .withdrawn].contains(message.state) else {
            throw Problem(.statementState, "The message is \(message.state.rawValue).")
        }
        return []
    }

    /// Takes down a forward that is new here.
    ///
    /// - Returns: The mailboxes in which there is something new to see.
    func take(
        _ sealed: SealedStatement,
        _ number: Int64,
        _ message: StoredMessage,
        _ passage: ZegelCore.Statement.Passage,
        _ carrier: StatementCarrier
    ) throws -> [MailboxName] {
        let moment = sealed.receivedAt
        switch carrier.word {
        case .waiting:
            try self.insert(sealed, number, message, as: .waiting)
            try self.report(number, of: message, as: .waiting, from: carrier.server, at: moment)
            return try self.ask(about: message, at: moment)
        case .refused:
            try self.insert(sealed, number, message, as: .refused)
            try self.report(number, of: message, as: .refused, from: carrier.server, at: moment)
            return []
        case .done, nil:
            try self.insert(sealed, number, message, as: .done)
            try self.note(passage, of: message, through: number, at: carrier.server, moment)
            try self.report(number, of: message, as: .done, from: carrier.server, at: moment)
            return []
        case .deliver:
            try self.insert(sealed, number, message, as: .done)
            return try self.deliver(passage, of: message, through: number, carrier, at: moment)
        }
    }

    /// Gives a message to those whom a forward names that is brought here for them; who has it elsewhere is noted.
    ///
    /// With the message itself it does not go back to the servers that this passed.
    private func deliver(
        _ passage: ZegelCore.Statement.Passage,
        of message: StoredMessage,
        through number: Int64,
        _ carrier: StatementCarrier,
        at moment: Instant
    ) throws -> [MailboxName] {
        let servers = carrier.cameWithMessage ? try self.hops(of: message.number) : [carrier.server]
        try self.note(passage, of: message, through: number, at: carrier.server, moment) { servers.contains($0) }
        return try self.deliver(message, passage, through: number, except: servers, at: moment)
    }

    /// Takes down what became of a forward that is here: the server that decides on it has the last word.
    ///
    /// - Returns: The mailboxes in which there is something new to see.
    func takeAgain(_ sealed: SealedStatement, _ message: StoredMessage) throws -> [MailboxName] {
        guard let carrier = sealed.carrier, let word = carrier.word,
            let forward = try ReadView(database: self.database, vault: self.vault).forwards(of: message)
                .first(where: { $0.statement == sealed.digest })
        else { return [] }
        let moment = sealed.receivedAt
        switch (word, forward.state) {
        case (.deliver, let state):
            if state != .done { try self.settle(forward, as: .done, at: moment) }
            try self.stopAsking(about: message)
            return try self.deliver(forward.passage, of: message, through: forward.number, carrier, at: moment)
        case (.done, .waiting), (.done, .refused):
            try self.settle(forward, as: .done, at: moment)
            try self.note(forward.passage, of: message, through: forward.number, at: carrier.server, moment)
            try self.report(forward.number, of: message, as: .done, from: carrier.server, at: moment)
        case (.refused, .waiting):
            try self.settle(forward, as: .refused, at: moment)
            try self.report(forward.number, of: message, as: .refused, from: carrier.server, at: moment)
        case (.waiting, _), (.done, .done), (.refused, _): ()
        }
        try self.stopAsking(about: message)
        return []
    }

    /// Has the server that brought the message know of a forward: the originator reads there who has it, or is asked.
    ///
    /// - Parameter server: Where the forward came from; it is not told what it said.
    func report(
        _ number: Int64,
        of message: StoredMessage,
        as word: ForwardWord,
        from server: OIN? = nil,
        at moment: Instant
    ) throws {
        guard let last = try self.hops(of: message.number).last, last != server else { return }
        let line = try self.dispatch(message.number, number, as: word, to: last, at: moment)
        // Who asks hears where that does not arrive.
        if word == .waiting { try self.note(line, of: number, message, to: last) }
    }

    /// Notes that the originator answered to a forward that waits at another server, once that is all it waits for.
    func answer(_ forward: StoredForward, of message: StoredMessage, with number: Int64) throws {
        let consents = try ReadView(database: self.database, vault: self.vault).consents(of: message)
        guard forward.passage.isCovered(by: consents) else { return }
        try self.execute(
            "UPDATE forward SET answered = ? WHERE statement = ?",
            [.integer(number), .integer(forward.number)]
        )
    }

    private func settle(_ forward: StoredForward, as state: ForwardState, at moment: Instant) throws {
        try self.execute(
            "UPDATE forward SET state = ?, settled_at = ?, answer = answered, reasons = '' WHERE statement = ?",
            [.text(state.rawValue), .integer(moment.milliseconds), .integer(forward.number)]
        )
    }

    /// Notes who has a message by a forward at another server, as far as it is not at home here: it is with that server, as what was pushed is.
    private func note(
        _ passage: ZegelCore.Statement.Passage,
        of message: StoredMessage,
        through number: Int64,
        at server: OIN,
        _ moment: Instant,
        where isMeant: (OIN) -> Bool = { _ in true }
    ) throws {
        for mailbox in self.further(passage, of: message) {
            guard let home = self.vault.routes.server(of: mailbox), isMeant(home) else { continue }
            guard try self.insertDelivery(of: message, to: mailbox, through: number, at: moment) else { continue }
            try self.execute(
                """
                UPDATE delivery SET state = 'collected', collected_at = ?, collected_by = ? WHERE message = ? AND mailbox = ?
                """,
                [
                    .integer(moment.milliseconds), .text("\(server)"), .integer(message.number),
                    .text("\(mailbox)"),
                ]
            )
        }
    }
}
