// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What must be proved of a policy before it may come into force: its invariants, exchange by exchange.
///
/// A proof of an exchange rests on its file, on markings and codes, on the invariants, on the mailboxes with their clearance, kind and
/// region, and on the program that proves; on nothing else. Where all of that is as it was, the proof is still good.
package struct ProofPlan: Sendable {
    /// By exchange, the digest of all that its proof rests on.
    package let keys: [String: ContentDigest]
    private let policy: PolicySet
    private let invariants: [Invariant]

    /// - Parameters:
    ///   - source: The files.
    ///   - policy: The policy that was read from them.
    ///   - program: Which program proves; another one proves anew.
    /// - Throws: ``YAMLFaults`` with every fault of the invariants.
    package init(_ source: PolicySource, _ policy: PolicySet, program: String) throws(YAMLFaults) {
        self.policy = policy
        self.invariants = try Invariant.all(of: source, for: policy)
        let digests = Dictionary(source.files.map { ($0.path, "\(ContentDigest(of: $0.bytes))") }) { first, _ in first }
        let shared =
            [program, digests["classifications.yaml"] ?? "", digests[PolicyReading.invariants] ?? ""]
            + policy.organisations.organisations.flatMap { organisation in
                organisation.mailboxes.map { mailbox in
                    "\(organisation.oin) \(organisation.kind) \(organisation.region) \(mailbox.name) \(mailbox.clearance)"
                }
            }
        self.keys = policy.exchanges.values.reduce(into: [:]) { keys, exchange in
            let lines = shared + [exchange.file, digests[exchange.file] ?? ""]
            keys[exchange.name] = ContentDigest(of: lines.joined(separator: "\n").utf8)
        }
    }

    /// Proves the invariants of some exchanges; it blocks, on threads of low priority.
    ///
    /// - Throws: ``YAMLFaults`` with each invariant that does not hold, and the smallest request that breaks it.
    package func prove(_ exchanges: Set<String>, asOf: Instant) throws(YAMLFaults) {
        let engine = PolicyEngine(policy: self.policy, ceiling: .stgZeerGeheim)
        let report = Prover(engine, self.invariants, asOf: asOf).prove(only: exchanges)
        var faults = report.results.compactMap { result -> YAMLFault? in
            guard let example = result.counterexample else { return nil }
            let reference = result.invariant.reference
            let steps = example.lines.joined(separator: "; then ")
            let message = "\(result.invariant.name) does not hold, for this is allowed: \(steps)"
            return YAMLFault(file: reference.file, line: reference.line, message: message)
        }
        if report.unconfirmed > 0 {
            let message = "a proof contradicts itself; run zegel policy prove, and report what it says"
            faults.append(YAMLFault(file: PolicyReading.invariants, line: 1, message: message))
        }
        if !faults.isEmpty { throw YAMLFaults(faults: faults) }
    }
}

extension ProofPlan {
    /// The proofs of the policies that are part of this program, which its own tests have made.
    package static func embedded(program: String) -> Set<ContentDigest> {
        let source = PolicySource.embedded
        guard let policy = try? PolicySet(source), let plan = try? ProofPlan(source, policy, program: program) else {
            return []
        }
        return Set(plan.keys.values)
    }
}
