// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What was delivered to and from a mailbox on a day, or passed between two servers, signed by the server.
package struct SealedReconciliation: Hashable, Sendable {
    /// The exact bytes of the record.
    package let record: [UInt8]
    /// The server's detached CAdES over them.
    package let signature: [UInt8]
}

extension Sealer {
    /// Signs what was delivered to and from a mailbox on a day.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox.
    ///   - day: The day.
    ///   - moment: When that was looked up.
    ///   - received: What it received, by sender.
    ///   - sent: What it sent, by recipient.
    /// - Throws: ``Problem`` `server.error` where signing fails.
    package func reconcile(
        _ mailbox: MailboxName,
        on day: CalendarDate,
        at moment: Instant,
        received: [ReconciliationRecord.Pair],
        sent: [ReconciliationRecord.Pair]
    ) throws(Problem) -> SealedReconciliation {
        let record = ReconciliationRecord(
            server: self.server,
            log: self.logOrigin,
            mailbox: mailbox,
            day: day,
            time: moment,
            received: received,
            sent: sent
        ).encoded
        return SealedReconciliation(record: record, signature: try self.sign(record, at: moment))
    }

    /// Signs what passed between this server and another on a day.
    ///
    /// - Parameters:
    ///   - partner: The other server.
    ///   - day: The day.
    ///   - moment: When that was looked up.
    ///   - count: How much passed.
    ///   - digest: SHA-256 over the lines.
    ///   - open: What was begun to be pushed and has no receipt.
    /// - Throws: ``Problem`` `server.error` where signing fails.
    package func reconcile(
        with partner: OIN,
        on day: CalendarDate,
        at moment: Instant,
        count: Int64,
        digest: ContentDigest,
        open: [String]
    ) throws(Problem) -> SealedReconciliation {
        let record = RelayDayRecord(
            server: self.server,
            log: self.logOrigin,
            partner: partner,
            day: day,
            time: moment,
            count: count,
            digest: digest,
            open: open
        ).encoded
        return SealedReconciliation(record: record, signature: try self.sign(record, at: moment))
    }
}
