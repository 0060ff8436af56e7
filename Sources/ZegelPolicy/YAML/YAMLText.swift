// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The text of a YAML file, looked at before a parser sees it.
///
/// A parser expands aliases and recurses into what nests; what could make it do much work is refused here, by looking at the text alone.
struct YAMLText {
    /// How deep a file may nest.
    static let maximumDepth = 24
    private static let ends: Set<Unicode.Scalar> = [" ", ",", "[", "]", "{", "}"]
    private static let quotes: Set<Unicode.Scalar> = ["\"", "'"]

    let file: String
    let text: String
    private let lines: [[Unicode.Scalar]]

    /// Takes the bytes of a file.
    ///
    /// - Throws: ``YAMLFaults`` where a line is not UTF-8, or holds characters that hide or reorder others.
    init(_ bytes: [UInt8], file: String) throws(YAMLFaults) {
        guard bytes.count <= StrictYAML.maximumSize else {
            throw YAMLFaults(faults: [
                .init(file: file, line: 1, message: "a file holds at most \(StrictYAML.maximumSize) bytes")
            ])
        }
        var faults: [YAMLFault] = []
        var lines: [[Unicode.Scalar]] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(validating: line, as: UTF8.self)
            if text == nil {
                faults.append(.init(file: file, line: index + 1, message: "the line is not UTF-8"))
            } else if line.last == 0x0D {
                faults.append(.init(file: file, line: index + 1, message: "the line ends with CR LF; end it with LF"))
            } else if let text, !StrictJSON.isPlain(text) {
                let message = "the line holds a tab, a control or bidirectional character, or is not in form NFC"
                faults.append(.init(file: file, line: index + 1, message: message))
            }
            lines.append(Array((text ?? "").unicodeScalars))
            if faults.count == StrictYAML.maximumFaults { break }
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        self.file = file
        self.text = String(decoding: bytes, as: UTF8.self)
        self.lines = lines
    }

    /// The character at a place, both counted from 1.
    subscript(line: Int, column: Int) -> Unicode.Scalar? {
        guard self.lines.indices.contains(line - 1), self.lines[line - 1].indices.contains(column - 1) else {
            return nil
        }
        return self.lines[line - 1][column - 1]
    }

    /// What must not reach the parser: directives, an alias that names an anchor, and deep nesting.
    ///
    /// Quotes and comments are not looked at, so that nothing can hide in one; what a text in quotes may not hold for that reason is an
    /// anchor and its alias both.
    func dangers() -> [YAMLFault] {
        var faults: [YAMLFault] = []
        var anchors: Set<String> = []
        var aliases: [(name: String, line: Int, column: Int)] = []
        var depth = 0
        for (index, line) in self.lines.enumerated() {
            if line.first == "%" { faults.append(self.fault(index, 0, "directives are not allowed")) }
            var dashes = 0
            var isIndentation = true
            for (column, scalar) in line.enumerated() {
                if scalar == "-", isIndentation { dashes += 1 } else if scalar != " " { isIndentation = false }
                depth += scalar == "[" || scalar == "{" ? 1 : scalar == "]" || scalar == "}" ? -1 : 0
                depth = max(depth, 0)
                guard scalar == "&" || scalar == "*" else {
                    if max(depth, dashes) > Self.maximumDepth {
                        return [self.fault(index, column, "nested deeper than \(Self.maximumDepth) levels")]
                    }
                    continue
                }
                let name = String(
                    String.UnicodeScalarView(line[(column + 1)...].prefix { !Self.ends.contains($0) })
                )
                if name.isEmpty { continue }
                if scalar == "&" { anchors.insert(name) } else { aliases.append((name, index, column)) }
            }
        }
        for alias in aliases where anchors.contains(alias.name) {
            faults.append(self.fault(alias.line, alias.column, "aliases are not allowed; write the value out"))
        }
        return Array(faults.prefix(StrictYAML.maximumFaults))
    }

    /// The place where a key of a block mapping stands again, below its first place.
    func repetition(of key: String, after line: Int, column: Int) -> (line: Int, column: Int)? {
        let wanted = Array(key.unicodeScalars)
        for index in self.lines.indices.dropFirst(line) {
            let text = self.lines[index]
            let indentation = text.prefix { $0 == " " }.count
            if text.count == indentation || text[indentation] == "#" { continue }
            guard indentation >= column - 1 else { return nil }
            let rest = text.dropFirst(column - 1).drop { Self.quotes.contains($0) }
            guard indentation == column - 1, rest.starts(with: wanted) else { continue }
            guard let next = rest.dropFirst(wanted.count).first else { continue }
            if next == ":" || next == " " || Self.quotes.contains(next) { return (index + 1, column) }
        }
        return nil
    }

    /// The text with the key at a place made another one, so that a parser goes on.
    func renamingKey(line: Int, column: Int, key: String) throws(YAMLFaults) -> YAMLText {
        var text = self.lines
        var at = column - 1
        while let scalar = self[line, at + 1], Self.quotes.contains(scalar) { at += 1 }
        text[line - 1].insert(contentsOf: "~\(line)~".unicodeScalars, at: at)
        let joined = text.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        return try YAMLText(Array(joined.utf8), file: self.file)
    }

    private func fault(_ line: Int, _ column: Int, _ message: String) -> YAMLFault {
        YAMLFault(file: self.file, line: line + 1, column: column + 1, message: message)
    }
}
