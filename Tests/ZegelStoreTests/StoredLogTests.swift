// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import NIOCore
import NIOPosix
import Synchronization
import Testing
import TransparencyLog
import ZegelCore

@testable import ZegelPolicy
@testable import ZegelStore

/// Signs what it is asked to, and knows nothing of what was before.
final class Keeper: CheckpointKeeper {
    static let signer = Result { NoteSigner(name: try KeyName("zegel.example/test")) }
    private let sizes = Mutex<[UInt64]>([])

    /// What was signed, in order.
    var signed: [UInt64] { self.sizes.withLock { $0 } }

    func check(_: FoundLog) throws -> SignedCheckpoint? { nil }

    func sign(size: UInt64, root: TreeHash) throws -> SignedCheckpoint {
        self.sizes.withLock { $0.append(size) }
        let signer = try Self.signer.get()
        let checkpoint = try Checkpoint(origin: LogOrigin(signer.verifier.name), size: size, root: root)
        return try SignedCheckpoint(signing: checkpoint, by: signer)
    }
}

@Suite("The log in the store")
struct StoredLogTests {
    private static func withStore(_ body: (Store, Keeper) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let keeper = Keeper()
        let store = try Store(folder: path, key: [UInt8](repeating: 7, count: 32), log: keeper) { _ in }
        defer { store.close() }
        try await body(store, keeper)
    }

    private static func act(_ number: Int) -> Act { .administration("\(number)", at: Instant(milliseconds: 0)) }

    private static func entries(_ store: Store) async throws -> [[UInt8]] {
        try await store.committed { transaction in
            try Data.fetchAll(transaction.database, sql: "SELECT entry FROM log_entry ORDER BY number").map {
                Array($0)
            }
        }
    }

    /// Recomputes everything from the entries alone.
    private static func expectWhole(_ store: Store, entries count: Int) async throws {
        let entries = try await Self.entries(store)
        #expect(entries.count == count)
        var tree = GrowingTree()
        for entry in entries { try tree.append(.leaf(entry)) }
        let newest = store.log.newest.checkpoint
        #expect(newest.size == tree.size)
        #expect(newest.root == tree.root)
        let tiles = tree.takeChangedTiles()
        let checkpoint = newest
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        for tile in tiles {
            let id = tile.id
            let served = try await store.read(on: loop) { try $0.logTile(id, under: checkpoint) }.get()
            #expect(served == tile.bytes)
        }
        for leaf in Set(entries.map { TreeHash.leaf($0) }) {
            let signed = store.log.newest
            let proof = try await store.read(on: loop) { try $0.logProof(of: leaf, under: signed) }.get()
            _ = try #require(proof).verified(leaf: leaf, by: Keeper.signer.get().verifier)
        }
    }

    @Test("One act is one entry, and each commit that appends is signed once")
    func acts() async throws {
        try await Self.withStore { store, keeper in
            for number in 0..<600 { try await store.committed { try $0.append(Self.act(number)) } }
            try await store.committed { _ in }
            try await Self.expectWhole(store, entries: 600)
            #expect(keeper.signed == Array(0...600))
        }
    }

    @Test("What waits while the committer is busy shares one signature, and a job that fails takes its entries back")
    func batch() async throws {
        try await Self.withStore { store, keeper in
            let gate = DispatchSemaphore(value: 0)
            let loop = MultiThreadedEventLoopGroup.singleton.any()
            let held = loop.makePromise(of: Void.self)
            store.committer.commit({ _ in gate.wait() }, answering: held)
            var promises: [EventLoopPromise<Void>] = []
            for number in 0..<300 {
                let promise = loop.makePromise(of: Void.self)
                store.committer.commit(
                    { transaction in
                        try transaction.append(Self.act(number))
                        if number % 3 == 0 { throw Problem(.statementState) }
                    },
                    answering: promise
                )
                promises.append(promise)
            }
            gate.signal()
            var failed = 0
            for promise in promises { do { try await promise.futureResult.get() } catch { failed += 1 } }
            #expect(failed == 100)
            try await Self.expectWhole(store, entries: 200)
            #expect(keeper.signed.filter { $0 > 0 }.count <= 2)
        }
    }

    @Test("All decisions of a commit share one entry, which commits to each")
    func decisions() async throws {
        try await Self.withStore { store, _ in
            let records = try (0..<3).map { number in
                DecisionRecord(
                    id: MessageID.random().description,
                    timestamp: Instant(milliseconds: 0),
                    policy: ContentDigest(of: [1]),
                    isAllowed: true,
                    organisation: try #require(OIN("00000099000000001000")),
                    exchange: "x",
                    json: Array("{\"n\":\(number)}".utf8)
                )
            }
            try await store.committed { transaction in
                for record in records { try transaction.record(record) }
            }
            let record = try await store.committed { transaction in
                try Data.fetchOne(transaction.database, sql: "SELECT record FROM act WHERE kind = 'decisions'")
            }
            let digest = ContentDigest(of: records.flatMap { ContentDigest(of: $0.json).bytes })
            #expect(Array(try #require(record)) == Act.decisions(from: 1, to: 3, digest).record)
            try await Self.expectWhole(store, entries: 1)
        }
    }

    @Test("The same policy or key again is no act, another one is")
    func changes() async throws {
        try await Self.withStore { store, _ in
            let now = Instant(milliseconds: 0)
            for digest in [1, 1, 2, 2, 1] {
                try await store.committed { transaction in
                    try transaction.keep(policy: ContentDigest(of: [UInt8(digest)]), files: [], from: now)
                    try transaction.keep(key: ContentDigest(of: [UInt8(digest)]), for: "seal", from: now)
                    try transaction.keep(key: ContentDigest(of: [9]), for: "tls", from: now)
                }
            }
            try await Self.expectWhole(store, entries: 7)
        }
    }
}
