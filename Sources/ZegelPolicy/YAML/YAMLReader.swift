// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Reads the members of one mapping and gathers every fault; a key that nobody asked for is one, with what was perhaps meant.
package struct YAMLReader {
    /// All faults found so far.
    package private(set) var faults: [YAMLFault] = []
    /// The file that faults carry.
    package let file: String
    /// The mapping.
    package let node: YAMLNode
    private let members: [(key: YAMLNode, value: YAMLNode)]
    private var known: Set<String> = []
    /// How many faults those outside this one have.
    private var told = 0
    /// Faults of one file that are told; a file of nothing but faults would make more than anyone reads.
    static let maximumFaults = 1_000
    /// Faults for which is sought what was perhaps meant.
    private static let maximumHints = 100

    /// Begins to read a mapping; another kind of value is a fault.
    package init(_ node: YAMLNode, file: String) {
        self.node = node
        self.file = file
        self.members = node.mapping ?? []
        if node.mapping == nil { self.fault(node, "keys and values are expected here") }
    }

    private init(_ node: YAMLNode, file: String, told: Int) {
        self.node = node
        self.file = file
        self.members = node.mapping ?? []
        self.told = told
        if node.mapping == nil { self.fault(node, "keys and values are expected here") }
    }

    /// The member under a key, which from now on counts as known.
    package mutating func value(_ key: String) -> YAMLNode? {
        self.known.insert(key)
        return self.members.first { $0.key.scalar == key }?.value
    }

    /// A member that must be there and be what `parse` takes.
    package mutating func required<Value>(_ key: String, _ what: String, _ parse: (String) -> Value?) -> Value? {
        guard self.value(key) != nil else {
            self.missing(key, what)
            return nil
        }
        return self.optional(key, what, parse)
    }

    /// A member that may be absent, but not wrong.
    package mutating func optional<Value>(_ key: String, _ what: String, _ parse: (String) -> Value?) -> Value? {
        guard let value = self.value(key) else { return nil }
        guard let parsed = value.scalar.flatMap(parse) else {
            self.fault(value, "\(key) must be \(what)")
            return nil
        }
        return parsed
    }

    /// A list of texts, each of which `parse` takes; empty where it is absent.
    package mutating func list<Value>(_ key: String, _ what: String, _ parse: (String) -> Value?) -> [Value] {
        guard let value = self.value(key) else { return [] }
        guard let elements = value.sequence else {
            self.fault(value, "\(key) must be a list of \(what)")
            return []
        }
        return elements.compactMap { element in
            guard let parsed = element.scalar.flatMap(parse) else {
                self.fault(element, "\(key): “\((element.scalar ?? "…").prefix(80))” is not \(what)")
                return nil
            }
            return parsed
        }
    }

    /// The elements of a list of mappings, each read by `read`.
    package mutating func mappings<Value>(_ key: String, _ read: (inout YAMLReader) -> Value?) -> [Value] {
        guard let value = self.value(key) else { return [] }
        guard let elements = value.sequence else {
            self.fault(value, "\(key) must be a list")
            return []
        }
        return elements.compactMap { self.nested($0, read) }
    }

    /// The member under a key that is a mapping, read by `read`; `nil` where it is absent.
    package mutating func mapping<Value>(_ key: String, _ read: (inout YAMLReader) -> Value?) -> Value? {
        self.value(key).flatMap { self.nested($0, read) }
    }

    /// The members of a mapping of mappings or texts: name and value.
    package mutating func entries(_ key: String) -> [(name: String, key: YAMLNode, value: YAMLNode)] {
        guard let value = self.value(key) else { return [] }
        guard let members = value.mapping else {
            self.fault(value, "\(key) must have keys and values")
            return []
        }
        return members.compactMap { member in member.key.scalar.map { ($0, member.key, member.value) } }
    }

    /// Reads a mapping inside this one.
    package mutating func nested<Value>(_ node: YAMLNode, _ read: (inout YAMLReader) -> Value?) -> Value? {
        var reader = YAMLReader(node, file: self.file, told: self.told + self.faults.count)
        let value = read(&reader)
        reader.refuseUnknown()
        self.faults += reader.faults
        return value
    }

    /// Notes that a key is missing; where there are no keys at all, that has been said.
    package mutating func missing(_ key: String, _ what: String) {
        if self.node.mapping != nil { self.fault(self.node, "\(key) is missing: \(what)") }
    }

    /// Notes a fault.
    package mutating func fault(_ node: YAMLNode, _ message: String) {
        let count = self.told + self.faults.count
        guard count < Self.maximumFaults else { return }
        let isLast = count == Self.maximumFaults - 1
        let message = isLast ? "there are more faults than are told" : message
        self.faults.append(.init(file: self.file, line: node.line, column: node.column, message: message))
    }

    /// Notes that a word is none of those that are known, with the one that was perhaps meant.
    package mutating func fault(_ node: YAMLNode, _ message: String, known candidates: some Sequence<String>) {
        let isHinted = self.told + self.faults.count < Self.maximumHints
        self.fault(node, isHinted ? message + Spelling.hint(for: node.scalar ?? "", among: candidates) : message)
    }

    /// Notes a fault for each key that nobody asked for.
    package mutating func refuseUnknown() {
        for member in self.members {
            guard let key = member.key.scalar, !self.known.contains(key) else { continue }
            self.fault(member.key, "unknown key \(key.prefix(40))", known: self.known)
        }
    }
}
