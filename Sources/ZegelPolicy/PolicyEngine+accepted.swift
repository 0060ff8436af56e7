// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension PolicyEngine {
    /// The engine of a policy that may be put in force: it reads without a fault, and decides as its own tests say.
    ///
    /// The start of a server and every change while it runs go this way.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file, else with every row of the tests that comes out otherwise.
    package static func accepted(
        _ source: PolicySource,
        ceiling: Classification
    ) throws(YAMLFaults) -> PolicyEngine {
        let policy = try PolicySet(source)
        // The tables say what the policy allows; an installation that may hold less allows less.
        let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        let failures = try PolicyTable.tables(of: source, for: policy).flatMap { $0.failures(of: engine) }
        let faults = failures.map { failure in
            YAMLFault(
                file: failure.reference.file,
                line: failure.reference.line,
                message: "\(failure.row): expected \(failure.expected), got \(failure.got)"
            )
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        return PolicyEngine(policy: policy, ceiling: ceiling)
    }
}
