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
}
