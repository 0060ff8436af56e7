// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

/// A copy of the database of a store: whole, as of one moment, also where a server writes meanwhile.
///
/// It holds what the database holds and nothing of what was removed from it.
package final class StoreCopy: Sendable {
    /// What it holds of messages.
    package struct Contents: Hashable, Sendable {
        /// How many messages.
        package let messages: Int
        /// The names of the files of large contents, in order.
        package let files: [String]
    }

    private let database: DatabaseQueue

    /// Writes a copy into an empty file; the caller makes it durable.
    ///
    /// - Throws: `configuration.invalid` where there is no store, `backup.failed` where it cannot be copied.
    package static func write(of folder: String, into path: String) throws(Problem) {
        let source: DatabaseQueue
        do { source = try Self.open("\(folder)/zegel.sqlite") } catch {
            throw Problem(.configuration, "\(folder) holds no store that can be read.")
        }
        do {
            try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw Problem(.backupFailed, "The database cannot be copied to \(path): \(error)")
        }
    }

    /// Opens a copy for reading.
    ///
    /// - Throws: `backup.damaged`.
    package init(_ path: String) throws(Problem) {
        do { self.database = try Self.open(path) } catch { throw Self.damaged }
    }

    /// What it holds, once every page of it was found to be sound.
    ///
    /// - Throws: `backup.damaged`.
    package func contents() throws(Problem) -> Contents {
        do {
            return try self.database.read { database in
                guard try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"] else { throw Self.damaged }
                return Contents(
                    messages: try Int.fetchOne(database, sql: "SELECT count(*) FROM message") ?? 0,
                    files: try String.fetchAll(
                        database,
                        sql: "SELECT content_file FROM message WHERE content_file IS NOT NULL ORDER BY content_file"
                    )
                )
            }
        } catch { throw Self.damaged }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static var damaged: Problem { Problem(.backupDamaged, "The database of the backup is damaged.") }
}
