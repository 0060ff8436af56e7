// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelClient
import ZegelCore
import ZegelVerify

/// Reads a container or dossier from a file, in pieces.
enum ContainerFile {
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
}
