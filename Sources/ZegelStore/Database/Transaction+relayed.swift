// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
import ZegelSeal

/// The servers that a message passed before it came here.
extension Transaction {
    /// Keeps what they said, and the names that the message had there.
    func insertPassed(_ sealed: SealedMessage, _ number: Int64, _ parts: PartCipher) throws {
        for (position, hop) in sealed.hops.enumerated() {
            try self.execute(
                "INSERT INTO relayed_hop (message, position, server, id) VALUES (?, ?, ?, ?)",
                [.integer(number), .integer(Int64(position + 1)), .text("\(hop.server)"), .text("\(hop.message)")]
            )
        }
        for (position, entry) in sealed.passed.enumerated() {
            try self.execute(
                "INSERT INTO relayed_part (message, position, name, bytes) VALUES (?, ?, ?, ?)",
                [
                    .integer(number), .integer(Int64(position + 1)), .text(entry.name),
                    .blob(try parts.seal(entry.bytes, as: entry.name)),
                ]
            )
        }
    }
}

extension ReadView {
    /// The servers that a message passed before it came here, oldest first, with the name that each gave it.
    package func hops(of message: StoredMessage) throws -> [(server: OIN, message: MessageID)] {
        try Row.fetchAll(
            self.database,
            sql: "SELECT server, id FROM relayed_hop WHERE message = ? ORDER BY position",
            arguments: [message.number]
        )
        .map { row in
            guard let server = OIN(row["server"] as String), let id = MessageID(row["id"] as String) else {
                throw Problem(.storageDamaged, "A server that a message passed cannot be read.")
            }
            return (server, id)
        }
    }

    /// What they said, as entries of the dossier behind the certificates and lists.
    func passed(of message: StoredMessage) throws -> [EvidenceEntry] {
        let parts = PartCipher(messageKey: message.key)
        return try Row.fetchAll(
            self.database,
            sql: "SELECT name, bytes FROM relayed_part WHERE message = ? ORDER BY position",
            arguments: [message.number]
        )
        .map { row in
            let name = row["name"] as String
            return EvidenceEntry(name: name, bytes: try parts.open(Array(row["bytes"] as Data), as: name))
        }
    }
}
