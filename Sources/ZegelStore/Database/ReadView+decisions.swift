// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

/// A page of decision records, in the order in which they were stored.
package struct DecisionPage: Sendable {
    /// The records as they were stored.
    package let records: [JSONValue]
    /// The cursor of the next page; `nil` where there never was a record.
    package let next: String?
}

extension ReadView {
    /// What cursors of decision records are bound to; no mailbox has such a name.
    private static let decisionList = "decisions"

    /// A version of the policy as it is kept under its digest: one JSON object, path to text; `nil` where it was never in force.
    package func policy(_ digest: ContentDigest) throws -> [UInt8]? {
        try Data.fetchOne(
            self.database,
            sql: "SELECT files FROM policy_version WHERE digest = ?",
            arguments: [Data(digest.bytes)]
        )
        .map { Array($0) }
    }

    /// The decision records of some exchanges.
    ///
    /// Each exchange is read by its own index, so that the records of others cost nothing.
    ///
    /// - Parameter cursor: Where the page before ended, or `nil` for the beginning.
    /// - Throws: `request.cursor` for a cursor that is not of this list; `storage.damaged` where a record is none.
    package func decisions(in exchanges: [String], after cursor: String?, limit: Int) throws -> DecisionPage {
        let start = try cursor.map { try self.vault.cursor.number($0, in: Self.decisionList) } ?? 0
        var rows: [Row] = []
        for exchange in exchanges {
            rows += try Row.fetchAll(
                self.database,
                sql: "SELECT number, json FROM decision WHERE exchange = ? AND number > ? ORDER BY number LIMIT ?",
                arguments: [exchange, start, limit]
            )
        }
        rows.sort { ($0["number"] as Int64) < ($1["number"] as Int64) }
        let page = rows.prefix(limit)
        let last = page.last.map { $0["number"] as Int64 } ?? start
        return DecisionPage(
            records: try page.map { row in
                guard let record = try? StrictJSON.parse(row["json"] as Data, maximumDepth: 16) else {
                    throw Problem(.storageDamaged)
                }
                return record
            },
            next: last > 0 ? try self.vault.cursor.text(last, in: Self.decisionList) : nil
        )
    }
}
