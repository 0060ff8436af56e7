// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads conditions: each key says what is looked at, its value what must hold of it, and all of them must.
struct ConditionReading {
    let vocabulary: PolicyVocabulary
    /// What can be looked at in `details`; `nil` where there is no such message.
    var details: [String: DetailRule] = [:]
    var cited: [String: DetailRule]?
    var original: [String: DetailRule]?
    /// Whether purposes are those of this exchange.
    var hasOwnPurposes = true

    /// The condition under a key; `nil` where it is absent, or wrong.
    func condition(_ key: String, _ reader: inout YAMLReader) -> Condition? {
        reader.value(key).flatMap { self.condition($0, &reader) }
    }

    private func condition(_ node: YAMLNode, _ reader: inout YAMLReader) -> Condition? {
        guard let members = node.mapping, !members.isEmpty else {
            reader.fault(node, "a condition says what is looked at and what must hold of it, as { purpose: [vertrek] }")
            return nil
        }
        let conditions = members.compactMap { self.member($0.key, $0.value, &reader) }
        guard conditions.count == members.count else { return nil }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// What one key and its value ask.
    func member(_ key: YAMLNode, _ value: YAMLNode, _ reader: inout YAMLReader) -> Condition? {
        switch key.scalar ?? "" {
        case "all": return self.conditions(value, &reader).map { .all($0) }
        case "any": return self.conditions(value, &reader).map { .any($0) }
        case "not": return self.condition(value, &reader).map { .not($0) }
        case "from": return self.vocabulary.selector(value, "from", &reader).map { .sender($0) }
        case "someTo":
            return self.vocabulary.selector(value, "someTo", &reader).map { .addressees($0, isEvery: false) }
        case "everyTo":
            return self.vocabulary.selector(value, "everyTo", &reader).map { .addressees($0, isEvery: true) }
        case "cites": return self.vocabulary.kindNames(value, "cites", &reader).map { .cites($0) }
        default:
            guard let path = self.path(key, &reader), let checks = self.checks(of: path, value, &reader) else {
                return nil
            }
            return checks.count == 1 ? .field(path, checks[0]) : .all(checks.map { .field(path, $0) })
        }
    }

    private func conditions(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Condition]? {
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "all and any have a list of conditions")
            return nil
        }
        let conditions = elements.compactMap { self.condition($0, &reader) }
        return conditions.count == elements.count ? conditions : nil
    }

    // MARK: - Fields

    private static let words = ["all", "any", "not", "from", "someTo", "everyTo", "cites"]

    private func path(_ node: YAMLNode, _ reader: inout YAMLReader) -> FieldPath? {
        var parts = (node.scalar ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var source = FieldPath.Source.header
        var details = self.details
        if parts.count > 1, parts[0] == "cited" || parts[0] == "original" {
            source = parts.removeFirst() == "cited" ? .cited : .original
            guard let other = source == .cited ? self.cited : self.original else {
                let place = source == .cited ? "under where of cites" : "under onward"
                reader.fault(node, "\(source) can be looked at only \(place)")
                return nil
            }
            details = other
        }
        guard let name = FieldPath.Name(rawValue: parts[0]), source == .header || !name.isFact else {
            let known = FieldPath.Name.allCases.map(\.rawValue) + Self.words
            reader.fault(node, "no condition can be about \((node.scalar ?? "…").prefix(80))", known: known)
            return nil
        }
        let keys = Array(parts.dropFirst())
        guard name == .details else {
            if keys.isEmpty { return FieldPath(source: source, name: name, keys: [], type: name.type) }
            reader.fault(node, "\(name.rawValue) has no fields of its own")
            return nil
        }
        guard let type = self.type(of: keys, in: details, node, &reader) else { return nil }
        return FieldPath(source: source, name: name, keys: keys, type: type)
    }

    private func type(
        of keys: [String],
        in details: [String: DetailRule],
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> ValueType? {
        if keys == ["subjects"] { return .number }
        var (rules, type) = (details, ValueType?.none)
        for key in keys {
            guard let rule = rules[key] else {
                let hint = Spelling.hint(for: key, among: Array(rules.keys) + ["subjects"])
                reader.fault(node, "\(key.prefix(40)) is not declared in details\(hint)")
                return nil
            }
            type = rule.valueType
            if case .group(let inner) = rule.type { rules = inner } else { rules = [:] }
        }
        if type == nil { reader.fault(node, "details is followed by a key, as details.subjects") }
        return type
    }

    // MARK: - Checks

    private func checks(of path: FieldPath, _ node: YAMLNode, _ reader: inout YAMLReader) -> [Check]? {
        guard let members = node.mapping else {
            let names = Self.names[path.type, default: []]
            guard names.contains("is") else {
                reader.fault(node, "ask \(names.joined(separator: ", ")) of it, as { present: true }")
                return nil
            }
            return self.values(of: path, node, &reader).map { [.isOneOf($0)] }
        }
        guard !members.isEmpty else {
            reader.fault(node, "say what must hold, as { atLeast: 5 } or { present: true }")
            return nil
        }
        let checks = members.compactMap { self.check($0.key, of: path, $0.value, &reader) }
        return checks.count == members.count ? checks : nil
    }

    private func check(
        _ key: YAMLNode,
        of path: FieldPath,
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> Check? {
        let name = key.scalar ?? ""
        guard Self.names[path.type, default: []].contains(name) else {
            let known = Self.names[path.type, default: []]
            let what = "“\(name.prefix(40))” cannot be asked of it; \(known.joined(separator: ", ")) can"
            reader.fault(key, what, known: known)
            return nil
        }
        switch name {
        case "is": return self.values(of: path, node, &reader).map { .isOneOf($0) }
        case "has": return self.values(of: path, node, &reader).map { .has($0) }
        case "lacks": return self.values(of: path, node, &reader).map { .lacks($0) }
        case "present":
            if let flag = ["true": true, "false": false][node.scalar ?? ""] { return .present(flag) }
            reader.fault(node, "present is true or false")
            return nil
        case "atLeast", "atMost":
            let level = node.scalar.flatMap(Classification.init(rawValue:)).map { Int64($0.rank) }
            guard let number = path.type == .level ? level : node.scalar.flatMap({ Int64(plain: $0) }) else {
                reader.fault(node, "\(name) must be \(path.type == .level ? "a level" : "an integer")")
                return nil
            }
            return name == "atLeast" ? .atLeast(number) : .atMost(number)
        case "earliest", "latest":
            guard let bound = node.scalar.flatMap({ Bound($0) }) else {
                reader.fault(node, "\(name) must be today, in 3 months, 6 months ago, 2026-12-31 or 12-31")
                return nil
            }
            return name == "earliest" ? .earliest(bound) : .latest(bound)
        default:
            guard let other = self.path(node, &reader) else { return nil }
            guard other.type == path.type else {
                reader.fault(node, "\(node.scalar ?? "") holds something of another type")
                return nil
            }
            return name == "sameAs" ? .sameAs(other) : .subsetOf(other)
        }
    }

    private static let names: [ValueType: [String]] = [
        .text: ["is", "sameAs", "present"], .flag: ["is", "sameAs", "present"],
        .number: ["is", "atLeast", "atMost", "sameAs", "present"], .day: ["earliest", "latest", "sameAs", "present"],
        .set: ["has", "lacks", "subsetOf", "present"], .level: ["is", "atLeast", "atMost", "present"],
        .presence: ["present"],
    ]

    /// One value or a list of them, each of which the field could hold.
    private func values(of path: FieldPath, _ node: YAMLNode, _ reader: inout YAMLReader) -> Set<String>? {
        let nodes = node.sequence ?? [node]
        if nodes.isEmpty {
            reader.fault(node, "the list is empty")
            return nil
        }
        let known = self.known(of: path)
        var values: Set<String> = []
        for node in nodes {
            guard let text = node.scalar, known.map({ $0.contains(text) }) ?? Self.fits(text, path.type) else {
                reader.fault(
                    node,
                    "“\((node.scalar ?? "…").prefix(80))” is nothing that \(path.name.rawValue) could hold",
                    known: known ?? []
                )
                return nil
            }
            values.insert(text)
        }
        return values
    }

    private static func fits(_ text: String, _ type: ValueType) -> Bool {
        switch type {
        case .number: Int64(plain: text) != nil
        case .flag: text == "true" || text == "false"
        default: !text.isEmpty
        }
    }

    /// All values that a field can have, where that is a list.
    private func known(of path: FieldPath) -> Set<String>? {
        switch path.name {
        case .classification: return Set(Classification.allCases.map(\.rawValue))
        case .markings: return Set(self.vocabulary.markings.keys)
        case .kind: return self.vocabulary.kinds
        case .legalBasis: return self.vocabulary.bases
        case .purpose: return self.hasOwnPurposes && path.source == .header ? self.vocabulary.purposes : nil
        case .details:
            var rules =
                (path.source == .header ? self.details : path.source == .cited ? self.cited : self.original) ?? [:]
            for key in path.keys {
                switch rules[key]?.type {
                case .choice(let names), .set(let names): return names
                case .group(let inner): rules = inner
                default: return nil
                }
            }
            return nil
        default: return nil
        }
    }
}

extension FieldPath.Name {
    fileprivate var type: ValueType {
        switch self {
        case .exchange, .kind, .purpose, .legalBasis, .caseID: .text
        case .classification: .level
        case .markings: .set
        case .documents, .addressees, .release, .queriesToday: .number
        case .subject, .onBehalfOf, .details: .presence
        case .date, .notBefore, .respondBy, .reviewBy, .retainUntil, .asOf: .day
        }
    }

    /// Whether it is about the decision, not about a message.
    fileprivate var isFact: Bool { self == .asOf || self == .release || self == .queriesToday }
}
