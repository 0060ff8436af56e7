// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import ZegelCore

@testable import ZegelStore

@Suite("A store from before there was erasure")
struct MigrationTests {
    private static let oin = "00000099000000001000"
    private static let digest = String(repeating: "ab", count: 32)

    /// A message, its delivery, and a decision about it, as an earlier version wrote them.
    private static let rows = """
        INSERT INTO log_entry VALUES (0, x'\(digest)', 7);
        INSERT INTO message (id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind, classification,
            container, size, entries_size, opening_size, received_at, state, releases, policy, wrapped_key, header, acceptance,
            seal_manifest, seal, directory, content, entry, salt)
        VALUES ('\(digest.prefix(32))', '\(oin)', 'aivd/ct', '\(oin)', 'K-1', '2026-11-20', 'x', 'y', 'ongerubriceerd',
            x'\(digest)', 3, 2, 1, 4, 'accepted', 1, x'\(digest)', x'01', x'02', x'03', x'04', x'05', x'06', x'07', 0, x'08');
        INSERT INTO delivery (message, mailbox, role, state, arrival, available_at)
        VALUES (1, 'om/lovj', 'action', 'available', 1, 5);
        INSERT INTO decision (id, message, timestamp, policy, organisation, exchange, is_allowed, json)
        VALUES ('\(digest.prefix(32))', 1, 4, x'\(digest)', '\(oin)', 'x', 1, CAST('{"body":{"adl.core.request":
            {"resource":{"type":"message","id":"sha256:\(digest)"}}}}' AS BLOB)),
            ('\(digest.suffix(31))1', NULL, 4, x'\(digest)', '\(oin)', 'x', 1, CAST('{"body":{"adl.core.request":
            {"resource":{"type":"message","id":"","properties":{"from":{"mailbox":"aivd/ct"},"kenmerk":"K-3","date":"2026-11-20"}},
            "context":{"askedBy":"x","inReplyTo":[{"header":{"from":{"mailbox":"om/lovj"},"kenmerk":"K-2","date":"2026-11-19"}},
            {"header":{"kenmerk":"K-5"}}],"original":{"header":{"from":{"mailbox":"aivd/ct"},"kenmerk":"K-1","date":"2026-11-20"}}
            }}}}' AS BLOB));
        """

    @Test("keeps what it has, and takes what is erased from then on")
    func upgrade() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "db-\(UUID()).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let old = try DatabaseQueue(path: path)
            try Schema.migrator.migrate(old, upTo: "15 leaves by runs")
            try old.write { try $0.execute(sql: Self.rows) }
            try old.close()
        }
        let pool = try Connections.open(path, vfs: nil)
        try pool.write { database in
            #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try String.fetchOne(database, sql: "SELECT kenmerk FROM message") == "K-1")
            #expect(try Int.fetchOne(database, sql: "SELECT arrival FROM delivery") == 1)
            #expect(try String.fetchOne(database, sql: "SELECT header FROM decision") == Self.digest)
            let mentions = try String.fetchAll(
                database,
                sql: """
                    SELECT mailbox || ' ' || kenmerk || ' ' || date || ' ' || decision FROM decision_mention ORDER BY kenmerk
                    """
            )
            #expect(mentions == ["aivd/ct K-1 2026-11-20 2", "om/lovj K-2 2026-11-19 2", "aivd/ct K-3 2026-11-20 2"])
            #expect(throws: DatabaseError.self) { try database.execute(sql: "UPDATE message SET kenmerk = NULL") }
            let columns = Schema.messageColumns + ["content", "salt"]
            let nothing = columns.map { "\($0) = NULL" }.joined(separator: ", ")
            try database.execute(sql: "UPDATE message SET state = 'erased', \(nothing)")
            #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
        }
        try pool.close()
    }
}
