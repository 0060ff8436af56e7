// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension VerificationReport {
    /// The report for people: one line for the file, one per check, aligned.
    ///
    /// - Parameter isColoured: Whether a terminal may show the outcomes in colour.
    package func text(isColoured: Bool = false) -> String {
        let names = self.checks.map(\.name.count).max() ?? 0
        let lines = self.checks.map { check in
            let explanation = [check.code, check.detail].compactMap(\.self).joined(separator: ": ")
            let line = "  \(check.outcome.text(isColoured))  \(Self.padded(check.name, to: names))  \(explanation)"
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let title = "\(self.indication.text(isColoured))  \(self.file)\(self.fate?.note ?? "")"
        return ([title] + lines).joined(separator: "\n") + "\n"
    }

    fileprivate static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    fileprivate static func coloured(_ text: String, _ colour: Int, _ isColoured: Bool) -> String {
        isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }
}

extension VerificationReport.Indication {
    fileprivate func text(_ isColoured: Bool) -> String {
        let colour =
            switch self {
            case .totalPassed: 32
            case .totalFailed: 31
            case .indeterminate: 33
            }
        return VerificationReport.coloured(self.rawValue, colour, isColoured)
    }
}

extension VerificationReport.Check.Outcome {
    fileprivate func text(_ isColoured: Bool) -> String {
        let (word, colour) =
            switch self {
            case .passed: ("passed", 32)
            case .failed: ("failed", 31)
            case .indeterminate: ("undecided", 33)
            case .notChecked: ("not checked", 2)
            }
        return VerificationReport.coloured(VerificationReport.padded(word, to: 11), colour, isColoured)
    }
}
