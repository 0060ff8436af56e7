// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

/// A message with what its term counts from.
package struct EndingMessage: Sendable {
    /// Its place among all.
    package let number: Int64
    /// The message.
    package let id: MessageID
    /// Its header.
    package let header: MessageHeader
    /// When it was delivered to the last of its addressees; when it came, where it never was.
    package let deliveredAt: Instant
    /// When a later version or a correction took its place.
    package let replacedAt: Instant?
    /// The digest of the manifest of its seal.
    package let sealManifest: ContentDigest
    /// The digest of the signature of its seal.
    package let seal: ContentDigest
}

extension ReadView {
    /// The messages behind a place, in the order in which they came; those that were erased are left out.
    package func endingMessages(after number: Int64, limit: Int) throws -> [EndingMessage] {
        try EndingMessage.page(after: number, limit: limit, self.database, self.vault.key)
    }

    /// A message that is to be handed to the archive.
    package func archived(_ id: MessageID) throws -> StoredMessage? { try self.message(id) }
}

/// The messages of a data folder with their terms, read beside a running server.
package final class StoredTerms: Sendable {
    private let database: DatabaseQueue
    private let key: StorageKey

    /// Opens a data folder for reading.
    ///
    /// - Throws: ``Problem`` `configuration.invalid` where there is no store, or the key is none.
    package init(folder: String, key: [UInt8]) throws(Problem) {
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        self.key = key
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Double(Connections.patience))
        do {
            self.database = try DatabaseQueue(path: "\(folder)/zegel.sqlite", configuration: configuration)
        } catch { throw Problem(.configuration, "\(folder) holds no store that can be read.") }
    }

    /// The messages behind a place, in the order in which they came.
    package func endingMessages(after number: Int64, limit: Int) throws -> [EndingMessage] {
        try self.database.read { try EndingMessage.page(after: number, limit: limit, $0, self.key) }
    }
}

extension EndingMessage {
    fileprivate static func page(
        after number: Int64,
        limit: Int,
        _ database: Database,
        _ key: StorageKey
    ) throws -> [EndingMessage] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, id, wrapped_key, header, seal_manifest, seal, coalesce(
                    (SELECT max(available_at) FROM delivery WHERE delivery.message = number), received_at) AS delivered_at,
                    coalesce(
                        (SELECT later.received_at FROM correction JOIN message AS later ON later.number = replacement
                            WHERE correction.message = message.number),
                        (SELECT min(later.received_at) FROM list_version AS own
                            JOIN list_version AS next ON next.exchange = own.exchange AND next.mailbox = own.mailbox
                                AND next.name = own.name AND next.version > own.version
                            JOIN message AS later ON later.number = next.message
                            WHERE own.message = message.number)) AS replaced_at
                FROM message WHERE number > ? AND state <> 'erased' ORDER BY number LIMIT ?
                """,
            arguments: [number, limit]
        )
        .map { try EndingMessage($0, key) }
    }

    private init(_ row: Row, _ key: StorageKey) throws {
        guard let id = MessageID(row["id"] as String) else {
            throw Problem(.storageDamaged, "A stored message cannot be read.")
        }
        let parts = PartCipher(messageKey: try key.unwrap(Array(row["wrapped_key"] as Data), for: id))
        self.number = row["number"]
        self.id = id
        self.header = try MessageHeader(parsing: parts.open(Array(row["header"] as Data), as: "header"))
        self.deliveredAt = Instant(milliseconds: row["delivered_at"])
        self.replacedAt = (row["replaced_at"] as Int64?).map { Instant(milliseconds: $0) }
        let manifest = try parts.open(Array(row["seal_manifest"] as Data), as: "seal manifest")
        self.sealManifest = ContentDigest(of: manifest)
        self.seal = ContentDigest(of: try parts.open(Array(row["seal"] as Data), as: "seal"))
    }
}
