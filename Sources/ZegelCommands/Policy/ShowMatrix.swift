// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel policy matrix`: who can reach whom with what.
struct ShowMatrix: AsyncParsableCommand {
    /// How it is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case csv
        case html
    }

    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Print who can reach whom with what, by message or by forward.",
        discussion: """
            Each row is found by deciding: the highest level, how many persons sign, and what no such message goes without.
            Several addressees are not rows of their own. The page of --format html is complete in itself.
            """
    )

    @OptionGroup var options: PolicyOptions

    @Option(help: "text, csv or html.")
    var format = Format.text

    @Option(help: "Only this exchange; repeatable.")
    var exchange: [String] = []

    @Option(help: "Only what this mailbox passes.")
    var from: MailboxName?

    @Option(help: "Only what reaches this mailbox.")
    var to: MailboxName?

    @Option(help: "Decide as of this moment (RFC 3339) instead of now.")
    var asOf: String?

    func validate() throws {
        if let asOf, Instant(asOf) == nil { throw ValidationError("--as-of takes a time as 2026-11-20T12:00:00Z.") }
    }

    func run() async throws {
        try await self.options.reading { folder in
            let policy = try folder.policy()
            for name in self.exchange where !policy.exchangeNames.contains(name) {
                let hint = Spelling.hint(for: name, among: policy.exchangeNames)
                throw Problem(.parameterInvalid, "There is no exchange “\(name)” in \(folder.name)\(hint)")
            }
            let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
            let moment = self.asOf.flatMap { Instant($0) } ?? .now
            let matrix = await PolicyMatrix.make(engine, exchanges: self.exchange, asOf: moment)
            let rows = matrix.rows.filter { row in
                (self.from.map { $0 == row.from } ?? true) && (self.to.map { $0 == row.to } ?? true)
            }
            if self.options.json { return Output.result(Self.json(rows, policy.digest)) }
            switch self.format {
            case .text: Output.result(Self.text(rows))
            case .csv: Output.result(MatrixCSV(rows: rows).text)
            case .html: Output.result(MatrixPage(rows: rows, digest: policy.digest, moment: moment).text)
            }
        }
    }

    private static func text(_ rows: [PolicyMatrix.Row]) -> String {
        var table = TextTable(["exchange", "kind", "from", "to", "purpose", "basis", "level", "persons", "asks"])
        for row in rows {
            table.add([
                row.exchange, row.what, "\(row.from)", "\(row.to)", row.purpose, row.bases.joined(separator: " "),
                row.level.short, "\(row.persons)", row.asks.joined(separator: " "),
            ])
        }
        return table.text
    }

    private static func json(_ rows: [PolicyMatrix.Row], _ digest: ContentDigest) -> JSONValue {
        [
            "policy": .string("sha256:\(digest)"),
            "rows": .array(
                rows.map { row in
                    [
                        "exchange": .string(row.exchange), "kind": .string(row.kind), "forward": .bool(row.isForward),
                        "from": .string("\(row.from)"), "to": .string("\(row.to)"), "purpose": .string(row.purpose),
                        "bases": .array(row.bases.map { .string($0) }), "level": .string(row.level.rawValue),
                        "persons": .integer(Int64(row.persons)), "asks": .array(row.asks.map { .string($0) }),
                    ]
                }
            ),
        ]
    }
}

extension PolicyMatrix.Row {
    /// The kind, and whether it is passed on.
    var what: String { self.isForward ? "forward of \(self.kind)" : self.kind }
}

extension Classification {
    /// The usual short form.
    var short: String {
        switch self {
        case .ongerubriceerd: "O"
        case .departementaalVertrouwelijk: "DV"
        case .stgConfidentieel: "SC"
        case .stgGeheim: "SG"
        case .stgZeerGeheim: "SZG"
        }
    }
}
