// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A bound on the memory of a process, beyond which the kernel kills it; where the machine allows one.
final class MemoryGroup {
    /// Whether this process may set such bounds.
    static let isAllowed = (try? MemoryGroup(upTo: 1 << 30)) != nil

    /// Where groups of the first version are made, and those of the second, with the file that holds the bound.
    private static let places = [
        ("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max"),
    ]

    private let path: String

    /// Makes one for what its members take from now on.
    init(upTo bytes: Int) throws {
        for (place, file) in Self.places {
            let path = "\(place)/zegel-\(UUID())"
            guard
                (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)) != nil
            else { continue }
            if FileManager.default.fileExists(atPath: "\(path)/\(file)"), Self.write(bytes, to: "\(path)/\(file)") {
                self.path = path
                return
            }
            try? FileManager.default.removeItem(atPath: path)
        }
        throw Missing(what: "No group can be made.")
    }

    deinit { _ = unsafe rmdir(self.path) }

    /// Takes a process in; what it has already counts elsewhere.
    func hold(_ process: Int32) throws {
        guard Self.write(Int(process), to: "\(self.path)/cgroup.procs") else { throw Missing(what: "\(process)") }
    }

    private static func write(_ number: Int, to path: String) -> Bool {
        guard let file = FileHandle(forWritingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.write(contentsOf: Data("\(number)".utf8))) != nil
    }
}
