// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ArgumentParser
import Foundation
import ZegelCore

/// `zegel open`: takes a container or dossier apart.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a container or dossier apart into a new folder, without judging it.",
        discussion: """
            The folder appears when everything was read and every checksum is right; an existing one is never touched. \
            Signatures are not looked at. Use verify to judge.
            """
    )

    @Argument(help: "The file.")
    var file: String

    @Option(help: "The folder to make.")
    var into: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let target = URL(fileURLWithPath: self.into).standardizedFileURL.path
        try CommandFailure.reporting(asJSON: self.json) {
            let names = try Self.extract(self.file, into: target)
            let list: JSONValue = ["folder": .string(self.into), "entries": .array(names.map { .string($0) })]
            Output.result(self.json ? list : nil, else: "\(names.count) entries are in \(self.into)")
        }
    }

    /// Takes a file apart into a folder that appears when all of it was read; returns the names of the entries.
    @discardableResult
    static func extract(_ file: String, into target: String) throws -> [String] {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw Problem(.configuration, "\(target) exists already and is left as it is; name another folder.")
        }
        let temporary = "\(target).\(UUID().uuidString.prefix(8)).tmp"
        do {
            let names = try Self.entries(of: file, to: temporary)
            try FileManager.default.moveItem(atPath: temporary, toPath: target)
            return names
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw error as? Problem ?? Problem(.configuration, "\(target) cannot be written.")
        }
    }

    /// Writes every entry; the reader refuses names that would lead out of the folder.
    private static func entries(of path: String, to folder: String) throws -> [String] {
        var current: (name: String, file: FileHandle)?
        defer { try? current?.file.close() }
        let index = try ContainerFile.read(path) { name, piece in
            if current?.name != name {
                try current?.file.close()
                current = (name, try Self.create("\(folder)/\(name)"))
            }
            try current?.file.write(contentsOf: Array(piece))
        }
        return index.entries.map(\.name)
    }

    private static func create(_ path: String) throws -> FileHandle {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        return try FileHandle(forWritingTo: url)
    }
}
