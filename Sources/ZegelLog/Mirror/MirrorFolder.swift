// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import TransparencyLog
import ZegelCore
import ZegelStore

/// The folder of a mirror, held by one process: the files of a log under the names that a server gives them.
final class MirrorFolder: Sendable {
    let path: String
    private let lock: FolderLock
    private let fileSystem: any FileSystem
    /// The folders in which names are not durable yet.
    private let touched = Mutex<Set<String>>([])

    /// Takes possession of a folder, which is made where it is absent.
    ///
    /// - Throws: `configuration.invalid` where it cannot be used, or another process mirrors into it.
    init(_ path: String, fileSystem: any FileSystem) throws(Problem) {
        self.path = path
        self.fileSystem = fileSystem
        do { try self.fileSystem.makeFolder(path) } catch {
            throw Problem(.configuration, "\(path) cannot be made: \(error)")
        }
        self.lock = try FolderLock(path)
    }

    /// Where contradicting checkpoints are kept.
    var evidence: String { "\(self.path)/forks" }

    /// A part, where it is there; whether it is right is not looked at.
    func read(_ resource: LogResource) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(self.path)/\(resource.path)").map { Array($0) }
    }

    /// Writes a part whole; its name is durable after ``keep(_:)``.
    func write(_ bytes: [UInt8], as resource: LogResource) throws(Problem) {
        let file = "\(self.path)/\(resource.path)"
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        do {
            // Under the lock: who comes second must find it made.
            try self.touched.withLock { touched in
                guard !touched.contains(folder) else { return }
                try self.fileSystem.makeFolder(folder)
                touched.insert(folder)
            }
            try DurableFile.place(bytes, at: file, self.fileSystem)
        } catch {
            throw Problem(.configuration, "\(file) cannot be written: \(error)")
        }
    }

    /// Makes everything durable, and then the checkpoint that all of it was verified against.
    func keep(_ checkpoint: SignedCheckpoint) throws(Problem) {
        do {
            for folder in self.foldersToSync() { try self.fileSystem.syncFolder(folder) }
            try DurableFile.write(checkpoint.bytes, to: "\(self.path)/checkpoint", self.fileSystem)
        } catch {
            throw Problem(.configuration, "The checkpoint cannot be kept in \(self.path): \(error)")
        }
    }

    /// The folders that names were made in, and those above them.
    private func foldersToSync() -> Set<String> {
        self.touched.withLock { touched in
            var folders: Set<String> = []
            for folder in touched {
                var above = folder
                while above.utf8.count > self.path.utf8.count, folders.insert(above).inserted {
                    above = URL(fileURLWithPath: above).deletingLastPathComponent().path
                }
            }
            touched = []
            return folders
        }
    }

    /// Removes a part that a wider one has taken the place of.
    func remove(_ resource: LogResource) { try? self.fileSystem.remove("\(self.path)/\(resource.path)") }
}
