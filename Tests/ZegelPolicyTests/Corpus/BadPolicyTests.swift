// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Bad policies")
struct BadPolicyTests {
    @Test("The good twin of all has no fault")
    func good() {
        #expect(CompletePolicy.check([:]) == [])
        #expect(BadPolicy.corpus.count > 60)
    }

    @Test("Each gives an error with file and line, and says what was perhaps meant", arguments: BadPolicy.corpus)
    func fault(_ bad: BadPolicy) throws {
        let (faults, line) = (try bad.faults(), try bad.text().line)
        let isTold = faults.contains { $0.file == bad.file && $0.line == line && $0.message.contains(bad.message) }
        #expect(isTold, "\(bad.file):\(line): \(faults)")
    }

    @Test("The faults of all files are told at once")
    func together() throws {
        let chosen = try ["organisations.yaml", "classifications.yaml", "exchanges/proef.yaml"].map { file in
            try #require(BadPolicy.corpus.first { $0.file == file })
        }
        var changed = try chosen.reduce(into: [String: [UInt8]]()) { $0[$1.file] = try $1.text().bytes }
        changed["tests/proef.yaml"] = Array("rows: []\nrows: []\n".utf8)
        changed["invariants.yaml"] = Array("a: &x 1\n".utf8)
        changed["extra.yaml"] = Array("a: 1\n".utf8)
        let faults = CompletePolicy.check(changed)
        for bad in chosen { #expect(faults.contains { $0.file == bad.file && $0.message.contains(bad.message) }) }
        #expect(Set(faults.map(\.file)) == Set(changed.keys))
        // And in one file, several.
        let text = try TestPolicy.text("exchanges/laov.yaml").replacing("from:", with: "form:")
        let source = try TestPolicy.source("exchanges/laov.yaml", text)
        let error = #expect(throws: YAMLFaults.self) { try CheckedPolicy(source) }
        #expect(try #require(error).faults.count { $0.message == "unknown key form; did you mean from?" } >= 3)
    }

    @Test("A fault in the rules does not hide one in the form of tests, nor tests one in invariants")
    func hidden() {
        let rows = "exchange: proef\nasOf: 2026-11-20T12:00:00Z\nrows: none\n"
        let faults = CompletePolicy.check([
            "tests/proef.yaml": Array(rows.utf8), "invariants.yaml": Array("invariants: none\n".utf8),
        ])
        #expect(
            faults.map(\.description) == [
                "tests/proef.yaml:3:7: rows must be a list", "invariants.yaml:1:13: invariants must be a list",
            ]
        )
    }
}
