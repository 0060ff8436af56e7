// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// The files that the configuration names.
enum TextFile {
    /// Reads a file of UTF-8.
    ///
    /// - Throws: `configuration.invalid` with the path.
    static func read(_ path: String) throws(Problem) -> String {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw Problem(.configuration, "\(path) cannot be read.") }
        return text
    }

    /// Keeps a text: on the disk before it is seen, whole or not at all; the folder is made where there is none.
    ///
    /// - Throws: What the file system says.
    static func keep(_ text: String, at path: String) throws {
        let place = URL(fileURLWithPath: path)
        let new = URL(fileURLWithPath: "\(path).new")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try Data().write(to: new)
        let file = try FileHandle(forWritingTo: new)
        try file.write(contentsOf: Array(text.utf8))
        try file.synchronize()
        try file.close()
        guard unsafe rename(new.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let folder = unsafe open(place.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
