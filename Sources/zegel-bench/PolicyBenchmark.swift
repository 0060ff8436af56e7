// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel-bench policy`: what one decision costs, and that it does not grow with rules that do not concern it.
struct PolicyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What a decision costs: of the shipped policies, and as exchanges and rules are added."
    )

    @OptionGroup var options: MeasuringOptions

    func run() throws {
        let shipped = try MeasuredPolicy(.embedded)
        var candidates = [
            Candidate("a decision of the shipped policies, all rows of their tests", work: shipped.decideNext)
        ]
        for copies in [1, 10, 100, 1_000] {
            let policy = try MeasuredPolicy(copies: copies)
            let name = "an allowed report, \(copies) exchanges, \(policy.ruleCount) rules"
            candidates.append(Candidate(name, goal: .microseconds(20), work: policy.decideNext))
        }
        try BenchmarkReport(candidates, self.options).tell(asJSON: self.options.json)
    }
}

/// A policy, and requests whose outcome is known.
final class MeasuredPolicy {
    private let engine: PolicyEngine
    private let questions: [(question: Question, isAllowed: Bool)]
    private var next = 0
    /// Permits, forbids, purposes and ceilings.
    let ruleCount: Int

    /// The policy as it is, with every row of its tables.
    init(_ source: PolicySource) throws {
        let policy = try PolicySet(source)
        self.engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        self.questions = try PolicyTable.tables(of: source, for: policy).flatMap(\.rows)
            .map { ($0.question, $0.expected == nil) }
        self.ruleCount = policy.ruleCount
    }

    /// One exchange of the shipped policies under many names, with the first report that its tests allow.
    init(copies: Int) throws {
        let shipped = PolicySource.embedded
        let (exchange, table) = ("exchanges/ambtsberichten.yaml", "tests/ambtsberichten.yaml")
        let text = shipped.files.first { $0.path == exchange }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let common = shipped.files.filter { !$0.path.contains("/") && $0.path != "invariants.yaml" }
        let tables = shipped.files.filter { $0.path == table }
        let original = PolicySource(files: common + tables + [(exchange, Array(text.utf8))])
        let rows = try PolicyTable.tables(of: original, for: PolicySet(original)).flatMap(\.rows)
        guard let row = rows.first(where: { $0.expected == nil }) else { throw WrongAnswer() }
        let others = (0..<copies).map { copy in
            let name = "copy-\(copy)"
            let renamed = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("exchange: ") ? "exchange: \(name)" : String(line)
            }
            return (path: "exchanges/\(name).yaml", bytes: Array(renamed.joined(separator: "\n").utf8))
        }
        let policy = try PolicySet(PolicySource(files: common + others))
        self.engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        let members = (row.header.members ?? []).map { member in
            member.key == "exchange" ? JSONValue.Member("exchange", .string("copy-\(copies / 2)")) : member
        }
        self.questions = [(Question(row.action, HeaderView(.object(members)), row.facts), true)]
        self.ruleCount = policy.ruleCount
    }

    /// Decides about the next request.
    ///
    /// - Throws: ``WrongAnswer`` where the decision is not the one that is known.
    func decideNext() throws {
        let (question, isAllowed) = self.questions[self.next]
        self.next = (self.next + 1) % self.questions.count
        guard self.engine.decide(question).isAllowed == isAllowed else { throw WrongAnswer() }
    }
}
