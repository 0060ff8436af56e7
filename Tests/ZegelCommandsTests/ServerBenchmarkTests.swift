// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

/// The figures of a few requests say nothing; that each is answered as it should be, by servers that really run, does.
@Suite("Measuring a running server")
struct ServerBenchmarkTests {
    @Test("Every kind of load is answered, and each server has its line")
    func scenarios() throws {
        let outcome = try Binary.run(
            [
                "server", "--zegel", Binary.url.path, "--scenario", "small-16,64-KiB,polling,mixed", "--beside",
                "floor",
                "--rounds", "1", "--scale", "1", "--json",
            ],
            of: "zegel-bench"
        )
        #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
        let lines = outcome.json?["scenarios"]?.array ?? []
        let found = lines.map { "\($0["scenario"]?.string ?? "") \($0["server"]?.string ?? "")" }
        #expect(
            found == [
                "small-16 zegel", "small-16 floor", "64-KiB zegel", "64-KiB floor", "polling zegel", "mixed zegel",
            ]
        )
        #expect(lines.allSatisfy { ($0["thousandths"]?["perSecond"]?.integer ?? 0) > 0 })
    }

    @Test("A load that is kept up says what it did to time and memory")
    func soak() throws {
        let outcome = try Binary.run(
            [
                "server", "--zegel", Binary.url.path, "--scenario", "soak", "--beside", "floor", "--scale", "1",
                "--minutes", "0.05", "--json",
            ],
            of: "zegel-bench"
        )
        // On a machine that is busy with other tests a goal may be missed, which is exit code 1.
        #expect(outcome.status <= 1)
        let figures = outcome.json?["figures"]?.array ?? []
        #expect(
            figures.map { $0["what"]?.string ?? "" } == [
                "soak: messages", "soak: requests that failed", "soak: p50", "soak: p99", "soak: the longest",
                "soak: p99.9 to p50", "soak: memory, the rest to the first minute", "soak: memory at the end",
            ]
        )
        #expect(figures.first { $0["what"]?.string == "soak: requests that failed" }?["thousandths"]?.integer == 0)
    }
}
