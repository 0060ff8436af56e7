// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import TransparencyLog
package import ZegelCore
package import ZegelVerify

/// A checkpoint of the log, as its log alone signed it, with a time-stamp over these bytes.
package struct StampedCheckpoint: Hashable, Sendable {
    /// The checkpoint; its bytes are what was stamped.
    package let checkpoint: SignedCheckpoint
    /// The token in DER (RFC 3161).
    package let token: [UInt8]
    /// When it was kept, by our own clock.
    package let time: Instant

    /// Gathers the parts.
    package init(_ checkpoint: SignedCheckpoint, token: [UInt8], at time: Instant) {
        self.checkpoint = checkpoint
        self.token = token
        self.time = time
    }

    fileprivate init(_ row: Row) throws {
        self.checkpoint = try SignedCheckpoint(parsing: Array(row["note"] as Data))
        self.token = Array(row["token"] as Data)
        self.time = Instant(milliseconds: row["stamped_at"])
    }
}

extension LogTable {
    /// The newest checkpoint that was stamped; `nil` where none was yet.
    ///
    /// - Parameter log: The number of an earlier log; `nil` for the one that grows.
    static func newestStamped(of log: Int64? = nil, _ database: Database) throws -> StampedCheckpoint? {
        let rows = Self.rows("timestamp", of: log)
        return try Row.fetchOne(database, sql: "SELECT * FROM \(rows) ORDER BY size DESC LIMIT 1")
            .map { try StampedCheckpoint($0) }
    }

    /// The first checkpoint that has an entry and was stamped.
    fileprivate static func stamped(
        with index: UInt64,
        in log: Int64?,
        _ database: Database
    ) throws -> StampedCheckpoint? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM \(Self.rows("timestamp", of: log)) WHERE size > ? ORDER BY size LIMIT 1",
            arguments: [Int64(index)]
        )
        .map { try StampedCheckpoint($0) }
    }
}

extension ReadView {
    /// The newest checkpoint that was stamped; `nil` where none was yet.
    package func newestStamped() throws -> StampedCheckpoint? { try LogTable.newestStamped(self.database) }

    /// The time-stamp over the first checkpoint that has the seal of a message; `nil` where there is none yet.
    package func logTimestamp(of message: StoredMessage) throws -> LogTimestamp? {
        guard let place = message.place,
            let stamped = try LogTable.stamped(with: place.index, in: place.earlier, self.database)
        else { return nil }
        let proof = try self.proof(of: place.index, in: place.earlier, under: stamped.checkpoint)
        return LogTimestamp(proof: proof.bytes, token: stamped.token)
    }
}

extension Transaction {
    /// Keeps the time-stamp over a checkpoint of the log, for later dossiers; it is no act, and no entry.
    package func keep(_ stamped: StampedCheckpoint) throws {
        try self.execute(
            "INSERT INTO log_timestamp (size, note, token, stamped_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                .integer(Int64(stamped.checkpoint.checkpoint.size)), .blob(stamped.checkpoint.bytes),
                .blob(stamped.token), .integer(stamped.time.milliseconds),
            ]
        )
    }
}
