// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelLog

@Suite("A backup")
struct BackupTests {
    private static let content = "content/aa/" + String(repeating: "a", count: 32)

    @Test("Holds all of it, copies only what is new, and lets go of what was removed")
    func life() async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            let first = try await place.backUp()
            #expect((first.record.messages, first.contents, first.copied) == (1, 1, 1))
            #expect(first.record.checkpoint.checkpoint.size == 3)
            let second = try await place.backUp()
            #expect((second.contents, second.copied) == (1, 0))
            try place.addContent("b")
            _ = try await place.store.append(2, by: try BackupPlace.signer.get())
            try place.addContent("c")
            try place.removeContent("a")
            // What no message names is removed by the start; here it is named again before that.
            let third = try await place.backUp()
            #expect((third.record.messages, third.contents, third.copied) == (2, 2, 2))
            #expect(third.record.checkpoint.checkpoint.size == 5)
            #expect(try await place.check().record == third.record)
            #expect(place.names.count == 5, "\(place.names)")
            #expect(!FileManager.default.fileExists(atPath: "\(place.target)/\(Self.content)"))
        }
    }

    /// What is wrong with a backup.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        var key = BackupPlace.key
        let change: @Sendable (BackupPlace) throws -> Void

        static let all: [Fault] = [
            Fault(testDescription: "nothing", code: nil) { _ in },
            Fault(testDescription: "no record", code: "backup.missing") {
                try FileManager.default.removeItem(atPath: "\($0.target)/backup.json")
            },
            Fault(testDescription: "another time", code: "backup.altered") { place in
                try place.change("backup.json") {
                    $0 = Data(String(decoding: $0, as: UTF8.self).replacing("1970", with: "1971").utf8)
                }
            },
            Fault(testDescription: "another spelling", code: "backup.altered") {
                try $0.change("backup.json") { $0.append(0x0A) }
            },
            Fault(testDescription: "an empty record", code: "backup.altered") {
                try $0.change("backup.json") { $0 = Data() }
            },
            Fault(testDescription: "another storage key", code: "backup.altered", key: [UInt8](repeating: 8, count: 32))
            { _ in },
            Fault(testDescription: "a changed list", code: "backup.damaged") { try $0.change("files-") { $0[0] ^= 1 } },
            Fault(testDescription: "a changed database", code: "backup.damaged") {
                try $0.change("zegel-") { $0[$0.count - 100] ^= 1 }
            },
            Fault(testDescription: "a short database", code: "backup.damaged") {
                try $0.change("zegel-") { $0.removeLast() }
            },
            Fault(testDescription: "a changed content", code: "backup.damaged") {
                try $0.change("content/aa/a") { $0[1_000] ^= 1 }
            },
            Fault(testDescription: "a short content", code: "backup.damaged") {
                try $0.change("content/aa/a") { $0.removeLast() }
            },
            Fault(testDescription: "no content", code: "backup.damaged") {
                try FileManager.default.removeItem(atPath: "\($0.target)/\(BackupTests.content)")
            },
            Fault(testDescription: "no list", code: "backup.damaged") {
                try FileManager.default.removeItem(atPath: "\($0.target)/\($0.name("files-"))")
            },
            Fault(testDescription: "a database with its digests made anew", code: "backup.altered") { place in
                try place.change("zegel-") { $0[$0.count - 100] ^= 1 }
                let database = try place.name("zegel-")
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(place.target)/\(database)"))
                let list = try place.name("files-")
                let old = try Data(contentsOf: URL(fileURLWithPath: "\(place.target)/\(list)"))
                var files = try FileDigests(parsing: Array(old))
                files.add(database, ContentDigest(of: bytes))
                try place.change("files-") { $0 = Data(files.encoded) }
                try place.change("backup.json") {
                    $0 = Data(
                        String(decoding: $0, as: UTF8.self)
                            .replacing("\(ContentDigest(of: old))", with: "\(ContentDigest(of: files.encoded))").utf8
                    )
                }
            },
        ]
    }

    @Test("Is refused where anything in it is not as it was written", arguments: Fault.all)
    func faults(_ fault: Fault) async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            try await place.backUp()
            try fault.change(place)
            var found: String?
            do { _ = try await place.check(key: fault.key) } catch let problem as Problem { found = problem.code }
            #expect(found == fault.code)
        }
    }

    @Test("Leaves the one before whole wherever a step fails, and is made by the next run", arguments: [false, true])
    func failures(_ isDone: Bool) async throws {
        try await BackupPlace.with { place in
            try place.addContent("a")
            let before = try await place.backUp().record
            try place.addContent("b")
            _ = try await place.store.append(1, by: try BackupPlace.signer.get())
            let fileSystem = FailingFileSystem()
            var step = 0
            while true {
                fileSystem.fail(at: step, doing: isDone)
                let outcome = try? await place.backUp(fileSystem)
                guard !fileSystem.isWaiting else { break }
                #expect(outcome == nil || step > 0, "a failure is told")
                let size = try await place.check().record.checkpoint.checkpoint.size
                #expect([before.checkpoint.checkpoint.size, 4].contains(size), "step \(step)")
                step += 1
            }
            #expect(step > 10)
            #expect(try await place.backUp().record.checkpoint.checkpoint.size == 4)
            #expect(place.names.count == 5, "\(place.names)")
        }
    }

    @Test("Needs a signature under the whole log: from the anchor, the store, or who kept one")
    func unsigned() async throws {
        try await BackupPlace.with { place in
            let kept = try #require(
                try AnchorFile(place.store.anchor, fileSystem: SystemFileSystem()).read(
                    BackupPlace.signer.get().verifier
                )
            )
            try FileManager.default.removeItem(atPath: place.store.anchor)
            await #expect(throws: Problem.self) { try await place.backUp() }
            #expect(try await place.backUp(given: [kept]).record.checkpoint == kept)
        }
    }

    @Test("Tidies up no folder with anything else")
    func others() async throws {
        try await BackupPlace.with { place in
            try FileManager.default.createDirectory(atPath: place.target, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: "\(place.target)/letters.txt"))
            let problem = await #expect(throws: Problem.self) { try await place.backUp() }
            #expect(problem?.code == "configuration.invalid")
        }
    }
}
