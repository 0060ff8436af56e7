// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A YAML value with the place where it stands; every scalar is a text, typed by whoever reads it.
package struct YAMLNode: Sendable {
    /// What it holds.
    package enum Content: Sendable {
        /// A text; `no` and `007` are texts, too.
        case scalar(String)
        /// A list.
        case sequence([YAMLNode])
        /// Keys and values in order; no key twice.
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    /// What it holds.
    package let content: Content
    /// The line, from 1.
    package let line: Int
    /// The column, from 1.
    package let column: Int

    /// The text, where this is one.
    package var scalar: String? {
        guard case .scalar(let text) = self.content else { return nil }
        return text
    }

    /// The elements, where this is a list.
    package var sequence: [YAMLNode]? {
        guard case .sequence(let elements) = self.content else { return nil }
        return elements
    }

    /// How many values there are in it, itself among them.
    var count: Int {
        switch self.content {
        case .scalar: 1
        case .sequence(let elements): elements.reduce(1) { $0 + $1.count }
        case .mapping(let members): members.reduce(1) { $0 + $1.value.count }
        }
    }

    /// Keys and values, where this is a mapping.
    package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
        guard case .mapping(let members) = self.content else { return nil }
        return members
    }
}
