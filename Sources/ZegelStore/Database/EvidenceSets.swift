// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import ZegelCore
import ZegelSeal

/// What is stored of the evidence of messages, once for all that have the same; used on the committer's thread only.
///
/// The messages of a sender have the same certificates and lists for hours: each names their set, and of one that is known here no statement
/// of SQL is needed.
final class EvidenceSets {
    /// How many sets are remembered; beyond that the memory begins anew.
    private static let most = 4_096

    private var numbers: [[String]: Int64] = [:]

    /// The number of a set, which is stored where it is not there yet.
    func number(of evidence: [EvidenceEntry], in transaction: borrowing Transaction) throws -> Int64 {
        let names = evidence.map(\.name)
        if let known = self.numbers[names] { return known }
        let digest = SQLValue.blob(ContentDigest(of: Array(names.joined(separator: "\n").utf8)).bytes)
        let found = try transaction.database.integers("SELECT number FROM evidence_set WHERE digest = ?", [digest])
        let number = try found?.first ?? Self.insert(evidence, digest, in: transaction)
        if self.numbers.count >= Self.most { self.numbers = [:] }
        self.numbers[names] = number
        transaction.ifUndone { self.numbers[names] = nil }
        return number
    }

    /// Takes a set away that no message names any more, and forgets it.
    func leave(_ number: Int64, in transaction: borrowing Transaction) throws {
        guard try transaction.database.integers(Self.users, [.integer(number)]) == nil else { return }
        self.numbers = self.numbers.filter { $0.value != number }
        try transaction.execute("DELETE FROM evidence_set_entry WHERE evidence_set = ?", [.integer(number)])
        try transaction.execute("DELETE FROM evidence_set WHERE number = ?", [.integer(number)])
    }

    private static func insert(
        _ evidence: [EvidenceEntry],
        _ digest: SQLValue,
        in transaction: borrowing Transaction
    ) throws -> Int64 {
        try transaction.execute("INSERT INTO evidence_set (digest) VALUES (?)", [digest])
        let number = transaction.database.lastInsertedRowID
        for (position, entry) in evidence.enumerated() {
            try transaction.execute(
                "INSERT INTO evidence (name, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [.text(entry.name), .blob(entry.bytes)]
            )
            try transaction.execute(
                "INSERT INTO evidence_set_entry (evidence_set, position, name) VALUES (?, ?, ?)",
                [.integer(number), .integer(Int64(position)), .text(entry.name)]
            )
        }
        return number
    }
}

extension EvidenceSets {
    /// The evidence of a message, in the order in which it was sealed.
    static let ofMessage = """
        SELECT evidence.name, evidence.bytes FROM (
            SELECT position, name FROM message_evidence WHERE message = :message
            UNION ALL SELECT position, name FROM evidence_set_entry
                WHERE evidence_set = (SELECT evidence_set FROM message WHERE number = :message)
        ) AS own CROSS JOIN evidence ON evidence.name = own.name ORDER BY position
        """

    /// A message that has a set.
    static let users = "SELECT number FROM message WHERE evidence_set = ? LIMIT 1"

    /// The digest is that of the names, in their order, each on a line; what was stored before keeps its rows of `message_evidence`.
    static let schema = """
        CREATE TABLE evidence_set (
            number INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
        ) STRICT;

        CREATE TABLE evidence_set_entry (
            evidence_set INTEGER NOT NULL REFERENCES evidence_set (number),
            position INTEGER NOT NULL,
            name TEXT NOT NULL REFERENCES evidence (name),
            PRIMARY KEY (evidence_set, position)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE message ADD COLUMN evidence_set INTEGER REFERENCES evidence_set (number)
            CHECK (state <> 'erased' OR evidence_set IS NULL);
        CREATE INDEX message_evidence_set ON message (evidence_set) WHERE evidence_set IS NOT NULL;

        """
}
