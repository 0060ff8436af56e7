// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Rows, under a heading where there is one, each column as wide as its widest cell.
package struct TextTable {
    private var rows: [[String]]
    private let margin: String

    /// A table under a heading, which is shown in capitals.
    package init(_ heading: [String]) {
        self.rows = [heading.map { $0.uppercased() }]
        self.margin = ""
    }

    /// A table without a heading, that far from the left.
    init(margin: String) {
        self.rows = []
        self.margin = margin
    }

    /// Adds a row of as many cells as every other has.
    package mutating func add(_ row: [String]) { self.rows.append(row) }

    /// The lines; the last column is not padded.
    package var text: String {
        let widths = (self.rows.first ?? []).indices.map { column in self.rows.map { $0[column].count }.max() ?? 0 }
        return self.rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            return self.margin + cells.joined(separator: "  ")
        }
        .joined(separator: "\n")
    }
}
