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
    /// date; a question in return, which has a term of its own, answers nothing. The first answer counts.
    func keepRequests(of header: MessageHeader, _ number: Int64, at moment: Instant) throws {
        guard let term = header.respondBy else {
            return try self.settleRequests(answeredBy: header, number, at: moment)
        }
        let due =
            switch term {
            case .day(let day): Amsterdam.end(of: day)
            case .moment(let moment): moment
            }
        // Of a message that was relayed, some addressees have their post elsewhere.
        for recipient in header.to where recipient.role == .action {
            try self.execute(
                """
                INSERT INTO request (message, mailbox, sender, due_at)
                SELECT message, mailbox, ?, ? FROM delivery WHERE message = ? AND mailbox = ?
                """,
                [
                    .text("\(header.from.mailbox)"), .integer(due.milliseconds), .integer(number),
                    .text("\(recipient.address.mailbox)"),
                ]
            )
        }
    }

    /// Settles a request without an answer: its addressee refused it with a signed statement.
    func settleRequest(_ number: Int64, refusedBy mailbox: MailboxName, at moment: Instant) throws {
        try self.execute(
            "UPDATE request SET settled_at = ? WHERE settled_at IS NULL AND message = ? AND mailbox = ?",
            [.integer(moment.milliseconds), .integer(number), .text("\(mailbox)")]
        )
    }

    /// Settles a request without an answer: it was taken back.
    func settleRequests(withdrawnWith number: Int64, at moment: Instant) throws {
        try self.execute(
            "UPDATE request SET settled_at = ? WHERE settled_at IS NULL AND message = ?",
            [.integer(moment.milliseconds), .integer(number)]
        )
    }

    private func settleRequests(answeredBy header: MessageHeader, _ number: Int64, at moment: Instant) throws {
        for citation in header.inReplyTo {
            guard let kenmerk = citation.kenmerk, let date = citation.date else { continue }
            for recipient in header.to {
                try self.execute(
                    """
                    UPDATE request SET settled_at = ?, reply = ? WHERE settled_at IS NULL AND mailbox = ?
                        AND message = (SELECT number FROM message WHERE sender_mailbox = ? AND kenmerk = ? AND date = ?)
                    """,
                    [
                        .integer(moment.milliseconds), .integer(number), .text("\(header.from.mailbox)"),
                        .text("\(recipient.address.mailbox)"), .text("\(kenmerk)"), .text("\(date)"),
                    ]
                )
            }
        }
    }
}
