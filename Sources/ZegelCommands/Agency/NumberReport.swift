// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// What a command found wrong with the numbers of a mailbox: told on standard error at once, and the command ends with exit 9.
struct NumberReport {
    private(set) var findings: [NumberFinding] = []

    /// Tells findings, each once.
    mutating func tell(_ new: [NumberFinding]) {
        for finding in new where !self.findings.contains(finding) {
            self.findings.append(finding)
            Output.note("zegel: \(finding.text)")
        }
    }

    /// Ends the command where something was found.
    func end() throws {
        guard !self.findings.isEmpty else { return }
        Output.note("zegel reconcile shows what the server signs for; ask its operator about what it does not have.")
        throw ExitCode(ProcessExit.integrity.rawValue)
    }
}
