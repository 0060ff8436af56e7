// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
import ZegelStore

/// The machine's file system, with a count of its calls; it fails one of them when told to.
final class FaultyFileSystem: FileSystem {
    enum Call: Int, Sendable, CaseIterable {
        case makeFolder
        case create
        case write
        case sync
        case close
        case rename
        case syncFolder
        case overwrite
        case syncOverwritten
    }

    private struct State {
        var counts: [Call: Int] = [:]
        var failing: (call: Call, number: Int, isDone: Bool, error: SystemError)?
    }

    private let system = SystemFileSystem()
    private let state = Mutex(State())
    /// What the disk has free; what the machine has where it is `nil`.
    let space = Mutex<Int?>(nil)
    private let seen: @Sendable (Call) -> Void

    /// - Parameter seen: Told of each call that went well.
    init(seen: @escaping @Sendable (Call) -> Void = { _ in }) { self.seen = seen }

    /// Fails the nth such call from now on, once; 1 is the next.
    ///
    /// It may be done all the same.
    func fail(_ call: Call, number: Int, doing isDone: Bool = false, as error: Int32 = ENOSPC) {
        self.state.withLock { $0 = State(failing: (call, number, isDone, SystemError(error))) }
    }

    /// How often a call was made since the last ``fail(_:number:)``, the failing one included.
    func count(_ call: Call) -> Int { self.state.withLock { $0.counts[call] ?? 0 } }

    private func doing<Value>(_ call: Call, _ work: () throws -> Value) throws -> Value {
        let failure = self.state.withLock { state in
            state.counts[call, default: 0] += 1
            return state.failing.flatMap { $0.call == call && $0.number == state.counts[call] ? $0 : nil }
        }
        if let failure, !failure.isDone { throw failure.error }
        let value = try work()
        if let failure { throw failure.error }
        self.seen(call)
        return value
    }

    func makeFolder(_ path: String) throws { try self.doing(.makeFolder) { try self.system.makeFolder(path) } }

    func create(_ path: String) throws -> any OutputFile {
        File(file: try self.doing(.create) { try self.system.create(path) }, owner: self)
    }

    func open(_ path: String) throws -> any InputFile { try self.system.open(path) }

    func update(_ path: String) throws -> any UpdatedFile {
        Overwritten(file: try self.system.update(path), owner: self)
    }

    func rename(_ path: String, to other: String) throws {
        try self.doing(.rename) { try self.system.rename(path, to: other) }
    }

    func syncFolder(_ path: String) throws { try self.doing(.syncFolder) { try self.system.syncFolder(path) } }

    func remove(_ path: String) throws { try self.system.remove(path) }

    func free(_ path: String) throws -> Int { try self.space.withLock { $0 } ?? self.system.free(path) }

    func list(_ path: String) throws -> [String] { try self.system.list(path) }

    private struct Overwritten: UpdatedFile {
        let file: any UpdatedFile
        let owner: FaultyFileSystem

        func write(_ bytes: [UInt8], at offset: Int) throws {
            try self.owner.doing(.overwrite) { try self.file.write(bytes, at: offset) }
        }

        func sync() throws { try self.owner.doing(.syncOverwritten) { try self.file.sync() } }
    }

    private struct File: OutputFile {
        let file: any OutputFile
        let owner: FaultyFileSystem

        func write(_ bytes: [UInt8]) throws { try self.owner.doing(.write) { try self.file.write(bytes) } }

        func sync() throws { try self.owner.doing(.sync) { try self.file.sync() } }

        func close() throws { try self.owner.doing(.close) { try self.file.close() } }
    }
}
