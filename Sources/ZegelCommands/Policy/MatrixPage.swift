// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy

/// A matrix as one page that needs nothing else: for each exchange a grid of senders and addressees.
struct MatrixPage {
    let rows: [PolicyMatrix.Row]
    let digest: ContentDigest
    let moment: Instant

    /// The page; it loads nothing, and its policy for content lets it load nothing.
    var text: String {
        let exchanges = Dictionary(grouping: self.rows, by: \.exchange).sorted { $0.key < $1.key }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Who can reach whom with what</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>Who can reach whom with what</h1>
            <p>Policy <code>sha256:\(self.digest)</code>, decided as of \(self.moment.seconds). Rows send, columns
            receive. A level is the highest that is allowed; ×2 is signed by two persons; → is a forward, and → ✓ one that
            needs the originator's consent. What is under a name shows purposes, bases, and what no such message goes
            without.</p>
            <nav><ul>
            \(exchanges.map { "<li><a href=\"#\(Self.escaped($0.key))\">\(Self.escaped($0.key))</a></li>" }.joined(separator: "\n"))
            </ul></nav>
            \(exchanges.map { Self.grid($0.key, $0.value) }.joined(separator: "\n"))
            </body>
            </html>
            """
    }

    private static let style = """
        body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff; }
        nav ul { columns: 14rem; padding-left: 1rem; }
        table { border-collapse: collapse; margin: 1rem 0 3rem; }
        th, td { border: 1px solid #bbb; padding: .3rem .5rem; text-align: left; vertical-align: top; }
        thead th { position: sticky; top: 0; background: #eef1f5; }
        tbody th { position: sticky; left: 0; background: #eef1f5; }
        td:empty { background: #f7f7f7; }
        details { max-width: 26rem; }
        summary { cursor: pointer; white-space: nowrap; }
        dl { margin: .2rem 0 .4rem 1rem; }
        dt { font-weight: 600; }
        dd { margin: 0 0 .2rem 1rem; }
        @media print { nav { display: none; } thead th, tbody th { position: static; } }
        """

    private static func grid(_ exchange: String, _ rows: [PolicyMatrix.Row]) -> String {
        let senders = Set(rows.map { "\($0.from)" }).sorted()
        let receivers = Set(rows.map { "\($0.to)" }).sorted()
        let cells = Dictionary(grouping: rows) { "\($0.from) \($0.to)" }
        let heading = receivers.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
        let lines = senders.map { sender in
            let line = receivers.map { "<td>\(Self.cell(cells["\(sender) \($0)"] ?? []))</td>" }.joined()
            return "<tr><th scope=\"row\">\(Self.escaped(sender))</th>\(line)</tr>"
        }
        return """
            <h2 id="\(Self.escaped(exchange))">\(Self.escaped(exchange))</h2>
            <table>
            <thead><tr><th></th>\(heading)</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private static func cell(_ rows: [PolicyMatrix.Row]) -> String {
        let kinds = Dictionary(grouping: rows, by: \.what).sorted { $0.key < $1.key }
        return kinds.map { what, rows in
            let level = rows.map(\.level).max()?.short ?? ""
            let persons = rows.map(\.persons).max() ?? 1
            let sign = rows[0].isForward ? (rows.allSatisfy { $0.asks == ["consent"] } ? "→ ✓ " : "→ ") : ""
            let list = rows.map { row in
                let asks = row.asks.isEmpty ? "" : "; asks \(row.asks.joined(separator: ", "))"
                return
                    "<dt>\(Self.escaped(row.purpose))</dt><dd>\(Self.escaped(row.bases.joined(separator: ", ") + asks))</dd>"
            }
            let title = "\(sign)\(rows[0].kind) \(level)\(persons > 1 ? " ×\(persons)" : "")"
            return "<details><summary>\(Self.escaped(title))</summary><dl>\(list.joined())</dl></details>"
        }
        .joined()
    }

    /// Names are plain, and are made harmless all the same.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
