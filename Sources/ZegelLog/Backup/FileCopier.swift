// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
package import ZegelCore
package import ZegelStore

/// Reads, hashes and copies files piece by piece; what it wrote is durable before it has its name.
package struct FileCopier: Sendable {
    private static let piece = 1 << 20
    private let fileSystem: any FileSystem
    /// Told of each piece that was read, in bytes.
    private let progress: @Sendable (Int) -> Void

    /// Prepares to copy.
    package init(_ fileSystem: any FileSystem, progress: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.fileSystem = fileSystem
        self.progress = progress
    }

    /// The SHA-256 of a file; `nil` where there is none.
    package func digest(of path: String) throws -> ContentDigest? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try self.read(path) { _ in }
    }

    /// Copies a file, over one that has the name; durable once the folder was synced.
    ///
    /// - Returns: Its SHA-256.
    @discardableResult
    package func copy(_ path: String, to target: String) throws -> ContentDigest {
        let temporary = "\(target).new"
        // What was broken off before has left one.
        try? self.fileSystem.remove(temporary)
        let file = try self.fileSystem.create(temporary)
        let digest = try self.read(path) { try file.write($0) }
        try file.sync()
        try file.close()
        try self.fileSystem.rename(temporary, to: target)
        return digest
    }

    private func read(_ path: String, _ body: ([UInt8]) throws -> Void) throws -> ContentDigest {
        let file = try self.fileSystem.open(path)
        var (hash, offset) = (SHA256(), 0)
        while true {
            let bytes = try file.read(Self.piece, at: offset)
            guard !bytes.isEmpty else { return ContentDigest(hash.finalize()) }
            hash.update(data: bytes)
            offset += bytes.count
            try body(bytes)
            self.progress(bytes.count)
        }
    }
}
