// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

extension ExchangePolicy {
    /// Reads a file under `exchanges/`; `nil` where faults leave nothing to read.
    init?(_ reader: inout YAMLReader, _ vocabulary: PolicyVocabulary) {
        var vocabulary = vocabulary
        let name = reader.required("exchange", "the name of the exchange", PolicyVocabulary.label)
        _ = reader.optional("title", "a text") { $0.isEmpty ? nil : $0 }
        for entry in reader.entries("bases") {
            guard PolicyVocabulary.label(entry.name) != nil, entry.value.scalar?.isEmpty == false else {
                reader.fault(entry.key, "write the name of a legal basis and its reference")
                continue
            }
            vocabulary.bases.insert(entry.name)
        }
        let members = Self.members(&reader, &vocabulary)
        let every = reader.value("every")
        if let every, every.mapping == nil { reader.fault(every, "every has keys and values, as a kind has") }
        let nodes = KindNodes(reader.entries("kinds"), every: every, &reader)
        for kind in nodes.kinds where PolicyVocabulary.label(kind.name) == nil {
            reader.fault(kind.key, "“\(kind.name.prefix(40))” cannot be the name of a kind")
        }
        Self.learn(nodes, &reader, &vocabulary)
        let shared = Self.shared(&reader, vocabulary)
        var policies: [String: KindPolicy] = [:]
        for kind in nodes.kinds {
            let reading = KindReading(kind.name, vocabulary, shared)
            policies[kind.name] = reader.nested(kind.value) { reading.kind(kind.key, &$0) }
        }
        if nodes.kinds.isEmpty { reader.missing("kinds", "what passes through the exchange") }
        if members.isEmpty { reader.missing("members", "mailboxes in roles") }
        let auditors = vocabulary.mailboxes("auditors", &reader)
        let auditsContents = reader.optional("auditContents", "granted or withheld") { text -> Bool? in
            ["granted": true, "withheld": false][text]
        }
        self.onward =
            reader.mapping("onward") { OnwardReading(vocabulary).policy(&$0) } ?? .init(permits: [], forbids: [])
        self.retention = reader.mappings("retention") { Self.retention(&$0, vocabulary) }
        guard let name else { return nil }
        self.name = name
        self.file = reader.file
        self.namedBases = vocabulary.bases
        self.members = members
        self.auditors = auditors
        self.auditsContents = auditsContents ?? false
        self.kinds = policies
        self.reference = RuleReference(file: reader.file, line: reader.node.line, id: name)
    }

    /// What conditions may name: kinds, purposes, and what each kind has in `details`.
    ///
    /// Faults in `details` are told when the kind itself is read.
    private static func learn(_ nodes: KindNodes, _ reader: inout YAMLReader, _ vocabulary: inout PolicyVocabulary) {
        vocabulary.kinds = Set(nodes.kinds.map(\.name))
        for element in reader.value("purposes")?.sequence ?? [] {
            let purpose = element.mapping?.first { $0.key.scalar == "purpose" }?.value.scalar
            if let purpose { vocabulary.purposes.insert(purpose) }
        }
        for kind in nodes.kinds {
            var inner = YAMLReader(kind.value, file: reader.file)
            let reading = DetailReading(ConditionReading(vocabulary: vocabulary), kind: kind.name)
            var details = reading.rules("details", &inner)
            if details["evaluation"] == nil { details["evaluation"] = DetailReading.evaluationRule(reading.nowhere) }
            vocabulary.details[kind.name] = details
        }
    }

    private static func members(
        _ reader: inout YAMLReader,
        _ vocabulary: inout PolicyVocabulary
    ) -> [MailboxName: [Membership]] {
        var members: [MailboxName: [Membership]] = [:]
        for entry in reader.entries("members") {
            guard PolicyVocabulary.label(entry.name) != nil,
                !["any", "members", "own-organisation"].contains(entry.name),
                let role = vocabulary.roles.bit(of: entry.name)
            else {
                reader.fault(
                    entry.key,
                    "“\(entry.name.prefix(40))” cannot be the name of a role, or there are too many"
                )
                continue
            }
            guard let elements = entry.value.sequence, !elements.isEmpty else {
                reader.fault(entry.value, "a role has a list of members")
                continue
            }
            for element in elements {
                let membership = reader.nested(element) { inner -> (MailboxName, Membership)? in
                    Self.member(&inner, role, entry.name, vocabulary)
                }
                guard let (mailbox, member) = membership else { continue }
                if let other = members[mailbox, default: []].first(where: { $0.role == role && $0.overlaps(member) }) {
                    let line = other.reference.line
                    let message =
                        "\(mailbox) stands twice in the role \(entry.name) at the same time, first at line \(line)"
                    reader.fault(element, message)
                }
                members[mailbox, default: []].append(member)
            }
        }
        return members
    }

    private static func member(
        _ reader: inout YAMLReader,
        _ role: UInt64,
        _ name: String,
        _ vocabulary: PolicyVocabulary
    ) -> (MailboxName, Membership)? {
        let basis = reader.value("basis")
        if let basis, !vocabulary.bases.contains(basis.scalar ?? "") {
            reader.fault(
                basis,
                "“\((basis.scalar ?? "…").prefix(80))” is no basis of this exchange",
                known: vocabulary.bases
            )
        }
        let from = reader.optional("from", "a day as 2026-01-01") { CalendarDate($0) }
        let until = reader.optional("until", "a day as 2027-12-31") { CalendarDate($0) }
        if let from, let until, until < from { reader.fault(reader.node, "until lies before from") }
        guard let node = reader.value("mailbox") else {
            reader.missing("mailbox", "a mailbox of organisations.yaml")
            return nil
        }
        guard let mailbox = vocabulary.mailbox(node, &reader) else { return nil }
        let reference = RuleReference(file: reader.file, line: reader.node.line, id: "members/\(name)")
        return (mailbox, Membership(role: role, basis: basis?.scalar, from: from, until: until, reference: reference))
    }

    private static func shared(_ reader: inout YAMLReader, _ vocabulary: PolicyVocabulary) -> KindReading.Shared {
        var shared = KindReading.Shared()
        shared.signingAge = KindReading.seconds("signingAge", &reader)
        shared.deliverWithin = KindReading.seconds("deliverWithin", &reader)
        shared.purposes = reader.mappings("purposes") { inner in
            let name = inner.required("purpose", "the name of a purpose", PolicyVocabulary.label)
            let bases = vocabulary.names("bases", vocabulary.bases, "basis of this exchange", &inner)
            if inner.value("bases") == nil { inner.missing("bases", "a list of legal bases") }
            let kinds = vocabulary.names("kinds", vocabulary.kinds, "kind of this exchange", &inner)
            let rule = KindPolicy.Purpose(
                bases: bases ?? [],
                from: vocabulary.selector("from", &inner, absent: .any),
                to: vocabulary.selector("to", &inner, absent: .any),
                when: Self.condition(kinds, vocabulary, &inner),
                reference: RuleReference(file: inner.file, line: inner.node.line, id: "purposes")
            )
            return name.map { ($0, kinds, rule) }
        }
        shared.ceilings = reader.mappings("ceilings") { inner in
            let level = inner.required("level", "a level of classifications.yaml", Classification.init(rawValue:))
            let kinds = vocabulary.names("kinds", vocabulary.kinds, "kind of this exchange", &inner)
            let from = vocabulary.selector("from", &inner, absent: .any)
            let to = vocabulary.selector("to", &inner, absent: .any)
            let reference = RuleReference(file: inner.file, line: inner.node.line, id: "ceilings")
            return level.map { (kinds, KindPolicy.Ceiling(from: from, to: to, level: $0, reference: reference)) }
        }
        return shared
    }

    /// A condition that looks at what all of some kinds have in `details`.
    private static func condition(
        _ kinds: Set<String>?,
        _ vocabulary: PolicyVocabulary,
        _ reader: inout YAMLReader
    ) -> Condition? {
        let all = (kinds ?? vocabulary.kinds).map { vocabulary.details[$0] ?? [:] }
        let common = all.first?.filter { key, rule in all.allSatisfy { $0[key]?.valueType == rule.valueType } }
        let conditions = ConditionReading(vocabulary: vocabulary, details: common ?? [:])
        guard let condition = conditions.condition("when", &reader) else { return nil }
        if condition.looksAtHandingIn, let node = reader.value("when") {
            reader.fault(node, "only forbids can look at what is cited, and at queriesToday")
        }
        return condition
    }

    private static func retention(_ reader: inout YAMLReader, _ vocabulary: PolicyVocabulary) -> Retention? {
        let kinds = vocabulary.names("kinds", vocabulary.kinds, "kind of this exchange", &reader)
        let party = vocabulary.selector("party", &reader, absent: .any)
        let start = reader.optional(
            "from",
            "delivery, closing, lifting or replacement",
            Retention.Start.init(rawValue:)
        )
        guard let term = reader.required("term", "a time as 20 years", { Span($0) }),
            let outcome = reader.required("then", "vernietigen or overbrengen", Retention.Outcome.init(rawValue:))
        else { return nil }
        let reference = RuleReference(file: reader.file, line: reader.node.line, id: "retention")
        return Retention(
            kinds: kinds,
            party: party,
            term: term,
            start: start ?? .delivery,
            outcome: outcome,
            reference: reference
        )
    }
}
