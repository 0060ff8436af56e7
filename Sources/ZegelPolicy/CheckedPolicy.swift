// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A policy with its table tests and invariants, all of which were looked at before a fault is told.
package struct CheckedPolicy: Sendable {
    /// The rules.
    package let policy: PolicySet
    /// The table tests.
    package let tables: [PolicyTable]
    /// The invariants.
    package let invariants: [Invariant]

    /// Reads every file.
    ///
    /// Tests and invariants can be read only when the rules are known; where these have faults, the others are told theirs of form.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file, each with its place.
    package init(_ source: PolicySource) throws(YAMLFaults) {
        let policy: PolicySet
        do {
            policy = try PolicySet(source)
        } catch {
            throw YAMLFaults(faults: error.faults + Self.formFaults(of: source))
        }
        var faults: [YAMLFault] = []
        var (tables, invariants) = ([PolicyTable](), [Invariant]())
        do { tables = try PolicyTable.tables(of: source, for: policy) } catch { faults += error.faults }
        do { invariants = try Invariant.all(of: source, for: policy) } catch { faults += error.faults }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        self.policy = policy
        self.tables = tables
        self.invariants = invariants
    }

    private static func formFaults(of source: PolicySource) -> [YAMLFault] {
        let others = source.files.filter { file in
            file.path.hasPrefix(PolicyReading.tests) || file.path == PolicyReading.invariants
        }
        return others.flatMap { file -> [YAMLFault] in
            do throws(YAMLFaults) {
                _ = try StrictYAML.parse(file.bytes, file: file.path)
                return []
            } catch {
                return error.faults
            }
        }
    }
}
