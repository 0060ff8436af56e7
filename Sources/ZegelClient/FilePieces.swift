// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Reads a file from its begin to its end in pieces, so that memory does not grow with it.
package enum FilePieces {
    private static let size = 256 * 1_024

    /// Hands over every piece.
    ///
    /// - Throws: `request.parameter` where the file cannot be read; what the handler throws.
    package static func read(_ path: String, _ handle: (ArraySlice<UInt8>) throws -> Void) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw Self.unreadable(path) }
        defer { try? file.close() }
        while true {
            let piece: Data?
            do { piece = try file.read(upToCount: Self.size) } catch { throw Self.unreadable(path) }
            guard let piece, !piece.isEmpty else { return }
            try handle(Array(piece)[...])
        }
    }

    /// The whole of a small file.
    ///
    /// - Throws: `request.parameter` where it cannot be read, or is larger than the bound in bytes.
    package static func whole(_ path: String, atMost bound: Int = 1 << 20) throws -> [UInt8] {
        var content: [UInt8] = []
        try Self.read(path) { piece in
            guard content.count + piece.count <= bound else {
                throw Problem(.parameterInvalid, "The file \(path) is larger than \(bound) bytes.")
            }
            content += piece
        }
        return content
    }

    private static func unreadable(_ path: String) -> Problem {
        Problem(.parameterInvalid, "The file \(path) cannot be read.")
    }
}
