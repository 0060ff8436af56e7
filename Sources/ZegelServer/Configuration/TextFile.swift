// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
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
    /// - Throws: What the file system says, or `configuration.invalid`.
    static func keep(_ text: String, at path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try KeptFile.write(Array(text.utf8), to: path)
    }
}
