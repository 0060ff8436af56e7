// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog
import ZegelCore
import ZegelStore

/// `checkpoint.anchor`: the newest checkpoint that a log promised, outside its store and outside backups (DESIGN §4.4).
///
/// Two places of 4 KiB hold the last two, as text, filled up with line feeds. The older one is written over, so that a power cut while
/// writing leaves the newer one; a checkpoint leaves the server only after it stands here.
final class AnchorFile {
    private static let placeSize = 4_096

    private let path: String
    private let fileSystem: any FileSystem
    private var file: (any UpdatedFile)?
    /// Where the next one goes.
    private var next = 0

    init(_ path: String, fileSystem: any FileSystem) {
        self.path = path
        self.fileSystem = fileSystem
    }

    /// Reads the checkpoints that are there, each with its signature verified.
    ///
    /// - Throws: `log.disagrees` where there is a file and no checkpoint of the log in it.
    func read(_ log: NoteVerifier) throws -> VerifiedCheckpoint? {
        guard FileManager.default.fileExists(atPath: self.path) else { return nil }
        var newest: VerifiedCheckpoint?
        for (place, checkpoint) in try self.places(log).enumerated() {
            guard let checkpoint else { continue }
            if newest.map({ $0.checkpoint.size < checkpoint.checkpoint.size }) ?? true {
                newest = checkpoint
                self.next = 1 - place
            }
        }
        guard let newest else {
            throw Problem(.logDisagrees, "\(self.path) holds no checkpoint that the key of the log signed.")
        }
        return newest
    }

    /// The checkpoints of a log in the two places; `nil` for a place that holds none, also where there is no file.
    func places(_ log: NoteVerifier) throws -> [VerifiedCheckpoint?] {
        guard FileManager.default.fileExists(atPath: self.path) else { return [nil, nil] }
        let file = try self.fileSystem.open(self.path)
        return try (0..<2).map { place in
            let bytes = try file.read(Self.placeSize, at: place * Self.placeSize)
            let text = Array(bytes.reversed().drop { $0 == 0x0A }.reversed()) + [0x0A]
            return try? SignedCheckpoint(parsing: text).verified(by: log)
        }
    }

    /// Writes a checkpoint; it is durable when this returns.
    func write(_ checkpoint: SignedCheckpoint) throws {
        let text = checkpoint.bytes
        guard text.count <= Self.placeSize else { throw Problem(.configuration, "The origin of the log is too long.") }
        let padded = text + [UInt8](repeating: 0x0A, count: Self.placeSize - text.count)
        if let file = try self.opened() {
            try file.write(padded, at: self.next * Self.placeSize)
            try file.sync()
        } else {
            try self.create(padded)
        }
        self.next = 1 - self.next
    }

    private func opened() throws -> (any UpdatedFile)? {
        if self.file == nil, FileManager.default.fileExists(atPath: self.path) {
            self.file = try self.fileSystem.update(self.path)
        }
        return self.file
    }

    /// Makes the file with its first checkpoint, in one step.
    private func create(_ first: [UInt8]) throws {
        let temporary = "\(self.path).new"
        try? self.fileSystem.remove(temporary)
        let file = try self.fileSystem.create(temporary)
        try file.write(first + [UInt8](repeating: 0x0A, count: Self.placeSize))
        try file.sync()
        try file.close()
        try self.fileSystem.rename(temporary, to: self.path)
        try self.fileSystem.syncFolder(URL(fileURLWithPath: self.path).deletingLastPathComponent().path)
        self.next = 0
    }
}
