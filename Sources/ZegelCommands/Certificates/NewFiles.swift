// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Files that a command makes: never over an existing one, and all or none.
enum NewFiles {
    struct File {
        let path: String
        let text: String
        /// Read by its owner alone.
        var isSecret = false
    }

    /// Writes them.
    ///
    /// - Throws: `configuration.invalid` where one exists or cannot be written; none is left behind.
    static func write(_ files: [File]) throws {
        var written: [String] = []
        do {
            for file in files {
                let mode: mode_t = file.isSecret ? 0o600 : 0o644
                let descriptor = unsafe open(file.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
                guard descriptor >= 0 else {
                    throw Problem(
                        .configuration,
                        errno == EEXIST
                            ? "\(file.path) exists already and is left as it is; name another file."
                            : "\(file.path) cannot be made."
                    )
                }
                written.append(file.path)
                let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
                try handle.write(contentsOf: Array(file.text.utf8))
                try handle.synchronize()
                try handle.close()
            }
        } catch {
            for path in written { unsafe unlink(path) }
            throw error as? Problem
                ?? Problem(.configuration, "A file cannot be written: \(error.localizedDescription)")
        }
    }
}
