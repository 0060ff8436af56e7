// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Holds a file while its next content is made, so that of two writers none loses what the other wrote.
///
/// The next content is created under a name that only one can create, and then renamed into place: a reader sees the old or the
/// new list, whole.
package struct ListLock: ~Copyable {
    /// What the file held when it was locked.
    package let text: String
    private let path: String
    private var isHeld = true
    private var next: String { "\(self.path).next" }

    /// Locks a file.
    ///
    /// - Throws: `configuration.invalid` where the file cannot be read, or another holds it.
    package init(_ path: String) throws {
        self.path = path
        let next = "\(path).next"
        let file = unsafe open(next, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw Problem(
                .configuration,
                errno == EEXIST
                    ? "\(next) exists: another command writes the list now, or was broken off; in that case remove it."
                    : "\(next) cannot be made; may this user write there?"
            )
        }
        close(file)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            unsafe unlink(next)
            throw Problem(.configuration, "\(path) cannot be read; zegel init makes one in a trial installation.")
        }
        self.text = text
    }

    /// What was not put into place goes; once it was, the name may already be another's.
    deinit {
        if self.isHeld { unsafe unlink("\(self.path).next") }
    }

    /// Puts new content in the place of the old, on the disk before it is seen.
    ///
    /// - Throws: `configuration.invalid` where it cannot be written.
    package mutating func replace(with text: String) throws {
        do {
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: self.next))
            try file.write(contentsOf: Array(text.utf8))
            try file.synchronize()
            try file.close()
            guard unsafe rename(self.next, self.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            self.isHeld = false
        } catch {
            throw Problem(.configuration, "\(self.path) cannot be written: \(error.localizedDescription)")
        }
    }
}
