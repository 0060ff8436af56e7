// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads what a kind says about `details`.
struct DetailReading {
    let conditions: ConditionReading
    let kind: String
    /// A place for what no file says.
    let nowhere = RuleReference(file: "", line: 0, id: "details")
    private static let types = ["integer", "date", "boolean", "text", "choice", "set", "group"]

    init(_ conditions: ConditionReading, kind: String) {
        self.conditions = conditions
        self.kind = kind
    }

    /// Reads the keys under `key`.
    func rules(_ key: String, _ reader: inout YAMLReader) -> [String: DetailRule] {
        var rules: [String: DetailRule] = [:]
        for entry in reader.entries(key) {
            guard PolicyVocabulary.key(entry.name) != nil, entry.name != "subjects" else {
                reader.fault(entry.key, "“\(entry.name.prefix(40))” cannot be a key of details")
                continue
            }
            rules[entry.name] = reader.nested(entry.value) { self.rule(entry.name, entry.key, &$0) }
        }
        return rules
    }

    private func rule(_ name: String, _ key: YAMLNode, _ reader: inout YAMLReader) -> DetailRule? {
        let reference = RuleReference(file: reader.file, line: key.line, id: "\(self.kind)/details/\(name)")
        // What many kinds have needs no type (EXCHANGES §0.2).
        let common = reader.value("type") == nil ? self.common(name, reference) : nil
        guard let type = common ?? self.type(&reader) else { return nil }
        let vocabulary = self.conditions.vocabulary
        var rule = DetailRule(type: type, reference: reference)
        rule.otherwise = reader.optional("otherwise", "a reason", ReasonCode.init(rawValue:)) ?? .fieldValue
        rule.required = vocabulary.selector("required", &reader)
        rule.forbidden = vocabulary.selector("forbidden", &reader)
        rule.when = self.conditions.condition("when", &reader)
        self.bound(&rule, &reader)
        return rule
    }

    /// The values that it may have, as far as its type has such.
    private func bound(_ rule: inout DetailRule, _ reader: inout YAMLReader) {
        switch rule.type {
        case .integer:
            rule.minimum = reader.optional("minimum", "an integer") { Int64(plain: $0) }
            rule.maximum = reader.optional("maximum", "an integer") { Int64(plain: $0) }
            if let minimum = rule.minimum, let maximum = rule.maximum, minimum > maximum {
                reader.fault(reader.node, "minimum is above maximum")
            }
        case .date:
            let what = "today, in 3 months, 6 months ago, 2026-12-31 or 12-31"
            rule.earliest = reader.optional("earliest", what) { Bound($0) }
            rule.latest = reader.optional("latest", what) { Bound($0) }
            return
        case .group: return
        case .boolean, .text, .choice, .set: ()
        }
        guard let node = reader.value("allowed") else { return }
        rule.allowed = Set(reader.list("allowed", "a text") { $0 })
        let known: Set<String>
        switch rule.type {
        case .boolean: known = ["true", "false"]
        case .choice(let names), .set(let names): known = names
        default: return
        }
        for element in node.sequence ?? [] where !known.contains(element.scalar ?? "") {
            reader.fault(element, "“\((element.scalar ?? "…").prefix(80))” is none of its values", known: known)
        }
    }

    private func type(_ reader: inout YAMLReader) -> DetailRule.DetailType? {
        let what = "one of \(Self.types.joined(separator: ", "))"
        guard let name = reader.required("type", what, { Self.types.contains($0) ? $0 : nil }) else { return nil }
        switch name {
        case "integer": return .integer
        case "date": return .date
        case "boolean": return .boolean
        case "text": return .text
        case "choice", "set":
            let names = Set(reader.list("of", "a text") { $0 })
            if names.isEmpty { reader.missing("of", "the names that it takes") }
            return name == "set" ? .set(names) : .choice(names)
        default:
            let rules = self.rules("fields", &reader)
            if rules.isEmpty { reader.missing("fields", "the keys of the group") }
            return .group(rules)
        }
    }

    // MARK: - What many kinds have

    /// The type of a key that means the same in every exchange.
    private func common(_ name: String, _ reference: RuleReference) -> DetailRule.DetailType? {
        func rule(_ type: DetailRule.DetailType, isRequired: Bool = true) -> DetailRule {
            DetailRule(type: type, required: isRequired ? .any : nil, reference: reference)
        }
        switch name {
        case "evaluation": return Self.evaluation
        case "humanRights":
            var assessment = rule(.choice(["positief", "negatief"]))
            assessment.allowed = ["positief"]
            assessment.otherwise = .humanRightsNegative
            var validUntil = rule(.date)
            validUntil.earliest = .today
            validUntil.otherwise = .humanRightsLapsed
            return .group(["assessment": assessment, "validUntil": validUntil])
        case "list":
            var version = rule(.integer)
            version.minimum = 1
            return .group(["name": rule(.text), "version": version, "replaces": rule(.integer, isRequired: false)])
        case "counts":
            return .group(["smallest": rule(.integer), "suppressed": rule(.boolean, isRequired: false)])
        default:
            return self.conditions.vocabulary.codes[name].map { .choice(Set($0.keys)) }
        }
    }

    /// How good information is: source A, B, C or X, and information 1 to 4 (DESIGN §2).
    private static let evaluation: DetailRule.DetailType = {
        func choice(_ names: Set<String>) -> DetailRule {
            let reference = RuleReference(file: "", line: 0, id: "evaluation")
            return DetailRule(type: .choice(names), required: .any, reference: reference)
        }
        return .group(["source": choice(["A", "B", "C", "X"]), "information": choice(["1", "2", "3", "4"])])
    }()

    /// The rule for `evaluation` where a kind says nothing about it.
    static func evaluationRule(_ reference: RuleReference) -> DetailRule {
        DetailRule(type: Self.evaluation, reference: reference)
    }
}
