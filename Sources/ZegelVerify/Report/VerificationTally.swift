// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What came of several files, counted: the reports themselves need not be kept.
package struct VerificationTally: Hashable, Sendable {
    private var counts: [VerificationReport.Indication: Int] = [:]

    /// Before the first file.
    package init() {}

    /// Counts one more.
    package mutating func add(_ report: VerificationReport) { self.counts[report.indication, default: 0] += 1 }

    /// How many files there were.
    package var total: Int { self.counts.values.reduce(0, +) }

    /// How many files had an answer.
    package func count(of indication: VerificationReport.Indication) -> Int { self.counts[indication, default: 0] }

    /// The exit status of the tool over all files: 20 where one failed, else 21 where one cannot be decided, else 0.
    package var exitCode: Int32 {
        let worst = [VerificationReport.Indication.totalFailed, .indeterminate].first { self.count(of: $0) > 0 }
        return (worst ?? .totalPassed).exitCode
    }

    /// The counts on one line, for people.
    package var text: String {
        let found = VerificationReport.Indication.allCases.filter { self.count(of: $0) > 0 }
        return "\(self.total) files: \(found.map { "\(self.count(of: $0)) \($0.rawValue)" }.joined(separator: ", "))"
    }
}
