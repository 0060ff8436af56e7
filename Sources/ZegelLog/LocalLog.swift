// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
import ZegelCore
package import ZegelStore

/// The log of a data folder, with its checkpoint from `checkpoint.anchor`.
package struct LocalLog: LogSource {
    private let stored: StoredLog
    private let anchor: String
    private let key: NoteVerifier

    /// Reads a data folder and an anchor.
    package init(_ stored: StoredLog, anchor: String, key: NoteVerifier) {
        self.stored = stored
        self.anchor = anchor
        self.key = key
    }

    /// Reads a row.
    package func read(_ resource: LogResource) async throws -> [UInt8] {
        switch resource {
        case .tile(let id): return try self.stored.tile(id)
        case .entries(let id): return try self.stored.entries(id)
        case .checkpoint:
            guard let promised = try AnchorFile(self.anchor, fileSystem: SystemFileSystem()).read(self.key) else {
                throw Problem(.logDisagrees, "\(self.anchor) is missing.")
            }
            return promised.signed.bytes
        }
    }
}
