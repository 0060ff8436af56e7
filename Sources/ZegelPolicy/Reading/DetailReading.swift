// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads what a kind says about `details`.
struct DetailReading {
    let vocabulary: PolicyVocabulary
    let kind: String
    private static let types = ["integer", "date", "boolean", "text", "choice", "set", "group"]

    init(_ vocabulary: PolicyVocabulary, kind: String) {
        self.vocabulary = vocabulary
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
        // What every kind may have needs no type (EXCHANGES §0.2).
        let isEvaluation = name == "evaluation" && reader.value("type") == nil
        let type = isEvaluation ? Self.evaluation : self.type(&reader)
        let otherwise = reader.optional("otherwise", "a reason", ReasonCode.init(rawValue:)) ?? .fieldValue
        let required =
            reader.value("required") == nil ? nil : self.vocabulary.selector("required", &reader, absent: .any)
        let allowed = reader.value("allowed") == nil ? nil : Set(reader.list("allowed", "a text") { $0 })
        guard let type else { return nil }
        return DetailRule(
            type: type,
            allowed: allowed,
            otherwise: otherwise,
            required: required,
            reference: RuleReference(file: reader.file, line: key.line, id: "\(self.kind)/details/\(name)")
        )
    }

    private func type(_ reader: inout YAMLReader) -> DetailRule.DetailType? {
        let what = "one of \(Self.types.joined(separator: ", "))"
        guard let name = reader.required("type", what, { Self.types.contains($0) ? $0 : nil }) else { return nil }
        switch name {
        case "integer":
            let minimum = reader.optional("minimum", "an integer") { Int64($0) } ?? 0
            let maximum = reader.optional("maximum", "an integer") { Int64($0) } ?? 9_007_199_254_740_991
            guard minimum <= maximum else {
                reader.fault(reader.node, "minimum is above maximum")
                return nil
            }
            return .integer(minimum...maximum)
        case "date":
            let isPast = reader.optional("latest", "today") { $0 == "today" ? true : nil } ?? false
            return .date(mayLieAhead: !isPast)
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

    /// How good information is: source A, B, C or X, and information 1 to 4 (DESIGN §2).
    private static let evaluation: DetailRule.DetailType = {
        func choice(_ names: Set<String>) -> DetailRule {
            DetailRule(
                type: .choice(names),
                allowed: nil,
                otherwise: .fieldValue,
                required: .any,
                reference: RuleReference(file: "", line: 0, id: "evaluation")
            )
        }
        return .group(["source": choice(["A", "B", "C", "X"]), "information": choice(["1", "2", "3", "4"])])
    }()

    /// The rule for `evaluation` where a kind says nothing about it.
    static func evaluationRule(_ reference: RuleReference) -> DetailRule {
        DetailRule(type: Self.evaluation, allowed: nil, otherwise: .fieldValue, required: nil, reference: reference)
    }
}
