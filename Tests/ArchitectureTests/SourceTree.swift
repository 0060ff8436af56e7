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

    static func files(in folder: String) throws -> [File] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: self.root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: self.root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
            return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
        }
    }
}
