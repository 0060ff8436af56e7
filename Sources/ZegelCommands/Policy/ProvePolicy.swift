// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelPolicy

/// `zegel policy prove`: whether the invariants of policies hold, whatever is asked.
struct ProvePolicy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Prove by exhaustion what policies never allow, or show how they do.",
        discussion: """
            Exit 0: every invariant of invariants.yaml holds. 78: one does not, or the policies cannot be read.
            A counterexample is a message, and the forwards that follow, each of which the policies allow; with --json
            its steps are questions for zegel policy explain.
            """
    )

    @OptionGroup var options: PolicyOptions

    @Option(help: "Only this invariant; repeatable.")
    var invariant: [String] = []

    @Option(help: "Decide as of this moment (RFC 3339) instead of now.")
    var asOf: String?

    func validate() throws {
        if let asOf, Instant(asOf) == nil { throw ValidationError("--as-of takes a time as 2026-11-20T12:00:00Z.") }
    }

    func run() async throws {
        try await self.options.reading { folder in
            let policy = try folder.policy()
            let all = try folder.invariants(for: policy)
            for name in self.invariant where !all.contains(where: { $0.name == name }) {
                let hint = Spelling.hint(for: name, among: all.map(\.name))
                throw Problem(.parameterInvalid, "There is no invariant “\(name)” in \(folder.name)\(hint)")
            }
            let chosen = all.filter { self.invariant.isEmpty || self.invariant.contains($0.name) }
            let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
            let begin = Date()
            let report = await Prover(engine, chosen, asOf: self.asOf.flatMap { Instant($0) } ?? .now).prove()
            let seconds = Date().timeIntervalSince(begin)
            if self.options.json {
                Output.result(report.json(policy.digest, folder))
            } else {
                Output.result(report.text(folder))
                Output.note("\(String(format: "%.1f", seconds)) s")
            }
            if report.unconfirmed > 0 { throw ExitCode(ProcessExit.bug.rawValue) }
            if !report.holds { throw ExitCode(ProcessExit.configuration.rawValue) }
        }
    }
}

extension ProofReport {
    /// `3.1e17`: the domain is a product, and no number to count on one's fingers.
    private var size: String { String(format: "%.1e", self.covered) }

    fileprivate func json(_ digest: ContentDigest, _ folder: PolicyFolder) -> JSONValue {
        [
            "policy": .string("sha256:\(digest)"), "holds": .bool(self.holds), "covered": .string(self.size),
            "decided": .integer(Int64(self.decided)), "silent": .array(self.silent.map { .string($0) }),
            "invariants": .array(
                self.results.map { result in
                    let reference = result.invariant.reference
                    return [
                        "invariant": .string(result.invariant.name), "why": .string(result.invariant.why),
                        "file": .string(folder.path(of: reference.file)), "line": .integer(Int64(reference.line)),
                        "holds": .bool(result.counterexample == nil),
                        "counterexample": result.counterexample?.json ?? .null,
                    ]
                }
            ),
        ]
    }

    fileprivate func text(_ folder: PolicyFolder) -> String {
        var lines: [String] = []
        for result in self.results {
            guard let example = result.counterexample else { continue }
            let reference = result.invariant.reference
            let place = "\(folder.path(of: reference.file)):\(reference.line)"
            lines.append("\(place): \(result.invariant.name) does not hold.")
            lines.append("  \(result.invariant.why)")
            lines.append("  But this is allowed:")
            lines += example.lines.enumerated().map { "  \($0.offset + 1). \($0.element)" } + [""]
        }
        let failed = self.results.count { $0.counterexample != nil }
        if !self.silent.isEmpty {
            lines.append("No message is ever allowed of \(self.silent.joined(separator: ", ")).")
        }
        lines.append("\(self.results.count - failed) of \(self.results.count) invariants hold,")
        lines.append("for all of \(self.size) requests, of which \(self.decided) were decided and stand for the rest.")
        return lines.joined(separator: "\n")
    }
}
