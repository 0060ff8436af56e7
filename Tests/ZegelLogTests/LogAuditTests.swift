// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore

@testable import ZegelLog

/// A copy of a log in memory, any part of which can be changed.
private final class Copy: LogSource {
    static let signer = Result { NoteSigner(name: try KeyName("zegel.example/test")) }
    private let parts: [LogResource: [UInt8]]
    let checkpoints: [VerifiedCheckpoint]

    /// A log of some entries, with the checkpoints that it signed at some sizes; the last is the newest.
    init(
        _ sizes: [UInt64],
        second: Bool = false,
        changing change: (LogResource, [UInt8]) throws -> [UInt8] = { $1 }
    ) throws {
        let signer = try Self.signer.get()
        let origin = LogOrigin(signer.verifier.name)
        var tree = GrowingTree()
        var parts: [LogResource: [UInt8]] = [:]
        var checkpoints: [VerifiedCheckpoint] = []
        var entries: [[UInt8]] = []
        let last = sizes.max() ?? 0
        for number in 0...last {
            if sizes.contains(number) {
                let checkpoint = try Checkpoint(origin: origin, size: tree.size, root: tree.root)
                checkpoints.append(
                    try SignedCheckpoint(signing: checkpoint, by: signer).verified(by: signer.verifier)
                )
            }
            guard number < last else { break }
            let entry = [UInt8](repeating: UInt8(truncatingIfNeeded: number / 7), count: 31) + [second ? 1 : 0]
            entries.append(entry)
            try tree.append(.leaf(entry))
            guard tree.size % 256 == 0 || tree.size == last else { continue }
            for tile in tree.takeChangedTiles() { parts[.tile(tile.id)] = tile.bytes }
            let width = (entries.count - 1) % 256 + 1
            let bundle = try EntryBundle(
                EntryBundleID(index: UInt64(entries.count - 1) / 256, width: width),
                entries: entries.suffix(width)
            )
            parts[.entries(bundle.id)] = bundle.bytes
        }
        parts[.checkpoint] = checkpoints.last?.signed.bytes
        self.checkpoints = checkpoints
        self.parts = try Dictionary(uniqueKeysWithValues: parts.map { ($0, try change($0, $1)) })
    }

    func read(_ resource: LogResource) async throws -> [UInt8] {
        guard let bytes = self.parts[resource] else { throw Problem(.notFound) }
        return bytes
    }
}

@Suite("An audit of a log")
struct LogAuditTests {
    @Test("A log that is whole passes, whatever its size", arguments: [0, 1, 255, 256, 257, 513, 66_000] as [UInt64])
    func whole(_ size: UInt64) async throws {
        let copy = try Copy([0, size / 2, size])
        let outcome = try await LogAudit(copy, key: Copy.signer.get().verifier)(continuing: copy.checkpoints)
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
        let copy = try Copy([600], changing: row.change)
        let key = try Copy.signer.get().verifier
        await #expect(throws: Problem(.logDisagrees)) { _ = try await LogAudit(copy, key: key)() }
    }

    @Test("A log that does not continue a checkpoint, or is shorter than one, is found")
    func forks() async throws {
        let key = try Copy.signer.get().verifier
        let other = try Copy([300, 600], second: true)
        let copy = try Copy([300, 500])
        for kept in other.checkpoints {
            await #expect(throws: Problem(.logDisagrees)) {
                _ = try await LogAudit(copy, key: key)(continuing: [kept])
            }
        }
        _ = try await LogAudit(copy, key: key)(continuing: [copy.checkpoints[0]])
    }
}
