// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelExchange

@Suite("The terms of messages")
struct EndTests {
    /// Seconds until the last day of five years.
    private static let fiveYears: Int64 = 1_826 * 86_400

    private static func run(_ letter: Letter, _ body: (World, StoredMessage) async throws -> Void) async throws {
        try await World.withFolder { folder in
            let world = try World(in: "\(folder)/data")
            defer { world.context.store.close() }
            try await body(world, try await world.stored(try letter.container()))
        }
    }

    private static func end(
        in world: World,
        holds: HoldBook = .empty,
        archive: String? = nil
    ) async throws -> EndMessages.Outcome {
        let terms = EndMessages.Terms(holds: holds, archive: archive, backupDays: 90)
        return try await EndMessages(world.context, on: world.eventLoop)(after: 0, limit: 10, under: terms)
    }

    private static func record(of message: StoredMessage, in world: World) async throws -> ErasureRecord {
        _ = try await world.finishErasing()
        let told = await Result { try await world.read(message.id, as: try world.peer("aivd")) }.problem
        let members = Dictionary(uniqueKeysWithValues: (told?.members ?? []).map { ($0.name, $0.value.string ?? "") })
        return try ErasureRecord(parsing: try #require(members["record"].flatMap { Base64.decode($0) }))
    }

    @Test("What the rule of no party says to transfer is destroyed when the longest term of its parties is over")
    func destroyed() async throws {
        try await Self.run(try .request()) { world, message in
            world.clock.pass(seconds: Self.fiveYears)
            #expect(try await Self.end(in: world).erased == 0, "the last day is not over")
            world.clock.pass(seconds: 86_400)
            #expect(try await Self.end(in: world).erased == 1)
            #expect(try await Self.end(in: world).erased == 0)
            let record = try await Self.record(of: message, in: world)
            #expect(record.outcome == .destroyed && record.archived == nil)
            #expect("\(record.rule.until)" == "2031-11-20" && record.rule.place.hasPrefix("exchanges/"))
            #expect("\(record.backupsUntil)" == "2032-02-19")
        }
    }

    @Test("What is held stays until it is released")
    func held() async throws {
        try await Self.run(try .request()) { world, message in
            world.clock.pass(seconds: Self.fiveYears + 86_400)
            var holds = HoldBook.empty
            let since = try #require(CalendarDate("2031-01-01"))
            holds.add(.init(message: message.id, ground: "strafdossier", by: "om/lovj", since: since, until: nil))
            let outcome = try await Self.end(in: world, holds: holds)
            #expect((outcome.erased, outcome.held) == (0, 1))
            try holds.release(message.id)
            #expect(try await Self.end(in: world, holds: holds).erased == 1)
        }
    }

    @Test(
        "The header keeps a message longer than the rule, and never shorter",
        arguments: [
            ("2031-11-22", 0), ("2027-01-01", 1),
        ]
    )
    func retained(_ day: String, _ erased: Int) async throws {
        try await Self.run(try .request("AIVD-1", ["retainUntil": .string(day)])) { world, _ in
            world.clock.pass(seconds: Self.fiveYears + 86_400)
            let first = try await Self.end(in: world)
            world.clock.pass(seconds: 2 * 86_400)
            let second = try await Self.end(in: world)
            #expect((first.erased, second.erased) == (erased, 1 - erased))
        }
    }

    @Test("What goes to the archive stays where there is none, and else ends when its dossier stands there, whole")
    func transferred() async throws {
        try await Self.run(try .intelligence()) { world, message in
            world.clock.pass(seconds: 4 * Self.fiveYears + 10 * 86_400)
            let without = try await Self.end(in: world)
            #expect((without.erased, without.withoutArchive) == (0, 1))
            let archive = "\(world.folder)-archive"
            #expect(try await Self.end(in: world, archive: archive).erased == 1)
            let record = try await Self.record(of: message, in: world)
            let path = "\(archive)/\(message.id).asice"
            let bytes = try #require(FileManager.default.contents(atPath: path))
            #expect(record.outcome == .transferred && record.archived == ContentDigest(of: Array(bytes)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: archive) == ["\(message.id).asice"])
            let verifier = try DossierVerifier(
                trust: [world.parties.authority.anchorsPEM],
                sealers: [world.parties.server.oin],
                log: world.log.verifier,
                at: Parties.now
            )
            let report = await verifier.verify(file: path)
            #expect(report.checks.contains { $0.name == "seal" && $0.outcome == .passed }, "\(report)")
        }
    }

    @Test("One that cannot end now holds up none behind it, and is tried again")
    func failing() async throws {
        try await Self.run(try .request()) { world, message in
            _ = try await world.stored(try Letter.request("AIVD-2").container())
            world.clock.pass(seconds: Self.fiveYears + 86_400)
            let trigger = "CREATE TRIGGER stuck BEFORE INSERT ON erasure WHEN NEW.message = 1"
            _ = try await world.commit { try $0.execute("\(trigger) BEGIN SELECT RAISE(ABORT, 'stuck'); END") }
            let outcome = try await Self.end(in: world)
            #expect(outcome.erased == 1 && outcome.failed.map(\.message) == [message.id])
            #expect(outcome.failed.map(\.code) == ["server.storage"])
            _ = try await world.commit { try $0.execute("DROP TRIGGER stuck") }
            #expect(try await Self.end(in: world).erased == 1)
        }
    }

    @Test("What has been destroyed is remembered outside the store, by the storage key alone")
    func journal() async throws {
        try await Self.run(try .request()) { world, message in
            let path = "\(world.folder)-erased"
            let key = [UInt8](repeating: 7, count: 32)
            let record = try world.record(of: message)
            for _ in 1...2 {
                let journal = try ErasureJournal(path, key: key)
                let erase = EraseMessages(world.context, journal: journal, on: world.eventLoop)
                _ = try await erase.begin(record).get()
                _ = try await erase.finish().get()
                let memories = try journal.memories()
                #expect(memories.map(\.record) == [record] && memories.first?.container?.count == 32)
            }
            // A line that a crash cut off does no harm to the next.
            let handle = try #require(FileHandle(forUpdatingAtPath: path))
            _ = try handle.seekToEnd()
            try handle.write(contentsOf: Data("AAAA".utf8))
            try handle.close()
            let other = try await world.submit(try Letter.request("AIVD-2").container())
            guard case .created(let second) = other else { throw Missing() }
            let journal = try ErasureJournal(path, key: key)
            let erase = EraseMessages(world.context, journal: journal, on: world.eventLoop)
            _ = try await erase.begin(try world.record(of: second)).get()
            _ = try await erase.finish().get()
            #expect(try journal.memories().map(\.record.message) == [message.id, second.id])
            let stranger = try ErasureJournal(path, key: [UInt8](repeating: 8, count: 32))
            #expect(try stranger.memories().isEmpty)
        }
    }
}
