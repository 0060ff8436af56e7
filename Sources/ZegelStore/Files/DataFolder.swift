// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization
import ZegelCore

/// The folder that one server process owns: database, contents, temporary files, lock.
final class DataFolder: Sendable {
    let path: String
    let fileSystem: any FileSystem
    /// Whether there is room for new messages.
    let room: DiskSpace
    private let lock: Mutex<Int32?>
    /// The names that were placed since a search for files of nobody began; `nil` where there is none.
    private let placed = Mutex<Set<String>?>(nil)

    /// Takes possession of the folder and clears what an earlier process left half written.
    ///
    /// - Throws: ``Problem`` `store.locked` where another process owns it; what the file system says.
    ///
    /// - Parameter reserve: Bytes that new messages leave free.
    init(_ path: String, fileSystem: any FileSystem, reserve: Int = Limits().diskReserve) throws {
        self.path = path
        self.fileSystem = fileSystem
        self.room = DiskSpace(reserve: reserve) { try fileSystem.free(path) }
        for folder in [path, "\(path)/spool", "\(path)/content"] { try fileSystem.makeFolder(folder) }
        try fileSystem.syncFolder(path)
        // A folder above that we may not open belongs to someone else, who has made this one.
        try? fileSystem.syncFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        let descriptor = unsafe Glibc.open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError(errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            _ = Glibc.close(descriptor)
            throw Problem(.storeLocked, "Another process uses this data folder; stop it, or name another folder.")
        }
        self.lock = Mutex(descriptor)
        for name in try fileSystem.list("\(path)/spool") { try fileSystem.remove("\(path)/spool/\(name)") }
    }

    deinit { self.release() }

    /// Gives the folder up, so that another process may have it.
    func release() {
        self.lock.withLock { descriptor in
            if let descriptor {
                // Said aloud: a process that is being started at this moment holds a copy, and closing ours leaves that one locked.
                flock(descriptor, LOCK_UN)
                _ = Glibc.close(descriptor)
            }
            descriptor = nil
        }
    }

    /// A fresh name for a temporary file.
    func spoolPath() -> String { "\(self.path)/spool/\(MessageID.random())" }

    /// Where a large content stands, by its name.
    func contentPath(_ name: String) -> String { "\(self.path)/content/\(name.prefix(2))/\(name)" }

    /// Moves a finished file to its place; the name is durable when this returns.
    ///
    /// - Throws: ``SyncFailure``, or what the file system says.
    func place(_ temporary: String, as name: String) throws {
        let folder = "\(self.path)/content/\(name.prefix(2))"
        self.placed.withLock { _ = $0?.insert(name) }
        try self.fileSystem.makeFolder(folder)
        try self.fileSystem.rename(temporary, to: self.contentPath(name))
        for folder in [folder, "\(self.path)/content", "\(self.path)/spool"] {
            try SyncFailure.telling { try self.fileSystem.syncFolder(folder) }
        }
    }

    /// A search for files that nobody owns begins, or has ended; it leaves alone what is placed meanwhile.
    func searches(_ isSearching: Bool) { self.placed.withLock { $0 = isSearching ? [] : nil } }

    /// Whether a file was placed since the search began: who is to own it may not have it yet.
    func isNew(_ name: String) -> Bool { self.placed.withLock { $0?.contains(name) ?? false } }
}
