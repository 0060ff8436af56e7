// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy
import ZegelSeal

/// What statements change: one row of the message in one transaction, in the order of the log (DESIGN §3.8).
extension Transaction {
    /// Gives a statement its effect.
    ///
    /// What is passed on, and what consents and refusals mean for it, follows once the statement has its row.
    ///
    /// - Returns: The mailboxes in which there is something new to see.
    /// - Throws: `statement.state` where the message, or the delivery, is not in a state that allows it, and `message.withdrawn` for an
    ///   addressee who answers what was taken back.
    func effect(of sealed: SealedStatement, on message: StoredMessage, _ terms: ReplyTerms) throws -> [MailboxName] {
        switch sealed.declaration {
        case .release: try self.release(message, terms, at: sealed.receivedAt)
        case .acknowledgement: try self.answer(message, sealed, as: .acknowledged)
        case .refusal where message.isOriginators(sealed.mailbox): try self.mayRefuse(passingOn: message)
        case .refusal: try self.answer(message, sealed, as: .refused)
        case .withdrawal: try self.withdraw(message, at: sealed.receivedAt)
        case .correction(let replacement): try self.correct(message, by: replacement)
        case .disposal(let outcome, _): try self.dispose(of: message, sealed, outcome)
        case .consent(let passage): try self.mayConsent(to: passage, for: message)
        case .forward where sealed.carrier != nil: try self.mayTake(passingOn: message)
        case .forward(let passage): try self.mayPassOn(message, sealed, passage)
        }
    }

    private func release(_ message: StoredMessage, _ terms: ReplyTerms, at moment: Instant) throws -> [MailboxName] {
        guard message.state == .awaitingRelease else {
            throw Problem(.statementState, "The message does not wait for a release.")
        }
        try self.execute("UPDATE message SET state = 'accepted' WHERE number = ?", [.integer(message.number)])
        let pending = message.deliveries.filter { $0.state == .pending }.map(\.mailbox)
        try self.makeAvailable(message.number, message.header, in: pending, terms, at: moment)
        return message.deliveries.map(\.mailbox)
    }

    private func answer(
        _ message: StoredMessage,
        _ sealed: SealedStatement,
        as event: DeliveryEvent
    ) throws -> [MailboxName] {
        // Whose server had not heard of it yet could answer still, and did so there.
        let view = ReadView(database: self.database, vault: self.vault)
        guard try message.state != .withdrawn || view.isTaken(message.number, for: sealed.mailbox) else {
            throw Problem(.withdrawn)
        }
        let state = try self.state(of: message, for: sealed.mailbox, after: event)
        let isAcknowledged = state == .acknowledged
        try self.execute(
            "UPDATE delivery SET state = ?, acknowledged_at = ? WHERE message = ? AND mailbox = ?",
            [
                .text(state.rawValue), isAcknowledged ? .integer(sealed.receivedAt.milliseconds) : .null,
                .integer(message.number), .text("\(sealed.mailbox)"),
            ]
        )
        if event == .refused {
            try self.settleRequest(message.number, of: sealed.mailbox, at: sealed.receivedAt)
        }
        return []
    }

    func state(
        of message: StoredMessage,
        for mailbox: MailboxName,
        after event: DeliveryEvent
    ) throws(Problem) -> DeliveryState {
        guard let delivery = message.deliveries.first(where: { $0.mailbox == mailbox }),
            let next = delivery.state.after(event)
        else {
            let state = message.deliveries.first { $0.mailbox == mailbox }?.state
            throw Problem(.statementState, "For this mailbox it stands at \(state?.rawValue ?? "nothing").")
        }
        return next
    }

    /// Who has not collected it yet never will; who has it is told.
    private func withdraw(_ message: StoredMessage, at moment: Instant) throws -> [MailboxName] {
        guard [.awaitingRelease, .accepted].contains(message.state) else {
            throw Problem(.statementState, "The message is \(message.state.rawValue) already.")
        }
        try self.execute("UPDATE message SET state = 'withdrawn' WHERE number = ?", [.integer(message.number)])
        for delivery in message.deliveries {
            let state = try self.state(of: message, for: delivery.mailbox, after: .withdrawn)
            try self.execute(
                "UPDATE delivery SET state = ? WHERE message = ? AND mailbox = ?",
                [.text(state.rawValue), .integer(message.number), .text("\(delivery.mailbox)")]
            )
        }
        try self.settleRequests(withdrawnWith: message.number, at: moment)
        return try self.tell(of: message)
    }

    /// Links both messages; what takes the place of another came after it, so that no circle can be made.
    ///
    /// It is with its addressees: nobody learns by a correction of what still waits for its release.
    private func correct(_ message: StoredMessage, by reference: Statement.Reference) throws -> [MailboxName] {
        guard [.accepted, .withdrawn].contains(message.state) else {
            throw Problem(.statementState, "Nobody has the message yet; withdraw it instead.")
        }
        let view = ReadView(database: self.database, vault: self.vault)
        let replacement = try view.message(
            sentBy: message.header.from.mailbox,
            kenmerk: reference.kenmerk,
            date: reference.date
        )
        // Who has a message by a forward need not have what takes its place; the statement names it.
        if try replacement == nil && !self.hops(of: message.number).isEmpty {
            guard try view.statementCount(.correction, about: message) == 0 else {
                throw Problem(.statementState, "The message has been corrected already.")
            }
            try self.dropAlarms(of: message.number)
            return try self.tell(of: message)
        }
        guard let replacement, replacement.number > message.number,
            replacement.header.exchange == message.header.exchange, replacement.state == .accepted
        else {
            throw Problem(
                .statementState,
                "replacedBy names no later message of the mailbox in this exchange that is with its addressees; "
                    + "hand that in and have it released first."
            )
        }
        let linked = try self.execute(
            "INSERT INTO correction (message, replacement) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [.integer(message.number), .integer(replacement.number)]
        )
        try self.dropAlarms(of: message.number)
        guard linked == 1 else { throw Problem(.statementState, "The message has been corrected already.") }
        return try self.tell(of: message)
    }

    private func dispose(
        of message: StoredMessage,
        _ sealed: SealedStatement,
        _ outcome: Statement.Outcome
    ) throws -> [MailboxName] {
        let state = try self.state(
            of: message,
            for: sealed.mailbox,
            after: outcome == .destroyed ? .destroyed : .kept
        )
        try self.execute(
            "UPDATE delivery SET state = ?, disposed_at = ? WHERE message = ? AND mailbox = ?",
            [
                .text(state.rawValue), .integer(sealed.receivedAt.milliseconds), .integer(message.number),
                .text("\(sealed.mailbox)"),
            ]
        )
        return []
    }

    /// Puts a message behind what is in each mailbox that has seen it: who reads on from a cursor meets what became of it.
    private func tell(of message: StoredMessage) throws -> [MailboxName] {
        let told = message.deliveries.filter { $0.state != .pending }.map(\.mailbox)
        for mailbox in told { try self.tell(mailbox, of: message.number) }
        return told
    }

    /// The same in one mailbox that has seen it.
    func tell(_ mailbox: MailboxName, of message: Int64) throws {
        try self.execute(
            """
            UPDATE delivery SET arrival = \(Self.behind("delivery.mailbox"))
            WHERE message = ? AND mailbox = ?
            """,
            [.integer(message), .text("\(mailbox)")]
        )
    }
}
