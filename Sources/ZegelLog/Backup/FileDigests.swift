// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The files of a backup with their SHA-256, in the form that sha256sum writes and checks.
package struct FileDigests: Hashable, Sendable {
    /// The digest of each, by its path in the folder.
    package private(set) var digests: [String: ContentDigest] = [:]

    /// An empty list.
    package init() {}

    /// Adds a file.
    package mutating func add(_ name: String, _ digest: ContentDigest) { self.digests[name] = digest }

    /// The bytes of the list, by name.
    package var encoded: [UInt8] {
        self.digests.sorted { $0.key < $1.key }.reduce(into: []) { $0 += "\($1.value)  \($1.key)\n".utf8 }
    }

    /// Reads a list; only the spelling that encoded writes is taken, and no name that leads out of the folder.
    ///
    /// - Throws: `backup.altered`.
    package init(parsing bytes: [UInt8]) throws(Problem) {
        for line in bytes.split(separator: 0x0A) {
            let name = String(decoding: line.dropFirst(66), as: UTF8.self)
            guard let digest = ContentDigest(hexadecimal: String(decoding: line.prefix(64), as: UTF8.self)),
                !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..")
            else { throw Self.malformed }
            self.digests[name] = digest
        }
        guard self.encoded == bytes else { throw Self.malformed }
    }

    private static var malformed: Problem { Problem(.backupAltered, "The list of files is malformed.") }
}
