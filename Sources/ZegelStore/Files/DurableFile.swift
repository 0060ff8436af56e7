// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Small files that are replaced as a whole.
package enum DurableFile {
    /// Writes a file in the place of the one that is there; it is durable when this returns.
    ///
    /// After an error either of the two may be there.
    package static func write(_ bytes: [UInt8], to path: String, _ fileSystem: any FileSystem) throws {
        try self.place(bytes, at: path, fileSystem)
        try fileSystem.syncFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// Writes a file that appears whole; its name is durable after its folder was synced.
    package static func place(_ bytes: [UInt8], at path: String, _ fileSystem: any FileSystem) throws {
        let temporary = self.unfinished(path)
        // What was broken off before has left one.
        try? fileSystem.remove(temporary)
        let file = try fileSystem.create(temporary)
        try file.write(bytes)
        try file.sync()
        try file.close()
        try fileSystem.rename(temporary, to: path)
    }

    /// Under which name a file is written; one that was broken off stays there.
    package static func unfinished(_ path: String) -> String { "\(path).new" }
}
