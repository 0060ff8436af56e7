// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelVerify

/// Prints reports as they come, and keeps no more of them than their count.
struct ReportPrinter {
    /// What came of them.
    private(set) var tally = VerificationTally()
    private let isJSON: Bool
    private let isBrief: Bool

    /// - Parameter isBrief: Whether a file that passes takes one line.
    init(asJSON isJSON: Bool, isBrief: Bool) {
        self.isJSON = isJSON
        self.isBrief = isBrief
        if isJSON { Output.part(#"{"files":["#) }
    }

    /// Prints one.
    mutating func tell(_ report: VerificationReport) {
        if self.isJSON {
            if self.tally.total > 0 { Output.part(",") }
            Output.part(report.json)
        } else if self.isBrief, report.indication == .totalPassed {
            Output.result("\(report.indication.rawValue)  \(report.file)")
        } else {
            Output.result(report.text())
        }
        self.tally.add(report)
    }

    /// Prints what stands behind the last.
    func end() {
        if self.isJSON {
            Output.part("],\"exitCode\":\(self.tally.exitCode)}\n")
        } else if self.tally.total > 1 {
            Output.result(self.tally.text)
        }
    }
}
