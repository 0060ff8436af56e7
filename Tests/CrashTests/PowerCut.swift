// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What is on a disk after the power was cut.
struct PowerCut {
    enum Survivors {
        /// Everything, as if the power had stayed.
        case all
        /// What a sync had made durable, and nothing else.
        case synced
        /// Of what was only written some sectors, in whatever order the disk had taken them, and some names.
        case torn(seed: UInt64)
    }

    private let survivors: Survivors
    private var chance: SeededGenerator
    /// Bytes that a disk writes whole or not at all.
    private let sector: Int
    /// How many sectors of a hundred survive.
    private let share: Int

    init(_ survivors: Survivors) {
        self.survivors = survivors
        var chance = SeededGenerator(seed: 0)
        if case .torn(let seed) = survivors { chance = SeededGenerator(seed: seed) }
        self.sector = [512, 4_096].randomElement(using: &chance) ?? 512
        self.share = [10, 50, 90].randomElement(using: &chance) ?? 50
        self.chance = chance
    }

    /// Writes what is left of a folder to a path where nothing is.
    mutating func leave(_ folder: JournaledDisk.Folder, at path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        for (name, node) in self.names(in: folder).sorted(by: { $0.key < $1.key }) {
            try self.leave(node, at: "\(path)/\(name)")
        }
    }

    /// Writes what is left of a file or folder.
    mutating func leave(_ node: JournaledDisk.Node, at path: String) throws {
        switch node {
        case .folder(let folder): try self.leave(folder, at: path)
        // Memory that processes share; the first one after a cut makes it anew.
        case .file where path.hasSuffix("-shm"): ()
        case .file(let file):
            let bytes = try self.bytes(of: file)
            guard
                FileManager.default.createFile(
                    atPath: path,
                    contents: Data(bytes),
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw Missing(what: path) }
        }
    }

    /// The names that are left in a folder: of those changes that were not synced the first so many.
    mutating func names(in folder: JournaledDisk.Folder) -> [String: JournaledDisk.Node] {
        let durable = folder.changes.prefix { $0.place < folder.synced }.count
        let count =
            switch self.survivors {
            case .all: folder.changes.count
            case .synced: durable
            case .torn: Int.random(in: durable...folder.changes.count, using: &self.chance)
            }
        var names = folder.origin
        for change in folder.changes.prefix(count) { for (name, node) in change.names { names[name] = node } }
        return names
    }

    private mutating func bytes(of file: JournaledDisk.File) throws -> [UInt8] {
        var bytes = try file.origin.map { try [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) } ?? []
        let durable = file.changes.prefix { $0.place < file.synced }.count
        for change in file.changes.prefix(durable) { Self.apply(change.change, to: &bytes) }
        switch self.survivors {
        case .all: for change in file.changes.dropFirst(durable) { Self.apply(change.change, to: &bytes) }
        case .synced: ()
        case .torn: self.tear(file.changes.dropFirst(durable).map(\.change), over: &bytes)
        }
        return bytes
    }

    /// Of each sector survives what it was at some moment; of its sizes the first so many, or its last one with nothing in it.
    private mutating func tear(_ changes: [DiskJournal.Change], over bytes: inout [UInt8]) {
        let sizes = Int.random(in: 0...changes.count, using: &self.chance)
        var last = bytes.count
        var lost: Set<Int> = []
        for (number, change) in changes.enumerated() {
            switch change {
            case .truncated(let size):
                last = size
                if number < sizes { Self.apply(change, to: &bytes) }
            case .wrote(let written, let offset):
                last = max(last, offset + written.count)
                var start = offset
                while start < offset + written.count {
                    let end = min((start / self.sector + 1) * self.sector, offset + written.count)
                    if lost.contains(start / self.sector) || Int.random(in: 0..<100, using: &self.chance) >= self.share
                    {
                        lost.insert(start / self.sector)
                    } else {
                        Self.apply(.wrote(Array(written[start - offset..<end - offset]), at: start), to: &bytes)
                    }
                    start = end
                }
            default: ()
            }
        }
        if last > bytes.count, Bool.random(using: &self.chance) { Self.apply(.truncated(to: last), to: &bytes) }
    }

    private static func apply(_ change: DiskJournal.Change, to bytes: inout [UInt8]) {
        switch change {
        case .truncated(let size) where size < bytes.count: bytes.removeLast(bytes.count - size)
        case .truncated(let size): bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        case .wrote(let written, let offset):
            let end = offset + written.count
            if end > bytes.count { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
            bytes.replaceSubrange(offset..<end, with: written)
        default: ()
        }
    }
}

/// Chance that comes again with the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
