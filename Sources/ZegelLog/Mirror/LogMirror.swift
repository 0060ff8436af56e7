// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
import ZegelClient
import ZegelCore
package import ZegelStore

/// Copies a whole log into a folder, each part verified against the checkpoint before it is written.
///
/// It may be killed at any moment: a part that is there and right is not asked for again, one that is not is asked for once
/// more, and the checkpoint is written when all that it commits to is durable. What it committed to before is not read again.
package struct LogMirror: Sendable {
    /// What was done.
    package struct Outcome: Sendable {
        /// The checkpoint that the folder holds now.
        package let checkpoint: VerifiedCheckpoint
        /// The one that it held before.
        package let before: VerifiedCheckpoint?
        /// The parts that were asked for.
        package let fetched: Int
        /// The parts that an earlier run had left, whole and right.
        package let found: Int
    }

    /// Parts that are asked for at the same time.
    private static let window = 16

    private let source: any LogSource
    private let key: NoteVerifier
    private let folder: MirrorFolder

    /// Prepares to mirror a log into a folder.
    ///
    /// - Throws: `configuration.invalid` where the folder cannot be used.
    package init(
        _ source: any LogSource,
        key: NoteVerifier,
        folder: String,
        fileSystem: any FileSystem = SystemFileSystem()
    ) throws {
        self.source = source
        self.key = key
        self.folder = try MirrorFolder(folder, fileSystem: fileSystem)
    }

    /// Copies what is not there yet.
    ///
    /// - Parameter progress: Told how many entries of how many are there.
    /// - Throws: `log.fork` or `log.disagrees`, with both checkpoints kept in `forks`; what the source says.
    package func callAsFunction(progress: ((UInt64, UInt64) -> Void)? = nil) async throws -> Outcome {
        let before = try self.kept()
        let newest = try await self.source.checkpoint(by: self.key)
        var proven = try await self.proven(newest.checkpoint)
        if let before { try await self.hold(newest, to: before, &proven) }
        var copy = Copy(done: 0, size: newest.checkpoint.size, kept: before?.checkpoint.size ?? 0, progress: progress)
        for tile in proven.edge.values.sorted(by: { $0.id.level > $1.id.level }) {
            try await self.copy(edge: tile, &copy)
        }
        try self.folder.keep(newest.signed)
        if let before { try self.removeNarrower(than: newest.checkpoint.size, before.checkpoint.size) }
        return Outcome(checkpoint: newest, before: before, fetched: copy.fetched, found: copy.found)
    }

    private func kept() throws(Problem) -> VerifiedCheckpoint? {
        guard let bytes = self.folder.read(.checkpoint) else { return nil }
        do { return try SignedCheckpoint(parsing: bytes).verified(by: self.key) } catch {
            throw Problem(.logDisagrees, "The checkpoint in \(self.folder.path) is not of this log: \(error)")
        }
    }

    private func proven(_ checkpoint: Checkpoint) async throws -> ProvenTiles {
        do { return try await ProvenTiles(of: checkpoint) { try await self.source.tile($0) } } catch {
            throw Self.disagreement(error)
        }
    }

    /// The newest checkpoint has to continue the one that was mirrored last.
    private func hold(
        _ newest: VerifiedCheckpoint,
        to before: VerifiedCheckpoint,
        _ proven: inout ProvenTiles
    ) async throws {
        let (old, new) = (before.checkpoint, newest.checkpoint)
        do {
            if old.size <= new.size {
                let root = try await proven.root(of: old.size) { try await self.source.tile($0) }
                guard root != old.root else { return }
                throw self.fork(before, newest)
            }
            // The folder has all of the larger tree.
            let local = FolderLog(self.folder.path)
            var larger = try await ProvenTiles(of: old) { try await local.tile($0) }
            guard try await larger.root(of: new.size, fetching: { try await local.tile($0) }) == new.root else {
                throw self.fork(before, newest)
            }
        } catch {
            throw Self.disagreement(error)
        }
        throw ForkEvidence.problem(
            before.signed,
            newest.signed,
            isProven: false,
            because: "The log has \(new.size) entries, and had \(old.size): it has lost the newer ones.",
            in: self.folder.evidence
        )
    }

    private func fork(_ before: VerifiedCheckpoint, _ newest: VerifiedCheckpoint) -> Problem {
        ForkEvidence.problem(
            before.signed,
            newest.signed,
            isProven: true,
            because: """
                The log signed a tree of \(newest.checkpoint.size) entries that does not go together with the one of \
                \(before.checkpoint.size) that was mirrored.
                """,
            in: self.folder.evidence
        )
    }

    private static func disagreement(_ error: any Error) -> any Error {
        guard let error = error as? TransparencyLogError else { return error }
        return Problem(.logDisagrees, "\(error)")
    }
}

extension LogMirror {
    /// How far a copy is.
    private struct Copy {
        var done: UInt64
        let size: UInt64
        /// The entries that the folder holds already, with all tiles that are full with them.
        let kept: UInt64
        let progress: ((UInt64, UInt64) -> Void)?
        var fetched = 0
        var found = 0

        mutating func add(_ part: Part) {
            self.fetched += part.fetched
            self.found += part.found
        }

        mutating func passed(_ entries: UInt64) {
            self.done += entries
            self.progress?(self.done, self.size)
        }
    }

    /// What became of a part, or of the two that belong to a tile of leaves.
    private struct Part: Sendable {
        var fetched = 0
        var found = 0
    }

    /// A tile at the right edge, which was proven, and what stands below it.
    private func copy(edge tile: Tile, _ copy: inout Copy) async throws {
        try self.folder.write(tile.bytes, as: .tile(tile.id))
        copy.fetched += 1
        guard tile.id.level > 0 else {
            copy.add(try await self.entries(of: tile))
            return copy.passed(UInt64(tile.id.width))
        }
        try await self.copy(below: tile, &copy)
    }

    /// The full tiles whose roots a tile holds.
    private func copy(below tile: Tile, _ copy: inout Copy) async throws {
        let level = tile.id.level - 1
        let entries = UInt64(1) << UInt64(8 * (level + 1))
        var wanted: [(id: TileID, root: TreeHash)] = []
        for (place, root) in tile.hashes.enumerated() {
            let id = try TileID(level: level, index: tile.id.index << 8 + UInt64(place))
            if (id.index + 1) * entries <= copy.kept { copy.passed(entries) } else { wanted.append((id, root)) }
        }
        if level > 0 {
            for (id, root) in wanted {
                let (tile, part) = try await self.tile(id, root)
                copy.add(part)
                try await self.copy(below: tile, &copy)
            }
            return
        }
        try await withThrowingTaskGroup(of: Part.self) { group in
            var next = wanted[...]
            var running = 0
            while running > 0 || !next.isEmpty {
                while running < Self.window, let (id, root) = next.popFirst() {
                    running += 1
                    group.addTask { try await self.leaves(id, root) }
                }
                guard let part = try await group.next() else { break }
                running -= 1
                copy.add(part)
                copy.passed(entries)
            }
        }
    }

    private func leaves(_ id: TileID, _ root: TreeHash) async throws -> Part {
        let (tile, one) = try await self.tile(id, root)
        let two = try await self.entries(of: tile)
        return Part(fetched: one.fetched + two.fetched, found: one.found + two.found)
    }

    /// A full tile with a known root, from the folder where it is there and right.
    private func tile(_ id: TileID, _ root: TreeHash) async throws -> (Tile, Part) {
        if let bytes = self.folder.read(.tile(id)), let tile = try? Tile(id, bytes: bytes), tile.root == root {
            return (tile, Part(found: 1))
        }
        let bytes = try await self.source.read(.tile(id))
        guard let tile = try? Tile(id, bytes: bytes), tile.root == root else {
            throw Problem(.logDisagrees, "\(LogResource.tile(id).path) is not the one that the checkpoint commits to.")
        }
        try self.folder.write(bytes, as: .tile(id))
        return (tile, Part(fetched: 1))
    }

    /// The entries whose leaves a tile holds.
    private func entries(of tile: Tile) async throws -> Part {
        let id = try EntryBundleID(index: tile.id.index, width: tile.id.width)
        func isRight(_ bytes: [UInt8]) -> Bool {
            guard let bundle = try? EntryBundle(id, bytes: bytes) else { return false }
            return bundle.entries.allSatisfy { $0.count == 32 } && (try? bundle.verify(leaves: tile)) != nil
        }
        if let bytes = self.folder.read(.entries(id)), isRight(bytes) { return Part(found: 1) }
        let bytes = try await self.source.read(.entries(id))
        guard isRight(bytes) else {
            throw Problem(.logDisagrees, "\(LogResource.entries(id).path) does not hold the entries of the tree.")
        }
        try self.folder.write(bytes, as: .entries(id))
        return Part(fetched: 1)
    }

    /// Removes the partial tiles that ended the tree before.
    private func removeNarrower(than size: UInt64, _ before: UInt64) throws {
        let kept = Set(try TileID.edge(of: size))
        for id in try TileID.edge(of: before) where !kept.contains(id) {
            self.folder.remove(.tile(id))
            if id.level == 0 { self.folder.remove(.entries(try EntryBundleID(index: id.index, width: id.width))) }
        }
    }
}
