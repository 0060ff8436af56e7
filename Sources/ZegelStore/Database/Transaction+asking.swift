// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelPolicy

/// What an originator is asked for, and what becomes of forwards that wait for it.
extension Transaction {
    /// The forwards of a message that wait.
    func waiting(_ message: StoredMessage) throws -> [StoredForward] {
        try ReadView(database: self.database, vault: self.vault).forwards(of: message).filter { $0.state == .waiting }
    }

    /// Decides again on a forward that waited, and has it follow that.
    func decide(
        _ forward: StoredForward,
        of message: StoredMessage,
        answeredBy number: Int64,
        at moment: Instant,
        _ judge: (OpenForward, borrowing ReadView) throws -> ForwardVerdict
    ) throws -> [MailboxName] {
        let view = ReadView(database: self.database, vault: self.vault)
        let current = try view.again(message)
        switch try judge(OpenForward(message: current, forward: forward), view) {
        case .waits(let record):
            try self.record(record, of: message.id)
            return []
        case .refused(let reasons, let record):
            try self.record(record, of: message.id)
            try self.report(forward.number, of: message, as: .refused, at: moment)
            return try self.settle(forward, of: message, as: .refused, reasons, answeredBy: number, at: moment)
        case .granted(let record):
            try self.record(record, of: message.id)
            let told = try self.settle(forward, of: message, as: .done, answeredBy: number, at: moment)
            try self.report(forward.number, of: message, as: .done, at: moment)
            return told + (try self.deliver(message, forward.passage, through: forward.number, at: moment))
        }
    }

    /// Puts the message behind what is in its originator's mailbox, which is asked for a consent; where the message came from another server
    /// its originator is asked there.
    func ask(about message: StoredMessage, at moment: Instant) throws -> [MailboxName] {
        guard try self.hops(of: message.number).isEmpty else { return [] }
        let originator = message.header.from.mailbox
        try self.execute(
            """
            INSERT INTO asked (message, mailbox, arrival, asked_at, is_open) VALUES (?1, ?2, \(Self.behind("?2")), ?3, 1)
            ON CONFLICT (message) DO UPDATE SET arrival = excluded.arrival, asked_at = excluded.asked_at, is_open = 1
            """,
            [.integer(message.number), .text("\(originator)"), .integer(moment.milliseconds)]
        )
        return [originator]
    }

    /// Closes the question where nothing waits any more; its place stays taken, so that no cursor passes over what comes next.
    func stopAsking(about message: StoredMessage) throws {
        try self.execute(
            """
            UPDATE asked SET is_open = 0 WHERE message = ?
                AND NOT EXISTS (SELECT 1 FROM forward WHERE forward.message = asked.message AND forward.state = 'waiting'
                    AND forward.answered IS NULL)
            """,
            [.integer(message.number)]
        )
    }

    /// Ends the wait of a forward, and has its mailbox meet the message again.
    func settle(
        _ forward: StoredForward,
        of message: StoredMessage,
        as state: ForwardState,
        _ reasons: [ReasonCode] = [],
        answeredBy number: Int64,
        at moment: Instant
    ) throws -> [MailboxName] {
        try self.end(forward, as: state, reasons, answeredBy: number, at: moment)
        try self.tell(forward.mailbox, of: message.number)
        return [forward.mailbox]
    }

    /// Ends the wait of a forward alone.
    func end(
        _ forward: StoredForward,
        as state: ForwardState,
        _ reasons: [ReasonCode],
        answeredBy number: Int64,
        at moment: Instant
    ) throws {
        try self.execute(
            "UPDATE forward SET state = ?, settled_at = ?, answer = ?, reasons = ? WHERE statement = ?",
            [
                .text(state.rawValue), .integer(moment.milliseconds), .integer(number),
                .text(reasons.told.map(\.rawValue).joined(separator: " ")), .integer(forward.number),
            ]
        )
    }
}
