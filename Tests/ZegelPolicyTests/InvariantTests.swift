// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Invariants")
struct InvariantTests {
    @Test("All that are shipped hold, for every kind there is, and every counterexample would be confirmed")
    func shipped() async throws {
        let report = try await Broken.proof(of: try TestPolicy.source())
        for result in report.results {
            #expect(result.counterexample == nil, "\(result.invariant.name): \(result.counterexample?.lines ?? [])")
        }
        #expect(report.unconfirmed == 0)
        #expect(report.silent == [])
        #expect(report.covered > 1e20)
        #expect(report.decided > 100_000)
    }

    @Test("Each has a broken twin in the tests")
    func twins() throws {
        let source = try TestPolicy.source()
        let names = try Invariant.all(of: source, for: try PolicySet(source)).map(\.name)
        // What the engine asks of every message whatever the files say has its twin below.
        #expect(Set(names).subtracting(BrokenPolicies.all.map(\.invariant)) == ["cleared"])
    }

    @Test("A broken rule is shown by the smallest request that it lets through", arguments: BrokenPolicies.all)
    func broken(_ broken: Broken) async throws {
        let source = try broken.source()
        let report = try await Broken.proof(of: source)
        #expect(report.unconfirmed == 0)
        let example = try #require(report.results.first?.counterexample, "nothing was found")
        #expect(example.lines.contains { $0.contains(broken.shows) }, "\(example.lines)")
        let engine = PolicyEngine(policy: try PolicySet(source), ceiling: .stgZeerGeheim)
        for step in example.steps {
            #expect(engine.decide(step).isAllowed, "\(step)")
            // What is printed is a question of its own.
            let header = HeaderView(.object(step.header.members))
            let facts = try #require(Facts(.object(step.facts.members)))
            #expect(engine.decide(Question(step.action, header, facts)).isAllowed)
        }
    }

    @Test("What is above a clearance is seen as such")
    func clearance() throws {
        let engine = try SmallPolicy().engine()
        let exchange = try #require(engine.policy.exchanges["proef"])
        let kind = try #require(exchange.kinds["antwoord"])
        let proof = KindProof(engine, exchange, kind, asOf: TestPolicy.asOf, literals: [])
        for (level, isCleared) in [("stg-geheim", true), ("stg-zeer-geheim", false)] {
            let header = SmallPolicy.header(["classification": .string(level)])
            let view = PassageView(Draft(header: header, facts: Facts(asOf: TestPolicy.asOf)), proof)
            #expect(view.meets(Literal(leaf: .cleared, wanted: .yes)) == isCleared)
        }
    }
}
