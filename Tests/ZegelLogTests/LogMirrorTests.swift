// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import TransparencyLog
import ZegelCore

@testable import ZegelLog

@Suite("A mirror of a log")
struct LogMirrorTests {
    private static let sizes: [UInt64] = [0, 1, 255, 256, 257, 600, 66_000]

    private static func mirror(_ source: LogCopy, _ folder: URL) async throws -> LogMirror.Outcome {
        try await LogMirror(source, key: LogCopy.signer.get().verifier, folder: folder.path)()
    }

    private static func audit(_ folder: URL) async throws -> UInt64 {
        let key = try LogCopy.signer.get().verifier
        return try await LogAudit(FolderLog(folder.path), key: key)().checkpoint.checkpoint.size
    }

    @Test("Holds the whole log, and an audit of the folder passes", arguments: sizes)
    func whole(_ size: UInt64) async throws {
        let folder = try Folder()
        let first = try await Self.mirror(LogCopy([size]), folder.url)
        #expect(first.before == nil)
        #expect(try await Self.audit(folder.url) == size)
        let again = try LogCopy([size])
        let second = try await Self.mirror(again, folder.url)
        #expect(second.before?.checkpoint.size == size)
        #expect(again.reads.withLock { $0.done } < 8, "what was mirrored is not read again")
    }

    @Test("Grows with the log, and leaves no narrower tile behind")
    func grows() async throws {
        let folder = try Folder()
        for size in [10, 300, 512, 700] as [UInt64] {
            _ = try await Self.mirror(LogCopy([size]), folder.url)
            #expect(try await Self.audit(folder.url) == size)
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter { $0.contains(".p/") }
        #expect(Set(names) == ["tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/002.p/188"])
    }

    @Test("Goes on where it was broken off, wherever that was", arguments: Array(stride(from: 0, through: 21, by: 1)))
    func resumes(_ reads: Int) async throws {
        let folder = try Folder()
        let broken = try LogCopy([1_100])
        broken.reads.withLock { $0.left = reads }
        let wasBroken = await Self.fails { try await Self.mirror(broken, folder.url) }
        #expect(wasBroken == (reads < 12), "it has twelve parts")
        // What a power cut may leave of a file that was being written.
        let torn = folder.url.appendingPathComponent("tile/0/001")
        if FileManager.default.fileExists(atPath: torn.path), wasBroken { try Data([1, 2]).write(to: torn) }
        let outcome = try await Self.mirror(LogCopy([1_100]), folder.url)
        #expect(outcome.fetched + outcome.found == (wasBroken ? 11 : 3))
        #expect(try await Self.audit(folder.url) == 1_100)
    }

    @Test(
        "A part that is not the log's is refused and not written",
        arguments: [
            "checkpoint", "tile/entries/000", "tile/entries/002.p/88", "tile/0/000", "tile/0/001", "tile/0/002.p/88",
            "tile/1/000.p/2",
        ]
    )
    func changed(_ path: String) async throws {
        let folder = try Folder()
        let source = try LogCopy([600]) { resource, bytes in
            guard resource.path == path else { return bytes }
            return bytes.dropLast() + [bytes[bytes.count - 1] ^ 1]
        }
        await #expect(throws: Problem(.logDisagrees)) { _ = try await Self.mirror(source, folder.url) }
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(path).path))
        _ = try await Self.mirror(LogCopy([600]), folder.url)
        #expect(try await Self.audit(folder.url) == 600)
    }

    struct Branch: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let size: UInt64
        let second: Bool
        let code: ProblemCode?
    }

    static let branches = [
        Branch(testDescription: "the same", size: 600, second: false, code: nil),
        Branch(testDescription: "a longer one", size: 900, second: false, code: nil),
        Branch(testDescription: "another of the same size", size: 600, second: true, code: .logFork),
        Branch(testDescription: "another, longer", size: 900, second: true, code: .logFork),
        Branch(testDescription: "another, shorter", size: 300, second: true, code: .logFork),
        Branch(testDescription: "a shorter one", size: 300, second: false, code: .logDisagrees),
    ]

    @Test("A log that does not continue what was mirrored leaves the evidence", arguments: branches)
    func fork(_ branch: Branch) async throws {
        let folder = try Folder()
        _ = try await Self.mirror(LogCopy([600]), folder.url)
        let next = try LogCopy([branch.size], second: branch.second)
        let forks = folder.url.appendingPathComponent("forks").path
        guard let code = branch.code else {
            _ = try await Self.mirror(next, folder.url)
            #expect(!FileManager.default.fileExists(atPath: forks))
            return
        }
        await #expect(throws: Problem(code)) { _ = try await Self.mirror(next, folder.url) }
        let files = try FileManager.default.contentsOfDirectory(atPath: forks)
        let kept = try files.map { name in
            try SignedCheckpoint(parsing: Array(Data(contentsOf: URL(fileURLWithPath: "\(forks)/\(name)"))))
                .verified(by: LogCopy.signer.get().verifier).checkpoint.size
        }
        #expect(kept.sorted() == [600, branch.size].sorted())
        #expect(try await Self.audit(folder.url) == 600, "the mirror is as it was")
    }

    @Test("A folder belongs to one mirror at a time, and to one log")
    func exclusive() async throws {
        let folder = try Folder()
        let key = try LogCopy.signer.get().verifier
        do {
            let first = try LogMirror(LogCopy([5]), key: key, folder: folder.url.path)
            #expect(throws: Problem(.configuration)) {
                _ = try LogMirror(LogCopy([5]), key: key, folder: folder.url.path)
            }
            _ = try await first()
        }
        let other = NoteSigner(name: try KeyName("other.example")).verifier
        await #expect(throws: Problem(.logDisagrees)) {
            _ = try await LogMirror(LogCopy([5]), key: other, folder: folder.url.path)()
        }
    }

    private static func fails(_ body: () async throws -> LogMirror.Outcome) async -> Bool {
        do { _ = try await body() } catch { return true }
        return false
    }
}

/// A folder that goes when the test ends.
final class Folder {
    let url: URL

    init() throws {
        self.url = FileManager.default.temporaryDirectory.appendingPathComponent("zegel-log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: self.url) }
}
