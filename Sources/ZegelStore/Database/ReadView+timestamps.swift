// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
import ZegelSeal
package import ZegelVerify

/// A seal that has no time-stamp yet.
package struct UnstampedSeal: Hashable, Sendable {
    /// The row of its message.
    let number: Int64
    /// When the message was accepted.
    package let receivedAt: Instant
    /// What is to be stamped: the manifest over the seal.
    package let manifest: [UInt8]
}

extension ReadView {
    /// The next seals without a time-stamp, in the order in which they were made.
    package func unstamped(limit: Int) throws -> [UnstampedSeal] {
        let numbers = try Int64.fetchAll(
            self.database,
            sql: "SELECT number FROM message WHERE \(Self.isUnstamped) ORDER BY number LIMIT ?",
            arguments: [limit]
        )
        return try numbers.compactMap { number in
            try self.message(number: number).map { message in
                UnstampedSeal(
                    number: number,
                    receivedAt: message.receivedAt,
                    manifest: SealTimestamp.manifest(overSealManifest: message.manifest, signature: message.signature)
                )
            }
        }
    }

    /// How many seals wait for a time-stamp, and when the first of them was made.
    package func waitingForTimestamps() throws -> (count: Int, since: Instant?) {
        let row = try Row.fetchOne(
            self.database,
            sql: "SELECT count(*) AS count, min(received_at) AS since FROM message WHERE \(Self.isUnstamped)"
        )
        return (row?["count"] ?? 0, (row?["since"] as Int64?).map { Instant(milliseconds: $0) })
    }

    /// The time-stamp over the seal of a message, where there is one.
    package func timestamp(of message: StoredMessage) throws -> SealTimestamp? {
        try Row.fetchOne(
            self.database,
            sql: "SELECT manifest, token FROM seal_timestamp WHERE message = ?",
            arguments: [message.number]
        )
        .map { SealTimestamp(manifest: Array($0["manifest"] as Data), token: Array($0["token"] as Data)) }
    }

    private static let isUnstamped =
        "number > (SELECT coalesce(max(message), 0) FROM seal_timestamp) AND state <> 'erased'"
}

extension Transaction {
    /// Keeps the time-stamp over a seal, for later dossiers; the first one stays.
    package func keep(timestamp token: [UInt8], over seal: UnstampedSeal) throws {
        try self.execute(
            "INSERT INTO seal_timestamp (message, manifest, token) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.integer(seal.number), .blob(seal.manifest), .blob(token)]
        )
    }
}
