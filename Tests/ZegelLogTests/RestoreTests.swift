// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore
import ZegelVerify

@testable import ZegelLog

@Suite("A restore")
struct RestoreTests {
    private static let origin = "zegel.example/restored"

    private static func target(_ place: BackupPlace, origin: String = Self.origin) -> RestoreTarget {
        RestoreTarget(
            data: place.store.data,
            anchor: place.store.anchor,
            key: "\(place.folder)/new.key",
            origin: origin
        )
    }

    @discardableResult
    private static func restore(
        _ place: BackupPlace,
        _ target: RestoreTarget? = nil,
        _ fileSystem: any FileSystem = SystemFileSystem(),
        given: [SignedCheckpoint] = []
    ) async throws -> RestoreOutcome {
        let target = target ?? Self.target(place)
        return try await Restore(target, from: place.target, key: BackupPlace.key, fileSystem: fileSystem)(
            at: Instant(milliseconds: 1_000),
            given: given
        )
    }

    private static func signer(_ place: BackupPlace) throws -> NoteSigner {
        let text = try String(contentsOfFile: "\(place.folder)/new.key", encoding: .utf8)
        return try NoteSigner(parsing: String(text.dropLast()))
    }

    /// Opens the store as a server does, and reads both logs from outside.
    private static func verify(_ place: BackupPlace, known: UInt64) async throws {
        let signer = try Self.signer(place)
        #expect(try await place.store.append(2, by: signer).size == 3)
        let stored = try StoredLog(folder: place.store.data, key: BackupPlace.key)
        let anchored = LocalLog(stored, anchor: place.store.anchor, key: signer.verifier)
        #expect(try await LogAudit(anchored, key: signer.verifier)().checkpoint.checkpoint.size == 3)
        #expect(try stored.openEntries() == 3)

        let first = try #require(try stored.first())
        let opening = LogOpening(salt: first.salt, details: ContentDigest(of: first.record).bytes)
        let bundle = try await anchored.read(.entries(EntryBundleID(index: 0, width: 3)))
        #expect(Array(bundle[2..<34]) == opening.entry, "the first entry commits to the record")
        let record = try StrictJSON.parse(first.record)
        let old = try BackupPlace.signer.get().verifier
        #expect(record["key"]?.string == "\(old)")
        let note = try #require(record["checkpoint"]?.string.flatMap { Base64.decode($0) })
        #expect(try SignedCheckpoint(parsing: note).verified(by: old).checkpoint.size == known)

        let earlier = try #require(try stored.earlier().first)
        #expect(earlier.key == old)
        #expect(earlier.checkpoint.checkpoint.size == known)
        let over = stored.log(earlier)
        #expect(try over.openEntries() == 3)
        let last = try SignedCheckpoint(parsing: #require(try over.checkpoint())).verified(by: old)
        #expect(try await LogAudit(CopiedLog(over, last), key: old)().checkpoint.checkpoint.size == 3)
        #expect(
            FileManager.default.fileExists(
                atPath: "\(place.store.data)/content/aa/\(String(repeating: "a", count: 32))"
            )
        )
    }

    private static func lose(_ place: BackupPlace) throws {
        try FileManager.default.removeItem(atPath: place.store.data)
    }

    @Test("Begins a new log that commits to the end of the old one, and keeps the old one to prove with")
    func life() async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            try await place.backUp()
            _ = try await place.store.append(4, by: BackupPlace.signer.get())
            try place.keep(anchor: "kept")
            try Self.lose(place)
            let outcome = try await Self.restore(place)
            #expect((outcome.messages, outcome.missing) == (1, 4))
            #expect(outcome.newest.checkpoint.size == 7, "the anchor was left")
            try await Self.verify(place, known: 7)
            let kept = FileManager.default.contents(atPath: "\(place.store.anchor).kept")
            #expect(FileManager.default.contents(atPath: "\(place.store.anchor).before-restore") == kept)
            #expect(!FileManager.default.fileExists(atPath: "\(place.store.data).restore"))
        }
    }

    @Test("The time-stamps of the old log stay with it, and the new one begins without")
    func timestamps() async throws {
        try await BackupPlace.with { place in
            let key = try BackupPlace.signer.get().verifier
            let stored = try StoredLog(folder: place.store.data, key: BackupPlace.key)
            let anchored = LocalLog(stored, anchor: place.store.anchor, key: key)
            let note = try await anchored.checkpoint(by: key).signed
            try place.store.change(
                "INSERT INTO log_timestamp VALUES (3, x'\(Hexadecimal.encode(note.bytes))', x'0102', 1000)"
            )
            try await place.backUp()
            try Self.lose(place)
            try await Self.restore(place)
            let restored = try StoredLog(folder: place.store.data, key: BackupPlace.key)
            #expect(try restored.newestStamped() == nil)
            let earlier = try #require(try restored.earlier().first)
            let kept = StampedCheckpoint(note, token: [1, 2], at: Instant(milliseconds: 1_000))
            #expect(try restored.log(earlier).newestStamped() == kept)
        }
    }

    @Test("A restored store is backed up and restored again, with both logs before")
    func again() async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            try await place.backUp()
            try Self.lose(place)
            try await Self.restore(place)
            let source = Backup.Source(
                data: place.store.data,
                anchor: place.store.anchor,
                log: try Self.signer(place).verifier,
                key: BackupPlace.key
            )
            #expect(try await Backup(source, to: place.target)(at: Instant(milliseconds: 0)).record.messages == 1)
            try Self.lose(place)
            for name in ["new.key", "new.pub"] {
                try FileManager.default.moveItem(
                    atPath: "\(place.folder)/\(name)",
                    toPath: "\(place.folder)/old-\(name)"
                )
            }
            for origin in ["zegel.example/backed-up", Self.origin] {
                let problem = await #expect(throws: Problem.self) {
                    try await Self.restore(place, Self.target(place, origin: origin))
                }
                #expect(problem?.code == "restore.log-not-new")
            }
            try await Self.restore(place, Self.target(place, origin: "zegel.example/third"))
            let stored = try StoredLog(folder: place.store.data, key: BackupPlace.key)
            #expect(try stored.earlier().map { "\($0.key.name)" } == ["zegel.example/backed-up", Self.origin])
        }
    }

    /// What keeps a restore from beginning.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        var origin = RestoreTests.origin
        /// The size of a checkpoint that is given, and whose log it is of.
        var given: (size: UInt64, isOurs: Bool)?
        var change: @Sendable (BackupPlace) throws -> Void = { _ in }

        func checkpoints() throws -> [SignedCheckpoint] {
            guard let given else { return [] }
            let other = NoteSigner(name: try KeyName("zegel.example/other"))
            return [try Self.checkpoint(given.size, by: given.isOurs ? BackupPlace.signer.get() : other)]
        }

        private static func checkpoint(_ size: UInt64, by signer: NoteSigner) throws -> SignedCheckpoint {
            let checkpoint = try Checkpoint(origin: LogOrigin(signer.verifier.name), size: size, root: .leaf([1]))
            return try SignedCheckpoint(signing: checkpoint, by: signer)
        }

        static func file(_ path: String) throws { try Data().write(to: URL(fileURLWithPath: path)) }

        static let all: [Obstacle] = [
            Obstacle(testDescription: "nothing", code: nil),
            Obstacle(testDescription: "an empty data folder", code: nil) {
                try FileManager.default.createDirectory(atPath: $0.store.data, withIntermediateDirectories: true)
            },
            Obstacle(
                testDescription: "a newer checkpoint that a partner kept",
                code: nil,
                given: (9, true)
            ),
            Obstacle(testDescription: "something in the data folder", code: "restore.not-empty") {
                try FileManager.default.createDirectory(atPath: $0.store.data, withIntermediateDirectories: true)
                try Self.file("\($0.store.data)/lock")
            },
            Obstacle(testDescription: "the old origin", code: "restore.log-not-new", origin: "zegel.example/backed-up"),
            Obstacle(testDescription: "a key that is there", code: "restore.log-not-new") {
                try Self.file("\($0.folder)/new.key")
            },
            Obstacle(testDescription: "a public key that is there", code: "restore.log-not-new") {
                try Self.file("\($0.folder)/new.pub")
            },
            Obstacle(testDescription: "an origin that is no name", code: "configuration.invalid", origin: "no name"),
            Obstacle(testDescription: "no backup", code: "backup.missing") {
                try FileManager.default.removeItem(atPath: $0.target)
            },
            Obstacle(testDescription: "a changed database", code: "backup.damaged") {
                try $0.change("zegel-") { $0[5_000] ^= 1 }
            },
            Obstacle(
                testDescription: "a checkpoint of another log",
                code: "log.disagrees",
                given: (9, false)
            ),
            Obstacle(
                testDescription: "a fork of the same size",
                code: "log.fork",
                given: (3, true)
            ),
            Obstacle(
                testDescription: "a fork of a smaller size",
                code: "log.fork",
                given: (2, true)
            ),
        ]
    }

    @Test("Changes nothing where anything stands in its way", arguments: Obstacle.all)
    func obstacles(_ obstacle: Obstacle) async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            try await place.backUp()
            try Self.lose(place)
            try obstacle.change(place)
            let before = try FileManager.default.subpathsOfDirectory(atPath: place.folder).sorted()
            var found: String?
            do {
                let target = Self.target(place, origin: obstacle.origin)
                try await Self.restore(place, target, given: obstacle.checkpoints())
            } catch let problem as Problem { found = problem.code }
            #expect(found == obstacle.code)
            guard obstacle.code != nil else { return }
            #expect(try FileManager.default.subpathsOfDirectory(atPath: place.folder).sorted() == before)
        }
    }

    @Test("Is run again after it was broken off at any step, and no key signs two logs", arguments: [false, true])
    func failures(_ isDone: Bool) async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            try await place.backUp()
            try Self.lose(place)
            try place.keep(anchor: "first")
            var (step, isWaiting) = (0, false)
            while !isWaiting {
                let fileSystem = FailingFileSystem()
                fileSystem.fail(at: step, doing: isDone)
                let outcome = try? await Self.restore(place, nil, fileSystem)
                isWaiting = fileSystem.isWaiting
                let key = FileManager.default.contents(atPath: "\(place.folder)/new.key")
                if outcome == nil { try await Self.restore(place) }
                let now = FileManager.default.contents(atPath: "\(place.folder)/new.key")
                #expect(key == nil || key == now, "step \(step): what was put in its place stays")
                try await Self.verify(place, known: 3)
                try place.begin(anchor: "first")
                step += 1
            }
            #expect(step > 20)
        }
    }
}

extension BackupPlace {
    /// Keeps a copy of the anchor.
    func keep(anchor name: String) throws {
        try FileManager.default.copyItem(atPath: self.store.anchor, toPath: "\(self.store.anchor).\(name)")
    }

    /// All is as it was when the data was lost.
    func begin(anchor name: String) throws {
        let files = FileManager.default
        for path in ["new.key", "new.pub", "checkpoint.anchor", "checkpoint.anchor.before-restore", "data"] {
            try? files.removeItem(atPath: "\(self.folder)/\(path)")
        }
        try files.copyItem(atPath: "\(self.store.anchor).\(name)", toPath: self.store.anchor)
    }
}
