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
                "INSERT INTO relayed_hop (message, position, server, id, taken_at) VALUES (?, ?, ?, ?, ?)",
                [
                    .integer(number), .integer(Int64(position + 1)), .text("\(hop.server)"), .text("\(hop.message)"),
                    position + 1 == sealed.hops.count ? .integer(sealed.receivedAt.milliseconds) : .null,
                ]
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

    /// Whether a server took a message from this one.
    package func hasTaken(_ message: StoredMessage, server: OIN) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM relayed_out WHERE message = ? AND server = ?)",
            arguments: [message.number, "\(server)"]
        ) ?? false
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

    /// The message with a container that passed between this server and another; `nil` where there is none.
    package func message(relayed container: ContentDigest, with server: OIN) throws -> RelayedMessage? {
        guard let message = try self.message(withContainer: container) else { return nil }
        let sent = try Row.fetchAll(
            self.database,
            sql: "SELECT mailbox, id FROM relayed_out WHERE message = ? AND server = ?",
            arguments: [message.number, "\(server)"]
        )
        .reduce(into: [MailboxName: MessageID]()) { sent, row in
            guard let mailbox = MailboxName(row["mailbox"] as String) else { return }
            sent[mailbox] = MessageID(row["id"] as String)
        }
        return RelayedMessage(
            message: message,
            hops: try self.hops(of: message),
            sent: sent,
            forwards: try self.forwards(of: message)
        )
    }
}

/// A message that this server took from another, or passed on to it.
package struct RelayedMessage: Sendable {
    /// The message.
    package let message: StoredMessage
    /// The servers that it passed before it came here, oldest first, with the name that each gave it.
    package let hops: [(server: OIN, message: MessageID)]
    /// The addressees for whom the other server took it, with the name that it has there.
    package let sent: [MailboxName: MessageID]
    /// Who passed it on, here and elsewhere.
    package let forwards: [StoredForward]
}

extension RelayedMessage {
    /// The servers that a message passed before it came here, the last of which brought it, with the name that it had there; and what they
    /// said, enciphered as the message is.
    static let schema = """
        CREATE TABLE relayed_hop (
            message INTEGER NOT NULL REFERENCES message (number),
            position INTEGER NOT NULL CHECK (position > 0),
            server TEXT NOT NULL CHECK (length(server) = 20),
            id TEXT NOT NULL CHECK (length(id) = 32),
            PRIMARY KEY (message, position),
            UNIQUE (message, server)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX relayed_hop_id ON relayed_hop (server, id);

        CREATE TABLE relayed_part (
            message INTEGER NOT NULL REFERENCES message (number),
            position INTEGER NOT NULL CHECK (position > 0),
            name TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (message, position)
        ) STRICT, WITHOUT ROWID;
        """
}
