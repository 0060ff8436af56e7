// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import NIOCore
import NIOPosix
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelLog

/// What a start compares: the store, and the anchor that stands outside it.
@Suite("A log that is taken up again")
struct LogKeeperTests {
    /// A data folder with its anchor.
    struct Place {
        let folder: String
        var data: String { "\(self.folder)/data" }
        var anchor: String { "\(self.folder)/checkpoint.anchor" }
        var database: String { "\(self.data)/zegel.sqlite" }

        /// Opens the store, and appends, in one commit for each entry or one for all.
        func append(_ count: Int, by signer: NoteSigner, atOnce: Bool = false) async throws -> Checkpoint {
            let keeper = LogKeeper(signer: signer, anchor: self.anchor)
            let store = try Store(folder: self.data, key: [UInt8](repeating: 7, count: 32), log: keeper) { _ in }
            defer { store.close() }
            for number in 0..<(atOnce ? 1 : count) {
                let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
                store.committer.commit(
                    { transaction in
                        for _ in 0..<(atOnce ? count : 1) {
                            try transaction.append(.administration("\(number)", at: Instant(milliseconds: 0)))
                        }
                    },
                    answering: promise
                )
                try await promise.futureResult.get()
            }
            return store.log.newest.checkpoint
        }

        func keep(_ path: String) throws {
            try FileManager.default.copyItem(atPath: path, toPath: "\(path).kept")
        }

        func putBack(_ path: String) throws {
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: "\(path).kept", toPath: path)
        }

        func change(_ sql: String) throws {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let database = try DatabaseQueue(path: self.database, configuration: configuration)
            try database.write { try $0.execute(sql: sql) }
            try database.close()
        }
    }

    private static let signer = Result { NoteSigner(name: try KeyName("zegel.example/test")) }

    private static func with(_ body: (Place, NoteSigner) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(Place(folder: folder), Self.signer.get())
    }

    @Test("Goes on where it ended, whatever the number of entries", arguments: [1, 255, 256, 257])
    func goesOn(_ count: Int) async throws {
        try await Self.with { place, signer in
            let sizes = [
                try await place.append(count, by: signer, atOnce: true).size,
                try await place.append(3, by: signer).size,
                try await place.append(0, by: signer).size,
            ]
            #expect(sizes == [count, count + 3, count + 3].map { UInt64($0) })
        }
    }

    @Test("A commit that was never signed is signed at the start")
    func unsigned() async throws {
        try await Self.with { place, signer in
            _ = try await place.append(3, by: signer)
            try place.keep(place.anchor)
            let newest = try await place.append(1, by: signer)
            try place.putBack(place.anchor)
            #expect(try await place.append(0, by: signer) == newest)
        }
    }

    @Test("A checkpoint that was half written when the power went leaves the one before")
    func torn() async throws {
        try await Self.with { place, signer in
            let newest = try await place.append(3, by: signer)
            // Entries 0, 1, 2, 3 went to the two places in turn, so that the third stands in the second.
            let file = try #require(FileHandle(forUpdatingAtPath: place.anchor))
            try file.seek(toOffset: 4_096 + 100)
            try file.write(contentsOf: Data(repeating: 0, count: 50))
            try file.close()
            #expect(try await place.append(0, by: signer) == newest)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Tampers with a log of five entries that had three when `kept` was copied.
        let tamper: @Sendable (Place) throws -> Void
    }

    static let rows: [Row] = [
        Row(testDescription: "an older copy of the store") { try $0.putBack($0.data) },
        Row(testDescription: "an older anchor") { try $0.putBack($0.anchor) },
        Row(testDescription: "no anchor") { try FileManager.default.removeItem(atPath: $0.anchor) },
        Row(testDescription: "an anchor without a checkpoint") {
            try Data(repeating: 0x0A, count: 8_192).write(to: URL(fileURLWithPath: $0.anchor))
        },
        Row(testDescription: "no store") { try FileManager.default.removeItem(atPath: $0.data) },
        Row(testDescription: "an entry that is gone") { try $0.change("DELETE FROM log_entry WHERE number = 4") },
        Row(testDescription: "a hash that was changed") {
            try $0.change("UPDATE log_tile SET hashes = CAST(zeroblob(32) || substr(hashes, 33) AS BLOB)")
        },
        Row(testDescription: "the last commit undone") {
            try $0.change(
                """
                DELETE FROM act WHERE entry = 4; DELETE FROM log_entry WHERE number = 4;
                DELETE FROM log_checkpoint WHERE size = 5;
                UPDATE log_tile SET hashes = substr(hashes, 1, 128)
                """
            )
        },
    ]

    @Test("Refuses to start with anything else than what was promised", arguments: rows)
    func refuses(_ row: Row) async throws {
        try await Self.with { place, signer in
            _ = try await place.append(3, by: signer)
            try place.keep(place.data)
            try place.keep(place.anchor)
            _ = try await place.append(2, by: signer)
            try row.tamper(place)
            let error = await #expect(throws: Problem.self) { try await place.append(0, by: signer) }
            #expect(["log.disagrees", "storage.damaged"].contains(error?.code), "\(String(describing: error))")
        }
    }

    @Test("Refuses the key of another log")
    func otherKey() async throws {
        try await Self.with { place, signer in
            _ = try await place.append(3, by: signer)
            let other = NoteSigner(name: signer.verifier.name)
            await #expect(throws: Problem(.logDisagrees)) { try await place.append(0, by: other) }
        }
    }
}
