// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The lines of a Swift file with comments and the contents of strings blanked out, so that what is left is code.
struct SwiftText {
    private enum Mode: Equatable {
        /// Code; inside an interpolation, how many parentheses are open.
        case code(open: Int)
        case string(quotes: Int, hashes: Int)
        case lineComment
        case blockComment
    }

    private let input: [UInt8]
    private var output: [UInt8]
    private var place = 0
    private var modes: [Mode] = [.code(open: 0)]

    private init(_ text: String) {
        self.input = Array(text.utf8)
        self.output = self.input
    }

    /// Blanks out a file.
    static func code(of lines: [String]) -> [String] {
        var text = SwiftText(lines.joined(separator: "\n"))
        while text.place < text.input.count { text.step() }
        return String(decoding: text.output, as: UTF8.self).components(separatedBy: "\n")
    }

    private mutating func step() {
        switch self.modes[self.modes.count - 1] {
        case .code(let open): self.stepCode(open)
        case .string(let quotes, let hashes): self.stepString(quotes, hashes)
        case .lineComment:
            if self.input[self.place] == UInt8(ascii: "\n") { self.modes.removeLast() } else { self.blank(1) }
        case .blockComment:
            if self.sees("/*") {
                self.enter(.blockComment, 2)
            } else if self.sees("*/") {
                self.leave(2)
            } else {
                self.blank(1)
            }
        }
    }

    private mutating func stepCode(_ open: Int) {
        if self.sees("//") { return self.enter(.lineComment, 2) }
        if self.sees("/*") { return self.enter(.blockComment, 2) }
        let hashes = self.input[self.place...].prefix { $0 == UInt8(ascii: "#") }.count
        if self.sees("\"", after: hashes) {
            let quotes = self.sees("\"\"\"", after: hashes) ? 3 : 1
            return self.enter(.string(quotes: quotes, hashes: hashes), hashes + quotes)
        }
        guard self.modes.count > 1 else {
            self.place += 1
            return
        }
        if self.sees(")"), open == 0 { return self.leave(1) }
        if self.sees("(") { self.modes[self.modes.count - 1] = .code(open: open + 1) }
        if self.sees(")") { self.modes[self.modes.count - 1] = .code(open: open - 1) }
        self.blank(1)
    }

    private mutating func stepString(_ quotes: Int, _ hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        if self.sees(String(repeating: "\"", count: quotes) + marks) {
            self.leave(quotes + hashes)
        } else if self.sees("\\\(marks)(") {
            self.enter(.code(open: 0), hashes + 2)
        } else {
            self.blank(self.sees("\\\(marks)") ? hashes + 2 : 1)
        }
    }

    private func sees(_ text: String, after offset: Int = 0) -> Bool {
        self.input[min(self.place + offset, self.input.count)...].starts(with: text.utf8)
    }

    private mutating func enter(_ mode: Mode, _ count: Int) {
        self.modes.append(mode)
        self.blank(count)
    }

    private mutating func leave(_ count: Int) {
        self.modes.removeLast()
        self.blank(count)
    }

    /// Goes on, and leaves only the ends of lines.
    private mutating func blank(_ count: Int) {
        for index in self.place..<min(self.place + count, self.input.count)
        where self.input[index] != UInt8(ascii: "\n") {
            self.output[index] = UInt8(ascii: " ")
        }
        self.place += count
    }
}
