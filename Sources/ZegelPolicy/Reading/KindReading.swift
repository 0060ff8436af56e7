// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads what an exchange says about one kind; purposes and ceilings stand apart, for they are shared.
struct KindReading {
    /// Purposes, ceilings and kinds that they are for.
    struct Shared {
        var purposes: [(name: String, kinds: Set<String>?, rule: KindPolicy.Purpose)] = []
        var ceilings: [(kinds: Set<String>?, rule: KindPolicy.Ceiling)] = []
        var signingAge: Int?
    }

    let vocabulary: PolicyVocabulary
    let shared: Shared

    func kind(_ name: String, _ key: YAMLNode, _ reader: inout YAMLReader) -> KindPolicy? {
        let reference = RuleReference(file: reader.file, line: key.line, id: name)
        let purposes = self.shared.purposes.filter { $0.kinds?.contains(name) ?? true }
        let ceilings = self.shared.ceilings.filter { $0.kinds?.contains(name) ?? true }.map(\.rule)
        if purposes.isEmpty { reader.fault(key, "no purpose is declared for \(name): it could never be sent") }
        if ceilings.isEmpty { reader.fault(key, "no ceiling is declared for \(name): it could never be sent") }
        let routes = reader.mappings("routes") { self.route(name, &$0) }
        if routes.isEmpty { reader.fault(key, "\(name) has no routes: nobody could ever send it") }
        var details = DetailReading(self.vocabulary, kind: name).rules("details", &reader)
        if details["evaluation"] == nil { details["evaluation"] = DetailReading.evaluationRule(reference) }
        let markings = reader.mapping("markings") { inner in
            (required: self.markings("required", &inner), forbidden: self.markings("forbidden", &inner))
        }
        return KindPolicy(
            name: name,
            routes: routes,
            purposes: Dictionary(grouping: purposes, by: \.name).mapValues { $0.map(\.rule) },
            ceilings: ceilings,
            releases: reader.optional("release", "1 or 2") { Int($0).flatMap { (1...2).contains($0) ? $0 : nil } } ?? 1,
            subjects: reader.optional("subjects", "a number from 0 to 1000") { text in
                Int64(text).flatMap { (0...1_000).contains($0) ? $0 : nil }
            } ?? 1,
            details: details,
            requiredDetails: details.sorted { $0.key < $1.key }.compactMap { key, rule in
                rule.required.map { (key, $0, rule.reference) }
            },
            requiredMarkings: (markings?.required ?? []).sorted(),
            forbiddenMarkings: markings?.forbidden ?? [],
            fields: self.fields(name, &reader),
            citation: self.citation(name, &reader),
            signingAge: Self.seconds("signingAge", &reader) ?? self.shared.signingAge,
            reference: reference
        )
    }

    /// A length of time in seconds; months have none.
    static func seconds(_ key: String, _ reader: inout YAMLReader) -> Int? {
        reader.optional(key, "a number of hours or days, as 24 hours") { text in
            Span(text).flatMap { $0.months == 0 ? Int($0.seconds) : nil }
        }
    }

    private func route(_ name: String, _ reader: inout YAMLReader) -> KindPolicy.Route? {
        guard reader.value("from") != nil, reader.value("to") != nil else {
            reader.fault(reader.node, "a route has from and to")
            return nil
        }
        return KindPolicy.Route(
            from: self.vocabulary.selector("from", &reader, absent: .any),
            to: self.vocabulary.selector("to", &reader, absent: .any),
            hasOneAddressee: reader.optional("addressees", "one") { $0 == "one" ? true : nil } ?? false,
            reference: RuleReference(file: reader.file, line: reader.node.line, id: "\(name)/routes")
        )
    }

    private func markings(_ key: String, _ reader: inout YAMLReader) -> Set<String> {
        self.vocabulary.names(key, Set(self.vocabulary.markings.keys), "marking of classifications.yaml", &reader) ?? []
    }

    private func fields(_ name: String, _ reader: inout YAMLReader) -> [KindPolicy.FieldRule] {
        reader.entries("fields").compactMap { entry in
            guard let field = KindPolicy.Field(rawValue: entry.name) else {
                let known = KindPolicy.Field.allCases.map(\.rawValue)
                reader.fault(entry.key, "no rule can be about the field \(entry.name.prefix(40))", known: known)
                return nil
            }
            return reader.nested(entry.value) { inner in
                let isForbidden = inner.optional("forbidden", "yes") { $0 == "yes" ? true : nil } ?? false
                let isRequired = inner.value("required") != nil
                if isForbidden, isRequired { inner.fault(entry.key, "a field is either required or forbidden") }
                return KindPolicy.FieldRule(
                    field: field,
                    required: isRequired ? self.vocabulary.selector("required", &inner, absent: .any) : nil,
                    isForbidden: isForbidden,
                    within: inner.optional("within", "a time as 6 months") { Span($0) },
                    reference: RuleReference(file: inner.file, line: entry.key.line, id: "\(name)/fields/\(entry.name)")
                )
            }
        }
    }

    private func citation(_ name: String, _ reader: inout YAMLReader) -> KindPolicy.Citation? {
        let kinds = self.vocabulary.kinds
        let answers = reader.value("answers")
        let follows = reader.value("follows")
        if answers != nil, let follows { reader.fault(follows, "a kind either answers or follows") }
        guard let node = answers ?? follows else { return nil }
        let key = answers == nil ? "follows" : "answers"
        guard let cited = self.vocabulary.names(key, kinds, "kind of this exchange", &reader) else { return nil }
        return KindPolicy.Citation(
            relation: answers == nil ? .sent : .received,
            kinds: cited,
            reference: RuleReference(file: reader.file, line: node.line, id: "\(name)/\(key)")
        )
    }
}
