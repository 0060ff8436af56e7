// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// Post that came into a mailbox, as its event tells it: which message and of what kind, and nothing that it says.
package struct MailboxEvent: Hashable, Sendable {
    /// The place behind it: a cursor of the mailbox, and the id of the event.
    package let cursor: String
    /// The message.
    package let message: MessageID
    /// The kind.
    package let kind: String
    /// When it became visible here.
    package let availableAt: Instant
    /// Its number among the messages from its sender; `nil` where its own message asks something of the mailbox.
    package let number: Int64?
    /// What there is to know of it: a withdrawal, else a correction, else what became of the mailbox's own forward, or what has come due;
    /// of its own message, a consent to give, or what became of it at another server.
    package let notice: MailboxNotice?
}

extension ReadView {
    /// What an event tells.
    static let event = """
        SELECT message.id, message.kind, post.arrival, post.available_at, post.pair_number, \(Self.notice) \(Self.post)
        """

    /// What came into a mailbox behind a place, in order of arrival.
    ///
    /// - Parameter cursor: The place, or `nil` for the beginning.
    /// - Throws: `request.cursor` for a cursor that is not of this mailbox.
    package func events(of mailbox: MailboxName, after cursor: String?, limit: Int) throws -> [MailboxEvent] {
        let list = "\(mailbox)"
        let start = try cursor.map { try self.vault.cursor.number($0, in: list) } ?? 0
        let cursors = self.vault.cursor
        return try Row.fetchAll(
            self.database,
            sql: Self.event,
            arguments: ["mailbox": list, "after": start, "limit": limit]
        )
        .map { row in
            guard let id = MessageID(row["id"] as String), let state = MessageState(rawValue: row["message_state"])
            else {
                throw Problem(.storageDamaged, "A stored message cannot be read.")
            }
            return MailboxEvent(
                cursor: try cursors.text(row["arrival"], in: list),
                message: id,
                kind: row["kind"],
                availableAt: Instant(milliseconds: row["available_at"]),
                number: row["pair_number"],
                notice: MailboxNotice(of: state, row)
            )
        }
    }
}
