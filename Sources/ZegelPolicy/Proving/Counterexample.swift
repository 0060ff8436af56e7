// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What the rules allow although an invariant says that they never do: a message, and the forwards that follow.
package struct Counterexample: Sendable {
    /// One question; each is allowed.
    package let steps: [Question]

    /// How much there is to read of it: the fewer steps, addressees and fields, the better.
    var size: (Int, Int, Int, String) {
        let headers = self.steps.map { JSONValue.object($0.header.members).encoded }
        return (
            self.steps.count, self.steps.map(\.header.to.count).reduce(0, +), headers.map(\.count).reduce(0, +),
            String(decoding: headers.joined(), as: UTF8.self)
        )
    }

    /// The questions as `zegel policy explain` takes them.
    package var json: JSONValue {
        .array(
            self.steps.map { step in
                [
                    "header": .object(step.header.members), "facts": .object(step.facts.members),
                    "action": .string(step.action.rawValue),
                ]
            }
        )
    }

    /// One line for each step: who passes it to whom, as what, and for what.
    package var lines: [String] {
        self.steps.map { step in
            let header = step.header
            let to = header.to.map { "\($0.mailbox)" }.joined(separator: ", ")
            let from = header.from.map { "\($0.mailbox)" } ?? "nobody"
            let level = header.classification?.rawValue ?? "no level"
            return """
                \(from) → \(to): \(header.kind ?? "no kind") in \(header.exchange ?? "no exchange"), \
                \(header.purpose ?? "no purpose") on \(header.legalBasis ?? "no basis"), \(level)\(Self.rest(of: step))
                """
        }
    }

    /// What else the message says that a rule may look at.
    private static func rest(of step: Question) -> String {
        let header = step.header
        var parts: [String] = []
        if let markings = header.markings.value, !markings.isEmpty { parts.append(markings.joined(separator: " ")) }
        let details = (header.details.value ?? []).filter { $0.key != "subjects" }
        if !details.isEmpty { parts.append(String(decoding: JSONValue.object(details).encoded, as: UTF8.self)) }
        if let day = header.reviewBy.value { parts.append("reviewBy \(day)") }
        if let consents = step.facts.original?.consents {
            parts.append(consents.isEmpty ? "without consent" : "with consent")
        }
        return parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))"
    }
}

/// What came of proving an invariant.
package struct ProofResult: Sendable {
    /// The invariant.
    package let invariant: Invariant
    /// The smallest that was found; `nil` where it holds.
    package let counterexample: Counterexample?
}

/// What came of proving all invariants of a policy.
package struct ProofReport: Sendable {
    /// In the order of the file.
    package let results: [ProofResult]
    /// How many requests the domain has, counted as a product.
    package let covered: Double
    /// How many of them the engine decided, one standing for those that no rule tells apart.
    package let decided: Int
    /// Counterexamples that the engine did not confirm when all of it was asked at once: there must be none.
    package let unconfirmed: Int

    /// The kinds of which no message is ever allowed, as `exchange/kind`: whatever is said of them holds.
    package let silent: [String]

    /// Whether every invariant holds.
    package var holds: Bool { self.unconfirmed == 0 && self.results.allSatisfy { $0.counterexample == nil } }
}
