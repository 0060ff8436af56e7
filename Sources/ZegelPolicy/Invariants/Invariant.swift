// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What the rules never allow, whatever is asked; proved by exhaustion, not believed.
package struct Invariant: Sendable {
    /// How a message comes to a mailbox.
    enum Passage: String, Sendable, CaseIterable {
        /// It was sent to it.
        case message
        /// It was passed on to it.
        case forward
    }

    /// Its name.
    package let name: String
    /// What it means, for people.
    package let why: String
    /// Where it stands.
    package let reference: RuleReference
    /// The kinds that it is about, each with its exchange; `nil` for all.
    let kinds: Set<KindName>?
    let passages: Set<Passage>
    /// The ways in which an allowed passage breaks it.
    let violations: [[Literal]]
    /// Purposes that no kind may have together, and between which nothing may be forwarded.
    let apart: [String]

    /// Whether it is about a kind.
    func concerns(_ kind: String, of exchange: String) -> Bool {
        self.kinds?.contains(KindName(exchange: exchange, kind: kind)) ?? true
    }

    /// Reads the invariants of a policy; a policy without the file has none.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of the file.
    package static func all(of source: PolicySource, for policy: PolicySet) throws(YAMLFaults) -> [Invariant] {
        guard let file = source.files.first(where: { $0.path == PolicyReading.invariants }) else { return [] }
        var reader = YAMLReader(try StrictYAML.parse(file.bytes, file: file.path), file: file.path)
        var reading = InvariantReading(policy)
        let invariants = reader.mappings("invariants") { reading.invariant(&$0) }
        if reader.value("invariants") == nil { reader.missing("invariants", "a list of what must never be allowed") }
        reader.refuseUnknown()
        guard reader.faults.isEmpty else {
            throw YAMLFaults(faults: reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return invariants
    }
}
