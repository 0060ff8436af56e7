// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore
package import ZegelStore

/// Puts a backup back into an empty data folder, and begins a new log that commits to the end of the old one (DESIGN §4.4).
///
/// All of it is made ready in a folder beside the data first. What is ready is then put in its places, the data folder last; broken off
/// before that moment nothing was changed, and after it the next run goes on. So no key ever signs two logs.
package struct Restore: Sendable {
    private let target: RestoreTarget
    private let backup: String
    private let key: [UInt8]
    private let fileSystem: any FileSystem
    private let copier: FileCopier

    /// Prepares to put back the backup in a folder.
    ///
    /// - Parameters:
    ///   - key: The storage key.
    ///   - progress: Told of each piece that was read, in bytes.
    package init(
        _ target: RestoreTarget,
        from backup: String,
        key: [UInt8],
        fileSystem: any FileSystem = SystemFileSystem(),
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.target = target
        self.backup = backup
        self.key = key
        self.fileSystem = fileSystem
        self.copier = FileCopier(fileSystem, progress: progress)
    }

    /// Reads the whole backup and changes nothing.
    package func check() async throws(Problem) -> WholeBackup {
        try await BackupCheck(self.backup, key: self.key, copier: self.copier)()
    }

    /// Does it, or goes on with what was broken off.
    ///
    /// - Parameters:
    ///   - now: The time of the first entry of the new log.
    ///   - given: Checkpoints of the old log that others kept.
    ///   - erased: What was destroyed since, or before: none of it comes back.
    /// - Throws: what check() throws, `restore.not-empty`, `restore.log-not-new`, `log.fork`, `backup.failed`.
    package func callAsFunction(
        at now: Instant,
        given: [SignedCheckpoint] = [],
        erased: [ErasedMemory] = []
    ) async throws(Problem) -> RestoreOutcome {
        try Self.doing { try self.fileSystem.makeFolder(self.target.work) }
        let lock = try FolderLock(self.target.work)
        defer { withExtendedLifetime(lock) {} }
        let placing = RestorePlacing(self.target, self.fileSystem, self.copier)
        if !FileManager.default.fileExists(atPath: self.target.ready) {
            do {
                try placing.mustBeNew()
                let whole = try await self.check()
                try self.makeReady(whole, at: now, given: given, erased: erased)
            } catch {
                placing.giveUp()
                throw error
            }
        }
        return try Self.doing { try placing() }
    }

    private func makeReady(
        _ whole: WholeBackup,
        at now: Instant,
        given: [SignedCheckpoint],
        erased: [ErasedMemory]
    ) throws(Problem) {
        let record = whole.record
        try self.mustBeAnother(than: record.log, whole)
        let newest = try Self.doing { try LastKnown(whole, key: self.key).checkpoint(self.target.anchor, given) }
        try Self.doing { try self.copy(whole) }
        let new = self.target.new
        let signer = try self.signer()
        let act = Act.restore(key: "\(record.log)", checkpoint: newest.signed.bytes, at: now)
        let count = try Self.doing {
            let root = try EarlierLog.end(
                in: "\(new)/data",
                key: record.log,
                last: record.checkpoint.signed,
                newest: newest.signed,
                beginningWith: act
            )
            let anchor = "\(new)/\(RestoreTarget.anchorName)"
            _ = try LogKeeper(signer: signer, anchor: anchor, fileSystem: self.fileSystem).sign(size: 1, root: root)
            return try Store.eraseAgain(
                erased,
                in: "\(new)/data",
                key: self.key,
                log: LogKeeper(signer: signer, anchor: anchor, fileSystem: self.fileSystem),
                fileSystem: self.fileSystem,
                at: now
            )
        }
        let outcome = RestoreOutcome(
            time: now,
            messages: record.messages,
            erased: count,
            log: signer.verifier,
            earlier: record.checkpoint,
            newest: newest
        )
        try Self.doing {
            let files = [
                (RestoreTarget.keyName, Array("\(signer.secretText)\n".utf8)),
                (RestoreTarget.publicName, Array("\(signer.verifier)\n".utf8)),
                (RestoreTarget.outcomeName, outcome.encoded),
            ]
            for (name, bytes) in files { try DurableFile.write(bytes, to: "\(new)/\(name)", self.fileSystem) }
            try self.fileSystem.rename(new, to: self.target.ready)
            try self.fileSystem.syncFolder(self.target.work)
        }
    }

    /// The new log has a name that none had before.
    private func mustBeAnother(than log: NoteVerifier, _ whole: WholeBackup) throws(Problem) {
        let earlier = try Self.doing { try StoredLog(database: whole.database, key: self.key).earlier() }
        guard !([log] + earlier.map(\.key)).contains(where: { $0.name.description == self.target.origin }) else {
            throw Problem(
                .restoreLog,
                "The backup is of the log \(self.target.origin). In zegel.yaml give log.origin a new name, and log.key a file that is not "
                    + "there yet; keep the old key files."
            )
        }
    }

    private func signer() throws(Problem) -> NoteSigner {
        do { return NoteSigner(name: try KeyName(self.target.origin)) } catch {
            throw Problem(.configuration, "log.origin is no name of a log: \(error)")
        }
    }

    /// Copies the data; what arrives is held to the digests again.
    private func copy(_ whole: WholeBackup) throws {
        let data = "\(self.target.new)/data"
        try self.fileSystem.makeFolder("\(data)/content")
        var folders: Set<String> = [data, "\(data)/content"]
        for (name, digest) in whole.files.digests.sorted(by: { $0.key < $1.key }) {
            let target = name == whole.record.database ? "\(data)/zegel.sqlite" : "\(data)/\(name)"
            let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
            if folders.insert(folder).inserted { try self.fileSystem.makeFolder(folder) }
            guard try self.copier.copy("\(self.backup)/\(name)", to: target) == digest else {
                throw Problem(.backupDamaged, "\(name) changed while it was read.")
            }
        }
        for folder in folders { try self.fileSystem.syncFolder(folder) }
    }

    /// Does what the disk may refuse.
    static func doing<Value>(_ body: () throws -> Value) throws(Problem) -> Value {
        do { return try body() } catch {
            throw error as? Problem ?? Problem(.backupFailed, "\(error). Run it again when that is mended.")
        }
    }
}
