// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// By what a change of files is noticed: which file it is, how long, and when it was written last.
///
/// Links are followed, so that a folder whose link is turned to another one counts as changed.
struct FileStamps: Equatable {
    private struct Stamp: Equatable {
        let number: UInt64
        let size: Int
        let written: Int
        let nanoseconds: Int
    }

    private var stamps: [String: Stamp] = [:]

    /// Looks at files, and at all that stands below folders; what is not there is part of the picture.
    init(_ paths: [String]) {
        for path in paths where self.look(path) {
            let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            for name in (try? FileManager.default.subpathsOfDirectory(atPath: resolved)) ?? [] {
                _ = self.look("\(path)/\(name)")
            }
        }
    }

    /// Notes a file, and says whether it is a folder.
    private mutating func look(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        self.stamps[path] = Stamp(
            number: UInt64(status.st_ino),
            size: Int(status.st_size),
            written: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec
        )
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
