// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import TransparencyLog
import ZegelCore
import ZegelVerify

/// A log from before a restore: it never grows again, and proves what stands in it for as long as that is kept.
package struct EarlierLog: Sendable {
    /// Its place among them.
    let number: Int64
    /// The key of the log.
    package let key: NoteVerifier
    /// The newest checkpoint that was known when it ended; it may be of more entries than were restored.
    package let checkpoint: SignedCheckpoint

    static let schema = """
        CREATE TABLE earlier_log (
            number INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            checkpoint BLOB NOT NULL
        ) STRICT;

        CREATE TABLE earlier_entry (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            number INTEGER NOT NULL CHECK (number >= 0),
            entry BLOB NOT NULL CHECK (length(entry) = 32),
            PRIMARY KEY (log, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE earlier_tile (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            level INTEGER NOT NULL,
            place INTEGER NOT NULL,
            hashes BLOB NOT NULL,
            PRIMARY KEY (log, level, place)
        ) STRICT;

        CREATE TABLE earlier_checkpoint (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            size INTEGER NOT NULL,
            root BLOB NOT NULL,
            note BLOB,
            PRIMARY KEY (log, size)
        ) STRICT;

        CREATE TABLE earlier_cosigned (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            size INTEGER NOT NULL,
            cosignatures INTEGER NOT NULL,
            note BLOB NOT NULL,
            PRIMARY KEY (log, size)
        ) STRICT;

        CREATE TABLE earlier_act (
            log INTEGER NOT NULL REFERENCES earlier_log (number),
            entry INTEGER NOT NULL,
            kind TEXT NOT NULL,
            message INTEGER REFERENCES message (number),
            record BLOB NOT NULL,
            salt BLOB NOT NULL,
            PRIMARY KEY (log, entry)
        ) STRICT;

        ALTER TABLE message ADD COLUMN earlier_log INTEGER REFERENCES earlier_log (number);
        ALTER TABLE message ADD COLUMN earlier_entry INTEGER;
        ALTER TABLE statement ADD COLUMN earlier_log INTEGER REFERENCES earlier_log (number);
        ALTER TABLE statement ADD COLUMN earlier_entry INTEGER;
        """

    /// All of them, the oldest first; none in a copy of a store from before there were any.
    static func all(_ database: Database) throws -> [EarlierLog] {
        guard try database.tableExists("earlier_log") else { return [] }
        return try Row.fetchAll(database, sql: "SELECT * FROM earlier_log ORDER BY number").map { row in
            EarlierLog(
                number: row["number"],
                key: try NoteVerifier(parsing: row["key"]),
                checkpoint: try SignedCheckpoint(parsing: Array(row["checkpoint"] as Data))
            )
        }
    }

    /// Ends the log of a store that no process has open, and begins another with one entry.
    ///
    /// - Parameters:
    ///   - key: The key of the log.
    ///   - last: The checkpoint of exactly the entries that the store has.
    ///   - newest: The newest that is known.
    ///   - act: What the first entry of the new log commits to.
    /// - Returns: The root of the new log, which has to be signed.
    package static func end(
        in folder: String,
        key: NoteVerifier,
        last: SignedCheckpoint,
        newest: SignedCheckpoint,
        beginningWith act: Act
    ) throws -> TreeHash {
        var root = TreeHash.empty
        let pool = try Connections.open("\(folder)/zegel.sqlite", vfs: nil)
        try pool.writeWithoutTransaction { database in
            // Nothing refers to what goes; to look for that would take a walk over all messages for each entry.
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.inTransaction {
                try Self.move(in: database, key, last, newest)
                root = try Self.begin(with: act, in: database)
                return .commit
            }
        }
        try pool.close()
        return root
    }

    private static func begin(with act: Act, in database: Database) throws -> TreeHash {
        var tree = GrowingTree()
        let opening = LogOpening(committingTo: ContentDigest(of: act.record).bytes)
        try LogTable.insert(opening.entry, at: tree.append(opening.leaf), leaf: opening.leaf, in: database)
        for tile in tree.takeChangedTiles() { try LogTable.store(tile, in: database) }
        try LogTable.insert(size: tree.size, root: tree.root, in: database)
        try database.execute(
            sql: "INSERT INTO act (entry, kind, record, salt) VALUES (0, ?, ?, ?)",
            arguments: [act.kind, Data(act.record), Data(opening.salt)]
        )
        return tree.root
    }

    private static func move(
        in database: Database,
        _ key: NoteVerifier,
        _ last: SignedCheckpoint,
        _ newest: SignedCheckpoint
    ) throws {
        try LogTable.store(last, in: database)
        try database.execute(
            sql: "INSERT INTO earlier_log (key, checkpoint) VALUES (?, ?)",
            arguments: ["\(key)", Data(newest.bytes)]
        )
        let number = database.lastInsertedRowID
        for (table, columns) in [
            ("entry", "number, entry"), ("tile", "level, place, hashes"), ("checkpoint", "size, root, note"),
            ("cosigned", "size, cosignatures, note"), ("timestamp", "size, note, token, stamped_at"),
        ] {
            let rows = "SELECT \(number), \(columns) FROM log_\(table)"
            try database.execute(sql: "INSERT INTO earlier_\(table) (log, \(columns)) \(rows)")
        }
        let act = "entry, kind, message, record, salt"
        try database.execute(sql: "INSERT INTO earlier_act (log, \(act)) SELECT \(number), \(act) FROM act")
        for table in ["message", "statement", "erasure"] {
            try database.execute(
                sql: """
                    UPDATE \(table) SET earlier_log = \(number), earlier_entry = entry, entry = NULL
                    WHERE entry IS NOT NULL
                    """
            )
        }
        for table in ["act", "log_cosigned", "log_timestamp", "log_checkpoint", "log_tile", "log_entry"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
    }
}
