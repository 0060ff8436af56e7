// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Swift files of the project as they stand on disk.
enum SourceTree {
    struct File: Sendable {
        /// Relative to the project.
        let path: String
        let lines: [String]

        /// The target: the folder below `Sources` or `Tests`.
        var target: String { String(self.path.split(separator: "/")[1]) }

        /// The modules that the file imports.
        var imports: [String] {
            self.lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
                    words[..<place].allSatisfy({
                        $0 == "package" || $0 == "public" || $0 == "internal" || $0.hasPrefix("@")
                    })
                else { return nil }
                return String(words[place + 1])
            }
        }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether there is a folder at a path of the project.
    static func hasFolder(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: self.root.appending(path: path).path)
    }

    /// The text of a file of the project.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: self.root.appending(path: path), encoding: .utf8)
    }

    static func files(in folder: String) throws -> [File] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: self.root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let path = "\(folder)/\(name)"
            return File(path: path, lines: try self.text(path).components(separatedBy: "\n"))
        }
    }
}
