// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore
package import ZegelStore

/// Copies a data folder into a backup, while the server runs or not (DESIGN §4.4).
///
/// The record is written last and in one step, and names all else by its digest: whenever this is broken off, the folder holds the backup
/// that was there before, or the new one. Large contents never change, so that only new ones are copied.
package struct Backup: Sendable {
    /// What is backed up.
    package struct Source: Sendable {
        let data: String
        let anchor: String
        let log: NoteVerifier
        let key: [UInt8]

        /// Names the data folder, `checkpoint.anchor`, the key of the log, and the storage key.
        package init(data: String, anchor: String, log: NoteVerifier, key: [UInt8]) {
            self.data = data
            self.anchor = anchor
            self.log = log
            self.key = key
        }
    }

    /// What came of it.
    package struct Outcome: Sendable {
        /// What the backup holds.
        package let record: BackupRecord
        /// How many files it has of large contents.
        package let contents: Int
        /// How many of them were copied this time.
        package let copied: Int
    }

    private let source: Source
    private let folder: String
    private let fileSystem: any FileSystem
    private let copier: FileCopier
    private let check: BackupCheck

    /// Prepares a backup into a folder.
    ///
    /// - Parameter progress: Told of each piece that was read, in bytes.
    package init(
        _ source: Source,
        to folder: String,
        fileSystem: any FileSystem = SystemFileSystem(),
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.source = source
        self.folder = folder
        self.fileSystem = fileSystem
        self.copier = FileCopier(fileSystem, progress: progress)
        self.check = BackupCheck(folder, key: source.key, copier: self.copier)
    }

    /// Makes the backup, and reads it again.
    ///
    /// - Parameters:
    ///   - now: The time that it states.
    ///   - given: Checkpoints from elsewhere, where the anchor is lost.
    /// - Throws: `configuration.invalid`, `backup.altered` where the folder holds a backup with another key, `backup.failed`, `log.disagrees`.
    package func callAsFunction(at now: Instant, given: [VerifiedCheckpoint] = []) async throws(Problem) -> Outcome {
        guard let key = StorageKey(self.source.key) else {
            throw Problem(.configuration, "storage.key holds 32 bytes in base64.")
        }
        try Self.doing { try self.fileSystem.makeFolder(self.folder) }
        let lock = try FolderLock(self.folder)
        defer { withExtendedLifetime(lock) {} }
        let before = try self.check.record()
        try self.refuseOthers()
        let database = try self.copyDatabase()
        let copy = "\(self.folder)/\(database.name)"
        let checkpoint = try await SettledLog(self.source, copy: copy).checkpoint(given)
        let contents = try StoreCopy(copy).contents()
        var files = FileDigests()
        files.add(database.name, database.digest)
        let copied = try Self.doing { try self.copyContents(contents.files, before?.1, &files) }
        let list = try Self.doing { try self.write(files) }
        let record = BackupRecord(
            time: now,
            log: self.source.log,
            checkpoint: checkpoint,
            messages: contents.messages,
            database: database.name,
            list: list.name,
            listDigest: list.digest
        )
        try await self.check.check(record, files)
        try Self.doing {
            // What was there already has been read for this.
            for name in copied + [database.name]
            where try self.copier.digest(of: "\(self.folder)/\(name)") != files.digests[name] {
                throw Problem(.backupDamaged, "\(name) is not what was written: the disk is failing.")
            }
            let path = "\(self.folder)/\(BackupRecord.name)"
            try DurableFile.write(record.encoded(by: key), to: path, self.fileSystem)
            try self.removeOthers(than: files, list.name)
        }
        return Outcome(record: record, contents: contents.files.count, copied: copied.count)
    }

    /// A folder with anything else is not one to tidy up.
    private func refuseOthers() throws(Problem) {
        let names = try Self.doing { try self.fileSystem.list(self.folder) }
        let other = names.first { name in
            ![".lock", "content", BackupRecord.name, "\(BackupRecord.name).new"].contains(name)
                && !["zegel", "files"].contains { name.hasPrefix("\($0)-") || name == "\($0).new" }
        }
        guard let other else { return }
        throw Problem(
            .configuration,
            "\(self.folder) holds \(other), which is no part of a backup; name another folder."
        )
    }

    private func copyDatabase() throws(Problem) -> (name: String, digest: ContentDigest) {
        let temporary = "\(self.folder)/zegel.new"
        try Self.doing {
            try? self.fileSystem.remove(temporary)
            // Made first, for its owner alone.
            try self.fileSystem.create(temporary).close()
        }
        try StoreCopy.write(of: self.source.data, into: temporary)
        return try Self.doing {
            try self.fileSystem.update(temporary).sync()
            guard let digest = try self.copier.digest(of: temporary) else { throw Problem(.backupFailed) }
            let name = "zegel-\("\(digest)".prefix(16)).sqlite"
            try self.fileSystem.rename(temporary, to: "\(self.folder)/\(name)")
            return (name, digest)
        }
    }

    /// Copies what is not there; what is there is read, and copied again where it is not what it was.
    private func copyContents(_ names: [String], _ before: FileDigests?, _ files: inout FileDigests) throws -> [String]
    {
        var copied: [String] = []
        var folders: Set<String> = []
        for name in names {
            let path = BackupCheck.path(ofContent: name)
            let (source, target) = ("\(self.source.data)/\(path)", "\(self.folder)/\(path)")
            let there = try self.copier.digest(of: target)
            let known = try before?.digests[path] ?? (there == nil ? nil : self.copier.digest(of: source))
            if let there, there == known {
                files.add(path, there)
                continue
            }
            let folder = "\(self.folder)/content/\(name.prefix(2))"
            if folders.insert(folder).inserted { try self.fileSystem.makeFolder(folder) }
            files.add(path, try self.copier.copy(source, to: target))
            copied.append(path)
        }
        for folder in folders { try self.fileSystem.syncFolder(folder) }
        if !folders.isEmpty { try self.fileSystem.syncFolder("\(self.folder)/content") }
        return copied
    }

    private func write(_ files: FileDigests) throws -> (name: String, digest: ContentDigest) {
        let bytes = files.encoded
        let digest = ContentDigest(of: bytes)
        let name = "files-\("\(digest)".prefix(16)).sha256"
        try DurableFile.write(bytes, to: "\(self.folder)/\(name)", self.fileSystem)
        return (name, digest)
    }

    /// Removes what the record does not name: of the backup before, and of what was removed from the data since.
    private func removeOthers(than files: FileDigests, _ list: String) throws {
        let kept = Set(files.digests.keys).union([list, BackupRecord.name, ".lock", "content"])
        for name in try self.fileSystem.list(self.folder) where !kept.contains(name) {
            try self.fileSystem.remove("\(self.folder)/\(name)")
        }
        let content = "\(self.folder)/content"
        guard FileManager.default.fileExists(atPath: content) else { return }
        for prefix in try self.fileSystem.list(content) {
            for name in try self.fileSystem.list("\(content)/\(prefix)")
            where !kept.contains("content/\(prefix)/\(name)") {
                try self.fileSystem.remove("\(content)/\(prefix)/\(name)")
            }
        }
    }

    /// Does what the disk may refuse.
    private static func doing<Value>(_ body: () throws -> Value) throws(Problem) -> Value {
        do { return try body() } catch {
            throw error as? Problem ?? Problem(.backupFailed, "\(error). What was there before is as it was.")
        }
    }
}
