// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelClient
import ZegelCore

/// Where the parts of a log are read from, as they are served; nothing that comes from there is believed.
package protocol LogSource: Sendable {
    /// Reads a part.
    func read(_ resource: LogResource) async throws -> [UInt8]
}

extension LogSource {
    /// The checkpoint, once the key of the log was found to have signed it.
    ///
    /// - Throws: `log.disagrees` where it has not.
    package func checkpoint(by key: NoteVerifier) async throws -> VerifiedCheckpoint {
        let bytes = try await self.read(.checkpoint)
        do { return try SignedCheckpoint(parsing: bytes).verified(by: key) } catch {
            throw Problem(.logDisagrees, "The checkpoint: \(error)")
        }
    }

    /// A tile.
    package func tile(_ id: TileID) async throws -> Tile { try await Tile(id, bytes: self.read(.tile(id))) }
}

/// The log of a server, over its interface.
package struct ServerLog: LogSource {
    private let connection: ZegelConnection

    /// Reads over a connection.
    package init(_ connection: ZegelConnection) { self.connection = connection }

    /// Asks the server.
    package func read(_ resource: LogResource) async throws -> [UInt8] { try await self.connection.log(resource) }
}

/// A log in a folder whose files have the names that a server gives them.
package struct FolderLog: LogSource {
    private let folder: String

    /// Reads a folder.
    package init(_ folder: String) { self.folder = folder }

    /// Reads a file.
    package func read(_ resource: LogResource) async throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(self.folder)/\(resource.path)") else {
            throw Problem(.logDisagrees, "\(resource.path) is missing.")
        }
        return Array(data)
    }
}
