// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

extension Transaction {
    /// Puts a message into one mailbox, where it has no delivery yet or one that is pending, with the next number of its sender and that
    /// mailbox.
    ///
    /// A delivery that does not come about takes the number back with it: both are of one savepoint. What became visible later has
    /// the higher number, and no earlier time, so that the numbers of a day are a run.
    @discardableResult
    func makeAvailable(
        _ message: Int64,
        from sender: MailboxName,
        to mailbox: MailboxName,
        as role: MessageHeader.Recipient.Role,
        at moment: Instant
    ) throws -> StoredDelivery {
        let place = try self.nextNumber(from: sender, to: mailbox, at: moment)
        let changed = try self.execute(
            """
            INSERT INTO delivery (message, mailbox, role, state, available_at, pair, pair_number, pair_at, arrival)
            VALUES (?1, ?2, ?3, 'available', ?4, ?5, ?6, ?4, \(Self.behind("?2")))
            ON CONFLICT (message, mailbox) DO UPDATE SET state = excluded.state, available_at = excluded.available_at,
                pair = excluded.pair, pair_number = excluded.pair_number, pair_at = excluded.pair_at, arrival = excluded.arrival
            WHERE state = 'pending'
            """,
            [
                .integer(message), .text("\(mailbox)"), .text(role.rawValue), .integer(place.at.milliseconds),
                .integer(place.pair), .integer(place.number),
            ]
        )
        guard changed == 1 else {
            throw Problem(.storageDamaged, "A message stands in the mailbox of one of its addressees already.")
        }
        return StoredDelivery(to: mailbox, as: .available, number: place.number, at: place.at)
    }

    /// The next number of a pair of mailboxes, and the time from which it counts.
    private func nextNumber(
        from sender: MailboxName,
        to mailbox: MailboxName,
        at moment: Instant
    ) throws -> (pair: Int64, number: Int64, at: Instant) {
        let pair = try self.database.integers(
            """
            INSERT INTO pair (sender, recipient, last, last_at) VALUES (?, ?, 1, ?)
            ON CONFLICT (sender, recipient) DO UPDATE SET last = last + 1, last_at = max(last_at, excluded.last_at)
            RETURNING number, last, last_at
            """,
            [.text("\(sender)"), .text("\(mailbox)"), .integer(moment.milliseconds)]
        )
        guard let pair else { throw Problem(.storageDamaged, "A delivery got no number.") }
        return (pair[0], pair[1], Instant(milliseconds: pair[2]))
    }
}
