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
        let size: UInt64
        let written: Date
    }

    private var stamps: [String: Stamp] = [:]

    /// Looks at files, and at all that stands below folders; what is not there is part of the picture.
    init(_ paths: [String]) {
        for path in paths {
            self.look(path)
            let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            for name in (try? FileManager.default.subpathsOfDirectory(atPath: resolved)) ?? [] {
                self.look("\(path)/\(name)")
            }
        }
    }

    private mutating func look(_ path: String) {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved),
            let written = attributes[.modificationDate] as? Date
        else { return }
        self.stamps[path] = Stamp(
            number: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0,
            size: (attributes[.size] as? NSNumber)?.uint64Value ?? 0,
            written: written
        )
    }
}
