// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// A request that has not been answered.
package struct OpenRequest: Hashable, Sendable {
    /// The message that asks.
    package let id: MessageID
    /// Its sender's reference.
    package let kenmerk: Kenmerk
    /// Its date.
    package let date: CalendarDate
    /// The exchange.
    package let exchange: String
    /// The kind.
    package let kind: String
    /// Who asks.
    package let from: MailboxName
    /// Who is to answer.
    package let to: MailboxName
    /// Until when.
    package let dueAt: Instant
}

/// What waits on a mailbox, and what it waits for; the most urgent first.
package struct OpenRequests: Sendable {
    /// Requests that the mailbox is to answer.
    package let incoming: [OpenRequest]
    /// Its own requests, which others are to answer.
    package let outgoing: [OpenRequest]
    /// Forwards of its messages that wait for its consent, the oldest first.
    package let consents: [OpenForward]
    /// Its own forwards that wait for the consent of others.
    package let forwards: [OpenForward]
}

extension ReadView {
    /// The requests to and from a mailbox that have not been answered, and the forwards that wait for a consent.
    ///
    /// - Parameter limit: How many of each of the four at most.
    package func requests(of mailbox: MailboxName, limit: Int) throws -> OpenRequests {
        let forwards = try self.openForwards(of: mailbox, limit: limit)
        return OpenRequests(
            incoming: try self.requests("request.mailbox = ?", mailbox, limit),
            outgoing: try self.requests("request.sender = ?", mailbox, limit),
            consents: forwards.asked,
            forwards: forwards.own
        )
    }

    private func requests(_ condition: String, _ mailbox: MailboxName, _ limit: Int) throws -> [OpenRequest] {
        try Row.fetchAll(
            self.database,
            sql: """
                SELECT id, kenmerk, date, exchange, kind, request.sender, request.mailbox, request.due_at
                FROM request JOIN message ON message.number = request.message
                WHERE \(condition) AND settled_at IS NULL AND message.state = 'accepted' ORDER BY due_at LIMIT ?
                """,
            arguments: ["\(mailbox)", limit]
        )
        .map { try OpenRequest($0) }
    }
}

extension OpenRequest {
    fileprivate init(_ row: Row) throws {
        guard let id = MessageID(row["id"] as String), let kenmerk = Kenmerk(row["kenmerk"] as String),
            let date = CalendarDate(row["date"] as String), let from = MailboxName(row["sender"] as String),
            let to = MailboxName(row["mailbox"] as String)
        else { throw Problem(.storageDamaged, "A stored request cannot be read.") }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = row["exchange"]
        self.kind = row["kind"]
        self.from = from
        self.to = to
        self.dueAt = Instant(milliseconds: row["due_at"])
    }
}
