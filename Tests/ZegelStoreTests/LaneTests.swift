// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing
import ZegelCore

@testable import ZegelStore

@Suite("The lanes of the outbox")
struct LaneTests {
    @Test("are those of what waited before there were lanes, too")
    func earlier() throws {
        let scene = try LaneTables(upTo: "20 numbers and clocks")
        // The pairs of each message, which goes to the server.
        for (number, pairs) in [(1, [1]), (2, [2]), (3, [1, 2]), (4, [3]), (5, [1])] {
            try scene.message(number, pairs)
            try scene.line(number, to: 1)
        }
        try scene.move(1, to: "receipted")
        try Schema.migrator.migrate(scene.database)
        #expect(try scene.first() == [2, 4])
        try scene.move(2, to: "dead")
        #expect(try scene.first() == [3, 4])
        try scene.move(3, to: "expired")
        #expect(try scene.first() == [4, 5])
        try scene.move(3, to: "waiting")
        #expect(try scene.first() == [3, 4])
    }

    @Test(
        "have each line first exactly where nothing open stands before it, whatever happens to the lines",
        arguments: 1...8
    )
    func anything(_ seed: UInt64) throws {
        let scene = try LaneTables()
        var chance = Chance(state: seed)
        var (messages, lines): (Int, [Int]) = (0, [])
        for _ in 0..<150 {
            switch Int.random(in: 0..<8, using: &chance) {
            case 0, 1, 2:
                messages += 1
                try scene.message(messages, (1...4).filter { _ in Bool.random(using: &chance) })
                for server in 1...2 where Int.random(in: 0..<3, using: &chance) > 0 {
                    lines.append(try scene.line(messages, to: server))
                    let cited = Int.random(in: 1...messages, using: &chance)
                    try scene.cite(cited, in: lines[lines.count - 1])
                }
            case 3:
                guard messages > 0 else { break }
                let message = Int.random(in: 1...messages, using: &chance)
                lines.append(try scene.line(message, saying: true, to: Int.random(in: 1...2, using: &chance)))
            case 4:
                guard let line = lines.randomElement(using: &chance) else { break }
                try scene.database.write {
                    try $0.execute(sql: "DELETE FROM outbox WHERE number = ?", arguments: [line])
                }
                lines.removeAll { $0 == line }
            default:
                guard let line = lines.randomElement(using: &chance),
                    let state = LaneTables.states.randomElement(using: &chance)
                else { break }
                try scene.move(line, to: state)
            }
            #expect(try scene.first() == scene.expected())
        }
        #expect(!lines.isEmpty)
    }
}

/// Numbers that are the same for the same seed.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state = self.state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (self.state >> 33) ^ (self.state << 29)
    }
}

/// Messages, and lines of the outbox about them, as rows alone.
private struct LaneTables {
    static let states = ["waiting", "pushing", "receipted", "dead", "abandoned", "expired", "withdrawn"]
    let database: DatabaseQueue

    init(upTo migration: String? = nil) throws {
        self.database = try DatabaseQueue()
        if let migration {
            try Schema.migrator.migrate(self.database, upTo: migration)
        } else {
            try Schema.migrator.migrate(self.database)
        }
        try self.database.write { database in
            for pair in 1...4 {
                try database.execute(
                    sql: "INSERT INTO pair (number, sender, recipient, last, last_at) VALUES (?, 'aivd/ct', ?, 1, 1)",
                    arguments: [pair, "om/\(pair)"]
                )
            }
        }
    }

    /// A message that is a delivery of some pairs.
    func message(_ number: Int, _ pairs: [Int]) throws {
        try self.database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO message (number, id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind,
                        classification, container, size, entries_size, opening_size, received_at, state, releases, policy,
                        wrapped_key, header, acceptance, seal_manifest, seal, directory, content)
                    VALUES (:number, printf('%032d', :number), printf('%020d', 1), 'aivd/ct', printf('%020d', 1), :number,
                        '2026-11-20', 'x', 'x', 'x', randomblob(32), 1, 1, 1, 1, 'accepted', 1, zeroblob(32), x'', x'', x'',
                        x'', x'', x'', x'')
                    """,
                arguments: ["number": number]
            )
            for pair in pairs {
                try database.execute(
                    sql: """
                        INSERT INTO delivery (message, mailbox, role, state, arrival, available_at, pair, pair_number, pair_at)
                        VALUES (:message, :mailbox, 'action', 'available', :message, 1, :pair, :message, 1)
                        """,
                    arguments: ["message": number, "mailbox": "om/\(pair)", "pair": pair]
                )
            }
        }
    }

    /// A line for a server: the message itself, or something said about it.
    @discardableResult
    func line(_ message: Int, saying: Bool = false, to server: Int) throws -> Int {
        try self.database.write { database in
            if saying {
                try database.execute(
                    sql: """
                        INSERT INTO statement (message, kind, mailbox, digest, bytes, record, signature, received_at)
                        VALUES (?, 'consent', 'aivd/ct', randomblob(32), x'', x'', x'', 1)
                        """,
                    arguments: [message]
                )
            }
            let statement = saying ? database.lastInsertedRowID : nil
            try database.execute(
                sql: """
                    INSERT INTO outbox (server, message, statement, state, made_at, due_at, expires_at)
                    VALUES (printf('%020d', ?), ?, ?, 'waiting', 1, 1, 9)
                    """,
                arguments: [server, message, statement]
            )
            return Int(database.lastInsertedRowID)
        }
    }

    func cite(_ message: Int, in line: Int) throws {
        try self.database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO outbox_lane (line, lane, server) SELECT number, ?, server FROM outbox WHERE number = ?
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [-message, line]
            )
        }
    }

    func move(_ line: Int, to state: String) throws {
        let isOpen = ["waiting", "pushing"].contains(state)
        try self.database.write { database in
            try database.execute(
                sql:
                    "UPDATE outbox SET state = ?, settled_at = ?, receipt = iif(? = 'receipted', x'00', NULL) WHERE number = ?",
                arguments: [state, isOpen ? nil : 1, state, line]
            )
        }
    }

    /// The open lines that may begin.
    func first() throws -> [Int] {
        try self.database.read { database in
            try Int.fetchAll(
                database,
                sql: "SELECT number FROM outbox WHERE is_first AND state IN ('waiting', 'pushing') ORDER BY number"
            )
        }
    }

    /// Those that should be, by a look at every lane of every line.
    func expected() throws -> [Int] {
        let rows = try self.database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, outbox.server, lane FROM outbox JOIN outbox_lane ON line = number
                    WHERE state IN ('waiting', 'pushing') ORDER BY number
                    """
            )
            .map { (line: $0["number"] as Int, lane: "\($0["server"] as String) \($0["lane"] as Int)") }
        }
        let waiting = rows.filter { row in rows.contains { $0.lane == row.lane && $0.line < row.line } }.map(\.line)
        return Set(rows.map(\.line)).subtracting(waiting).sorted()
    }
}
