// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Yams
import ZegelCore

/// Turns what the parser made into texts with places, and notes what the parser lets pass.
struct YAMLConversion {
    private(set) var faults: [YAMLFault] = []
    private let text: YAMLText

    init(_ text: YAMLText) { self.text = text }

    mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
        let (line, column) = Self.place(of: node)
        func made(_ content: YAMLNode.Content) -> YAMLNode { YAMLNode(content: content, line: line, column: column) }
        guard depth <= YAMLText.maximumDepth else {
            self.fault(node, "nested deeper than \(YAMLText.maximumDepth) levels")
            return made(.scalar(""))
        }
        // The place of a value is that of its anchor or tag, where it has one.
        switch self.text[line, column] {
        case "&": self.fault(node, "anchors are not allowed; write the value out where it is needed")
        case "!": self.fault(node, "tags are not allowed; every value is a text, and the schema types it")
        default: ()
        }
        switch node {
        case .scalar(let scalar):
            if !scalar.string.split(separator: "\n").allSatisfy({ StrictJSON.isPlain(String($0)) }) {
                self.fault(node, "the text holds control or bidirectional characters, or is not in form NFC")
            }
            return made(.scalar(scalar.string))
        case .sequence(let sequence):
            return made(.sequence(sequence.map { self.convert($0, depth: depth + 1) }))
        case .mapping(let mapping):
            return made(.mapping(mapping.map { self.member($0.key, $0.value, depth: depth) }))
        case .alias:
            self.fault(node, "aliases are not allowed; write the value out")
            return made(.scalar(""))
        }
    }

    private mutating func member(_ key: Node, _ value: Node, depth: Int) -> (key: YAMLNode, value: YAMLNode) {
        let name = self.convert(key, depth: depth)
        switch name.scalar {
        case nil: self.fault(key, "a key must be a text")
        case "<<": self.fault(key, "merge keys are not allowed; write the values out")
        case "": self.fault(key, "a key is missing")
        default: ()
        }
        return (name, self.convert(value, depth: depth + 1))
    }

    mutating func fault(_ node: Node, _ message: String) {
        guard self.faults.count < StrictYAML.maximumFaults else { return }
        let (line, column) = Self.place(of: node)
        self.faults.append(.init(file: self.text.file, line: line, column: column, message: message))
    }

    private static func place(of node: Node) -> (line: Int, column: Int) {
        (node.mark?.line ?? 1, node.mark?.column ?? 1)
    }
}
