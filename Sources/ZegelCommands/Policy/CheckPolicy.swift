// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel policy check`: whether policies can be read, with all faults at once.
struct CheckPolicy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read policies and tell every fault with file and line.",
        discussion: """
            Exit 0: they can be read. 78: they cannot. A remark is about a rule that decides nothing, and is no fault.
            """
    )

    @OptionGroup var options: PolicyOptions

    func run() async throws {
        try await self.options.reading { folder in
            let checked = try folder.checked()
            let (policy, tables, invariants) = (checked.policy, checked.tables, checked.invariants)
            let rows = tables.reduce(0) { $0 + $1.rows.count }
            let remarks = policy.remarks(tested: Set(tables.map(\.exchange)))
            let json: JSONValue = [
                "policy": .string("sha256:\(policy.digest)"), "files": .integer(Int64(folder.source.files.count)),
                "organisations": .integer(Int64(policy.organisations.organisations.count)),
                "exchanges": .array(policy.exchangeNames.map { .string($0) }), "rows": .integer(Int64(rows)),
                "invariants": .integer(Int64(invariants.count)),
                "remarks": .array(
                    remarks.map { ["at": .string(folder.place($0)), "message": .string($0.message)] }
                ),
            ]
            if self.options.json { return Output.result(json) }
            for remark in remarks { Output.note("\(folder.place(remark)): remark: \(remark.message)") }
            Output.result(
                """
                No fault in \(folder.name): \(policy.organisations.organisations.count) organisations, \
                \(policy.exchangeNames.count) exchanges, \(rows) rows of table tests, \(invariants.count) invariants.
                sha256:\(policy.digest)
                """
            )
        }
    }
}

extension PolicyFolder {
    /// Where a fault or a remark stands.
    func place(_ fault: YAMLFault) -> String { "\(self.path(of: fault.file)):\(fault.line):\(fault.column)" }
}
