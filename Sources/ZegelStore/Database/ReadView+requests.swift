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
    /// How many answers came that were parts and are not yet all that was asked.
    package let parts: Int
}

/// A message of a mailbox that was to be renewed, or soon is.
package struct OpenReview: Hashable, Sendable {
    /// The message.
    package let id: MessageID
    /// Its sender's reference.
    package let kenmerk: Kenmerk
    /// Its date.
    package let date: CalendarDate
    /// The exchange.
    package let exchange: String
    /// The kind.
    package let kind: String
    /// When it lapses, or did.
    package let endsAt: Instant
}

/// What waits on a mailbox, and what it waits for; the most urgent first.
package struct OpenRequests: Sendable {
    /// Requests that the mailbox is to answer.
    package let incoming: [OpenRequest]
    /// Its own requests, which others are to answer.
    package let outgoing: [OpenRequest]
    /// Those between others of which it hears, because they were not answered in time.
    package let escalated: [OpenRequest]
    /// Its own messages that lapse unless they are renewed.
    package let reviews: [OpenReview]
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
            escalated: try self.requests(
                """
                (request.message, request.mailbox) IN (SELECT message, about FROM alarm
                    WHERE mailbox = ? AND kind = 'escalation' AND told_at IS NOT NULL)
                """,
                mailbox,
                limit
            ),
            reviews: try self.reviews(of: mailbox, limit),
            consents: forwards.asked,
            forwards: forwards.own
        )
    }

    private func reviews(of mailbox: MailboxName, _ limit: Int) throws -> [OpenReview] {
        try Row.fetchAll(
            self.database,
            sql: """
                SELECT id, kenmerk, date, exchange, message.kind, (SELECT max(at) FROM alarm AS lapse
                    WHERE lapse.message = review.message AND lapse.kind = 'lapse') AS ends_at
                FROM alarm AS review JOIN message ON message.number = review.message
                WHERE review.mailbox = ? AND review.kind = 'review' AND review.told_at IS NOT NULL
                    AND message.state = 'accepted' AND ends_at IS NOT NULL
                ORDER BY ends_at LIMIT ?
                """,
            arguments: ["\(mailbox)", limit]
        )
        .map { try OpenReview($0) }
    }

    private func requests(_ condition: String, _ mailbox: MailboxName, _ limit: Int) throws -> [OpenRequest] {
        try Row.fetchAll(
            self.database,
            sql: """
                SELECT id, kenmerk, date, exchange, kind, request.sender, request.mailbox, request.due_at,
                    (SELECT count(*) FROM partial_reply WHERE partial_reply.request = request.message
                        AND partial_reply.mailbox = request.mailbox) AS parts
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
        self.parts = row["parts"]
    }
}

extension OpenReview {
    fileprivate init(_ row: Row) throws {
        guard let id = MessageID(row["id"] as String), let kenmerk = Kenmerk(row["kenmerk"] as String),
            let date = CalendarDate(row["date"] as String)
        else { throw Problem(.storageDamaged, "A stored message cannot be read.") }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = row["exchange"]
        self.kind = row["kind"]
        self.endsAt = Instant(milliseconds: row["ends_at"])
    }
}
