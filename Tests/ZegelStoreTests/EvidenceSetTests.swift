// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization
import Testing
import ZegelCore
import ZegelSeal

@testable import ZegelStore

@Suite("The evidence of messages")
struct EvidenceSetTests {
    private let trace = Trace()
    private let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path

    private static let (one, two) = (
        EvidenceEntry(name: "META-INF/evidence/1.crt", bytes: [1]),
        EvidenceEntry(name: "META-INF/evidence/2.crl", bytes: [2])
    )

    private func withStore<Value>(_ body: (Store) async throws -> Value) async throws -> Value {
        let trace = self.trace
        let store = try Store(
            folder: self.folder,
            key: [UInt8](repeating: 7, count: 32),
            log: Keeper(),
            tracing: { trace.add($0) },
            onFatal: { _ in }
        )
        defer { store.close() }
        return try await body(store)
    }

    private static func number(of evidence: [EvidenceEntry], in store: Store) async throws -> Int64 {
        try await store.committed { try $0.evidence.number(of: evidence, in: $0) }
    }

    /// A message with a set, or with rows of its own as an earlier version wrote them.
    private static func insert(_ message: Int64, _ set: Int64?, in store: Store) async throws {
        _ = try await store.committed { transaction in
            try transaction.execute(
                """
                INSERT INTO message (number, id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind,
                    classification, container, size, entries_size, opening_size, received_at, state, releases, policy,
                    wrapped_key, header, acceptance, seal_manifest, seal, directory, content, evidence_set)
                VALUES (?1, printf('%032d', ?1), printf('%020d', 1), 'a/b', printf('%020d', 1), ?1, '2026-11-20', 'x', 'x', 'x',
                    randomblob(32), 1, 1, 1, 1, 'accepted', 1, zeroblob(32), x'', x'', x'', x'', x'', x'', x'', ?2)
                """,
                [.integer(message), set.map { .integer($0) } ?? .null]
            )
        }
    }

    private static func names(of message: Int64, in store: Store) async throws -> [String] {
        try await store.committed { transaction in
            try Row.fetchAll(transaction.database, sql: EvidenceSets.ofMessage, arguments: ["message": message])
                .map { "\($0["name"] as String) \(Array($0["bytes"] as Data))" }
        }
    }

    private static func rows(_ store: Store) async throws -> [Int] {
        try await store.committed { transaction in
            try ["evidence", "evidence_set", "evidence_set_entry"]
                .map { try Int.fetchOne(transaction.database, sql: "SELECT count(*) FROM \($0)") ?? -1 }
        }
    }

    @Test("is stored once for all that have the same, and of what is known nothing is asked")
    func shared() async throws {
        defer { try? FileManager.default.removeItem(atPath: self.folder) }
        let first = try await self.withStore { store async throws in
            let first = try await Self.number(of: [Self.one, Self.two], in: store)
            self.trace.clear()
            #expect(try await Self.number(of: [Self.one, Self.two], in: store) == first)
            #expect(self.trace.count(of: "evidence") == 0)
            #expect(try await Self.number(of: [Self.two, Self.one], in: store) != first, "the order counts")
            #expect(try await Self.rows(store) == [2, 2, 4])
            return first
        }
        try await self.withStore { store async throws in
            #expect(try await Self.number(of: [Self.one, Self.two], in: store) == first)
            #expect(try await Self.rows(store) == [2, 2, 4])
        }
    }

    @Test("that a job stored and took back is not taken for known")
    func undone() async throws {
        defer { try? FileManager.default.removeItem(atPath: self.folder) }
        try await self.withStore { store async throws in
            await #expect(throws: Problem(.statementState)) {
                try await store.committed { transaction in
                    _ = try transaction.evidence.number(of: [Self.one], in: transaction)
                    throw Problem(.statementState)
                }
            }
            #expect(try await Self.rows(store) == [0, 0, 0])
            _ = try await Self.number(of: [Self.one], in: store)
            #expect(try await Self.rows(store) == [1, 1, 1])
        }
    }

    @Test("is forgotten as a set with the last message that has it, and stored anew with the next one")
    func left() async throws {
        defer { try? FileManager.default.removeItem(atPath: self.folder) }
        try await self.withStore { store async throws in
            let number = try await Self.number(of: [Self.one, Self.two], in: store)
            try await Self.insert(1, number, in: store)
            try await store.committed { try $0.evidence.leave(number, in: $0) }
            #expect(
                try await Self.names(of: 1, in: store) == [
                    "META-INF/evidence/1.crt [1]", "META-INF/evidence/2.crl [2]",
                ]
            )
            try await store.committed { transaction in
                try transaction.execute("UPDATE message SET evidence_set = NULL")
                try transaction.evidence.leave(number, in: transaction)
            }
            #expect(try await Self.rows(store) == [2, 0, 0])
            _ = try await Self.number(of: [Self.one, Self.two], in: store)
            #expect(try await Self.rows(store) == [2, 1, 2])
        }
    }

    @Test("that an earlier version stored is read as it stands")
    func earlier() async throws {
        defer { try? FileManager.default.removeItem(atPath: self.folder) }
        try await self.withStore { store async throws in
            _ = try await Self.number(of: [Self.one, Self.two], in: store)
            try await Self.insert(1, nil, in: store)
            try await store.committed { transaction in
                for (position, entry) in [Self.two, Self.one].enumerated() {
                    try transaction.execute(
                        "INSERT INTO message_evidence (message, position, name) VALUES (1, ?, ?)",
                        [.integer(Int64(position)), .text(entry.name)]
                    )
                }
            }
            #expect(
                try await Self.names(of: 1, in: store) == [
                    "META-INF/evidence/2.crl [2]", "META-INF/evidence/1.crt [1]",
                ]
            )
        }
    }
}

/// The statements of SQL that were executed.
private final class Trace: Sendable {
    private let statements = Mutex<[String]>([])

    func add(_ statement: String) { self.statements.withLock { $0.append(statement) } }

    func clear() { self.statements.withLock { $0 = [] } }

    func count(of word: String) -> Int { self.statements.withLock { $0.count { $0.contains(word) } } }
}
