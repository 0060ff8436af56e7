// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import ZegelCore

/// Where the bytes of a message are before it is stored.
package enum MessageContent: Sendable {
    /// In memory, not encrypted yet.
    case inline([UInt8])
    /// In a file, encrypted and durable.
    case spooled(SpooledContent)
}

/// A large content in its file: encrypted, synced and named; what is missing is the message that owns it.
package struct SpooledContent: Sendable {
    let name: String
    let key: SymmetricKey
    /// Bytes before encryption.
    package let size: Int
}

/// Writes a large content to a temporary file, encrypted from the first byte; one job at a time uses it.
///
/// A crash leaves a temporary file that the next start removes, or a finished one that no message names, which it removes too.
package final class Spool: @unchecked Sendable {
    private let folder: DataFolder
    private let path: String
    private let file: any OutputFile
    private let key = SymmetricKey(size: .bits256)
    private let cipher: SegmentCipher
    private var pending: [UInt8] = []
    private var number = 0
    private var size = 0
    /// The file in its place, once it may be there.
    private var placed: String?

    init(in folder: DataFolder) throws {
        self.folder = folder
        self.path = folder.spoolPath()
        do { self.file = try folder.fileSystem.create(self.path) } catch {
            // It may be there all the same; the name is nobody else's.
            try? folder.fileSystem.remove(self.path)
            throw error
        }
        self.cipher = SegmentCipher(messageKey: self.key)
    }

    /// Encrypts and writes bytes; nothing is promised before ``finish()``.
    ///
    /// - Throws: `server.storage-low` where the disk has no room for more; what the file system says.
    package func append(_ bytes: ArraySlice<UInt8>) throws {
        try self.folder.room.check(for: bytes.count)
        self.size += bytes.count
        var rest = bytes
        // The last segment is written by `finish`, which knows that it is the last.
        while self.pending.count + rest.count > SegmentCipher.plain {
            if self.pending.isEmpty {
                try self.write(rest.prefix(SegmentCipher.plain))
                rest = rest.dropFirst(SegmentCipher.plain)
            } else {
                let missing = rest.prefix(SegmentCipher.plain - self.pending.count)
                self.pending += missing
                rest = rest.dropFirst(missing.count)
                try self.write(self.pending[...])
                self.pending.removeAll(keepingCapacity: true)
            }
        }
        self.pending += rest
    }

    private func write(_ segment: ArraySlice<UInt8>) throws {
        try self.file.write(self.cipher.seal(segment, number: self.number, isLast: false))
        self.number += 1
    }

    /// Writes the rest and makes file and name durable: fsync of the file, rename, fsync of the folders.
    package func finish() throws -> SpooledContent {
        try self.file.write(self.cipher.seal(self.pending[...], number: self.number, isLast: true))
        try SyncFailure.telling { try self.file.sync() }
        try self.file.close()
        let name = "\(MessageID.random())"
        self.placed = self.folder.contentPath(name)
        try self.folder.place(self.path, as: name)
        return SpooledContent(name: name, key: self.key, size: self.size)
    }

    /// Removes the file, temporary or in its place; a failure leaves it to the next start.
    func discard() {
        try? self.file.close()
        for path in [self.path, self.placed] { if let path { try? self.folder.fileSystem.remove(path) } }
    }
}
