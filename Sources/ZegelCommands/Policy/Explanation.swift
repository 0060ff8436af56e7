// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy

/// A decision with its reasons and rules, and the smallest changes that would have been allowed.
struct Explanation {
    let question: Question
    let decision: Decision
    let flips: [Flip]
    private let engine: PolicyEngine

    init(_ question: Question, by engine: PolicyEngine) {
        self.question = question
        self.engine = engine
        self.decision = engine.decide(question)
        self.flips = self.decision.isAllowed ? [] : engine.wouldAllow(question)
    }

    /// What programs get.
    var json: JSONValue {
        [
            "decision": .string(self.decision.isAllowed ? "allow" : "deny"),
            "reasons": .array(self.decision.reasons.map { .string($0.rawValue) }),
            "rules": .array(self.decision.rules.map { .string("\($0)") }),
            "wouldAllow": .array(self.flips.map { .array($0.changes.map(\.json)) }),
        ]
    }

    /// What people get, to be pasted into a report as it is.
    func text(of folder: PolicyFolder) -> String {
        var lines = [self.title, "", "Request"] + self.request.map { "  \($0)" }
        if !self.decision.reasons.isEmpty {
            var table = TextTable(margin: "  ")
            for reason in self.decision.reasons { table.add([reason.rawValue, reason.sentence]) }
            lines += ["", "Reasons, the one to mend first on top", table.text]
        }
        if !self.decision.rules.isEmpty {
            var table = TextTable(margin: "  ")
            for rule in self.decision.rules { table.add(["\(rule)", folder.line(rule) ?? rule.id]) }
            lines += ["", self.decision.isAllowed ? "Rules that allow it" : "Rules that stand against it", table.text]
        }
        if !self.decision.isAllowed { lines += ["", "What would have been allowed"] + self.changes }
        lines += ["", "Policy sha256:\(self.engine.policy.digest)"]
        return lines.joined(separator: "\n")
    }

    private var title: String {
        let action = self.question.action.rawValue
        guard let first = self.decision.reasons.first else { return "ALLOWED: \(action)" }
        return "REFUSED: \(action), \(first.rawValue)"
    }

    /// The request in a few lines; of facts only what a decision turns on.
    private var request: [String] {
        let (header, facts) = (self.question.header, self.question.facts)
        let from = header.from.map { "\($0.mailbox)" } ?? "no sender"
        let to = header.to.isEmpty ? "no addressee" : header.to.map { "\($0.mailbox)" }.joined(separator: ", ")
        var lines = ["\(from) to \(to)"]
        let what = [header.kind, header.exchange.map { "in \($0)" }, header.classification?.rawValue]
        lines.append(what.compactMap { $0 }.joined(separator: " "))
        lines.append("purpose \(header.purpose ?? "none"), legal basis \(header.legalBasis ?? "none")")
        let shown = ["exchange", "kind", "from", "to", "purpose", "legalBasis", "classification", "documents"]
        lines += header.members.filter { !shown.contains($0.key) }.map { "\($0.key): \(Self.text($0.value))" }
        if let original = facts.original {
            let holder = original.header.from.map { "\($0.mailbox)" } ?? "nobody"
            lines.append("passes on a message of kind \(original.header.kind ?? "none") from \(holder)")
        }
        if let asker = facts.asker { lines.append("asked by \(asker)") }
        if self.question.action == .deliver { lines.append("signed by \(facts.release)") }
        return lines + ["as of \(facts.asOf)"]
    }

    private var changes: [String] {
        if self.flips.isEmpty { return ["  Nothing that one, two or three changes to the header could bring about."] }
        return self.flips.enumerated().map { number, flip in
            let changes = flip.changes.map { change in
                change.value.map { "\(change.path) is \(Self.text($0))" } ?? "\(change.path) is left out"
            }
            let remark = flip.isAboutOthers ? " (because of another party)" : ""
            return "  \(number + 1). \(changes.joined(separator: ", and "))\(remark)"
        }
    }

    /// A value in words: a mailbox as its name, a text as it is, all else as JSON.
    private static func text(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        if let mailbox = value["mailbox"]?.string { return mailbox }
        if let elements = value.array { return elements.map(self.text).joined(separator: ", ") }
        return String(decoding: value.encoded, as: UTF8.self)
    }
}
