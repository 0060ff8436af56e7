// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0


import Foundation
import Testing

@testable import ZegelPolicy

@Suite("Mutations of the policies")
struct MutationTests {
    private static let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"

    @Test("Almost any single change of a policy makes a row of its tables fail")
    func caught() async throws {
        let bench = try MutationBench(try TestPolicy.source())
        let all = bench.mutants()
        var generator = SystemRandomNumberGenerator()
        _ = generator.next()
        let only = ProcessInfo.processInfo.environment["MUT_ONLY"]
        let chosen = all.filter { mutant in only.map { mutant.file.contains($0) } ?? true }
        print("\(all.count) mutants, \(chosen.count) chosen")
        let start = Date()
        let shares = await bench.shares(of: chosen, without: [])
        print("took \(Date().timeIntervalSince(start))")
        var total = (0, 0)
        for (file, share) in shares.sorted(by: { $0.key < $1.key }) {
            print("SHARE \(file): \(share.caught) of \(share.tried), \(share.percent) refused \(share.refused)")
            for survivor in share.survivors.sorted() { print("SURVIVOR \(survivor)") }
            total = (total.0 + share.caught, total.1 + share.tried)
        }
        print("TOTAL \(total)")
    }
}
