// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import GRDBSQLite
import TransparencyLog
import ZegelCore
import ZegelVerify

/// The rows of the log.
enum LogTable {
    /// The number of entries.
    static func size(of log: Int64? = nil, _ database: Database) throws -> UInt64 {
        let rows = Self.rows("entry", of: log)
        return UInt64(try Int64.fetchOne(database, sql: "SELECT coalesce(max(number) + 1, 0) FROM \(rows)") ?? 0)
    }

    static func insert(_ entry: [UInt8], at index: UInt64, leaf: TreeHash, in database: Database) throws {
        try database.run(
            "INSERT INTO log_entry (number, entry, leaf) VALUES (?, ?, ?)",
            [.integer(Int64(index)), .blob(entry), .integer(Self.key(of: leaf))]
        )
    }

    /// The entries of a bundle as they are served; fewer where they are not all there.
    static func entries(_ id: EntryBundleID, of log: Int64? = nil, _ database: Database) throws -> [UInt8] {
        let first = Int64(id.index) * 256
        let statement = try database.cachedStatement(
            sql: "SELECT entry FROM \(Self.rows("entry", of: log)) WHERE number >= ? AND number < ? ORDER BY number"
        )
        let rows = try Row.fetchCursor(statement, arguments: [first, first + Int64(id.width)])
        var bytes: [UInt8] = []
        bytes.reserveCapacity(id.width * 34)
        while try rows.next() != nil {
            // Straight from SQLite: a log is read whole, and an object for each of its entries would take longer than its hash.
            let row = unsafe statement.sqliteStatement
            let count = unsafe Int(sqlite3_column_bytes(row, 0))
            bytes.append(UInt8(truncatingIfNeeded: count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: count))
            unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: sqlite3_column_blob(row, 0), count: count))
        }
        return bytes
    }

    /// The places of the entries with a leaf hash; more than one only where two share their first eight bytes.
    static func places(of leaf: TreeHash, _ database: Database) throws -> [UInt64] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    WITH RECURSIVE run (number) AS (
                        SELECT 0 UNION ALL
                        SELECT number + 1 FROM run WHERE number < (SELECT max(number) >> 18 FROM log_entry)
                    )
                    SELECT log_entry.number, entry FROM run CROSS JOIN log_entry
                    ON log_entry.number >> 18 = run.number AND leaf = ? ORDER BY log_entry.number
                    """
            ),
            arguments: [Self.key(of: leaf)]
        )
        .filter { TreeHash.leaf(Array($0["entry"] as Data)) == leaf }
        .map { UInt64($0["number"] as Int64) }
    }

    /// What is read from instead of a table of the log that grows, where the log is an earlier one.
    static func rows(_ table: String, of log: Int64?) -> String {
        log.map { "(SELECT * FROM earlier_\(table) WHERE log = \($0))" } ?? "log_\(table)"
    }

    /// A tile; that of a larger tree begins with it.
    ///
    /// - Parameter log: The number of an earlier log; `nil` for the one that grows.
    /// - Throws: `storage.damaged` where it is not there.
    static func tile(_ id: TileID, of log: Int64? = nil, _ database: Database) throws -> Tile {
        let bytes = try Self.tileBytes(id, of: log, database)
        guard bytes.count == id.width * TreeHash.byteCount else {
            throw Problem(.storageDamaged, "A tile of the log is missing.")
        }
        return try Tile(id, bytes: bytes)
    }

    /// A tile as it is served; fewer bytes where it is not all there.
    static func tileBytes(_ id: TileID, of log: Int64? = nil, _ database: Database) throws -> [UInt8] {
        let statement = try database.cachedStatement(
            sql: "SELECT hashes FROM \(Self.rows("tile", of: log)) WHERE level = ? AND place = ?"
        )
        let hashes = try Data.fetchOne(statement, arguments: [id.level, Int64(id.index)])
        return Array((hashes ?? Data()).prefix(id.width * TreeHash.byteCount))
    }

    static func store(_ tile: Tile, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO log_tile (level, place, hashes) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET hashes = excluded.hashes
                """
        )
        .execute(arguments: [tile.id.level, Int64(tile.id.index), Data(tile.bytes)])
    }

    /// A commit that appended: the size behind it, and its signature where that is stored already.
    struct Commit {
        let size: UInt64
        let root: TreeHash
        let note: [UInt8]?

        init(_ row: Row) throws {
            guard let root = TreeHash(row["root"] as Data) else {
                throw Problem(.storageDamaged, "A checkpoint of the log cannot be read.")
            }
            self.size = UInt64(row["size"] as Int64)
            self.root = root
            self.note = (row["note"] as Data?).map { Array($0) }
        }
    }

    static func lastCommits(_ count: Int, of log: Int64? = nil, _ database: Database) throws -> [Commit] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM \(Self.rows("checkpoint", of: log)) ORDER BY size DESC LIMIT ?",
            arguments: [count]
        )
        .map { try Commit($0) }
    }

    /// The commit that an entry came with; `nil` where that is still open.
    static func commit(of index: UInt64, in log: Int64? = nil, _ database: Database) throws -> Commit? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM \(Self.rows("checkpoint", of: log)) WHERE size > ? ORDER BY size LIMIT 1",
            arguments: [Int64(index)]
        )
        .map { try Commit($0) }
    }

    static func insert(size: UInt64, root: TreeHash, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO log_checkpoint (size, root) VALUES (?, ?)")
            .execute(arguments: [Int64(size), Data(root.bytes)])
    }

    static func store(_ signed: SignedCheckpoint, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE log_checkpoint SET note = ? WHERE size = ? AND note IS NULL")
            .execute(arguments: [Data(signed.bytes), Int64(signed.checkpoint.size)])
    }

    /// Keeps a checkpoint with its cosignatures, beside those that it has already.
    static func store(cosigned: SignedCheckpoint, in database: Database) throws {
        let size = Int64(cosigned.checkpoint.size)
        let known = try Data.fetchOne(database, sql: "SELECT note FROM log_cosigned WHERE size = ?", arguments: [size])
        var all = cosigned
        for signature in try known.map({ try SignedNote(parsing: Array($0)).signatures }) ?? [] {
            let isThere = all.note.signatures.contains {
                $0.name == signature.name && $0.identifier == signature.identifier
            }
            if !isThere { all = try all.adding(signature) }
        }
        let count = all.note.signatures.count - 1
        guard count > 0, size > 0 else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO log_cosigned (size, cosignatures, note) VALUES (?, ?, ?)",
            arguments: [size, count, Data(all.bytes)]
        )
    }

    /// The checkpoint that most witnesses cosigned among the first that have an entry; `nil` where there is none yet.
    static func cosigned(with index: UInt64, in log: Int64? = nil, _ database: Database) throws -> SignedCheckpoint? {
        try Data.fetchOne(
            database,
            sql: """
                SELECT note FROM (SELECT * FROM \(Self.rows("cosigned", of: log)) WHERE size > ? ORDER BY size LIMIT 64)
                ORDER BY cosignatures DESC, size LIMIT 1
                """,
            arguments: [Int64(index)]
        )
        .map { try SignedCheckpoint(parsing: Array($0)) }
    }

    /// The first eight bytes of a leaf hash, as a number.
    private static func key(of leaf: TreeHash) -> Int64 {
        Int64(bitPattern: leaf.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
