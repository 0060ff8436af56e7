// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import ZegelCore

/// A folder that one process has for itself, as long as the value lives.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes possession of a folder that is there.
    ///
    /// - Throws: `configuration.invalid` where it cannot be written, or another process has it.
    init(_ folder: String) throws(Problem) {
        let descriptor = unsafe Glibc.open("\(folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Problem(.configuration, "\(folder) cannot be written.") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            _ = Glibc.close(descriptor)
            throw Problem(.configuration, "Another process uses \(folder) now.")
        }
        self.descriptor = descriptor
    }

    deinit {
        // Said aloud: a process that is being started at this moment holds a copy.
        flock(self.descriptor, LOCK_UN)
        _ = Glibc.close(self.descriptor)
    }
}
