// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore

/// Files that are kept as evidence.
package enum KeptFile {
    /// Writes a file whole or not at all, and makes it and its name durable; one that is there already is replaced.
    ///
    /// - Throws: `configuration.invalid` where the folder cannot be written.
    package static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        let temporary = "\(path).\(UUID().uuidString.prefix(8)).tmp"
        do {
            guard
                FileManager.default.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
            defer { try? file.close() }
            try file.write(contentsOf: bytes)
            try file.synchronize()
            guard unsafe rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            try Self.syncFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw Problem(.configuration, "\(path) cannot be written.")
        }
    }

    private static func syncFolder(_ path: String) throws {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
