// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Yams
import ZegelCore

/// Reads a narrow YAML: one document, no anchors, aliases, tags or merge keys, no key twice.
package enum StrictYAML {
    /// Bytes that a file may hold.
    package static let maximumSize = 1_048_576
    private static let maximumDepth = 16

    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - file: The name that faults carry.
    /// - Throws: ``YAMLFaults``.
    package static func parse(_ bytes: [UInt8], file: String) throws(YAMLFaults) -> YAMLNode {
        func refused(_ line: Int, _ message: String) -> YAMLFaults {
            YAMLFaults(faults: [YAMLFault(file: file, line: line, message: message)])
        }
        guard bytes.count <= self.maximumSize else {
            throw refused(1, "a file holds at most \(self.maximumSize) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refused(1, "the file is not UTF-8") }
        var faults: [YAMLFault] = []
        let roots: [Node]
        do {
            // The plain resolver makes every scalar a text; aliases are looked for before anything is expanded.
            try Self.refuseAnchors(text, file)
            let parser = try Parser(yaml: text, resolver: .basic)
            var found: [Node] = []
            while found.count < 2, let node = try parser.nextRoot() { found.append(node) }
            roots = found
        } catch let error as YAMLFaults {
            throw error
        } catch let error as YamlError {
            throw refused(Self.line(of: error), Self.text(of: error))
        } catch {
            throw refused(1, "the file cannot be read as YAML")
        }
        guard roots.count == 1, let root = roots.first else { throw refused(1, "the file must hold one document") }
        let node = Self.convert(root, file, depth: 1, &faults)
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        return node
    }

    private static func convert(_ node: Node, _ file: String, depth: Int, _ faults: inout [YAMLFault]) -> YAMLNode {
        let line = node.mark?.line ?? 1
        let column = node.mark?.column ?? 1
        if depth > self.maximumDepth {
            faults.append(.init(file: file, line: line, message: "nested deeper than \(self.maximumDepth) levels"))
            return YAMLNode(content: .scalar(""), line: line, column: column)
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(content: .scalar(scalar.string), line: line, column: column)
        case .sequence(let sequence):
            let elements = sequence.map { self.convert($0, file, depth: depth + 1, &faults) }
            return YAMLNode(content: .sequence(elements), line: line, column: column)
        case .mapping(let mapping):
            var members: [(YAMLNode, YAMLNode)] = []
            for (key, value) in mapping {
                let name = self.convert(key, file, depth: depth + 1, &faults)
                if name.scalar == nil || name.scalar == "<<" {
                    faults.append(.init(file: file, line: name.line, message: "a key must be a plain text"))
                }
                members.append((name, self.convert(value, file, depth: depth + 1, &faults)))
            }
            return YAMLNode(content: .mapping(members), line: line, column: column)
        case .alias:
            faults.append(.init(file: file, line: line, message: "aliases are not allowed; write the value out"))
            return YAMLNode(content: .scalar(""), line: line, column: column)
        }
    }

    /// Refuses `&anchor`, `*alias` and `!tag` where a value may begin, before the parser expands anything.
    private static func refuseAnchors(_ text: String, _ file: String) throws(YAMLFaults) {
        var faults: [YAMLFault] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var previous: Character = " "
            var quote: Character?
            for character in line {
                if let open = quote {
                    if character == open { quote = nil }
                } else if character == "#", previous == " " {
                    break
                } else if " [{,".contains(previous), "\"'".contains(character) {
                    quote = character
                } else if " [{,".contains(previous), "&*!".contains(character) {
                    let message = "anchors, aliases and tags are not allowed; write the value out, or quote it"
                    faults.append(.init(file: file, line: index + 1, message: message))
                    break
                }
                previous = character
            }
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }

    private static func text(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let duplicates, _):
            "the key \(duplicates.joined(separator: ", ")) stands twice"
        default: "the file cannot be read as YAML"
        }
    }
}
