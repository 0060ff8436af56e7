// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What messages of the kinds of one exchange have unless a row says otherwise, and how texts of a row become values of a header.
struct TableForm {
    /// One member of a header that is set.
    private struct Change {
        let path: [String]
        let value: YAMLNode
    }

    let exchange: ExchangePolicy
    private var defaults: [String: [Change]] = [:]

    init(_ exchange: ExchangePolicy, _ reader: inout YAMLReader) {
        self.exchange = exchange
        for entry in reader.entries("defaults") {
            guard exchange.kinds[entry.name] != nil else {
                let what = "“\(entry.name.prefix(40))” is no kind of this exchange"
                reader.fault(entry.key, what, known: exchange.kinds.keys)
                continue
            }
            if entry.value.mapping == nil { reader.fault(entry.value, "keys and values are expected here") }
            self.defaults[entry.name] = Self.changes(entry.value)
        }
    }

    /// A header filled in: the number of subjects, the markings and the defaults of its kind, then what a row sets.
    func filled(_ header: JSONValue, of kind: String, _ changes: YAMLNode?) -> JSONValue {
        var header = header
        if let rule = self.exchange.kinds[kind] {
            header = header.setting(["details", "subjects"], to: .integer(rule.subjects ?? 1))
            if !rule.requiredMarkings.isEmpty {
                header = header.setting(["markings"], to: .array(rule.requiredMarkings.map { .string($0) }))
            }
        }
        for change in (self.defaults[kind] ?? []) + (changes.map(Self.changes) ?? []) {
            header = header.setting(change.path[...], to: self.json(change.value, at: change.path, of: kind))
        }
        return header
    }

    private static func changes(_ node: YAMLNode) -> [Change] {
        (node.mapping ?? []).map { Change(path: self.path($0.key), value: $0.value) }
    }

    static func path(_ key: YAMLNode) -> [String] { (key.scalar ?? "").split(separator: ".").map(String.init) }

    // MARK: - Values

    /// A value for a header: a text, but an integer or a boolean where the kind declares one.
    private func json(_ node: YAMLNode, at path: [String], of kind: String) -> JSONValue {
        if let members = node.mapping {
            return .object(
                members.map { .init($0.key.scalar ?? "", self.json($0.value, at: path + Self.path($0.key), of: kind)) }
            )
        }
        if let elements = node.sequence { return .array(elements.map { self.json($0, at: path, of: kind) }) }
        let text = node.scalar ?? ""
        switch self.type(at: path, of: kind) {
        case .integer: return Int64(text).map { .integer($0) } ?? .string(text)
        case .boolean where text == "true" || text == "false": return .bool(text == "true")
        default: return path == ["documents"] ? .integer(Int64(text) ?? 0) : .string(text)
        }
    }

    private func type(at path: [String], of kind: String) -> DetailRule.DetailType? {
        guard path.count > 1, path[0] == "details" else { return nil }
        if path == ["details", "subjects"] { return .integer }
        var (rules, type) = (self.exchange.kinds[kind]?.details ?? [:], DetailRule.DetailType?.none)
        for key in path.dropFirst() {
            type = rules[key]?.type
            if case .group(let inner) = type { rules = inner } else { rules = [:] }
        }
        return type
    }
}
