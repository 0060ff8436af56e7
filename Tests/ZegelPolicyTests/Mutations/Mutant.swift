// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ZegelPolicy

/// A file of a policy with one thing changed.
struct Mutant: Sendable, CustomStringConvertible {
    /// The path of the file, as `exchanges/pi-nl.yaml`.
    let file: String
    /// The keys that lead to what is changed; elements of a list count from 0.
    let place: [String]
    /// What is done there.
    let change: String
    /// The whole file.
    let root: YAMLNode
    /// What rows that may notice it probably name.
    let words: Set<String>

    var description: String { "\(self.file): \(self.place.joined(separator: ".")): \(self.change)" }
}

/// One value and what becomes of it.
struct Variant {
    let place: [String]
    let change: String
    let node: YAMLNode
    let words: Set<String>
}

extension YAMLNode {
    /// A text that stands in no file.
    static func text(_ text: String) -> YAMLNode { YAMLNode(content: .scalar(text), line: 1, column: 1) }

    /// A list that stands in no file.
    static func list(_ elements: [YAMLNode]) -> YAMLNode {
        YAMLNode(content: .sequence(elements), line: 1, column: 1)
    }

    /// A mapping that stands in no file.
    static func map(_ members: [(String, YAMLNode)]) -> YAMLNode {
        YAMLNode(content: .mapping(members.map { (.text($0), $1) }), line: 1, column: 1)
    }

    /// The same place with another content.
    func with(_ content: Content) -> YAMLNode { YAMLNode(content: content, line: self.line, column: self.column) }

    /// The member under a key.
    subscript(key: String) -> YAMLNode? { self.mapping?.first { $0.key.scalar == key }?.value }

    /// The same mapping with a member set, or left out where `value` is `nil`.
    func setting(_ key: String, to value: YAMLNode?) -> YAMLNode {
        guard var members = self.mapping else { return self }
        if let place = members.firstIndex(where: { $0.key.scalar == key }) {
            if let value { members[place].value = value } else { members.remove(at: place) }
        } else if let value {
            members.append((.text(key), value))
        }
        return self.with(.mapping(members))
    }

    /// All texts in it, keys too.
    var words: Set<String> {
        switch self.content {
        case .scalar(let text): [text]
        case .sequence(let elements): elements.reduce(into: []) { $0.formUnion($1.words) }
        case .mapping(let members):
            members.reduce(into: []) { $0.formUnion($1.value.words.union($1.key.words)) }
        }
    }
}
