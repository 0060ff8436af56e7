// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelPolicy

/// `zegel policy diff`: the decisions that two policies take otherwise.
struct ComparePolicies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "List the decisions that change from one policy to another, by exhaustion.",
        discussion: """
            + is allowed by NEW and was refused by OLD, - the reverse. Where two policies write the same rules in another
            way there is no difference. The days before, on and after which a rule of either begins or ends are compared,
            too. Exit 0 whether there are differences or not; 78 where a policy cannot be read.
            """
    )

    @Argument(help: "The folder of the policies that are in force.")
    var old: String

    @Argument(help: "The folder of those that may come.")
    var new: String

    @Option(help: "Decide as of this moment (RFC 3339) instead of now.")
    var asOf: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if let asOf, Instant(asOf) == nil { throw ValidationError("--as-of takes a time as 2026-11-20T12:00:00Z.") }
    }

    func run() async throws {
        do {
            let (one, other) = (try PolicyFolder(self.old), try PolicyFolder(self.new))
            let (before, now) = (try one.policy(), try other.policy())
            let comparison = await PolicyComparison(
                PolicyEngine(policy: before, ceiling: .stgZeerGeheim),
                PolicyEngine(policy: now, ceiling: .stgZeerGeheim),
                unchanged: one.source.unchangedExchanges(in: other.source),
                asOf: self.asOf.flatMap { Instant($0) } ?? .now
            )
            let json: JSONValue = [
                "old": .string("sha256:\(before.digest)"), "new": .string("sha256:\(now.digest)"),
                "exchanges": .integer(Int64(comparison.compared)), "unchanged": .integer(Int64(comparison.unchanged)),
                "covered": .string(comparison.size), "decided": .integer(Int64(comparison.decided)),
                "differences": .array(comparison.differences.map(\.json)),
            ]
            Output.result(self.json ? json : nil, else: comparison.text)
        } catch {
            throw CommandFailure(any: error, isJSON: self.json)
        }
    }
}

extension PolicyComparison {
    /// `3.1e17`: the domain is a product, and no number to count on one's fingers.
    fileprivate var size: String { String(format: "%.1e", self.covered) }

    fileprivate var text: String {
        var lines: [String] = []
        for (index, difference) in self.differences.enumerated() {
            let isFirst = index == 0 || difference.heading != self.differences[index - 1].heading
            if isFirst { lines += (index == 0 ? [] : [""]) + [difference.heading] }
            lines.append("  \(difference.line)")
        }
        let allowed = self.differences.count { $0.isAllowedNow }
        lines +=
            lines.isEmpty
            ? ["Every decision stays as it is."]
            : ["", "\(allowed) more allowed, \(self.differences.count - allowed) more refused."]
        if self.unchanged > 0 {
            lines.append("Written alike, so that nothing can differ: \(self.unchanged) exchanges.")
        }
        if self.compared > 0 {
            lines.append("Compared: all of \(self.size) requests,")
            lines.append("in exchanges that are not written alike: \(self.compared);")
            lines.append("of these requests \(self.decided) were decided and stand for the rest.")
        }
        return lines.joined(separator: "\n")
    }
}

extension PolicyDifference {
    fileprivate var heading: String {
        self.kind.isEmpty ? self.exchange : "\(self.exchange)/\(self.kind)"
    }

    fileprivate var line: String {
        let sign = self.isAllowedNow ? "+" : "-"
        let from = self.from.map { "\($0)" }.joined(separator: ", ")
        let to = self.to.map { "\($0)" }.joined(separator: ", ")
        if self.action == .audit { return "\(sign) \(from) looks at it as its auditor" }
        let what = [self.purpose, self.what].filter { !$0.isEmpty }.joined(separator: ": ")
        let days = self.days.isEmpty ? "" : ", on \(self.days.map { "\($0)" }.joined(separator: ", "))"
        return "\(sign) \(self.action == .forward ? "forward " : "")\(from) → \(to), \(what)\(days)"
    }

    fileprivate var json: JSONValue {
        [
            "exchange": .string(self.exchange), "kind": .string(self.kind), "action": .string(self.action.rawValue),
            "from": .array(self.from.map { .string("\($0)") }), "to": .array(self.to.map { .string("\($0)") }),
            "on": .array(self.days.map { .string("\($0)") }), "purpose": .string(self.purpose),
            "what": .string(self.what),
            "now": .string(self.isAllowedNow ? "allow" : "deny"),
        ]
    }
}
