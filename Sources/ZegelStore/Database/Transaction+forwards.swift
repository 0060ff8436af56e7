// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelPolicy
import ZegelSeal

/// What is passed on, and what an originator is asked about it: on the row of the message, in the order of the log (DESIGN §3.8).
extension Transaction {
    // MARK: - Whether it can be said where the message stands

    /// Who has the message, and it was not taken back, may name someone to whom it would be new, as far as the mailbox can know.
    func mayPassOn(
        _ message: StoredMessage,
        _ sealed: SealedStatement,
        _ passage: ZegelCore.Statement.Passage
    ) throws -> [MailboxName] {
        guard message.state == .accepted else {
            throw Problem(.statementState, "The message is \(message.state.rawValue).")
        }
        _ = try self.state(of: message, for: sealed.mailbox, after: .forwarded)
        let known = [message.header.from.mailbox] + message.header.to.map(\.address.mailbox)
        let own = try ReadView(database: self.database, vault: self.vault).forwards(of: message)
            .filter { $0.mailbox == sealed.mailbox && $0.state != .refused }.map(\.passage)
        let told = own.filter { $0.purpose == passage.purpose && $0.legalBasis == passage.legalBasis }.flatMap(\.to)
        guard passage.to.contains(where: { !known.contains($0.mailbox) && !told.contains($0) }) else {
            throw Problem(
                .statementState,
                "The message, or this forward of it, is with all of these mailboxes already."
            )
        }
        return []
    }

    /// A consent to what is there in the same words already says nothing.
    func mayConsent(to passage: ZegelCore.Statement.Passage, for message: StoredMessage) throws -> [MailboxName] {
        guard [.accepted, .awaitingRelease].contains(message.state) else {
            throw Problem(.statementState, "The message is \(message.state.rawValue).")
        }
        guard try !ReadView(database: self.database, vault: self.vault).consents(of: message).contains(passage) else {
            throw Problem(.statementState, "This has been consented to already.")
        }
        return []
    }

    /// An originator refuses what waits for its consent.
    func mayRefuse(passingOn message: StoredMessage) throws -> [MailboxName] {
        guard try self.waiting(message).contains(where: { !$0.isAnswered }) else {
            throw Problem(.statementState, "Nobody waits for a consent to pass the message on.")
        }
        return []
    }

    // MARK: - What follows once a statement is stored

    /// - Returns: The mailboxes in which there is something new to see.
    func passOn(
        _ sealed: SealedStatement,
        _ number: Int64,
        _ message: StoredMessage,
        _ judge: (OpenForward, borrowing ReadView) throws -> ForwardVerdict
    ) throws -> [MailboxName] {
        let moment = sealed.receivedAt
        var told: [MailboxName] = []
        switch sealed.declaration {
        case .forward(let passage):
            if let carrier = sealed.carrier { return try self.take(sealed, number, message, passage, carrier) }
            try self.insert(sealed, number, message, as: sealed.waits ? .waiting : .done)
            try self.report(number, of: message, as: sealed.waits ? .waiting : .done, at: moment)
            return sealed.waits
                ? try self.ask(about: message, at: moment)
                : try self.deliver(message, passage, through: number, at: moment)
        case .consent(let passage):
            for forward in try self.waiting(message) where !forward.isAnswered && passage.concerns(forward.passage) {
                if forward.server != nil {
                    try self.answer(forward, of: message, with: number)
                } else {
                    told += try self.decide(forward, of: message, answeredBy: number, at: moment, judge)
                }
            }
        case .refusal where message.isOriginators(sealed.mailbox):
            for forward in try self.waiting(message) where !forward.isAnswered {
                if forward.server != nil {
                    try self.end(forward, as: .refused, [], answeredBy: number, at: moment)
                } else {
                    told += try self.settle(forward, of: message, as: .refused, answeredBy: number, at: moment)
                }
            }
        case .withdrawal:
            for forward in try self.waiting(message) {
                try self.end(forward, as: .refused, [.onwardWithdrawn], answeredBy: number, at: moment)
            }
        case .disposal(.destroyed, _):
            for forward in try self.waiting(message) where forward.mailbox == sealed.mailbox {
                try self.end(forward, as: .refused, [.onwardForbidden], answeredBy: number, at: moment)
            }
        default: return []
        }
        try self.stopAsking(about: message)
        return told
    }

    func insert(
        _ sealed: SealedStatement,
        _ number: Int64,
        _ message: StoredMessage,
        as state: ForwardState
    ) throws {
        try self.execute(
            """
            INSERT INTO forward (statement, message, mailbox, originator, state, settled_at, server, came)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(number), .integer(message.number), .text("\(sealed.mailbox)"),
                .text("\(message.header.from.mailbox)"), .text(state.rawValue),
                state == .waiting ? .null : .integer(sealed.receivedAt.milliseconds),
                sealed.carrier.map { .text("\($0.server)") } ?? .null,
                .integer(sealed.carrier?.cameWithMessage == true ? 1 : 0),
            ]
        )
    }

    /// Puts a message into further mailboxes, for information: who passes it on does not say who has to act.
    ///
    /// Who has it already keeps it as it stands, and the one who passes it on is not told so. It goes on to the servers of those who have their
    /// post elsewhere.
    ///
    /// - Parameter servers: Those that it does not go to: it came from there.
    func deliver(
        _ message: StoredMessage,
        _ passage: ZegelCore.Statement.Passage,
        through number: Int64,
        except servers: [OIN] = [],
        at moment: Instant
    ) throws -> [MailboxName] {
        let told = try self.further(passage, of: message).filter { mailbox in
            if let server = self.vault.routes.server(of: mailbox), servers.contains(server) { return false }
            return try self.insertDelivery(of: message, to: mailbox, through: number, at: moment)
        }
        try self.send(number, of: message, except: servers, at: moment)
        return told
    }

    /// The mailboxes of a passage that are no party to the message by its header.
    func further(_ passage: ZegelCore.Statement.Passage, of message: StoredMessage) -> [MailboxName] {
        let parties = [message.header.from.mailbox] + message.header.to.map(\.address.mailbox)
        return passage.to.map(\.mailbox).filter { !parties.contains($0) }
    }

    /// Makes a message available to one more mailbox.
    ///
    /// - Returns: Whether it is new to it.
    func insertDelivery(
        of message: StoredMessage,
        to mailbox: MailboxName,
        through number: Int64,
        at moment: Instant
    ) throws -> Bool {
        let inserted = try self.execute(
            """
            INSERT INTO delivery (message, mailbox, role, state, forward) VALUES (?, ?, 'information', 'pending', ?)
            ON CONFLICT (message, mailbox) DO NOTHING
            """,
            [.integer(message.number), .text("\(mailbox)"), .integer(number)]
        )
        guard inserted == 1 else { return false }
        let sender = message.header.from.mailbox
        try self.makeAvailable(message.number, from: sender, to: mailbox, as: .information, at: moment)
        return true
    }
}
