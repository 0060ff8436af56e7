// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC

extension FuzzTarget {
    /// What is read piece by piece is read as at once, and its directory can be written again byte for byte.
    static let container = FuzzTarget(name: "container") { bytes in
        let whole = Self.index(of: bytes, pieces: max(1, bytes.count))
        let apart = Self.index(of: bytes, pieces: Int(bytes.first ?? 0) % 61 + 1)
        precondition(whole?.directory == apart?.directory, "read otherwise in pieces")
        guard let whole else { return }
        let again = ContainerWriter(continuing: whole.entries, at: whole.entriesSize).directory()
        precondition(again == whole.directory, "a second form of the same directory was accepted")
    }

    /// What is accepted says the same once it was written.
    static let manifest = FuzzTarget(name: "manifest") { bytes in
        guard let manifest = try? ASiCManifest(parsing: bytes) else { return }
        precondition((try? ASiCManifest(parsing: manifest.encoded())) == manifest, "changed by writing")
    }

    private static func index(of bytes: [UInt8], pieces: Int) -> ContainerIndex? {
        var reader = ContainerReader()
        var rest = bytes[...]
        while !rest.isEmpty {
            guard (try? reader.consume(rest.prefix(pieces)) { _ in }) != nil else { return nil }
            rest = rest.dropFirst(pieces)
        }
        return try? reader.finish()
    }
}
