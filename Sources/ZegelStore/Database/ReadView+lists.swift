// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore

/// A version of a list.
package struct ListedVersion: Sendable {
    /// The list and the version.
    package let list: ListVersion
    /// Where it stands.
    package let standing: ListStanding
    /// The message that it is.
    package let message: StoredMessage
}

/// The lists of a mailbox, the last version first.
package struct MailboxLists: Sendable {
    /// Those that it publishes, with all deliveries.
    package let published: [ListedVersion]
    /// Those that it has from others.
    package let received: [ListedVersion]
}

/// Of all messages the versions of lists are few, so that a walk over these is short.
extension ReadView {
    /// The versions of lists that a mailbox sent, and those that came into it; what was erased is left out.
    ///
    /// - Parameter limit: How many of each at most.
    package func lists(of mailbox: MailboxName, limit: Int) throws -> MailboxLists {
        MailboxLists(
            published: try self.versions("own.mailbox = :mailbox", replacedWhere: "", mailbox, limit),
            received: try self.versions(
                "EXISTS (\(Self.delivered("own")))",
                replacedWhere: "AND EXISTS (\(Self.delivered("later")))",
                mailbox,
                limit
            )
        )
    }

    private static func delivered(_ version: String) -> String {
        """
        SELECT 1 FROM delivery WHERE delivery.message = \(version).message AND delivery.mailbox = :mailbox
            AND delivery.state <> 'pending'
        """
    }

    private func versions(
        _ condition: String,
        replacedWhere: String,
        _ mailbox: MailboxName,
        _ limit: Int
    ) throws -> [ListedVersion] {
        let rows = try Row.fetchAll(
            self.database,
            sql: """
                SELECT own.name, own.version, own.message, EXISTS (
                    SELECT 1 FROM list_version AS later JOIN message AS newer ON newer.number = later.message
                    WHERE later.exchange = own.exchange AND later.mailbox = own.mailbox AND later.name = own.name
                        AND later.version > own.version AND newer.state = 'accepted' \(replacedWhere)) AS is_replaced
                FROM list_version AS own WHERE own.message IS NOT NULL AND \(condition)
                ORDER BY own.message DESC LIMIT :limit
                """,
            arguments: ["mailbox": "\(mailbox)", "limit": limit]
        )
        return try rows.compactMap { row in
            try self.message(number: row["message"]).map { message in
                ListedVersion(
                    list: ListVersion(name: row["name"], version: row["version"]),
                    standing: Self.standing(of: message, isReplaced: row["is_replaced"]),
                    message: message
                )
            }
        }
    }

    private static func standing(of message: StoredMessage, isReplaced: Bool) -> ListStanding {
        switch message.state {
        case .awaitingRelease: .awaitingRelease
        case .withdrawn, .erased: .withdrawn
        case .accepted: isReplaced ? .replaced : .inForce
        }
    }
}
