// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB
package import ZegelCore

/// What a mailbox received and sent within a time, by the other mailbox.
package struct DeliveredPairs: Sendable {
    /// By sender.
    package let received: [ReconciliationRecord.Pair]
    /// By recipient.
    package let sent: [ReconciliationRecord.Pair]
}

extension ReadView {
    /// The numbers of what was delivered to and from a mailbox from one moment until before another.
    package func pairs(of mailbox: MailboxName, from start: Instant, until end: Instant) throws -> DeliveredPairs {
        DeliveredPairs(
            received: try self.pairs("sender", where: "recipient", mailbox, start, end),
            sent: try self.pairs("recipient", where: "sender", mailbox, start, end)
        )
    }

    private func pairs(
        _ other: String,
        where own: String,
        _ mailbox: MailboxName,
        _ start: Instant,
        _ end: Instant
    ) throws -> [ReconciliationRecord.Pair] {
        let pairs = try Row.fetchAll(
            self.database,
            sql: "SELECT number, \(other) AS other, last FROM pair WHERE \(own) = ? AND last_at >= ? ORDER BY \(other)",
            arguments: ["\(mailbox)", start.milliseconds]
        )
        return try pairs.compactMap { row in
            guard let name = MailboxName(row["other"] as String) else {
                throw Problem(.storageDamaged, "A stored pair of mailboxes cannot be read.")
            }
            let first = try self.delivered(row["number"], row["last"], before: start) + 1
            let last = try self.delivered(row["number"], row["last"], before: end)
            guard first <= last else { return nil }
            let (digest, erased) = try self.digest(row["number"], first...last)
            return ReconciliationRecord.Pair(mailbox: name, first: first, last: last, digest: digest, erased: erased)
        }
    }

    /// How many messages of a pair were delivered before a moment: a search by halves, for a higher number was never earlier.
    private func delivered(_ pair: Int64, _ last: Int64, before moment: Instant) throws -> Int64 {
        var (known, bound): (Int64, Int64) = (0, last + 1)
        while bound - known > 1 {
            let middle = known + (bound - known) / 2
            let at = try Int64.fetchOne(
                self.database,
                sql: "SELECT pair_at FROM delivery WHERE pair = ? AND pair_number = ?",
                arguments: [pair, middle]
            )
            guard let at else { throw Problem(.storageDamaged, "A numbered delivery is missing.") }
            if at < moment.milliseconds { known = middle } else { bound = middle }
        }
        return known
    }

    private func digest(_ pair: Int64, _ numbers: ClosedRange<Int64>) throws -> (ContentDigest, erased: [Int64]) {
        let rows = try Row.fetchCursor(
            self.database,
            sql: """
                SELECT pair_number, container FROM delivery JOIN message ON message.number = delivery.message
                WHERE pair = ? AND pair_number BETWEEN ? AND ? ORDER BY pair_number
                """,
            arguments: [pair, numbers.lowerBound, numbers.upperBound]
        )
        var (hash, next, erased) = (SHA256(), numbers.lowerBound, [Int64]())
        while let row = try rows.next() {
            guard row["pair_number"] as Int64 == next else {
                throw Problem(.storageDamaged, "A numbered delivery is missing.")
            }
            if let container = (row["container"] as Data?).flatMap({ ContentDigest(bytes: $0) }) {
                hash.update(data: ReconciliationRecord.Pair.line(next, container))
            } else {
                erased.append(next)
            }
            next += 1
        }
        guard next == numbers.upperBound + 1 else {
            throw Problem(.storageDamaged, "A numbered delivery is missing.")
        }
        return (ContentDigest(hash.finalize()), erased)
    }
}
