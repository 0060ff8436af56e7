// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A file system of its own below a folder, so small that it can be filled; where the machine allows one.
final class SmallDisk {
    /// Whether this process may mount.
    static let isAllowed: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)) != nil,
            (try? SystemCommand.run("mount", ["-t", "tmpfs", "-o", "size=1m", "zegel", folder])) != nil
        else { return false }
        return (try? SystemCommand.run("umount", [folder])) != nil
    }()

    private let folder: String
    private var ballast: String { "\(self.folder)/ballast" }

    /// Moves what a folder holds onto a small disk in its place.
    init(at folder: String) throws {
        self.folder = folder
        try FileManager.default.moveItem(atPath: folder, toPath: "\(folder).moved")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try SystemCommand.run("mount", ["-t", "tmpfs", "-o", "size=64m,mode=700", "zegel", folder])
        try SystemCommand.run("cp", ["-a", "\(folder).moved/.", folder])
    }

    deinit { _ = try? SystemCommand.run("umount", ["--lazy", self.folder]) }

    /// Takes what is free, but for some bytes.
    func fill(leaving bytes: Int) throws {
        try self.fill()
        let size = try FileManager.default.attributesOfItem(atPath: self.ballast)[.size] as? Int ?? 0
        guard unsafe truncate(self.ballast, size - bytes) == 0 else { throw Missing() }
    }

    /// Takes what is free.
    func fill() throws {
        let file = unsafe open(self.ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw Missing() }
        defer { Glibc.close(file) }
        let piece = [UInt8](repeating: 0, count: 65_536)
        for size in [65_536, 4_096, 512, 1] {
            while unsafe piece.withUnsafeBytes({ unsafe write(file, $0.baseAddress, size) }) > 0 {}
        }
    }

    func clear() { try? FileManager.default.removeItem(atPath: self.ballast) }
}
