// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelLog

/// A data folder with a log, and files of large contents that messages name.
struct BackupPlace {
    static let key = [UInt8](repeating: 7, count: 32)
    static let signer = Result { NoteSigner(name: try KeyName("zegel.example/backed-up")) }

    let store: LogKeeperTests.Place
    var folder: String { self.store.folder }
    var target: String { "\(self.folder)/backup" }

    static func with(_ body: (BackupPlace) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = BackupPlace(store: LogKeeperTests.Place(folder: folder))
        _ = try await place.store.append(3, by: try Self.signer.get())
        try await body(place)
    }

    /// Backs up as the command does.
    @discardableResult
    func backUp(
        _ fileSystem: any FileSystem = SystemFileSystem(),
        given: [VerifiedCheckpoint] = []
    ) async throws -> Backup.Outcome {
        let source = Backup.Source(
            data: self.store.data,
            anchor: self.store.anchor,
            log: try Self.signer.get().verifier,
            key: Self.key
        )
        return try await Backup(source, to: self.target, fileSystem: fileSystem)(
            at: Instant(milliseconds: 0),
            given: given
        )
    }

    func check(key: [UInt8] = Self.key) async throws -> WholeBackup {
        try await BackupCheck(self.target, key: key, copier: FileCopier(SystemFileSystem()))()
    }

    /// Adds a message with a large content; what else a message has is of no matter here.
    func addContent(_ letter: Character) throws {
        let name = String(repeating: letter, count: 32)
        let folder = "\(self.store.data)/content/\(name.prefix(2))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(repeating: UInt8(letter.asciiValue ?? 0), count: 200_000).write(
            to: URL(fileURLWithPath: "\(folder)/\(name)")
        )
        try self.store.change(
            """
            INSERT INTO message (id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind, classification,
                container, size, entries_size, opening_size, received_at, state, releases, policy, wrapped_key, header,
                acceptance, seal_manifest, seal, directory, content_file)
            VALUES ('\(name)', '00000099000000001000', 'a/b', '00000099000000001000', '\(name)', '2026-11-20', 'e', 'k', 'c',
                randomblob(32), 1, 1, 1, 1, 'accepted', 1, randomblob(32), x'', x'', x'', x'', x'', x'', '\(name)')
            """
        )
    }

    func removeContent(_ letter: Character) throws {
        let name = String(repeating: letter, count: 32)
        try FileManager.default.removeItem(atPath: "\(self.store.data)/content/\(name.prefix(2))/\(name)")
        try self.store.change("DELETE FROM message WHERE content_file = '\(name)'")
    }

    /// Changes a file of the backup, whose name begins so.
    func change(_ prefix: String, _ body: (inout Data) -> Void) throws {
        let url = URL(fileURLWithPath: "\(self.target)/\(try self.name(prefix))")
        var data = try Data(contentsOf: url)
        body(&data)
        try data.write(to: url)
    }

    /// The path of a file of the backup by how it begins.
    func name(_ prefix: String) throws -> String {
        let names = try FileManager.default.subpathsOfDirectory(atPath: self.target)
        guard let name = names.first(where: { $0.hasPrefix(prefix) }) else { throw CocoaError(.fileNoSuchFile) }
        return name
    }

    var names: Set<String> { Set((try? FileManager.default.contentsOfDirectory(atPath: self.target)) ?? []) }
}
