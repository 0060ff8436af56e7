// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import TransparencyLog
package import ZegelCore
import ZegelVerify

/// The log of a data folder, read as it is: also beside a running server, and where a start refuses it.
package final class StoredLog: Sendable {
    private let database: DatabaseQueue
    private let key: StorageKey
    /// The number of an earlier log; `nil` for the one that grows.
    private let number: Int64?

    /// Opens a data folder for reading.
    ///
    /// - Parameter key: The storage key, by which the salts of messages are read.
    /// - Throws: ``Problem`` `configuration.invalid` where there is no store.
    package convenience init(folder: String, key: [UInt8]) throws(Problem) {
        try self.init(database: "\(folder)/zegel.sqlite", key: key)
    }

    /// Opens a database for reading, as ``init(folder:key:)``.
    package init(database path: String, key: [UInt8]) throws(Problem) {
        self.number = nil
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        self.key = key
        var configuration = Configuration()
        configuration.readonly = true
        do {
            self.database = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw Problem(.configuration, "\(path) is no store that can be read.")
        }
    }

    private init(_ database: DatabaseQueue, _ key: StorageKey, _ number: Int64) {
        self.database = database
        self.key = key
        self.number = number
    }

    /// A log from before a restore, in the same store.
    package func log(_ earlier: EarlierLog) -> StoredLog { StoredLog(self.database, self.key, earlier.number) }

    /// The logs from before a restore, the oldest first.
    package func earlier() throws -> [EarlierLog] { try self.database.read { try EarlierLog.all($0) } }

    /// The number of entries.
    package func size() throws -> UInt64 { try self.database.read { try LogTable.size(of: self.number, $0) } }

    /// The root that was noted with the last commit, or that of an empty log.
    package func root() throws -> TreeHash {
        try self.database.read { try LogTable.lastCommits(1, of: self.number, $0).first?.root ?? .empty }
    }

    /// What opens the first entry of the log: the record of its act, and the salt; `nil` where that is not here.
    package func first() throws -> (record: [UInt8], salt: [UInt8])? {
        try self.database.read { database in
            try Row.fetchOne(database, sql: "SELECT record, salt FROM act WHERE entry = 0")
                .map { (Array($0["record"] as Data), Array($0["salt"] as Data)) }
        }
    }

    /// The newest checkpoint whose signature is stored; the one of the last commit comes with the next.
    package func checkpoint() throws -> [UInt8]? {
        try self.database.read { try LogTable.lastCommits(8, of: self.number, $0).lazy.compactMap(\.note).first }
    }

    /// The checkpoint of a size, where its signature is stored.
    package func checkpoint(of size: UInt64) throws -> [UInt8]? {
        try self.database.read { database in
            guard size > 0 else { return nil }
            let commit = try LogTable.commit(of: size - 1, in: self.number, database)
            return commit.flatMap { $0.size == size ? $0.note : nil }
        }
    }

    /// The newest checkpoint that was time-stamped; `nil` where none was yet.
    package func newestStamped() throws -> StampedCheckpoint? {
        try self.database.read { try LogTable.newestStamped(of: self.number, $0) }
    }

    /// A tile, as it is served.
    package func tile(_ id: TileID) throws -> [UInt8] {
        try self.database.read { try LogTable.tileBytes(id, of: self.number, $0) }
    }

    /// Entries, as they are served.
    package func entries(_ id: EntryBundleID) throws -> [UInt8] {
        try self.database.read { try LogTable.entries(id, of: self.number, $0) }
    }

    /// Opens the entries one after the other: each has to commit to what the store holds of its act.
    ///
    /// - Returns: How many entries have an act in the store; the others are of acts that were erased, or padding.
    /// - Throws: ``Problem`` `log.disagrees` at the first that commits to something else.
    package func openEntries() throws -> Int {
        try self.database.read { database in
            try self.openActs(database) + self.openMessages(database) + self.openStatements(database)
                + self.openErasures(database)
        }
    }

    private func openActs(_ database: Database) throws -> Int {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT act.*, log_entry.entry AS hash FROM \(self.acts) \(self.join("act", entry: "entry"))"
        )
        return try Self.count(rows) { row in
            let record = Array(row["record"] as Data)
            let kind = row["kind"] as String
            if kind == "decisions" { try Self.holdDecisions(to: record, database) }
            let opening = LogOpening(salt: Array(row["salt"] as Data), details: ContentDigest(of: record).bytes)
            return ("The \(kind) at entry \(row["entry"] as Int64)", opening)
        }
    }

    /// A record of decisions names the rows and what they held.
    private static func holdDecisions(to record: [UInt8], _ database: Database) throws {
        let json = try StrictJSON.parse(record)
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM decision WHERE number BETWEEN ? AND ? ORDER BY number",
            arguments: [json["from"]?.integer, json["to"]?.integer]
        )
        // A record that was erased left its digest; a copy of a store from before there was erasure has none.
        let digests = rows.flatMap { row in
            (row["digest"] as Data?).map { Array($0) } ?? ContentDigest(of: Array(row["json"] as Data)).bytes
        }
        let digest = ContentDigest(of: digests)
        guard json["sha256"]?.string == "\(digest)" else {
            throw Problem(.logDisagrees, "The records of decisions are others than those that the log commits to.")
        }
    }

    private func openMessages(_ database: Database) throws -> Int {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT message.id, message.entry, message.salt, wrapped_key, seal_manifest, seal, log_entry.entry AS hash
                FROM message \(self.join("message"))
                """
        )
        return try Self.count(rows) { row in
            guard let id = MessageID(row["id"] as String) else {
                throw Problem(.storageDamaged, "A stored message cannot be read.")
            }
            let parts = PartCipher(messageKey: try self.key.unwrap(Array(row["wrapped_key"] as Data), for: id))
            let opening = LogOpening(
                salt: try parts.open(Array(row["salt"] as Data), as: "log salt"),
                details: LogOpening.details(
                    signed: try parts.open(Array(row["seal_manifest"] as Data), as: "seal manifest"),
                    signature: try parts.open(Array(row["seal"] as Data), as: "seal")
                )
            )
            return ("The message \(id)", opening)
        }
    }

    private func openStatements(_ database: Database) throws -> Int {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT statement.*, message.id, message.wrapped_key, log_entry.entry AS hash
                FROM statement JOIN message ON message.number = statement.message \(self.join("statement"))
                """
        )
        return try Self.count(rows) { row in
            guard let id = MessageID(row["id"] as String) else {
                throw Problem(.storageDamaged, "A stored message cannot be read.")
            }
            let parts = PartCipher(messageKey: try self.key.unwrap(Array(row["wrapped_key"] as Data), for: id))
            let opening = LogOpening(
                salt: try parts.open(Array(row["salt"] as Data), as: "log salt"),
                details: LogOpening.details(
                    signed: Array(row["record"] as Data),
                    signature: Array(row["signature"] as Data)
                )
            )
            return ("A statement about \(id)", opening)
        }
    }

    /// The signed statements about what was destroyed; none in a copy of a store from before there were any.
    private func openErasures(_ database: Database) throws -> Int {
        guard try database.tableExists("erasure") else { return 0 }
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT erasure.*, log_entry.entry AS hash FROM erasure \(self.join("erasure"))"
        )
        return try Self.count(rows) { row in
            let details = LogOpening.details(
                signed: Array(row["record"] as Data),
                signature: Array(row["signature"] as Data)
            )
            return ("A statement about a destruction", LogOpening(salt: Array(row["salt"] as Data), details: details))
        }
    }

    /// What was erased has no salt any more, and nothing can be said of it.
    private func join(_ table: String, entry column: String? = nil) -> String {
        guard let number else {
            return "JOIN log_entry ON log_entry.number = \(table).entry AND \(table).salt IS NOT NULL"
        }
        let entry = column ?? "earlier_entry"
        let log = column == nil ? "earlier_log" : "log"
        return """
            JOIN earlier_entry AS log_entry ON log_entry.log = \(number) AND log_entry.number = \(table).\(entry)
            AND \(table).\(log) = \(number) AND \(table).salt IS NOT NULL
            """
    }

    private var acts: String { self.number == nil ? "act" : "earlier_act AS act" }

    private static func count(_ rows: RowCursor, _ open: (Row) throws -> (String, LogOpening)) throws -> Int {
        var count = 0
        while let row = try rows.next() {
            let (what, opening) = try open(row)
            guard opening.entry == Array(row["hash"] as Data) else {
                throw Problem(.logDisagrees, "\(what) is another than the log commits to.")
            }
            count += 1
        }
        return count
    }
}
