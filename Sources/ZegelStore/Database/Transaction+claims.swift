// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

/// Which of the systems that share a mailbox takes messages, and for how long.
package struct Claim: Hashable, Sendable {
    /// The client certificate that it came with.
    package let certificate: ContentDigest
    /// What the system calls itself, for systems that share a certificate.
    package let claimant: String
    /// How many messages it holds at most.
    package let limit: Int
    /// Seconds for which they are its own.
    package let lease: Int

    /// Describes a claim.
    package init(certificate: ContentDigest, claimant: String, limit: Int, lease: Int) {
        self.certificate = certificate
        self.claimant = claimant
        self.limit = limit
        self.lease = lease
    }

    fileprivate var holder: String { "\(self.certificate)/\(self.claimant)" }
}

/// What a system has claimed.
package struct ClaimedPost: Sendable {
    /// The messages, in order of arrival.
    package let messages: [MailboxLine]
    /// Until when no other system is given them.
    package let until: Instant
}

extension Transaction {
    /// What a system holds.
    static let claimed = """
        SELECT arrival FROM delivery WHERE state = 'available' AND mailbox = ? AND claimed_by = ?
            AND claimed_until > ? ORDER BY arrival LIMIT ?
        """

    /// What nobody holds.
    static let claimable = """
        SELECT arrival FROM delivery WHERE state = 'available' AND mailbox = ?
            AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY arrival LIMIT ?
        """

    /// Gives a system messages of a mailbox that were not collected yet and that no other one holds at this moment.
    ///
    /// What it holds already comes first, for another lease; so asking twice does what asking once does. A lease that has ended is
    /// nothing, and collecting ends it.
    package func claim(_ claim: Claim, in mailbox: MailboxName, at moment: Instant) throws -> ClaimedPost {
        let (list, holder, now) = ("\(mailbox)", claim.holder, moment.milliseconds)
        let own = try Int64.fetchAll(
            self.database,
            sql: Self.claimed,
            arguments: [list, holder, now, claim.limit]
        )
        let free = try Int64.fetchAll(
            self.database,
            sql: Self.claimable,
            arguments: [list, now, claim.limit - own.count]
        )
        let until = moment.advanced(bySeconds: Int64(claim.lease))
        // Made once: it is asked for each message, while all that is to be committed waits.
        let line = try self.database.cachedStatement(sql: ReadView.line)
        let lines = try (own + free).sorted().compactMap { arrival in
            try self.execute(
                "UPDATE delivery SET claimed_by = ?, claimed_until = ? WHERE mailbox = ? AND arrival = ?",
                [.text(holder), .integer(until.milliseconds), .text(list), .integer(arrival)]
            )
            return try Row.fetchOne(line, arguments: ["mailbox": list, "after": arrival - 1, "limit": 1])
        }
        return ClaimedPost(messages: try lines.map { try MailboxLine($0) }, until: until)
    }
}
