// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

extension Outbox {
    /// The place among the post of its originator of what became of a message at another server; what that is says the line itself.
    static let news = """
        CREATE TABLE outbox_news (
            line INTEGER PRIMARY KEY REFERENCES outbox (number),
            message INTEGER NOT NULL REFERENCES message (number),
            mailbox TEXT NOT NULL,
            arrival INTEGER NOT NULL,
            told_at INTEGER NOT NULL,
            UNIQUE (mailbox, arrival)
        ) STRICT;

        CREATE INDEX outbox_news_message ON outbox_news (message);
        """
}

extension Transaction {
    /// Puts a message behind what is in the mailbox of its originator, which has its post here: it arrived at another server, or will not.
    func tellOriginator(ofLine number: Int64, at moment: Instant) throws {
        try self.execute(
            """
            INSERT INTO outbox_news (line, message, mailbox, arrival, told_at)
            SELECT outbox.number, message.number, sender_mailbox, \(Self.behind("sender_mailbox")), ?
            FROM outbox JOIN message ON message.number = outbox.message
            WHERE outbox.number = ? AND statement IS NULL
                AND NOT EXISTS (SELECT 1 FROM relayed_hop WHERE relayed_hop.message = message.number)
            ON CONFLICT (line) DO UPDATE SET arrival = excluded.arrival, told_at = excluded.told_at
            """,
            [.integer(moment.milliseconds), .integer(number)]
        )
    }
}
