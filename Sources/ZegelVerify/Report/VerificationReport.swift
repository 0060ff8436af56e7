// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
package import ZegelCore

/// What offline verification says about one file, in the words of ETSI EN 319 102-1.
package struct VerificationReport: Hashable, Sendable {
    /// The answer for the whole file.
    package enum Indication: String, Hashable, Sendable, CaseIterable {
        /// Everything that was checked holds.
        case totalPassed = "TOTAL-PASSED"
        /// Something does not hold, and nothing that may still be learnt can change that.
        case totalFailed = "TOTAL-FAILED"
        /// Something is missing that would decide it.
        case indeterminate = "INDETERMINATE"

        /// The exit status of the tool: 0, 20 or 21 (DESIGN §8).
        package var exitCode: Int32 {
            switch self {
            case .totalPassed: 0
            case .totalFailed: 20
            case .indeterminate: 21
            }
        }
    }

    /// One thing that was looked at.
    package struct Check: Hashable, Sendable {
        /// How it came out.
        package enum Outcome: String, Hashable, Sendable, CaseIterable {
            /// It holds.
            case passed = "PASSED"
            /// It does not hold.
            case failed = "FAILED"
            /// Something is missing that would decide it.
            case indeterminate = "INDETERMINATE"
            /// It was not looked at, and takes no part in the answer.
            case notChecked = "NOT-CHECKED"
        }

        /// What was looked at.
        package let name: String
        /// How it came out.
        package let outcome: Outcome
        /// Why, where it did not pass; stable.
        package let code: String?
        /// What was found, for people.
        package let detail: String?
    }

    /// The file, as it was named.
    package let file: String
    /// The checks in the order in which they were made.
    package let checks: [Check]
    /// The checkpoints of the log that it shows, each signed by the log; none where no log was named.
    package let checkpoints: [VerifiedCheckpoint]
    /// What the message came to, by the server's word or its originator's; `nil` where nothing says so.
    package let fate: MessageFate?

    /// The answer: the worst of the checks.
    package var indication: Indication {
        if self.checks.contains(where: { $0.outcome == .failed }) { return .totalFailed }
        if self.checks.contains(where: { $0.outcome == .indeterminate }) { return .indeterminate }
        return self.checks.contains(where: { $0.outcome == .passed }) ? .totalPassed : .indeterminate
    }

    /// `{file, indication, state?, replacedBy?, checks: [{name, outcome, code?, detail?}]}`.
    package var json: JSONValue {
        .object(
            [.init("file", .string(self.file)), .init("indication", .string(self.indication.rawValue))]
                + (self.fate?.members ?? []) + [.init("checks", .array(self.checks.map(\.json)))]
        )
    }
}

extension VerificationReport.Check {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(self.name)), .init("outcome", .string(self.outcome.rawValue)),
        ]
        if let code = self.code { members.append(.init("code", .string(code))) }
        if let detail = self.detail { members.append(.init("detail", .string(detail))) }
        return .object(members)
    }
}
