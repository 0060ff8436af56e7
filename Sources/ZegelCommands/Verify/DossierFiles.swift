// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// The files that someone means by naming files and folders.
struct DossierFiles {
    /// Their paths: in the order of the names, those of a folder sorted.
    let paths: [String]
    /// Whether a folder was named.
    let hasFolder: Bool

    /// Looks up the files in and below each folder whose names end in `.asice`.
    ///
    /// - Throws: `not-found` for a folder that has none, `configuration.invalid` for one that cannot be read: neither may pass for
    ///   a folder of which everything holds.
    init(_ names: [String]) throws(Problem) {
        var paths: [String] = []
        var hasFolder = false
        for name in names {
            guard Self.isFolder(name) else {
                paths.append(name)
                continue
            }
            hasFolder = true
            paths += try Self.files(in: name)
        }
        self.paths = paths
        self.hasFolder = hasFolder
    }

    private static func files(in folder: String) throws(Problem) -> [String] {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw Problem(.configuration, "\(folder) cannot be read.")
        }
        let prefix = folder.hasSuffix("/") ? folder : "\(folder)/"
        let files = names.filter { $0.hasSuffix(".asice") }.map { prefix + $0 }.filter { !Self.isFolder($0) }
        guard !files.isEmpty else { throw Problem(.notFound, "\(folder) has no file whose name ends in .asice.") }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
