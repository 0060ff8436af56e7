// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelStore

/// Puts what is ready in its places, the data folder last; each step may be done again.
struct RestorePlacing {
    private let target: RestoreTarget
    private let fileSystem: any FileSystem
    private let copier: FileCopier

    init(_ target: RestoreTarget, _ fileSystem: any FileSystem, _ copier: FileCopier) {
        self.target = target
        self.fileSystem = fileSystem
        self.copier = copier
    }

    /// Nothing may be there that would be lost, or a log that was begun already.
    func mustBeNew() throws(Problem) {
        let files = FileManager.default
        if files.fileExists(atPath: self.target.data) {
            let names = try? files.contentsOfDirectory(atPath: self.target.data)
            guard names == [] else {
                throw Problem(.restoreTarget, "\(self.target.data) is not an empty folder; move what is there away.")
            }
        }
        for path in [self.target.key, self.target.publicKey] where files.fileExists(atPath: path) {
            throw Problem(
                .restoreLog,
                "\(path) exists. In zegel.yaml give log.origin a new name, and log.key a file that is not there yet; keep the old key files."
            )
        }
        // What an earlier run left half made was never in use.
        try? files.removeItem(atPath: self.target.new)
    }

    /// Leaves nothing behind of what did not become ready.
    func giveUp() {
        guard !FileManager.default.fileExists(atPath: self.target.ready) else { return }
        try? FileManager.default.removeItem(atPath: self.target.work)
    }

    func callAsFunction() throws -> RestoreOutcome {
        let ready = self.target.ready
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(ready)/\(RestoreTarget.outcomeName)"))
        let outcome = try RestoreOutcome(parsing: Array(bytes))
        try self.place(RestoreTarget.keyName, at: self.target.key)
        try self.place(RestoreTarget.publicName, at: self.target.publicKey)
        try self.keepOldAnchor()
        try self.place(RestoreTarget.anchorName, at: self.target.anchor)
        let data = "\(ready)/data"
        if FileManager.default.fileExists(atPath: data) {
            try self.fileSystem.rename(data, to: self.target.data)
        }
        try self.fileSystem.syncFolder(Self.folder(of: self.target.data))
        try? FileManager.default.removeItem(atPath: self.target.work)
        return outcome
    }

    /// The anchor of the old log stays as evidence of what was promised.
    private func keepOldAnchor() throws {
        let (files, old) = (FileManager.default, self.target.oldAnchor)
        guard files.fileExists(atPath: "\(self.target.ready)/\(RestoreTarget.anchorName)"),
            files.fileExists(atPath: self.target.anchor), !files.fileExists(atPath: old)
        else { return }
        try self.copier.copy(self.target.anchor, to: old)
        try self.fileSystem.syncFolder(Self.folder(of: old))
    }

    /// Copies a file to its place, which may be on another disk, and removes it here.
    private func place(_ name: String, at path: String) throws {
        let source = "\(self.target.ready)/\(name)"
        guard FileManager.default.fileExists(atPath: source) else { return }
        try self.copier.copy(source, to: path)
        try self.fileSystem.syncFolder(Self.folder(of: path))
        try self.fileSystem.remove(source)
        try self.fileSystem.syncFolder(self.target.ready)
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
}
