// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Table tests")
struct TableTests {
    @Test("Decides every row as the table says", arguments: try TestPolicy.rows())
    func row(_ row: PolicyTable.Row) throws {
        let decision = try TestPolicy.engine().decide(row.question)
        #expect(row.failure(of: decision) == nil)
        #expect(decision.reasons == decision.reasons.sorted())
        #expect(!decision.rules.isEmpty || decision.reasons == [.notMember])
    }

    /// How many rows the specification has where it has not eight.
    private static let specified = ["ambtsberichten": 10, "ct-infobox": 9, "casusoverleg": 9, "pi-nl": 9]

    @Test("Holds every row of the specification, and more, for every exchange")
    func complete() throws {
        let rows = try TestPolicy.rows()
        let numbers = Set(rows.map(\.description))
        for exchange in try TestPolicy.engine().policy.exchanges.keys {
            let count = Self.specified[exchange] ?? 8
            #expect((1...count).allSatisfy { numbers.contains("\(exchange) \($0)") }, "\(exchange)")
            #expect(numbers.contains("\(exchange) \(count + 1)"), "\(exchange) has no row of its own")
        }
        #expect(numbers.count == rows.count)
    }

    @Test("Parties keep messages for as long as the rows say")
    func keeping() throws {
        let source = try TestPolicy.source()
        let engine = try TestPolicy.engine()
        let tables = try PolicyTable.tables(of: source, for: engine.policy)
        #expect(tables.flatMap { $0.failures(of: engine) } == [])
    }

    @Test("Says which row is wrong, where, and how")
    func complaint() throws {
        let row = try #require(try TestPolicy.rows().first { $0.description == "ambtsberichten 3" })
        let decision = Decision(reasons: [], rules: [], releases: 1, signingAge: nil)
        let failure = try #require(row.failure(of: decision)).description
        #expect(failure.hasPrefix("tests/ambtsberichten.yaml:"))
        #expect(failure.hasSuffix("ambtsberichten 3: expected deny basis.not-allowed, got allow"))
    }

    @Test("Refuses a table with faults, each at its place")
    func faults() throws {
        let table = """
            exchange: ambtsberichten
            asOf: 2026-11-20T12:00:00Z
            defaults:
              ambtsbricht: { reviewBy: 2027-01-01 }
            rows:
              - row: 1
                from: aivd/cx
                to: [om/lovj]
                kind: ambtsbericht
                purpose: opsporing-en-vervolging
                basis: wiv2017-art66
                class: DV
                outcome: deny because
                reason: none
            """
        let source = try TestPolicy.source("tests/bad.yaml", table)
        let policy = try PolicySet(source)
        let thrown = #expect(throws: YAMLFaults.self) { try PolicyTable.tables(of: source, for: policy) }
        #expect(
            thrown?.faults.map(\.description) == [
                "tests/bad.yaml:4:3: “ambtsbricht” is no kind of this exchange; did you mean ambtsbericht?",
                "tests/bad.yaml:7:11: “aivd/cx” is no mailbox of organisations.yaml; did you mean aivd/ct?",
                "tests/bad.yaml:13:14: outcome must be allow, or deny and a reason",
                "tests/bad.yaml:14:5: unknown key reason",
            ]
        )
    }
}
