// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelStore

/// The file system under the anchor of a log: the auditor looks at each checkpoint as soon as it is durable, before anyone is answered.
final class AuditedAnchor: FileSystem {
    private let system: any FileSystem
    private let auditor: Auditor
    private let written = Mutex<[UInt8]>([])

    init(_ system: any FileSystem, _ auditor: Auditor) {
        self.system = system
        self.auditor = auditor
    }

    private func look() { self.auditor.look(at: self.written.withLock { $0 }) }

    func makeFolder(_ path: String) throws { try self.system.makeFolder(path) }

    func create(_ path: String) throws -> any OutputFile {
        Created(file: try self.system.create(path), owner: self)
    }

    func open(_ path: String) throws -> any InputFile { try self.system.open(path) }

    func update(_ path: String) throws -> any UpdatedFile {
        Overwritten(file: try self.system.update(path), owner: self)
    }

    func rename(_ path: String, to other: String) throws {
        try self.system.rename(path, to: other)
        self.look()
    }

    func syncFolder(_ path: String) throws { try self.system.syncFolder(path) }

    func remove(_ path: String) throws { try self.system.remove(path) }

    func list(_ path: String) throws -> [String] { try self.system.list(path) }

    private struct Created: OutputFile {
        let file: any OutputFile
        let owner: AuditedAnchor

        func write(_ bytes: [UInt8]) throws {
            try self.file.write(bytes)
            self.owner.written.withLock { $0 = bytes }
        }

        func sync() throws { try self.file.sync() }

        func close() throws { try self.file.close() }
    }

    private struct Overwritten: UpdatedFile {
        let file: any UpdatedFile
        let owner: AuditedAnchor

        func write(_ bytes: [UInt8], at offset: Int) throws {
            try self.file.write(bytes, at: offset)
            self.owner.written.withLock { $0 = bytes }
        }

        func sync() throws {
            try self.file.sync()
            self.owner.look()
        }
    }
}
