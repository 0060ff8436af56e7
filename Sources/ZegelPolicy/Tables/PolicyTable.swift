// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The table tests of one exchange: requests in short, and what must come of them.
package struct PolicyTable: Sendable {
    /// One request and its outcome.
    package struct Row: Sendable, CustomStringConvertible {
        /// Its number and the exchange.
        package let description: String
        /// Where it stands.
        package let reference: RuleReference
        /// What is asked.
        package let action: Action
        /// The header, as JSON.
        package let header: JSONValue
        /// What the server knows.
        package let facts: Facts
        /// The first reason of a denial; `nil` where it must be allowed.
        package let expected: ReasonCode?
        /// Members of the header that mend the request when they are left out, which is meant so.
        package let mends: [String]
        /// How long parties must keep the message.
        let keeps: [Keeping]

        /// What the engine is asked.
        package var question: Question { Question(self.action, HeaderView(self.header), self.facts) }

        /// What is wrong with an answer, or `nil` where it is the one expected.
        package func failure(of decision: Decision) -> Failure? {
            guard decision.reasons.first != self.expected else { return nil }
            return Failure(
                row: self.description,
                reference: self.reference,
                expected: self.expected.map { "deny \($0.rawValue)" } ?? "allow",
                got: decision.isAllowed ? "allow" : "deny \(decision.reasons.map(\.rawValue).joined(separator: " "))"
            )
        }
    }

    /// A row that is not decided as it says.
    package struct Failure: Hashable, Sendable, CustomStringConvertible {
        /// The exchange and the number of the row.
        package let row: String
        /// Where it stands.
        package let reference: RuleReference
        /// What the row says.
        package let expected: String
        /// What the policy says.
        package let got: String

        /// File and line, as compilers print them, then what is wrong.
        package var description: String { "\(self.reference): \(self.row): expected \(self.expected), got \(self.got)" }
    }

    /// How long a party must keep a message of a kind, as a row says.
    struct Keeping: Sendable {
        let mailbox: MailboxName
        let kind: String
        let text: String
        let term: Span
        let start: ExchangePolicy.Retention.Start
        let outcome: ExchangePolicy.Retention.Outcome
    }

    /// The exchange that they are about.
    package let exchange: String
    /// The rows, in order.
    package let rows: [Row]

    /// Reads the tables of a policy: every file under `tests/`.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file.
    package static func tables(of source: PolicySource, for policy: PolicySet) throws(YAMLFaults) -> [PolicyTable] {
        var faults: [YAMLFault] = []
        var tables: [PolicyTable] = []
        for file in source.files where file.path.hasPrefix(PolicyReading.tests) {
            do {
                var reader = YAMLReader(try StrictYAML.parse(file.bytes, file: file.path), file: file.path)
                if let reading = TableReading(&reader, policy) {
                    let rows = reader.mappings("rows") { reading.row(&$0) }
                    var numbers: [String: Int] = [:]
                    for row in rows {
                        if let line = numbers.updateValue(row.reference.line, forKey: row.reference.id) {
                            let message = "row \(row.reference.id) stands twice; it stands first at line \(line)"
                            faults.append(.init(file: file.path, line: row.reference.line, message: message))
                        }
                    }
                    tables.append(PolicyTable(exchange: reading.exchange.name, rows: rows))
                }
                reader.refuseUnknown()
                faults += reader.faults
            } catch {
                faults += error.faults
            }
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        return tables
    }

    /// What is wrong with the answers of an engine to all rows, and with the terms for which parties keep messages.
    package func failures(of engine: PolicyEngine) -> [Failure] {
        self.rows.flatMap { row in
            [row.failure(of: engine.decide(row.question))].compactMap { $0 } + self.keepingFailures(of: row, engine)
        }
    }

    private func keepingFailures(of row: Row, _ engine: PolicyEngine) -> [Failure] {
        row.keeps.compactMap { keeping in
            let today = Amsterdam.day(of: row.facts.asOf)
            let rule = engine.policy.exchanges[self.exchange]?
                .retention(of: keeping.kind, at: keeping.mailbox, on: today)
            if let rule, rule.term == keeping.term, rule.start == keeping.start, rule.outcome == keeping.outcome {
                return nil
            }
            return Failure(
                row: row.description,
                reference: row.reference,
                expected: "that \(keeping.mailbox) keeps it \(keeping.text)",
                got: rule.map { "what \($0.reference) says" } ?? "no term"
            )
        }
    }
}
