// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB
package import ZegelCore
import ZegelPolicy

/// What this server has of what passed between it and another.
package struct OwnPassage: Hashable, Sendable {
    /// What passed.
    package let passage: RelayPassage
    /// What the other server calls it that gave it to us: of a message its name there, of a statement its digest; `nil` where we gave it.
    package let givenAs: String?
    /// The line of the outbox by which we gave it; `nil` where we took it, or it was destroyed.
    package let line: Int64?
}

/// What this server has of a day, in sum.
package struct OwnRelayDay: Hashable, Sendable {
    /// How much passed.
    package let count: Int64
    /// SHA-256 over the lines.
    package let digest: ContentDigest
    /// What was begun to be pushed and has no receipt, as ``RelayDayRecord/open``; the first thousand.
    package let open: [String]
    /// When the day ends.
    package let end: Instant
}

/// Between which two servers, and on which day.
package struct RelayDayKey: Hashable, Sendable {
    /// This server.
    package let own: OIN
    /// The other.
    package let partner: OIN
    /// The day, in Europe/Amsterdam, of the moment of taking.
    package let day: CalendarDate

    /// Joins the three.
    package init(own: OIN, partner: OIN, day: CalendarDate) {
        self.own = own
        self.partner = partner
        self.day = day
    }
}

extension ReadView {
    /// Each part is read by an index in the order of its moments, so that a page costs what it holds.
    ///
    /// A message counts as taken while it is there: what speaks of it elsewhere does not make up for it. What was said of a forward more than
    /// once counts once: the other server has one forward, and answers with the moment at which it took that first.
    private static let passages = """
        SELECT relayed_hop.taken_at AS at, message.id AS name, 0 AS is_given, container, relayed_hop.id AS given, NULL AS line
        FROM relayed_hop JOIN message ON message.number = relayed_hop.message
        WHERE relayed_hop.server = :server AND taken_at >= :from AND taken_at < :end AND (taken_at, message.id) > (:from, :name)
        UNION ALL
        SELECT received_at, lower(hex(digest)), 0, NULL, lower(hex(digest)), NULL FROM statement
        WHERE brought_by = :server AND received_at >= :from AND received_at < :end
            AND (received_at, lower(hex(digest))) > (:from, :name)
        UNION ALL
        SELECT taken_at, coalesce(taken_as, lower(hex(statement.digest))), 1,
            CASE WHEN outbox.statement IS NULL THEN container END, NULL, outbox.number
        FROM outbox JOIN message ON message.number = outbox.message LEFT JOIN statement ON statement.number = outbox.statement
        WHERE outbox.server = :server AND taken_at >= :from AND taken_at < :end
            AND (taken_at, coalesce(taken_as, lower(hex(statement.digest)))) > (:from, :name)
            AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.statement = outbox.statement
                AND other.server = outbox.server AND other.taken_at = outbox.taken_at AND other.number < outbox.number)
        UNION ALL
        SELECT taken_at, name, is_given, NULL, NULL, NULL FROM erased_passage
        WHERE server = :server AND taken_at >= :from AND taken_at < :end AND (taken_at, name) > (:from, :name)
        ORDER BY at, name
        """

    /// What this server has of a day: how much, and a digest over all of it.
    package func relayDay(_ key: RelayDayKey) throws -> OwnRelayDay {
        let rows = try Row.fetchCursor(self.database, sql: Self.passages, arguments: Self.arguments(key, after: nil))
        var (hash, count) = (SHA256(), Int64(0))
        while let row = try rows.next() {
            hash.update(data: try OwnPassage(row, key).passage.line)
            count += 1
        }
        return OwnRelayDay(
            count: count,
            digest: ContentDigest(hash.finalize()),
            open: try self.begun(to: key.partner),
            end: Amsterdam.end(of: key.day)
        )
    }

    /// What passed on a day, by time and then by name.
    ///
    /// - Parameters:
    ///   - place: Behind which to begin; `nil` for the beginning of the day.
    ///   - limit: How many at most.
    package func passages(_ key: RelayDayKey, after place: RelayPassage.Place?, limit: Int) throws -> [OwnPassage] {
        try Row.fetchAll(
            self.database,
            sql: "\(Self.passages) LIMIT \(limit)",
            arguments: Self.arguments(key, after: place)
        )
        .map { try OwnPassage($0, key) }
    }

    private static func arguments(_ key: RelayDayKey, after place: RelayPassage.Place?) -> StatementArguments {
        let start = Amsterdam.end(of: key.day.advanced(byDays: -1))
        return [
            "server": "\(key.partner)", "from": max(start, place?.at ?? start).milliseconds,
            "end": Amsterdam.end(of: key.day).milliseconds,
            "name": place.flatMap { $0.at < start ? nil : $0.name } ?? "",
        ]
    }

    private func begun(to server: OIN) throws -> [String] {
        try String.fetchAll(
            self.database,
            sql: """
                SELECT coalesce(lower(hex(digest)), message.id) FROM outbox JOIN message ON message.number = outbox.message
                LEFT JOIN statement ON statement.number = outbox.statement
                WHERE outbox.server = ? AND attempts > 0 AND outbox.state IN ('waiting', 'pushing')
                ORDER BY outbox.number LIMIT \(RelayDay.named)
                """,
            arguments: ["\(server)"]
        )
    }

    /// Whether a message with a name was here and was destroyed.
    package func isErased(_ id: MessageID) throws -> Bool {
        try Bool.fetchOne(
            self.database,
            sql: "SELECT EXISTS (SELECT 1 FROM message WHERE id = ? AND state = 'erased')",
            arguments: ["\(id)"]
        ) ?? false
    }

    /// The line of the outbox by which something went to a server that says it took it; `nil` where there is none.
    package func line(of passage: RelayPassage) throws -> (number: Int64, state: DispatchState)? {
        let sql: String
        let digest: ContentDigest
        switch passage.subject {
        case .message(_, let container):
            guard let container else { return nil }
            digest = container
            sql = "JOIN message ON message.number = outbox.message WHERE container = ? AND outbox.statement IS NULL"
        case .statement(let statement, _):
            digest = statement
            sql = "JOIN statement ON statement.number = outbox.statement WHERE digest = ?"
        }
        let row = try Row.fetchOne(
            self.database,
            sql: "SELECT outbox.number, outbox.state FROM outbox \(sql) AND server = ?",
            arguments: [Data(digest.bytes), "\(passage.taker)"]
        )
        guard let row, let state = DispatchState(rawValue: row["state"]) else { return nil }
        return (row["number"], state)
    }
}

extension OwnPassage {
    fileprivate init(_ row: Row, _ key: RelayDayKey) throws {
        let name = row["name"] as String
        let isGiven = row["is_given"] as Bool
        let line = row["line"] as Int64?
        let given = row["given"] as String?
        let subject: RelayPassage.Subject
        if let id = MessageID(name) {
            subject = .message(id, (row["container"] as Data?).flatMap { ContentDigest(bytes: $0) })
        } else if let digest = ContentDigest(hexadecimal: name) {
            subject = .statement(digest, isErased: line == nil && given == nil)
        } else {
            throw Problem(.storageDamaged, "What passed between servers cannot be read.")
        }
        let taker = isGiven ? key.partner : key.own
        let at = Instant(milliseconds: row["at"])
        self.init(passage: RelayPassage(taker: taker, at: at, subject: subject), givenAs: given, line: line)
    }
}
