// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads what a kind says about the messages that it cites.
struct CitationReading {
    private let kind: KindReading

    init(_ kind: KindReading) { self.kind = kind }

    func rule(_ reader: inout YAMLReader) -> CitationRule? {
        let vocabulary = self.kind.vocabulary
        let relations = CitationRule.Relation.allCases.filter { reader.value($0.rawValue) != nil }
        guard relations.count == 1, let node = reader.value(relations[0].rawValue) else {
            let names = CitationRule.Relation.allCases.map(\.rawValue).joined(separator: ", ")
            reader.fault(reader.node, "say with one of \(names) which kinds are cited, and how they stand to this one")
            return nil
        }
        let kinds = vocabulary.kindNames(node, relations[0].rawValue, &reader)
        var conditions = self.kind.conditions
        conditions.cited = self.details(of: kinds ?? [])
        let number = reader.optional("number", "some, one or optional", CitationRule.Number.init(rawValue:))
        let otherwise = reader.optional("otherwise", "a reason", ReasonCode.init(rawValue:))
        let lapsed = reader.optional("lapsed", "allowed") { $0 == "allowed" ? true : nil }
        let fromEach = vocabulary.mailboxes("fromEach", &reader).sorted()
        let when = self.kind.conditions.condition("when", &reader)
        let condition = conditions.condition("where", &reader)
        guard let kinds else { return nil }
        return CitationRule(
            relation: relations[0],
            kinds: kinds,
            number: number ?? .some,
            fromEach: fromEach,
            condition: condition,
            when: when,
            takesLapsed: lapsed ?? false,
            otherwise: otherwise ?? .replyUnmatched,
            reference: self.kind.reference("cites", reader)
        )
    }

    /// The keys that every cited kind has; a kind of another exchange shows none.
    private func details(of kinds: Set<KindName>) -> [String: DetailRule] {
        let all = kinds.map { $0.exchange == nil ? self.kind.vocabulary.details[$0.kind] ?? [:] : [:] }
        guard let first = all.first else { return [:] }
        return first.filter { key, rule in all.allSatisfy { $0[key]?.valueType == rule.valueType } }
    }
}
