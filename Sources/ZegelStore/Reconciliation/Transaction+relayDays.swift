// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

extension Transaction {
    /// Keeps what came of comparing a day, in the place of what came of it before.
    package func keep(_ day: RelayDay) throws {
        try self.execute(
            """
            INSERT INTO relay_day (server, day, is_agreed, compared_at, count, open, differences, record, signature)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET is_agreed = excluded.is_agreed, compared_at = excluded.compared_at,
                count = excluded.count, open = excluded.open, differences = excluded.differences,
                record = excluded.record, signature = excluded.signature
            """,
            [
                .text("\(day.server)"), .text("\(day.day)"), .integer(day.isAgreed ? 1 : 0),
                .integer(day.comparedAt.milliseconds), .integer(day.count), .integer(Int64(day.open)),
                .blob(JSONValue.array(day.differences.map(\.json)).encoded), .blob(day.word.record),
                .blob(day.word.signature),
            ]
        )
    }
}

extension ReadView {
    /// What came of comparing the days with a server, from one day on, in their order.
    package func relayDays(with server: OIN, from day: CalendarDate) throws -> [RelayDay] {
        try Row.fetchAll(
            self.database,
            sql: "SELECT * FROM relay_day WHERE server = ? AND day >= ? ORDER BY day",
            arguments: ["\(server)", "\(day)"]
        )
        .map { row in
            let differences = try StrictJSON.parse(Array(row["differences"] as Data)).array ?? []
            guard let day = CalendarDate(row["day"] as String) else {
                throw Problem(.storageDamaged, "A day that was compared cannot be read.")
            }
            return RelayDay(
                server: server,
                day: day,
                comparedAt: Instant(milliseconds: row["compared_at"]),
                count: row["count"],
                differences: differences.compactMap { RelayDifference($0) },
                open: row["open"],
                word: .init(record: Array(row["record"] as Data), signature: Array(row["signature"] as Data))
            )
        }
    }

    /// The last day that both had the same of; `nil` where there was none.
    package func lastAgreedDay(with server: OIN) throws -> CalendarDate? {
        try String.fetchOne(
            self.database,
            sql: "SELECT max(day) FROM relay_day WHERE server = ? AND is_agreed = 1",
            arguments: ["\(server)"]
        )
        .flatMap { CalendarDate($0) }
    }
}
