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

    /// Reads every `.yaml` file below a folder.
    ///
    /// - Throws: `configuration.invalid` where the folder or a file cannot be read.
    package static func read(folder: String) throws(Problem) -> PolicySource {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw Problem(.configuration, "The folder of the policies cannot be read.")
        }
        var files: [(String, [UInt8])] = []
        for name in names where name.hasSuffix(".yaml") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw Problem(.configuration, "The policy file \(name) cannot be read.")
            }
            files.append((name, Array(data)))
        }
        return PolicySource(files: files)
    }

    /// SHA-256 over the sorted lines `sha256  path` (DESIGN §4.5), as `sha256sum` writes them.
    package var digest: ContentDigest {
        ContentDigest(of: self.files.map { "\(ContentDigest(of: $0.bytes))  \($0.path)\n" }.joined().utf8)
    }

    /// All files as one JSON object, path to text, for keeping a version.
    package var json: JSONValue {
        .object(self.files.map { .init($0.path, .string(String(decoding: $0.bytes, as: UTF8.self))) })
    }
}
