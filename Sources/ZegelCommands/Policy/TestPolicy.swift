// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel policy test`: the table tests of policies.
struct TestPolicy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the table tests of policies.",
        discussion: "Exit 0: every row is decided as it says. 78: one is not, or the policies cannot be read."
    )

    @OptionGroup var options: PolicyOptions

    @Option(help: "Only the rows of this exchange; repeatable.")
    var exchange: [String] = []

    func run() async throws {
        try await self.options.reading { folder in
            let policy = try folder.policy()
            for name in self.exchange where !policy.exchangeNames.contains(name) {
                let hint = Spelling.hint(for: name, among: policy.exchangeNames)
                throw Problem(.parameterInvalid, "There is no exchange “\(name)” in \(folder.name)\(hint)")
            }
            let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
            let tables = try folder.tables(for: policy)
                .filter { self.exchange.isEmpty || self.exchange.contains($0.exchange) }
            let results = tables.map { (table: $0, failures: $0.failures(of: engine)) }
            let failures = results.flatMap(\.failures)
            if self.options.json {
                Output.result(Self.json(results, policy.digest, folder))
            } else {
                for failure in failures {
                    let place = "\(folder.path(of: failure.reference.file)):\(failure.reference.line)"
                    Output.result("\(place): \(failure.row): expected \(failure.expected), got \(failure.got)")
                }
                let rows = results.reduce(0) { $0 + $1.table.rows.count }
                let failed = Set(failures.map(\.row)).count
                Output.result("\(rows - failed) of \(rows) rows in \(results.count) exchanges are decided as they say.")
            }
            if !failures.isEmpty { throw ExitCode(ProcessExit.configuration.rawValue) }
        }
    }

    private static func json(
        _ results: [(table: PolicyTable, failures: [PolicyTable.Failure])],
        _ digest: ContentDigest,
        _ folder: PolicyFolder
    ) -> JSONValue {
        let failed = results.map { Set($0.failures.map(\.row)).count }
        let rows = results.map(\.table.rows.count)
        return [
            "policy": .string("sha256:\(digest)"), "rows": .integer(Int64(rows.reduce(0, +))),
            "failed": .integer(Int64(failed.reduce(0, +))),
            "exchanges": .array(
                results.indices.map { index in
                    [
                        "exchange": .string(results[index].table.exchange), "rows": .integer(Int64(rows[index])),
                        "failed": .integer(Int64(failed[index])),
                    ]
                }
            ),
            "failures": .array(
                results.flatMap(\.failures).map { failure in
                    [
                        "file": .string(folder.path(of: failure.reference.file)),
                        "line": .integer(Int64(failure.reference.line)), "row": .string(failure.row),
                        "expected": .string(failure.expected), "got": .string(failure.got),
                    ]
                }
            ),
        ]
    }
}
