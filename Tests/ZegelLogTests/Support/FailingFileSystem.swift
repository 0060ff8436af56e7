// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelStore

/// The file system of this machine, in which one step fails: before it is done, or after.
final class FailingFileSystem: FileSystem {
    struct Failure: Error {}

    // The steps until one fails; below 0 none does. Whether that one is done all the same.
    private let plan = Mutex((left: -1, isDone: false))
    private let system = SystemFileSystem()

    func fail(at step: Int, doing isDone: Bool) { self.plan.withLock { $0 = (step, isDone) } }

    /// Whether the step that was to fail has not come yet.
    var isWaiting: Bool { self.plan.withLock { $0.left >= 0 } }

    fileprivate func step<Value>(_ body: () throws -> Value) throws -> Value {
        let (fails, isDone) = self.plan.withLock { plan in
            guard plan.left >= 0 else { return (false, false) }
            plan.left -= 1
            return (plan.left < 0, plan.isDone)
        }
        if fails, !isDone { throw Failure() }
        let value = try body()
        if fails { throw Failure() }
        return value
    }

    func makeFolder(_ path: String) throws { try self.system.makeFolder(path) }
    func open(_ path: String) throws -> any InputFile { try self.system.open(path) }

    func update(_ path: String) throws -> any UpdatedFile {
        Updated(of: self, file: try self.system.update(path))
    }

    func rename(_ path: String, to other: String) throws { try self.step { try self.system.rename(path, to: other) } }
    func syncFolder(_ path: String) throws { try self.step { try self.system.syncFolder(path) } }
    func remove(_ path: String) throws { try self.system.remove(path) }
    func list(_ path: String) throws -> [String] { try self.system.list(path) }

    func create(_ path: String) throws -> any OutputFile {
        try self.step { File(of: self, file: try self.system.create(path)) }
    }

    private struct Updated: UpdatedFile {
        let of: FailingFileSystem
        let file: any UpdatedFile

        func write(_ bytes: [UInt8], at offset: Int) throws {
            try self.of.step { try self.file.write(bytes, at: offset) }
        }

        func sync() throws { try self.of.step { try self.file.sync() } }
    }

    private struct File: OutputFile {
        let of: FailingFileSystem
        let file: any OutputFile

        func write(_ bytes: [UInt8]) throws { try self.of.step { try self.file.write(bytes) } }
        func sync() throws { try self.of.step { try self.file.sync() } }
        func close() throws { try self.of.step { try self.file.close() } }
    }
}
