// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

/// Whether the rows of the tables say enough: each mutant of the shipped policies is one that some row decides otherwise.
///
/// A tenth of the mutants is tried, from a seed on; all of them with `ZEGEL_LONG=1`.
@Suite("Mutations of the policies")
struct MutationTests {
    private static let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"

    /// Where the sample begins.
    private static let seed = 7

    /// A tenth of what is given, evenly from every file, or all of it in a long run.
    private static func sample(_ mutants: [Mutant]) -> [Mutant] {
        if Self.isLong { return mutants }
        return mutants.enumerated().filter { index, mutant in
            // What every exchange looks at is read anew with every exchange, and every row may notice.
            (index + Self.seed) % (mutant.exchange == nil ? 100 : 10) == 0
        }
        .map(\.element)
    }

    @Test("Almost any single change of a policy makes a row of its tables fail")
    func caught() async throws {
        let bench = try MutationBench(try TestPolicy.source())
        let all = bench.mutants()
        let known = Set(all.map(\.description))
        #expect(all.count > 8_000 && known.count == all.count)
        for name in EquivalentMutants.names { #expect(known.contains(name), "there is no mutant \(name)") }
        let sample = Self.sample(all)
        let shares = await bench.shares(of: sample, without: EquivalentMutants.names)
        var (caught, tried) = (0, 0)
        for (file, share) in shares.sorted(by: { $0.key < $1.key }) {
            print("\(file): \(share)")
            for survivor in share.survivors.sorted() { print("  not caught: \(survivor)") }
            #expect(share.disproved == [], "these are argued to decide like the policy")
            caught += share.caught
            tried += share.tried
            // One survivor among a few says nothing of an exchange.
            if Self.isLong { #expect(share.percent >= 90, "\(file): \(share)") }
        }
        print("all: \(caught) of \(tried), \(MutationShare.percent(caught, of: tried)) %")
        #expect(MutationShare.percent(caught, of: tried) >= 95)
        #expect(shares.count >= 34 && tried >= (Self.isLong ? 7_000 : 500))
    }

    @Test("Nothing is caught in a policy that nobody changed, and a broken one is")
    func unchanged() throws {
        let bench = try MutationBench(try TestPolicy.source())
        // Of this file every row is asked.
        #expect(bench.fate(of: try #require(bench.unchanged("organisations.yaml"))) == .survived)
        let exchange = try #require(bench.unchanged("exchanges/pi-nl.yaml"))
        #expect(bench.fate(of: exchange) == .survived)
        let broken = exchange.root.setting("onward", to: nil)
        #expect(bench.fate(of: Mutant(file: exchange.file, place: [], change: "", root: broken, words: [])) == .caught)
        let unread = exchange.root.setting("kinds", to: nil)
        #expect(bench.fate(of: Mutant(file: exchange.file, place: [], change: "", root: unread, words: [])) == .refused)
    }

    @Test("A mutant that grants what was granted is none")
    func grants() throws {
        let source = try TestPolicy.text("exchanges/pi-nl.yaml")
        func grants(_ text: String) throws -> MutationGrants? {
            MutationGrants(try StrictYAML.parse(Array(text.utf8), file: "pi-nl.yaml"), groups: [:])
        }
        let (delivery, permit) = ("bases: [pnr-art8], kinds: [aanlevering]", "{ from: [carrier], to: [unit] }")
        let changes = [
            // Carriers send nothing but what they deliver.
            (from: delivery, to: "\(delivery), from: [carrier]", isSame: true),
            (from: delivery, to: "bases: [pnr-art8]", isSame: false),
            (from: permit, to: "{ from: [carrier], to: [unit], addressees: 1 }", isSame: true),
            (from: permit, to: "{ from: [carrier], to: [unit, officer] }", isSame: false),
            (from: "level: departementaal-vertrouwelijk", to: "level: ongerubriceerd", isSame: false),
        ]
        for change in changes {
            let changed = source.replacing(change.from, with: change.to, maxReplacements: 1)
            #expect(changed != source)
            #expect((try grants(changed) == grants(source)) == change.isSame, "\(change.to)")
        }
    }

    @Test("Signatures are a day old at most, and auditors see contents only where that is said")
    func beside() throws {
        let exchanges = try TestPolicy.engine().policy.exchanges
        for exchange in exchanges.values {
            #expect(exchange.kinds.values.allSatisfy { $0.signingAge == 86_400 }, "\(exchange.name)")
        }
        // What these pass on is open, and about nobody.
        let open = ["informatieportaal", "kamerstukken", "versterkingsgelden"]
        #expect(exchanges.values.filter(\.auditsContents).map(\.name).sorted() == open)
    }
}
