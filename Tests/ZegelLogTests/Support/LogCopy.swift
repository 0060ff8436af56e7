// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TransparencyLog
import ZegelCore

@testable import ZegelLog

/// A copy of a log in memory, any part of which can be changed.
final class LogCopy: LogSource {
    static let signer = Result { NoteSigner(name: try KeyName("zegel.example/test")) }
    private let parts: [LogResource: [UInt8]]
    let checkpoints: [VerifiedCheckpoint]
    /// How many parts were read, and after how many it breaks off.
    let reads = Mutex((done: 0, left: Int.max))

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
        let isThere = self.reads.withLock { reads in
            guard reads.left > 0 else { return false }
            reads.left -= 1
            reads.done += 1
            return true
        }
        guard isThere else { throw CancellationError() }
        guard let bytes = self.parts[resource] else { throw Problem(.notFound) }
        return bytes
    }
}
