// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

/// A policy with one thing wrong: the complete policy, which is its good twin, with one text in one file changed.
struct BadPolicy: Sendable, CustomTestStringConvertible {
    let file: String
    /// What is replaced; the whole file where it is empty.
    let old: String
    let new: [UInt8]
    /// The line of the fault, counted from that of the change.
    let lines: Int
    let message: String

    init(_ file: String, _ old: String, _ new: String, lines: Int = 0, _ message: String) {
        self.init(file, old, bytes: Array(new.utf8), lines: lines, message)
    }

    init(_ file: String, _ old: String, bytes: [UInt8], lines: Int = 0, _ message: String) {
        self.file = file
        self.old = old
        self.new = bytes
        self.lines = lines
        self.message = message
    }

    var testDescription: String { "\(self.file): \(self.message)" }

    /// The text of the file as it is and should not be, and the line on which that is told.
    func text() throws -> (bytes: [UInt8], line: Int) {
        let text = CompletePolicy.files.first { $0.path == self.file }?.text ?? ""
        guard !self.old.isEmpty else { return (self.new, 1 + self.lines) }
        let range = try #require(text.firstRange(of: self.old), "\(self.file): \(self.old)")
        let before = text[..<range.lowerBound]
        let bytes = Array(before.utf8) + self.new + Array(text[range.upperBound...].utf8)
        return (bytes, before.count { $0 == "\n" } + 1 + self.lines)
    }

    /// Everything that is wrong, as `zegel policy check` finds it; cases are read beside the policy.
    func faults() throws -> [YAMLFault] {
        let bytes = try self.text().bytes
        guard self.file != CompletePolicy.casesPath else {
            return CompletePolicy.faults(try #require(CompletePolicy.files.last), bytes)
        }
        return CompletePolicy.check([self.file: bytes])
    }
}
