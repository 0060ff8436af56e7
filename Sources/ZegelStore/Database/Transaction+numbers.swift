// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

extension Transaction {
    /// Puts a message into one mailbox, with the next number of its sender and that mailbox.
    ///
    /// A delivery that does not come about takes the number back with it: both are of one savepoint. What became visible later has
    /// the higher number, and no earlier time, so that the numbers of a day are a run.
    func makeAvailable(_ message: Int64, from sender: MailboxName, to mailbox: MailboxName, at moment: Instant) throws {
        let place = try self.nextNumber(from: sender, to: mailbox, at: moment)
        let changed = try self.execute(
            """
            UPDATE delivery SET state = 'available', available_at = ?, pair = ?, pair_number = ?, pair_at = ?,
                arrival = \(Self.behind("delivery.mailbox"))
            WHERE message = ? AND mailbox = ? AND state = 'pending'
            """,
            place + [place[0], .integer(message), .text("\(mailbox)")]
        )
        guard changed == 1 else {
            throw Problem(.storageDamaged, "A message has no delivery to one of its addressees.")
        }
    }

    /// The next number of a pair of mailboxes: the time from which it counts, the pair, the number.
    func nextNumber(from sender: MailboxName, to mailbox: MailboxName, at moment: Instant) throws -> [SQLValue] {
        let pair = try Row.fetchOne(
            self.database.cachedStatement(
                sql: """
                    INSERT INTO pair (sender, recipient, last, last_at) VALUES (?, ?, 1, ?)
                    ON CONFLICT (sender, recipient)
                        DO UPDATE SET last = last + 1, last_at = max(last_at, excluded.last_at)
                    RETURNING number, last, last_at
                    """
            ),
            arguments: ["\(sender)", "\(mailbox)", moment.milliseconds]
        )
        guard let pair else { throw Problem(.storageDamaged, "A delivery got no number.") }
        return [.integer(pair["last_at"]), .integer(pair["number"]), .integer(pair["last"])]
    }
}
