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
        var deliverWithin: Int?
    }

    let vocabulary: PolicyVocabulary
    let shared: Shared
    let name: String
    /// Conditions that look at this kind's `details`.
    let conditions: ConditionReading

    init(_ name: String, _ vocabulary: PolicyVocabulary, _ shared: Shared) {
        self.vocabulary = vocabulary
        self.shared = shared
        self.name = name
        self.conditions = ConditionReading(vocabulary: vocabulary, details: vocabulary.details[name] ?? [:])
    }

    func kind(_ key: YAMLNode, _ reader: inout YAMLReader) -> KindPolicy? {
        let name = self.name
        let reference = RuleReference(file: reader.file, line: key.line, id: name)
        let purposes = self.shared.purposes.filter { $0.kinds?.contains(name) ?? true }
        let ceilings = self.shared.ceilings.filter { $0.kinds?.contains(name) ?? true }.map(\.rule)
        if purposes.isEmpty { reader.fault(key, "no purpose is declared for \(name): it could never be sent") }
        if ceilings.isEmpty { reader.fault(key, "no ceiling is declared for \(name): it could never be sent") }
        let permits = reader.mappings("permits") { self.permit(&$0) }
        if permits.isEmpty { reader.fault(key, "\(name) has no permits: nobody could ever send it") }
        var details = DetailReading(self.conditions, kind: name).rules("details", &reader)
        if details["evaluation"] == nil { details["evaluation"] = DetailReading.evaluationRule(reference) }
        let markings = reader.mapping("markings") { inner in
            (required: self.markings("required", &inner), forbidden: self.markings("forbidden", &inner))
        }
        let limits = reader.mapping("limits") { inner -> Set<String>? in
            if inner.value("liftedBy") == nil { inner.missing("liftedBy", "the kinds that lift it") }
            return self.vocabulary.names("liftedBy", self.vocabulary.kinds, "kind of this exchange", &inner)
        }
        return KindPolicy(
            name: name,
            permits: permits,
            forbids: reader.mappings("forbids") { self.forbid(&$0) },
            purposes: Dictionary(grouping: purposes, by: \.name).mapValues { $0.map(\.rule) },
            ceilings: ceilings,
            releases: self.releases(&reader),
            subjects: self.subjects(&reader),
            details: details,
            conditionalDetails: details.sorted { $0.key < $1.key }.compactMap { key, rule in
                rule.required == nil && rule.forbidden == nil ? nil : (key, rule)
            },
            requiredMarkings: (markings?.required ?? []).sorted(),
            forbiddenMarkings: markings?.forbidden ?? [],
            fields: self.fields(&reader),
            citations: reader.mappings("cites") { CitationReading(self).rule(&$0) },
            caseRule: self.caseRule(&reader),
            list: reader.optional("list", "versioned or subscribed", ListRule.init(rawValue:)),
            reachesAllTold: reader.optional("reaches", "told") { $0 == "told" ? true : nil } ?? false,
            liftedBy: limits ?? [],
            escalation: self.escalation(&reader),
            partial: self.partial(details, &reader),
            signingAge: Self.seconds("signingAge", &reader) ?? self.shared.signingAge,
            deliverWithin: Self.seconds("deliverWithin", &reader) ?? self.shared.deliverWithin,
            reference: reference
        )
    }

    /// A length of time in seconds; months have none.
    static func seconds(_ key: String, _ reader: inout YAMLReader) -> Int? {
        reader.optional(key, "a number of hours or days, as 24 hours") { text in
            Span(text).flatMap { $0.months == 0 && $0.workingDays == 0 ? Int($0.seconds) : nil }
        }
    }

    func reference(_ rule: String, _ reader: YAMLReader) -> RuleReference {
        RuleReference(file: reader.file, line: reader.node.line, id: "\(self.name)/\(rule)")
    }

    /// How many persons or organisations a message is about: outside `nil`, one where nothing is said; inside `nil`, any number.
    private func subjects(_ reader: inout YAMLReader) -> Int64? {
        let subjects = reader.optional("subjects", "a number from 0 to 1000, or any") { text -> Int64?? in
            text == "any" ? .some(nil) : Int64(plain: text).flatMap { (0...1_000).contains($0) ? .some($0) : nil }
        }
        return subjects ?? 1
    }

    private func permit(_ reader: inout YAMLReader) -> KindPolicy.Permit? {
        guard reader.value("from") != nil, reader.value("to") != nil else {
            reader.fault(reader.node, "a permit has from and to")
            return nil
        }
        return KindPolicy.Permit(
            from: self.vocabulary.selector("from", &reader, absent: .any),
            to: self.vocabulary.selector("to", &reader, absent: .any),
            addressees: reader.optional("addressees", "a number from 1 to 200") { text in
                Int(plain: text).flatMap { (1...200).contains($0) ? $0 : nil }
            } ?? 200,
            when: self.standing("when", &reader),
            reference: self.reference("permits", reader)
        )
    }

    private func forbid(_ reader: inout YAMLReader) -> KindPolicy.Forbid? {
        _ = reader.optional("why", "a text") { $0.isEmpty ? nil : $0 }
        let when = self.conditions.condition("when", &reader)
        let unless = self.conditions.condition("unless", &reader)
        if reader.value("when") == nil, reader.value("unless") == nil {
            reader.fault(reader.node, "a forbid has when, unless, or both")
        }
        guard let reason = reader.required("reason", "a reason", ReasonCode.init(rawValue:)) else { return nil }
        return KindPolicy.Forbid(
            when: when,
            unless: unless,
            reason: reason,
            reference: self.reference("forbids", reader),
            isAboutHandingIn: when?.looksAtHandingIn ?? false || unless?.looksAtHandingIn ?? false
        )
    }

    /// A number, or a list of numbers with their conditions.
    private func releases(_ reader: inout YAMLReader) -> [KindPolicy.Release] {
        func persons(_ text: String) -> Int? { Int(plain: text).flatMap { (1...2).contains($0) ? $0 : nil } }
        guard let node = reader.value("release") else { return [] }
        if node.sequence == nil {
            let number = reader.optional("release", "1 or 2", persons)
            let reference = RuleReference(file: reader.file, line: node.line, id: "\(self.name)/release")
            return number.map { [.init(persons: $0, when: nil, reference: reference)] } ?? []
        }
        return reader.mappings("release") { inner in
            let when = self.standing("when", &inner)
            return inner.required("persons", "1 or 2", persons).map {
                .init(persons: $0, when: when, reference: self.reference("release", inner))
            }
        }
    }

    /// A condition that is judged again when the message is delivered, when citations are not matched any more.
    func standing(_ key: String, _ reader: inout YAMLReader) -> Condition? {
        guard let condition = self.conditions.condition(key, &reader) else { return nil }
        if condition.looksAtHandingIn, let node = reader.value(key) {
            reader.fault(node, "only forbids can look at what is cited, and at queriesToday")
        }
        return condition
    }

    private func markings(_ key: String, _ reader: inout YAMLReader) -> Set<String> {
        self.vocabulary.names(key, Set(self.vocabulary.markings.keys), "marking of classifications.yaml", &reader) ?? []
    }

    // MARK: - Fields and cases

    /// One rule for each field, or a list of them.
    private func fields(_ reader: inout YAMLReader) -> [KindPolicy.FieldRule] {
        reader.entries("fields").flatMap { entry -> [KindPolicy.FieldRule] in
            guard let field = KindPolicy.Field(rawValue: entry.name) else {
                let known = KindPolicy.Field.allCases.map(\.rawValue)
                let hint = entry.name == "case" ? "; case is a key of the kind" : ""
                reader.fault(entry.key, "no rule can be about the field \(entry.name.prefix(40))\(hint)", known: known)
                return []
            }
            return (entry.value.sequence ?? [entry.value]).compactMap { node in
                reader.nested(node) { self.field(field, entry.key, &$0) }
            }
        }
    }

    private func field(
        _ field: KindPolicy.Field,
        _ key: YAMLNode,
        _ reader: inout YAMLReader
    ) -> KindPolicy.FieldRule? {
        let required = self.vocabulary.selector("required", &reader)
        let forbidden = self.vocabulary.selector("forbidden", &reader)
        if required != nil, forbidden != nil { reader.fault(key, "a field is either required or forbidden") }
        let isTerm = [.notBefore, .respondBy, .reviewBy, .retainUntil].contains(field)
        if !isTerm, let node = reader.value("within") ?? reader.value("precision") {
            reader.fault(node, "\(field.rawValue) is no term")
        }
        let line = reader.node.line == 0 ? key.line : reader.node.line
        return KindPolicy.FieldRule(
            field: field,
            required: required,
            forbidden: forbidden,
            within: reader.optional("within", "a time as 6 months") { Span($0) },
            isDay: reader.optional("precision", "day") { $0 == "day" ? true : nil } ?? false,
            when: self.standing("when", &reader),
            reference: RuleReference(file: reader.file, line: line, id: "\(self.name)/fields/\(field.rawValue)")
        )
    }

    /// `none`, `forbidden`, or who must be at the table.
    private func caseRule(_ reader: inout YAMLReader) -> CaseRule? {
        guard let node = reader.value("case") else { return nil }
        let reference = RuleReference(file: reader.file, line: node.line, id: "\(self.name)/case")
        if node.mapping == nil {
            switch node.scalar {
            case "none": return nil
            case "forbidden": return .forbidden(reference)
            case "required": return .required(table: .any, measures: nil, reference)
            default:
                reader.fault(node, "case must be required, forbidden, none, or say who is at its table")
                return nil
            }
        }
        return reader.nested(node) { inner in
            if inner.value("table") == nil { inner.missing("table", "who must be at the table of the case") }
            return .required(
                table: self.vocabulary.selector("table", &inner, absent: .any),
                measures: self.vocabulary.selector("measures", &inner),
                reference
            )
        }
    }
}
