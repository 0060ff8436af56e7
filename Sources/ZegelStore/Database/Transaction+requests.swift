// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelPolicy

/// What has to be answered: a message that says until when, from the moment at which its addressees can see it.
extension Transaction {
    /// Opens a request for each mailbox that a message asks to act, and settles those that it answers itself.
    ///
    /// A message answers a request where it comes from the mailbox that was asked, goes to the one that asked, and cites kenmerk and
    /// date; a question in return, which has a term of its own, answers nothing. The first answer counts, and a part of one once the
    /// parts together give all that was asked.
    ///
    /// - Parameter mailboxes: Those that have it; of a message that was relayed, some addressees have their post elsewhere.
    func keepRequests(
        of header: MessageHeader,
        _ number: Int64,
        in mailboxes: [MailboxName],
        _ terms: ReplyTerms,
        at moment: Instant
    ) throws {
        guard let due = header.respondBy?.end else {
            return try self.settleRequests(answeredBy: header, number, terms, at: moment)
        }
        for recipient in header.to where recipient.role == .action && mailboxes.contains(recipient.address.mailbox) {
            let mailbox = recipient.address.mailbox
            try self.execute(
                "INSERT INTO request (message, mailbox, sender, due_at) VALUES (?, ?, ?, ?)",
                [
                    .integer(number), .text("\(mailbox)"), .text("\(header.from.mailbox)"), .integer(due.milliseconds),
                ]
            )
            try self.setAlarms(ofRequest: number, to: mailbox, from: moment, until: due, terms)
        }
    }

    /// Settles a request: with the answer, or without one where its addressee refused it with a signed statement.
    func settleRequest(_ number: Int64, of mailbox: MailboxName, with reply: Int64? = nil, at moment: Instant) throws {
        try self.execute(
            "UPDATE request SET settled_at = ?, reply = ? WHERE settled_at IS NULL AND message = ? AND mailbox = ?",
            [
                .integer(moment.milliseconds), reply.map { .integer($0) } ?? .null, .integer(number),
                .text("\(mailbox)"),
            ]
        )
        try self.dropAlarms(ofRequest: number, to: mailbox)
    }

    /// Settles a request without an answer: it was taken back.
    func settleRequests(withdrawnWith number: Int64, at moment: Instant) throws {
        try self.execute(
            "UPDATE request SET settled_at = ? WHERE settled_at IS NULL AND message = ?",
            [.integer(moment.milliseconds), .integer(number)]
        )
        try self.dropAlarms(of: number)
    }

    private func settleRequests(
        answeredBy header: MessageHeader,
        _ number: Int64,
        _ terms: ReplyTerms,
        at moment: Instant
    ) throws {
        let sender = header.from.mailbox
        for citation in header.inReplyTo {
            guard let kenmerk = citation.kenmerk, let date = citation.date else { continue }
            for recipient in header.to {
                let request = try Int64.fetchOne(
                    self.database,
                    sql: """
                        SELECT request.message FROM request JOIN message ON message.number = request.message
                        WHERE settled_at IS NULL AND mailbox = ? AND sender_mailbox = ? AND kenmerk = ? AND date = ?
                        """,
                    arguments: ["\(sender)", "\(recipient.address.mailbox)", "\(kenmerk)", "\(date)"]
                )
                guard let request else { continue }
                if let partial = terms.partial {
                    guard try self.isWhole(request, of: sender, with: number, partial) else { continue }
                }
                try self.settleRequest(request, of: sender, with: number, at: moment)
            }
        }
    }

    /// Notes a part of an answer, and says whether the parts give all that was asked.
    private func isWhole(
        _ request: Int64,
        of mailbox: MailboxName,
        with reply: Int64,
        _ partial: ReplyTerms.Partial
    ) throws -> Bool {
        try self.execute(
            "INSERT INTO partial_reply (request, mailbox, reply) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.integer(request), .text("\(mailbox)"), .integer(reply)]
        )
        let parts = try Int64.fetchAll(
            self.database,
            sql: "SELECT reply FROM partial_reply WHERE request = ? AND mailbox = ?",
            arguments: [request, "\(mailbox)"]
        )
        let view = ReadView(database: self.database, vault: self.vault)
        let asked = try view.message(number: request)?.header.set(partial.of) ?? []
        let given = try parts.reduce(into: Set<String>()) { given, part in
            given.formUnion(try view.message(number: part)?.header.set(partial.provides) ?? [])
        }
        return !asked.isEmpty && asked.isSubset(of: given)
    }
}

extension MessageHeader {
    /// A set of its details; empty where it has none under the key.
    fileprivate func set(_ key: String) -> Set<String> {
        Set(self.json["details"]?[key]?.array?.compactMap(\.string) ?? [])
    }
}
