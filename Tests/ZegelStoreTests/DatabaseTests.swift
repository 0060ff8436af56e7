// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import NIOCore
import NIOPosix
import Testing
import ZegelCore

@testable import ZegelPolicy
@testable import ZegelStore

@Suite("The database")
struct DatabaseTests {
    private static func withStore<Value>(
        _ limits: Limits = .init(),
        _ body: (Store, String) async throws -> Value
    ) async throws -> Value {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store(folder: path, key: [UInt8](repeating: 7, count: 32), log: Keeper(), limits: limits) { _ in
        }
        defer { store.close() }
        return try await body(store, path)
    }

    private static func record(_ organisation: String = "00000099000000001000") throws -> DecisionRecord {
        DecisionRecord(
            id: MessageID.random().description,
            timestamp: Instant(milliseconds: 1_795_132_800_000),
            policy: ContentDigest(of: [1]),
            isAllowed: false,
            organisation: try #require(OIN(organisation)),
            exchange: "x",
            json: [0x7B, 0x7D]
        )
    }

    private static func commit<Value: Sendable>(
        _ store: Store,
        receivedAt: Instant? = nil,
        policy: ContentDigest? = nil,
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Value.self)
        store.committer.commit(work, receivedAt: receivedAt, policy: policy, answering: promise)
        return try await promise.futureResult.get()
    }

    @Test("Syncs every commit, and says so when asked")
    func synchronous() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "db-\(UUID()).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let pool = try Connections.open(path, vfs: nil)
        #expect(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
        try pool.close()
        #expect(try Connections.open(path, vfs: nil).read { try Schema.migrator.hasCompletedMigrations($0) })
    }

    @Test("Numbers what was delivered before there were numbers, per pair in the order in which it became visible")
    func numbers() throws {
        let database = try DatabaseQueue()
        try Schema.migrator.migrate(database, upTo: "15 leaves by runs")
        try database.write { database in
            // Number, sender, and for each addressee when it could see the message.
            let messages: [(Int64, String, [(String, Int64?)])] = [
                (1, "aivd/ct", [("om/lovj", 30), ("ind/nv", 30)]), (2, "aivd/ct", [("om/lovj", 20)]),
                (3, "mivd/ct", [("om/lovj", 10)]), (4, "aivd/ct", [("om/lovj", nil)]),
                (5, "aivd/ct", [("om/lovj", 30)]),
            ]
            for (number, sender, deliveries) in messages {
                try database.execute(
                    sql: """
                        INSERT INTO message (number, id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind,
                            classification, container, size, entries_size, opening_size, received_at, state, releases, policy,
                            wrapped_key, header, acceptance, seal_manifest, seal, directory, content)
                        VALUES (:number, printf('%032d', :number), printf('%020d', 1), :sender, printf('%020d', 1), :number,
                            '2026-11-20', 'x', 'x', 'x', randomblob(32), 1, 1, 1, 1, 'accepted', 1, zeroblob(32), x'', x'', x'',
                            x'', x'', x'', x'')
                        """,
                    arguments: ["number": number, "sender": sender]
                )
                for (mailbox, moment) in deliveries {
                    try database.execute(
                        sql: """
                            INSERT INTO delivery (message, mailbox, role, state, arrival, available_at) VALUES (?, ?, 'action', ?, ?, ?)
                            """,
                        arguments: [
                            number, mailbox, moment == nil ? "pending" : "available", moment.map { _ in number },
                            moment,
                        ]
                    )
                }
            }
        }
        try Schema.migrator.migrate(database)
        let found = try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT sender, mailbox, pair_number, message, last FROM delivery JOIN pair ON pair.number = delivery.pair
                    ORDER BY sender, mailbox, pair_number
                    """
            )
            .map { row in
                "\(row["sender"] as String) \(row["mailbox"] as String) \(row["pair_number"] as Int) \(row["message"] as Int) \(row["last"] as Int)"
            }
        }
        #expect(
            found == [
                "aivd/ct ind/nv 1 1 1", "aivd/ct om/lovj 1 2 3", "aivd/ct om/lovj 2 1 3", "aivd/ct om/lovj 3 5 3",
                "mivd/ct om/lovj 1 3 1",
            ]
        )
        #expect(throws: DatabaseError.self) {
            try database.write { try $0.execute(sql: "UPDATE delivery SET pair_number = 2 WHERE message = 5") }
        }
    }

    @Test("Finds what a header cites by an index: whoever cites a hundred messages makes nobody walk over all of them")
    func citation() async throws {
        let plan = try await Self.plan(of: ReadView.citation, ["AIVD-1", "2026-11-20", "aivd/ct", "aivd/ct"])
        #expect(plan.contains { $0.hasPrefix("SEARCH message USING INDEX message_reference") })
        #expect(!plan.contains { $0.hasPrefix("SCAN") })
    }

    @Test(
        "Lists a mailbox by its indexes, and looks up the messages of the page alone",
        arguments: [ReadView.line, ReadView.event]
    )
    func listing(_ sql: String) async throws {
        let plan = try await Self.plan(of: sql, ["mailbox": "om/lovj", "after": 0, "limit": 10])
        for table in ["delivery", "asked", "outbox_news"] {
            #expect(plan.contains { $0.hasPrefix("SEARCH \(table) USING INDEX") && $0.contains("arrival>?") })
        }
        #expect(plan.contains { $0.hasPrefix("SEARCH message USING INTEGER PRIMARY KEY") })
        // What is walked over are the rows of the page alone, once they are cut.
        let walks = plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN post") && !$0.hasPrefix("SCAN (") }
        #expect(walks == [])
    }

    @Test("Finds what is free to collect, and what a system holds, among what was not collected")
    func claims() async throws {
        let rows: [(String, StatementArguments)] = [
            (Transaction.claimed, ["om/lovj", "x", 0, 10]), (Transaction.claimable, ["om/lovj", 0, 10]),
        ]
        for (sql, arguments) in rows {
            let plan = try await Self.plan(of: sql, arguments)
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH delivery USING") && !$0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    @Test("Finds by their indexes the records of decisions that speak of a message, and the evidence of it")
    func erasing() async throws {
        let records = try await Self.plan(
            of: Transaction.speaking,
            ["message": 1, "header": "x", "mailbox": "om/lovj", "kenmerk": "K-1", "date": "2026-11-20"]
        )
        for index in ["INDEX decision_message", "INDEX decision_header", "PRIMARY KEY (mailbox=?"] {
            #expect(records.contains { $0.contains(index) }, "\(records)")
        }
        let evidence = try await Self.plan(of: EvidenceSets.ofMessage, ["message": 1])
        let left = try await Self.plan(of: EvidenceSets.users, [1])
        #expect(left.contains { $0.contains("INDEX message_evidence_set") }, "\(left)")
        for plan in [records, evidence, left] {
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN own") }, "\(plan)")
        }
    }

    @Test("Finds by its indexes what may go to a server, however much waits behind other things")
    func outbox() async throws {
        let server = try #require(OIN("00000099000000099002"))
        let plan = try await Self.plan(of: Outbox.ready, Outbox.arguments(server, beside: [1]))
        #expect(plan.contains { $0.hasPrefix("SEARCH outbox USING INDEX outbox_ready (server=?") })
        #expect(plan.contains { $0.hasPrefix("SEARCH outbox_lane USING PRIMARY KEY (line=?") })
        #expect(!plan.contains { $0.hasPrefix("SCAN outbox") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    /// How the database will find what is asked.
    private static func plan(of sql: String, _ arguments: StatementArguments) async throws -> [String] {
        try await Self.withStore { store, _ in
            try await Self.commit(store) { transaction in
                try Row.fetchAll(transaction.database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
                    .map { $0["detail"] as String }
            }
        }
    }

    @Test("Reads no content of a message but where that is asked for")
    func columns() async throws {
        try await Self.withStore { store, _ in
            let names = try await Self.commit(store) { transaction in
                let database = transaction.database
                return try [ReadView.line, ReadView.message].map { try database.makeStatement(sql: $0).columnNames }
            }
            for columns in names { #expect(columns.contains("container") && !columns.contains("content")) }
        }
    }

    @Test("Is for its owner alone, also in a folder that others may enter")
    func modes() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        let store = try Store(folder: folder, key: [UInt8](repeating: 7, count: 32), log: Keeper()) { _ in }
        defer { store.close() }
        let record = try Self.record()
        try await Self.commit(store) { try $0.record(record) }
        for name in ["zegel.sqlite", "zegel.sqlite-wal", "zegel.sqlite-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test("A job that fails takes no other with it, and what it wrote is undone")
    func savepoints() async throws {
        try await Self.withStore { store, _ in
            let (good, bad) = (try Self.record(), try Self.record())
            let first = Task { try await Self.commit(store) { try $0.record(good) } }
            let second = Task {
                try await Self.commit(store) { transaction in
                    try transaction.record(bad)
                    throw Problem(.statementState)
                }
            }
            try await first.value
            await #expect(throws: Problem(.statementState)) { try await second.value }
            let count = try await Self.commit(store) { transaction in
                try Int.fetchOne(transaction.database, sql: "SELECT count(*) FROM decision")
            }
            #expect(count == 1)
        }
    }

    @Test("What breaks a constraint fails as a fault of the store and leaves nothing")
    func constraints() async throws {
        try await Self.withStore { store, _ in
            let record = try Self.record()
            try await Self.commit(store) { try $0.record(record) }
            await #expect(throws: Problem(.storage)) { try await Self.commit(store) { try $0.record(record) } }
        }
    }

    @Test("A message decided under another policy, or before the last one, is handed back")
    func stale() async throws {
        try await Self.withStore { store, _ in
            let (now, policy) = (Instant(milliseconds: 2_000), ContentDigest(of: [1]))
            store.committer.setPolicyInForce(policy)
            try await Self.commit(store, receivedAt: now, policy: policy) { _ in }
            #expect(store.committer.lastCommitted == now)
            await #expect(throws: CommitError.stale) {
                try await Self.commit(store, receivedAt: Instant(milliseconds: 1_999), policy: policy) { _ in }
            }
            await #expect(throws: CommitError.stale) {
                try await Self.commit(store, receivedAt: now, policy: ContentDigest(of: [2])) { _ in }
            }
            try await Self.commit(store, receivedAt: now, policy: policy) { _ in }
        }
    }

    @Test("Beyond its bound the queue refuses at once")
    func queue() async throws {
        var limits = Limits()
        limits.committerQueue = 1
        try await Self.withStore(limits) { store, _ in
            let gate = DispatchSemaphore(value: 0)
            let loop = MultiThreadedEventLoopGroup.singleton.any()
            let promises = (0..<40).map { _ in loop.makePromise(of: Void.self) }
            for promise in promises { store.committer.commit({ _ in gate.wait() }, answering: promise) }
            for _ in promises { gate.signal() }
            var refused = 0
            for promise in promises {
                do { try await promise.futureResult.get() } catch {
                    refused += error as? Problem == Problem(.busy) ? 1 : 0
                }
            }
            #expect(refused >= 38)
        }
    }

    @Test("Refusals are recorded one by one up to a bound, then counted")
    func refusals() async throws {
        var limits = Limits()
        limits.refusalsPerMinute = 3
        try await Self.withStore(limits) { store, _ in
            var outcomes: [RefusalOutcome] = []
            for _ in 0..<5 {
                let record = try Self.record()
                outcomes.append(try await Self.commit(store) { try $0.refuse(record) })
            }
            #expect(outcomes == [.recorded, .recorded, .recorded, .limited, .limited])
            let other = try Self.record("00000099000000002000")
            #expect(try await Self.commit(store) { try $0.refuse(other) } == .recorded)
            let counted = try await Self.commit(store) { transaction in
                try Int.fetchOne(transaction.database, sql: "SELECT max(refusals) FROM turned_away")
            }
            #expect(counted == 5)
        }
    }

    @Test("After it was closed the committer takes nothing more")
    func closed() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store(folder: path, key: [UInt8](repeating: 7, count: 32), log: Keeper()) { _ in }
        store.close()
        await #expect(throws: Problem(.stopping)) { try await Self.commit(store) { _ in } }
    }
}
