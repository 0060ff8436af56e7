// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore

@testable import ZegelLog

@Suite("An audit of a log")
struct LogAuditTests {
    @Test("A log that is whole passes, whatever its size", arguments: [0, 1, 255, 256, 257, 513, 66_000] as [UInt64])
    func whole(_ size: UInt64) async throws {
        let copy = try LogCopy([0, size / 2, size])
        let outcome = try await LogAudit(copy, key: LogCopy.signer.get().verifier)(continuing: copy.checkpoints)
        #expect(outcome.checkpoint.checkpoint.size == size)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (LogResource, [UInt8]) throws -> [UInt8]
    }

    private static func changing(_ path: String) -> Row {
        Row(testDescription: path) { resource, bytes in
            guard resource.path == path else { return bytes }
            var bytes = bytes
            bytes[bytes.count - 1] ^= 1
            return bytes
        }
    }

    static let rows = [
        "checkpoint", "tile/entries/000", "tile/entries/002.p/88", "tile/0/000", "tile/0/001", "tile/0/002.p/88",
        "tile/1/000.p/2",
    ].map { Self.changing($0) }

    @Test("A part that was changed is found", arguments: rows)
    func changed(_ row: Row) async throws {
        let copy = try LogCopy([600], changing: row.change)
        let key = try LogCopy.signer.get().verifier
        await #expect(throws: Problem(.logDisagrees)) { _ = try await LogAudit(copy, key: key)() }
    }

    @Test("A log that does not continue a checkpoint, or is shorter than one, is found")
    func forks() async throws {
        let key = try LogCopy.signer.get().verifier
        let other = try LogCopy([300, 500, 600], second: true)
        let copy = try LogCopy([300, 500])
        let folder = try Folder()
        for (kept, code) in zip(other.checkpoints, [.logFork, .logFork, .logDisagrees] as [ProblemCode]) {
            await #expect(throws: Problem(code)) {
                _ = try await LogAudit(copy, key: key)(continuing: [kept], evidence: folder.url.path)
            }
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files.count == 3, "500 is the newest in both")
        _ = try await LogAudit(copy, key: key)(continuing: [copy.checkpoints[0]])
    }
}
