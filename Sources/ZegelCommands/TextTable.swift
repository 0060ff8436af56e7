// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Rows under a heading, each column as wide as its widest cell.
struct TextTable {
    private var rows: [[String]]

    init(_ heading: [String]) { self.rows = [heading.map { $0.uppercased() }] }

    /// Adds a row of as many cells as the heading has.
    mutating func add(_ row: [String]) { self.rows.append(row) }

    /// The lines; the last column is not padded.
    var text: String {
        let widths = self.rows[0].indices.map { column in self.rows.map { $0[column].count }.max() ?? 0 }
        return self.rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            .joined(separator: "  ")
        }
        .joined(separator: "\n")
    }
}
