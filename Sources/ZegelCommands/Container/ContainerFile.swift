// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Crypto
import ZegelClient
import ZegelCore
import ZegelVerify

/// Reads a container or dossier from a file, in pieces.
enum ContainerFile {
    /// Bytes of the directory of 1,000 entries, with room to spare.
    private static let largestDirectory = 1 << 20

    /// Hands over the content of every entry.
    ///
    /// - Throws: ``Problem`` where the file cannot be read or is no container; what the handler throws.
    static func read(_ path: String, _ handle: (String, ArraySlice<UInt8>) throws -> Void) throws -> ContainerIndex {
        do {
            var reader = ContainerReader()
            var name = ""
            try FilePieces.read(path) { piece in
                try reader.consume(piece) { event in
                    switch event {
                    case .began(let entry, _):
                        name = entry
                        try handle(name, [])
                    case .content(let bytes): try handle(name, bytes)
                    case .ended: ()
                    }
                }
            }
            return try reader.finish()
        } catch let error as ASiCError {
            throw Problem(error)
        }
    }

    /// The digest of the container in a file: the file itself, or in a dossier the container from which it was made.
    ///
    /// - Throws: ``Problem`` where the file cannot be read, is no container, or is an auditor's copy without contents.
    static func digest(_ path: String) throws -> ContentDigest {
        var directory: [UInt8] = []
        let index = try Self.read(path) { name, piece in
            guard name == EntryPath.directory else { return }
            directory += piece
            guard directory.count <= Self.largestDirectory else {
                throw Problem(.parameterInvalid, "The directory of the container in \(path) is larger than any can be.")
            }
        }
        let end = index.entries.first { $0.name == EntryPath.acceptance }?.localHeaderOffset
        guard end == nil || index.entries.contains(where: { $0.name.hasPrefix(EntryPath.documents) }) else {
            throw Problem(.parameterInvalid, "\(path) has no documents; name the file that you have read.")
        }
        var hash = SHA256()
        var left = end ?? .max
        try FilePieces.read(path) { piece in
            hash.update(data: Array(piece.prefix(left)))
            left -= min(left, piece.count)
        }
        hash.update(data: directory)
        return ContentDigest(hash.finalize())
    }
}
