// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
package import ZegelCore
package import ZegelStore
import ZegelVerify

/// What was destroyed, in a file outside the store and outside its backups: `restore` destroys it again (DESIGN §4.4).
///
/// One line for each: the record, a code under the storage key, so that only who can read the data can name what it is to lose, and by
/// what the container is known when it comes again. A line stands there before the server states that the message is gone.
package final class ErasureJournal: Sendable {
    private static let purpose = "zegel erased v1"

    private let path: String
    private let key: StorageKey
    /// What this process has written; what comes twice does no harm.
    private let written = Mutex<Set<MessageID>>([])

    /// Names the file.
    ///
    /// - Throws: `configuration.invalid` where the storage key is none.
    package init(_ path: String, key: [UInt8]) throws(Problem) {
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        self.path = path
        self.key = key
    }

    /// Adds what is being destroyed; it is durable when this returns.
    func add(_ erasures: [UnfinishedErasure]) throws {
        let new = self.written.withLock { written in erasures.filter { !written.contains($0.message) } }
        guard !new.isEmpty else { return }
        let lines = new.map { erasure in
            let container = erasure.container ?? []
            let code = self.key.code(for: erasure.record + container, purpose: Self.purpose)
            let parts = [erasure.record, code] + (container.isEmpty ? [] : [container])
            return parts.map { Base64.encode($0) }.joined(separator: " ") + "\n"
        }
        let isNew = !FileManager.default.fileExists(atPath: self.path)
        if isNew { try SystemFileSystem().create(self.path).close() }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: self.path))
        // Behind a line that a crash cut off nothing could be read.
        let end = try handle.seekToEnd()
        if end > 0 {
            try handle.seek(toOffset: end - 1)
            if try handle.read(upToCount: 1) != Data([0x0A]) { try handle.write(contentsOf: Data([0x0A])) }
        }
        try handle.write(contentsOf: Data(lines.joined().utf8))
        try handle.synchronize()
        try handle.close()
        if isNew {
            try SystemFileSystem().syncFolder(URL(fileURLWithPath: self.path).deletingLastPathComponent().path)
        }
        self.written.withLock { $0.formUnion(new.map(\.message)) }
    }

    /// All that was destroyed; nothing where there is no file.
    ///
    /// A line that was cut off by a crash, or that another key made, names nothing.
    ///
    /// - Throws: `configuration.invalid` where it cannot be read.
    package func memories() throws(Problem) -> [ErasedMemory] {
        guard FileManager.default.fileExists(atPath: self.path) else { return [] }
        guard let data = FileManager.default.contents(atPath: self.path) else {
            throw Problem(.configuration, "\(self.path) cannot be read.")
        }
        var memories: [ErasedMemory] = []
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ").map { Base64.decode(String($0)) }
            guard [2, 3].contains(parts.count), let record = parts[0], let code = parts[1],
                let container = parts.count == 3 ? parts[2] : [],
                self.key.accepts(code, for: record + container, purpose: Self.purpose)
            else { continue }
            let known = container.isEmpty ? nil : container
            memories.append(ErasedMemory(record: try ErasureRecord(parsing: record), container: known))
        }
        return memories
    }
}
