// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Yams
import ZegelCore

/// Reads a narrow YAML: one document, no anchors, aliases, tags, directives or merge keys, no key twice.
///
/// Every scalar is a text, typed by whoever reads it, so that an OIN is never a number and `no` never a boolean.
package enum StrictYAML {
    /// Bytes that a file may hold.
    package static let maximumSize = 1_048_576
    /// Faults of one file that are told.
    static let maximumFaults = 100
    /// Bytes that are parsed of one file, which is parsed anew for each key that stands twice.
    private static let maximumWork = 4 * Self.maximumSize

    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - file: The name that faults carry.
    /// - Throws: ``YAMLFaults``.
    package static func parse(_ bytes: [UInt8], file: String) throws(YAMLFaults) -> YAMLNode {
        let text = try YAMLText(bytes, file: file)
        var faults = text.dangers()
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        let root = Self.root(of: text, &faults)
        guard faults.isEmpty, let root else {
            throw YAMLFaults(faults: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return root
    }

    /// The document, as far as it can be read: a repeated key is noted and renamed, so that what stands below it is looked at, too.
    private static func root(of text: YAMLText, _ faults: inout [YAMLFault]) -> YAMLNode? {
        var text = text
        var work = 0
        while faults.count < self.maximumFaults {
            work += text.text.utf8.count
            // What is left is told when what was told is mended.
            if work > self.maximumWork, !faults.isEmpty { return nil }
            do {
                return try Self.document(of: text, &faults)
            } catch {
                guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first else {
                    faults.append(Self.fault(error, in: text.file))
                    return nil
                }
                let first = context.mark
                let again = text.repetition(of: key, after: first.line, column: first.column)
                let message = "the key \(key.prefix(40)) stands twice; it stands first at line \(first.line)"
                faults.append(
                    .init(
                        file: text.file,
                        line: again?.line ?? first.line,
                        column: again?.column ?? first.column,
                        message: message
                    )
                )
                guard let again, let renamed = try? text.renamingKey(line: again.line, column: again.column, key: key)
                else { return nil }
                text = renamed
            }
        }
        return nil
    }

    private static func document(of text: YAMLText, _ faults: inout [YAMLFault]) throws(YamlError) -> YAMLNode? {
        var reading = YAMLConversion(text)
        do {
            let parser = try Parser(yaml: text.text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.nextRoot() else {
                faults.append(.init(file: text.file, line: 1, message: "the file is empty"))
                return nil
            }
            let node = reading.convert(root, depth: 1)
            if let second = try parser.nextRoot() {
                reading.fault(second, "a file holds one document")
            }
            faults += reading.faults
            return node
        } catch let error as YamlError {
            throw error
        } catch {
            throw .no
        }
    }

    private static func fault(_ error: YamlError, in file: String) -> YAMLFault {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            YAMLFault(file: file, line: mark.line, column: mark.column, message: problem)
        default: YAMLFault(file: file, line: 1, message: "the file cannot be read as YAML")
        }
    }
}
