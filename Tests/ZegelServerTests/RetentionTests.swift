// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import NIOCore
import NIOPosix
import Testing
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelServer

@Suite("Holds")
struct RetentionTests {
    private static let id = "0123456789abcdef0123456789abcdef"

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        /// How many holds it has; `nil` where it is refused.
        let count: Int?
    }

    private static func hold(_ change: String = "") -> String {
        "holds:\n  - message: \(Self.id)\n    ground: strafdossier\n    by: om/lovj\n    since: 2026-11-21\n\(change)"
    }

    static let rows = [
        Row(testDescription: "a hold", text: hold(), count: 1),
        Row(testDescription: "a hold with a last day", text: hold("    until: 2027-01-01\n"), count: 1),
        Row(testDescription: "nothing held", text: "holds: []\n", count: 0),
        Row(testDescription: "an empty file", text: "", count: nil),
        Row(testDescription: "another key", text: "held: []\n", count: nil),
        Row(testDescription: "a day that is none", text: hold("    until: 2027-02-30\n"), count: nil),
        Row(testDescription: "a message that is none", text: hold().replacing(id, with: "x"), count: nil),
        Row(testDescription: "an unknown field", text: hold("    why: x\n"), count: nil),
    ]

    @Test("A file is taken whole or not at all", arguments: Self.rows)
    func files(_ row: Row) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "holds-\(UUID()).yaml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(row.text.utf8).write(to: URL(fileURLWithPath: path))
        guard let count = row.count else {
            let problem = #expect(throws: Problem.self) { try HoldFile(path) }
            #expect(problem?.code == "configuration.invalid")
            return
        }
        let file = try HoldFile(path)
        #expect(file.book.holds.count == count && file.digest == ContentDigest(of: Array(row.text.utf8)))
        let again = try HoldBook(Array(file.book.text.utf8), file: "again")
        #expect(again == file.book, "what is written reads as it was meant")
    }

    @Test("No file holds nothing")
    func absent() throws {
        let file = try HoldFile("/nowhere/holds.yaml")
        #expect(file.book.holds.isEmpty && file.digest == nil)
    }

    @Test("A hold is in force until its last day is over, and from before its first")
    func days() throws {
        let book = try HoldBook(Array(Self.hold("    until: 2027-01-01\n").utf8), file: "holds.yaml")
        let id = try #require(MessageID(Self.id))
        for (day, isHeld) in [("2026-01-01", true), ("2027-01-01", true), ("2027-01-02", false)] {
            let day = try #require(CalendarDate(day))
            #expect((book.hold(on: id, at: day) != nil) == isHeld)
        }
    }

    @Test("While the holds cannot be read nothing ends, and those in force before stay so")
    func service() async throws {
        try await TrialServer.run(at: Instant(milliseconds: 1_795_176_005_000)) { server in
            let configuration = try ServerConfiguration.load(server.folder.appending(path: "zegel.yaml").path)
            let service = try RetentionService(
                configuration.retention,
                server.assembly.context,
                key: configuration.storageKeyBytes(),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            let (path, store) = (configuration.retention.holds, server.assembly.store)
            let loop = MultiThreadedEventLoopGroup.singleton.any()
            func inForce() async throws -> ContentDigest? {
                try await store.read(on: loop) { try $0.holdsInForce() }.get()
            }
            #expect(await service.turn(walking: true))
            #expect(try await inForce() == nil)
            let good = Array(Self.hold().utf8)
            try Data(good).write(to: URL(fileURLWithPath: path))
            let size = store.log.newest.checkpoint.size
            for _ in 1...2 { #expect(await service.turn(walking: true)) }
            #expect(try await inForce() == ContentDigest(of: good))
            #expect(store.log.newest.checkpoint.size == size + 1, "one act for one change")
            try Data("holds:".utf8).write(to: URL(fileURLWithPath: path))
            #expect(await service.turn(walking: true) == false)
            try FileManager.default.removeItem(atPath: path)
            #expect(await service.turn(walking: true) == false)
            #expect(try await inForce() == ContentDigest(of: good))
            try Data("holds: []\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(await service.turn(walking: true))
        }
    }

    @Test("The configuration says where holds, archive, journal and withdrawals are, and how long backups last")
    func configuration() async throws {
        try await TrialServer.run(at: Instant(milliseconds: 1_795_176_005_000)) { server in
            let path = server.folder.appending(path: "zegel.yaml").path
            let plain = try ServerConfiguration.load(path).retention
            #expect(plain.archive == nil && plain.backupDays == 90 && plain.holds.hasSuffix("/holds.yaml"))
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let paths = "journal: /other/erased, withdrawn: /other/gone"
            let terms = "retention: { archive: to-archive, backups: 30 days, \(paths) }\n"
            try (text + terms).write(toFile: path, atomically: true, encoding: .utf8)
            let other = try ServerConfiguration.load(path).retention
            #expect(other.archive?.hasSuffix("/to-archive") == true && other.backupDays == 30)
            #expect(other.journal == "/other/erased" && other.withdrawn == "/other/gone")
            try (text + "retention: { backups: for ever }\n").write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: Problem.self) { try ServerConfiguration.load(path) }
        }
    }
}
