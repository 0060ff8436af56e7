// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Every forbid of the shipped policies")
struct ForbidTests {
    /// A forbid, and what it reads, by path in a question: `header.purpose`, `facts.original.header.kind`.
    private struct Rule {
        let reference: RuleReference
        var paths: Set<[String]> = [["header", "from"], ["header", "to"]]
        /// What can be asked of those that conditions look at.
        private(set) var types: [[String]: ValueType] = [:]

        init(_ reference: RuleReference, _ conditions: [Condition?]) {
            self.reference = reference
            for condition in conditions.compactMap({ $0 }) { self.gather(condition) }
        }

        private mutating func gather(_ condition: Condition) {
            switch condition {
            case .all(let conditions), .any(let conditions): for condition in conditions { self.gather(condition) }
            case .not(let condition): self.gather(condition)
            case .sender, .addressees: ()
            case .cites: self.paths.formUnion([["header", "inReplyTo"], ["facts", "inReplyTo"]])
            case .field(let path, let check):
                self.insert(path)
                switch check {
                case .sameAs(let other), .subsetOf(let other): self.insert(other)
                default: ()
                }
            }
        }

        private mutating func insert(_ field: FieldPath) {
            switch field.name {
            // Without a moment nothing is decided.
            case .asOf: ()
            case .release, .queriesToday: self.paths.insert(["facts", field.name.rawValue])
            default:
                let place = field.source == .original ? ["facts", "original", "header"] : ["header"]
                for count in 0...field.keys.count {
                    self.paths.insert(place + [field.name.rawValue] + field.keys.prefix(count))
                }
                self.types[place + [field.name.rawValue] + field.keys] = field.type
            }
        }
    }

    /// Every forbid; what stands under `every` is a rule of each kind, and one by its place.
    private static func rules() throws -> [RuleReference: Rule] {
        var rules: [RuleReference: Rule] = [:]
        for exchange in try TestPolicy.engine().policy.exchanges.values {
            for forbid in exchange.kinds.values.flatMap(\.forbids) {
                rules[forbid.reference] = Rule(forbid.reference, [forbid.when, forbid.unless])
            }
            for forbid in exchange.onward.forbids {
                var rule = Rule(forbid.reference, [forbid.when])
                rule.paths.formUnion([["header", "purpose"], ["facts", "original", "header", "kind"]])
                rules[forbid.reference] = rule
            }
        }
        return rules
    }

    /// Left out, empty, and of other types than one.
    private static func spoils(_ type: ValueType?) -> [JSONValue?] {
        let general: [JSONValue?] = [nil, .null, "", [], [:], "~~", "true", "5", .integer(-1), ["~~"], ["~~": "~~"]]
        return general + (type == .flag ? [] : [.bool(true), .bool(false)]) + (type == .number ? [] : [.integer(5)])
    }

    @Test("Holds where a field that it reads is left out, emptied or mistyped")
    func spoiled() throws {
        let engine = try TestPolicy.engine()
        let denied = try TestPolicy.rows().filter { $0.expected != nil }
            .map { (row: $0, rules: engine.decide($0.question).rules) }
        let rules = try Self.rules()
        let places = Set(rules.keys.map(\.description))
        var (tried, seen, opened) = (0, Set<String>(), [String]())
        for (reference, rule) in rules.sorted(by: { $0.key.description < $1.key.description }) {
            for (row, _) in denied.filter({ $0.rules.contains(reference) }) {
                seen.insert(reference.description)
                for path in rule.paths {
                    for value in Self.spoils(rule.types[path] ?? (path.last == "queriesToday" ? .number : nil)) {
                        let question: JSONValue = ["header": row.header, "facts": .object(row.facts.members)]
                        let spoiled = question.setting(path[...], to: value)
                        guard let facts = Facts(spoiled["facts"] ?? .null) else { continue }
                        tried += 1
                        let header = HeaderView(spoiled["header"] ?? .null)
                        guard engine.decide(Question(row.action, header, facts)).isAllowed else { continue }
                        // What cites nothing cites nothing that it must not.
                        let isUncited = path == ["header", "inReplyTo"] && (value == nil || value == [])
                        let isMeant =
                            isUncited || value == nil && row.mends.contains(path.dropFirst().joined(separator: "."))
                        if !isMeant { opened.append("\(reference), \(row): \(path) as \(String(describing: value))") }
                    }
                }
            }
        }
        #expect(opened == [])
        #expect(tried > 3_000)
        // Each is tried on a row that it refuses.
        #expect(places.subtracting(seen).sorted() == [])
        #expect(places.count > 25)
    }
}
