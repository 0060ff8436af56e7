// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore

/// What a message leaves behind when it is destroyed, and what it must not leave (DESIGN §3.9).
///
/// Columns of a message may be NULL from here on, and only where it is erased: then nothing of it may be there.
extension Schema {
    /// Columns that a message has, and one that was erased has not; the others are its id, who may be told, and its place in the log.
    private static let ofMessage = [
        "sender_oin TEXT", "submitted_by TEXT", "kenmerk TEXT", "date TEXT", "kind TEXT", "classification TEXT",
        "container BLOB", "size INTEGER", "entries_size INTEGER", "opening_size INTEGER", "received_at INTEGER",
        "releases INTEGER", "policy BLOB", "wrapped_key BLOB", "header BLOB", "acceptance BLOB", "seal_manifest BLOB",
        "seal BLOB", "directory BLOB",
    ]

    /// The names of these.
    static var messageColumns: [String] { self.ofMessage.map { String($0.prefix { $0 != " " }) } }

    /// What a delivery says of what its addressee did.
    static let deliveryMarks = [
        "collected_at", "acknowledged_at", "disposed_at", "collected_by", "collected_certificate", "claimed_by",
        "claimed_until", "forward",
    ]

    static func erasure(_ database: Database) throws {
        try database.execute(sql: self.erasures)
        var message = try self.definition(of: "message", in: database)
        for (column, name) in zip(self.ofMessage, self.messageColumns) {
            message = try self.replacing(" \(column) NOT NULL", by: " \(column)", in: message)
            message = self.adding("CHECK ((state = 'erased') = (\(name) IS NULL))", to: message)
        }
        let contents = "(content IS NULL) <> (content_file IS NULL)"
        let living = "CHECK (state = 'erased' OR (\(contents)))"
        message = try self.replacing("CHECK (\(contents))", by: living, in: message)
        let rest = "content IS NULL AND content_file IS NULL AND salt IS NULL"
        try self.define("message", as: self.adding("CHECK (state <> 'erased' OR (\(rest)))", to: message), in: database)

        var delivery = try self.definition(of: "delivery", in: database)
        delivery = try self.replacing(" role TEXT NOT NULL", by: " role TEXT", in: delivery)
        delivery = try self.replacing("'kept')", by: "'kept', 'erased')", in: delivery)
        delivery = try self.replacing("(state = 'pending') =", by: "(state IN ('pending', 'erased')) =", in: delivery)
        delivery = self.adding("CHECK ((state = 'erased') = (role IS NULL))", to: delivery)
        let marks = self.deliveryMarks.joined(separator: ", ")
        delivery = self.adding("CHECK (state <> 'erased' OR coalesce(\(marks)) IS NULL)", to: delivery)
        try self.define("delivery", as: delivery, in: database)

        var decision = try self.definition(of: "decision", in: database)
        for column in ["json BLOB", "organisation TEXT", "exchange TEXT"] {
            decision = try self.replacing(" \(column) NOT NULL", by: " \(column)", in: decision)
        }
        for column in ["organisation", "exchange"] {
            decision = self.adding("CHECK ((json IS NULL) = (\(column) IS NULL))", to: decision)
        }
        decision = self.adding("CHECK ((json IS NULL) <> (digest IS NULL))", to: decision)
        decision = self.adding("CHECK (json IS NOT NULL OR coalesce(message, header) IS NULL)", to: decision)
        try self.define("decision", as: decision, in: database)

        let list = try self.definition(of: "list_version", in: database)
        let versions = try self.replacing(" message INTEGER NOT NULL", by: " message INTEGER", in: list)
        try self.define("list_version", as: versions, in: database)

        // Every connection reads the definitions again.
        let version = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        try database.execute(sql: "PRAGMA schema_version = \(version + 1)")
    }

    /// `record` is what the server states, and signs once nothing is left; what is not signed is not finished.
    ///
    /// Arrivals count on behind what was erased: who reads on from a cursor would else miss what comes next.
    private static let erasures = """
        CREATE TABLE erasure (
            message INTEGER PRIMARY KEY REFERENCES message (number),
            record BLOB NOT NULL,
            content_file TEXT,
            signature BLOB,
            entry INTEGER REFERENCES log_entry (number),
            salt BLOB CHECK (length(salt) = 32),
            earlier_log INTEGER REFERENCES earlier_log (number),
            earlier_entry INTEGER,
            CHECK ((signature IS NULL) = (salt IS NULL)),
            CHECK (signature IS NULL OR content_file IS NULL)
        ) STRICT;

        CREATE INDEX erasure_unfinished ON erasure (message) WHERE signature IS NULL;

        CREATE TABLE last_arrival (
            mailbox TEXT PRIMARY KEY,
            arrival INTEGER NOT NULL CHECK (arrival > 0)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE decision ADD COLUMN digest BLOB CHECK (length(digest) = 32);
        ALTER TABLE decision ADD COLUMN header TEXT CHECK (length(header) = 64);
        UPDATE decision SET header =
            nullif(substr(json_extract(CAST(json AS TEXT), '$.body."adl.core.request".resource.id'), 8), '')
            WHERE json_valid(CAST(json AS TEXT))
                AND json_extract(CAST(json AS TEXT), '$.body."adl.core.request".resource.type') = 'message';
        CREATE INDEX decision_header ON decision (header) WHERE header IS NOT NULL;
        CREATE INDEX decision_message ON decision (message) WHERE message IS NOT NULL;
        CREATE INDEX act_message ON act (message) WHERE message IS NOT NULL;
        CREATE INDEX earlier_act_message ON earlier_act (message) WHERE message IS NOT NULL;
        CREATE INDEX list_version_message ON list_version (message) WHERE message IS NOT NULL;
        CREATE INDEX act_of_holds ON act (entry) WHERE kind = 'holds';
        CREATE INDEX request_reply ON request (reply) WHERE reply IS NOT NULL;
        """

    // MARK: - Definitions

    private static func definition(of table: String, in database: Database) throws -> String {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
        return try String.fetchOne(database, sql: sql, arguments: [table]) ?? ""
    }

    /// Writes a definition in the place of another without copying the table: what is stored stays as it is where only constraints change
    /// (sqlite.org/lang_altertable.html, section 7).
    private static func define(_ table: String, as definition: String, in database: Database) throws {
        try database.execute(sql: "PRAGMA writable_schema = ON")
        let sql = "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?"
        try database.execute(sql: sql, arguments: [definition, table])
        try database.execute(sql: "PRAGMA writable_schema = OFF")
    }

    private static func replacing(_ old: String, by new: String, in definition: String) throws(Problem) -> String {
        let parts = definition.split(separator: old, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw Problem(.storageDamaged, "The tables are not those of an earlier version.")
        }
        return parts.joined(separator: new)
    }

    private static func adding(_ constraint: String, to definition: String) -> String {
        guard let end = definition.lastIndex(of: ")") else { return definition }
        return "\(definition[..<end]), \(constraint)\(definition[end...])"
    }
}
