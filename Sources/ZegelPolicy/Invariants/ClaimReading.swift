// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads claims: the conditions of rules, and what can be said only of a passage as a whole.
struct ClaimReading {
    private let conditions: ConditionReading
    private let vocabulary: PolicyVocabulary

    init(_ vocabulary: PolicyVocabulary, details: [String: DetailRule]) {
        self.vocabulary = vocabulary
        self.conditions = ConditionReading(vocabulary: vocabulary, details: details, original: details)
    }

    /// The claim under a key; `nil` where it is absent, or wrong.
    func claim(_ key: String, _ reader: inout YAMLReader) -> Claim? {
        reader.value(key).flatMap { self.claim($0, &reader) }
    }

    /// Whether a claim is about what is known only of a message as it is sent.
    static func looksAtSending(_ node: YAMLNode) -> Bool {
        (node.mapping ?? []).contains { member in
            ["answers", "told", "release"].contains(member.key.scalar ?? "") || self.looksAtSending(member.value)
        } || (node.sequence ?? []).contains(where: self.looksAtSending)
    }

    private func claim(_ node: YAMLNode, _ reader: inout YAMLReader) -> Claim? {
        guard let members = node.mapping, !members.isEmpty else {
            reader.fault(node, "a claim says what is looked at and what must hold of it, as { purpose: [vertrek] }")
            return nil
        }
        let claims = members.compactMap { self.member($0.key, $0.value, &reader) }
        guard claims.count == members.count else { return nil }
        return claims.count == 1 ? claims[0] : .all(claims)
    }

    private func member(_ key: YAMLNode, _ value: YAMLNode, _ reader: inout YAMLReader) -> Claim? {
        switch key.scalar ?? "" {
        case "all": return self.claims(value, &reader).map { .all($0) }
        case "any": return self.claims(value, &reader).map { .any($0) }
        case "not": return self.claim(value, &reader).map { .not($0) }
        case "originator": return self.vocabulary.selector(value, "originator", &reader).map { .originator($0) }
        case "consent": return self.word(value, "consent", ["given": .consent, "absent": .not(.consent)], &reader)
        case "told": return self.word(value, "told", ["all": .reachesTold, "some": .not(.reachesTold)], &reader)
        case "cleared": return self.word(value, "cleared", ["true": .cleared, "false": .not(.cleared)], &reader)
        case "answers": return self.vocabulary.kindNames(value, "answers", &reader).map { .answersOne($0) }
        case "cites", "queriesToday":
            reader.fault(key, "an invariant is not about \(key.scalar ?? "")")
            return nil
        default: return self.conditions.member(key, value, &reader).map { Claim($0) }
        }
    }

    private func claims(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Claim]? {
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "all and any have a list of claims")
            return nil
        }
        let claims = elements.compactMap { self.claim($0, &reader) }
        return claims.count == elements.count ? claims : nil
    }

    private func word(
        _ node: YAMLNode,
        _ key: String,
        _ words: [String: Claim],
        _ reader: inout YAMLReader
    ) -> Claim? {
        if let claim = words[node.scalar ?? ""] { return claim }
        reader.fault(node, "\(key) must be \(words.keys.sorted().joined(separator: " or "))", known: words.keys)
        return nil
    }
}
