// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy

/// A matrix as comma-separated values (RFC 4180), one row for each purpose.
struct MatrixCSV {
    let rows: [PolicyMatrix.Row]

    /// The lines, without the last line break.
    var text: String {
        let heading = ["exchange", "kind", "forward", "from", "to", "purpose", "bases", "level", "persons", "asks"]
        let lines = self.rows.map { row in
            [
                row.exchange, row.kind, row.isForward ? "yes" : "no", "\(row.from)", "\(row.to)", row.purpose,
                row.bases.joined(separator: " "), row.level.rawValue, "\(row.persons)",
                row.asks.joined(separator: " "),
            ]
        }
        return ([heading] + lines).map { $0.map(Self.cell).joined(separator: ",") }.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
