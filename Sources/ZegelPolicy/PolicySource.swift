// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore

/// The files of a policy, and the digest that names them as a whole.
package struct PolicySource: Sendable {
    /// Path, relative to the folder of the policies, and content; sorted by path.
    package let files: [(path: String, bytes: [UInt8])]

    /// Takes files.
    package init(files: [(path: String, bytes: [UInt8])]) { self.files = files.sorted { $0.path < $1.path } }

    /// The policies that are part of this program.
    package static var embedded: PolicySource {
        PolicySource(files: EmbeddedPolicies.files.map { ($0.path, Array($0.text.utf8)) })
    }

    /// Reads every file below a folder; names that begin with a dot are left out, as are those that end with a tilde.
    ///
    /// - Throws: `configuration.invalid` where the folder or a file cannot be read, or a file is larger than policies may be.
    package static func read(folder: String) throws(Problem) -> PolicySource {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw Problem(.configuration, "The folder of the policies cannot be read.")
        }
        var files: [(String, [UInt8])] = []
        var refused: [Problem.Item] = []
        for name in names.sorted() {
            let path = "\(folder)/\(name)"
            let isLeftOut = name.hasSuffix("~") || name.split(separator: "/").contains { $0.hasPrefix(".") }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            let type = attributes?[.type] as? FileAttributeType
            if isLeftOut || type == .typeDirectory && !name.hasSuffix(".yaml") { continue }
            guard type == .typeRegular, let size = attributes?[.size] as? NSNumber,
                size.intValue <= StrictYAML.maximumSize, let data = FileManager.default.contents(atPath: path)
            else {
                let what = "it must be a regular file of at most \(StrictYAML.maximumSize) bytes"
                refused.append(.init(code: "policy", location: "\(path):1:1", detail: what))
                continue
            }
            files.append((name, Array(data)))
        }
        guard refused.isEmpty else {
            throw Problem(.configuration, "A file of the policies cannot be read.", items: refused)
        }
        return PolicySource(files: files)
    }

    /// The exchanges of which another source says the same, and of organisations and markings, too.
    package func unchangedExchanges(in other: PolicySource) -> Set<String> {
        func bytes(_ path: String, _ source: PolicySource) -> [UInt8]? {
            source.files.first { $0.path == path }?.bytes
        }
        func isSame(_ path: String) -> Bool { bytes(path, self) == bytes(path, other) }
        guard isSame("organisations.yaml"), isSame("classifications.yaml") else { return [] }
        let paths = self.files.map(\.path).filter { $0.hasPrefix("exchanges/") && $0.hasSuffix(".yaml") }
        return Set(paths.filter(isSame).map { String($0.dropFirst(10).dropLast(5)) })
    }

    /// SHA-256 over the sorted lines `sha256  path` (DESIGN §4.5), as `sha256sum` writes and `sort` orders them.
    package var digest: ContentDigest {
        let lines = self.files.map { "\(ContentDigest(of: $0.bytes))  \($0.path)\n" }
        return ContentDigest(of: lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined().utf8)
    }

    /// All files as one JSON object, path to text, for keeping a version.
    package var json: JSONValue {
        .object(self.files.map { .init($0.path, .string(String(decoding: $0.bytes, as: UTF8.self))) })
    }
}
