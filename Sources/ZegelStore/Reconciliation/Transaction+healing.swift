// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// What is done about a line of the outbox of which the other server says something else.
package enum Healing: Hashable, Sendable {
    /// The other server signed that it has it, and has it no more.
    case missing
    /// The other server has it, and its receipt is not here.
    case unreceipted(RelayPassage)
}

extension Transaction {
    /// For how many seconds what was pushed again is not pushed again once more: what they refuse they are not asked all day.
    private static let healingPause: Int64 = 86_400

    /// Has something pushed again where that brings both servers to the same.
    ///
    /// A push is idempotent: what is there is not delivered again, and what is missing is. What is under way, or was given up by an operator
    /// and is missing there, stays as it is. What was taken back needs no push: that the other server has it is noted on its word, it
    /// is told of the withdrawal, and that it lost it is forgotten. So is what it has destroyed.
    package func heal(_ line: Int64, _ healing: Healing, at moment: Instant) throws {
        let row = try Row.fetchOne(self.database, sql: Self.healed, arguments: ["line": line])
        guard let row, let state = DispatchState(rawValue: row["state"]), let server = OIN(row["server"] as String)
        else { return }
        let before = (row["healed_at"] as Int64?).map { Instant(milliseconds: $0) }
        // Where the clock was set back the time that was noted says nothing.
        let isPaused = before.map { $0 <= moment && moment < $0.advanced(bySeconds: Self.healingPause) } ?? false
        switch healing {
        case .missing where row["is_over"]:
            try self.execute(
                "UPDATE outbox SET taken_at = NULL, taken_as = NULL WHERE number = ?",
                [.integer(line)]
            )
        case .missing:
            guard let next = state.after(.missed) ?? (state == .abandoned ? nil : state.after(.retried)), !isPaused
            else { return }
            try self.reopen(line, from: state, to: next, server, because: .missingThere, at: moment)
        case .unreceipted(let passage) where state == .withdrawn:
            try self.note(passage, line)
            try self.sendWithdrawal(of: row["message"], to: server, at: moment)
        case .unreceipted:
            guard let next = state.after(.missed) ?? state.after(.retried), state != .waiting, !isPaused else { return }
            try self.reopen(line, from: state, to: next, server, because: .unreceiptedHere, at: moment)
        }
    }

    /// A line, and whether nothing is to be mended about it: the message was taken back, or they have destroyed it; of a statement, where its
    /// message does not count as taken for one of the two.
    private static let healed = """
        SELECT outbox.server, outbox.message, outbox.state, healed_at,
            outbox.state = 'dead' AND outbox.reason = '\(ProblemCode.ended.rawValue)'
            OR outbox.statement IS NULL AND message.state = 'withdrawn'
            OR outbox.statement IS NOT NULL AND EXISTS (
                SELECT 1 FROM outbox AS own WHERE own.message = outbox.message AND own.server = outbox.server
                    AND own.statement IS NULL AND own.taken_at IS NULL
                    AND (own.state IN ('receipted', 'withdrawn') AND own.reason IS NOT '\(ProblemCode.relayPresent.rawValue)'
                        OR own.state = 'dead' AND own.reason = '\(ProblemCode.ended.rawValue)')) AS is_over
        FROM outbox JOIN message ON message.number = outbox.message WHERE outbox.number = :line
        """

    /// Puts a line into the queue again; the receipt that it had is kept until there is another.
    private func reopen(
        _ line: Int64,
        from state: DispatchState,
        to next: DispatchState,
        _ server: OIN,
        because reason: RelayDifference.Kind,
        at moment: Instant
    ) throws {
        let expiry = moment.advanced(bySeconds: Int64(self.vault.outboxAge))
        try self.execute(
            """
            UPDATE outbox SET state = ?, reason = ?, earlier_receipt = coalesce(receipt, earlier_receipt), receipt = NULL,
                settled_at = NULL, due_at = ?, healed_at = ?, expires_at = max(expires_at, ?)
            WHERE number = ? AND state = ?
            """,
            [
                .text(next.rawValue), .text(reason.rawValue), .integer(moment.milliseconds),
                .integer(moment.milliseconds), .integer(expiry.milliseconds), .integer(line), .text(state.rawValue),
            ]
        )
        let bell = self.vault.outboxBell
        self.afterCheckpoint { bell.ring(server) }
    }

    private func note(_ passage: RelayPassage, _ line: Int64) throws {
        let name: SQLValue =
            if case .message(let id, _) = passage.subject { .text("\(id)") } else { .null }
        try self.execute(
            "UPDATE outbox SET taken_at = ?, taken_as = ? WHERE number = ?",
            [.integer(passage.at.milliseconds), name, .integer(line)]
        )
    }

    /// Tells a server that has a message after all that it was withdrawn: when that was, nobody knew that it has it.
    private func sendWithdrawal(of message: Int64, to server: OIN, at moment: Instant) throws {
        let statement = try Int64.fetchOne(
            self.database,
            sql: "SELECT number FROM statement WHERE message = ? AND kind = 'withdrawal' AND brought_by IS NOT ?",
            arguments: [message, "\(server)"]
        )
        if let statement { _ = try self.dispatch(message, statement, to: server, at: moment) }
    }

    /// Notes which server brought a statement; the first one stays.
    package func note(_ statement: ContentDigest, broughtBy server: OIN) throws {
        try self.execute(
            "UPDATE statement SET brought_by = ? WHERE digest = ? AND brought_by IS NULL",
            [.text("\(server)"), .blob(statement.bytes)]
        )
    }

    /// Leaves of what passed between servers the name and the moment, where its message is destroyed.
    ///
    /// Both are another server's words: that one says the same of two messages keeps neither from its end.
    func leavePassages(of message: Int64) throws {
        try self.execute(
            """
            INSERT INTO erased_passage (server, taken_at, name, is_given)
            SELECT server, taken_at, message.id, 0 FROM relayed_hop JOIN message ON message.number = relayed_hop.message
            WHERE message = ? AND taken_at IS NOT NULL
            UNION ALL
            SELECT brought_by, received_at, lower(hex(digest)), 0 FROM statement
            WHERE message = ? AND brought_by IS NOT NULL
            UNION ALL
            SELECT outbox.server, taken_at, coalesce(taken_as, lower(hex(digest))), 1 FROM outbox
            LEFT JOIN statement ON statement.number = outbox.statement
            WHERE outbox.message = ? AND taken_at IS NOT NULL
            ON CONFLICT DO NOTHING
            """,
            [.integer(message), .integer(message), .integer(message)]
        )
    }
}
