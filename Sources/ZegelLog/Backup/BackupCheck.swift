// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog
import ZegelClient
package import ZegelCore
import ZegelStore

/// A backup that was found to hold, all of it: only checking one makes it.
package struct WholeBackup: Sendable {
    /// The folder.
    package let folder: String
    /// What it says about itself.
    package let record: BackupRecord
    /// Every file but the record and its list, with its digest.
    package let files: FileDigests
    /// The database.
    package var database: String { "\(self.folder)/\(self.record.database)" }
}

/// Reads a whole backup: every file against its digest, the database, and the log in it from its first entry.
package struct BackupCheck: Sendable {
    private let folder: String
    private let key: [UInt8]
    private let copier: FileCopier

    /// Prepares to check the backup in a folder, made with a storage key.
    package init(_ folder: String, key: [UInt8], copier: FileCopier) {
        self.folder = folder
        self.key = key
        self.copier = copier
    }

    /// Reads all of it.
    ///
    /// - Throws: `backup.missing`, `backup.altered`, `backup.damaged`, `log.disagrees`, `backup.failed` where a file cannot be read.
    package func callAsFunction() async throws(Problem) -> WholeBackup {
        guard let (record, files) = try self.record() else {
            throw Problem(.backupMissing, "\(self.folder) has no \(BackupRecord.name): no backup was finished there.")
        }
        for (name, digest) in files.digests.sorted(by: { $0.key < $1.key }) {
            guard try self.digest(of: name) == digest else {
                throw Problem(.backupDamaged, "\(name) is missing, or not as it was written.")
            }
        }
        try await self.check(record, files)
        return WholeBackup(folder: self.folder, record: record, files: files)
    }

    /// The record with its list of files; `nil` where no backup was finished.
    func record() throws(Problem) -> (BackupRecord, FileDigests)? {
        guard let key = StorageKey(self.key) else {
            throw Problem(.configuration, "storage.key holds 32 bytes in base64.")
        }
        let path = "\(self.folder)/\(BackupRecord.name)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let record = try BackupRecord(parsing: self.bytes(of: BackupRecord.name), by: key)
        let list = try self.bytes(of: record.list)
        guard ContentDigest(of: list) == record.listDigest else {
            throw Problem(.backupDamaged, "\(record.list) is not as it was written.")
        }
        let files = try FileDigests(parsing: list)
        guard files.digests[record.database] != nil else {
            throw Problem(.backupAltered, "The list of files does not have the database.")
        }
        return (record, files)
    }

    /// Holds the database to the record and the list, and the log in it to its checkpoint.
    func check(_ record: BackupRecord, _ files: FileDigests) async throws(Problem) {
        let path = "\(self.folder)/\(record.database)"
        let contents = try StoreCopy(path).contents()
        let listed = Set(files.digests.keys).subtracting([record.database])
        guard contents.messages == record.messages, listed == Set(contents.files.map { Self.path(ofContent: $0) })
        else { throw Problem(.backupDamaged, "The database holds other messages than the backup.") }
        let stored = try StoredLog(database: path, key: self.key)
        do {
            guard try stored.size() == record.checkpoint.checkpoint.size else {
                throw Problem(.logDisagrees, "The log in the backup does not end where its checkpoint does.")
            }
            _ = try await LogAudit(CopiedLog(stored, record.checkpoint), key: record.log)()
            _ = try stored.openEntries()
            _ = try await LogAudit.earlier(in: stored)
        } catch { throw error as? Problem ?? Problem(.backupDamaged, "The database cannot be read: \(error)") }
    }

    /// Where a large content stands, by its name.
    static func path(ofContent name: String) -> String { "content/\(name.prefix(2))/\(name)" }

    private func digest(of name: String) throws(Problem) -> ContentDigest? {
        do { return try self.copier.digest(of: "\(self.folder)/\(name)") } catch {
            throw Problem(.backupFailed, "\(name) cannot be read: \(error)")
        }
    }

    private func bytes(of name: String) throws(Problem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(self.folder)/\(name)") else {
            throw Problem(.backupDamaged, "\(name) is missing, or cannot be read.")
        }
        return Array(data)
    }
}

/// The log in a copy of a store, under one checkpoint.
struct CopiedLog: LogSource {
    private let stored: StoredLog
    private let newest: VerifiedCheckpoint

    init(_ stored: StoredLog, _ newest: VerifiedCheckpoint) {
        self.stored = stored
        self.newest = newest
    }

    func read(_ resource: LogResource) async throws -> [UInt8] {
        switch resource {
        case .checkpoint: self.newest.signed.bytes
        case .tile(let id): try self.stored.tile(id)
        case .entries(let id): try self.stored.entries(id)
        }
    }
}
