// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads `invariants.yaml`; a name that leads nowhere is a fault, so that no invariant holds because it is about nothing.
struct InvariantReading {
    private let policy: PolicySet
    private let vocabulary: PolicyVocabulary
    private var lines: [String: Int] = [:]
    /// Ways to break one invariant, each of which is looked for by itself.
    private static let maximumWays = 1_000.0

    init(_ policy: PolicySet) {
        self.policy = policy
        var vocabulary = PolicyVocabulary(
            directory: policy.organisations,
            markings: policy.markings,
            codes: policy.codes,
            exchanges: policy.exchanges.mapValues { Set($0.kinds.keys) }
        )
        for exchange in policy.exchanges.values {
            vocabulary.kinds.formUnion(exchange.kinds.keys)
            vocabulary.purposes.formUnion(exchange.purposes)
            vocabulary.bases.formUnion(exchange.bases)
        }
        self.vocabulary = vocabulary
    }

    mutating func invariant(_ reader: inout YAMLReader) -> Invariant? {
        let name = reader.required("invariant", "its name: small letters, digits, hyphens", PolicyVocabulary.label)
        let why = reader.required("why", "what it means, for people") { $0.isEmpty ? nil : $0 }
        let kinds = self.kinds(&reader)
        let passages = reader.list("passages", "message or forward", Invariant.Passage.init(rawValue:))
        let claims = ClaimReading(self.vocabulary, details: self.details(of: kinds, &reader))
        let (when, unless) = (claims.claim("when", &reader), claims.claim("unless", &reader))
        let (never, always) = (claims.claim("never", &reader), claims.claim("always", &reader))
        let apart = self.vocabulary.names("apart", self.vocabulary.purposes, "purpose of any exchange", &reader)
        if ["never", "always", "apart"].filter({ reader.value($0) != nil }).count != 1 {
            reader.fault(reader.node, "an invariant says one thing: never, always, or apart")
        }
        if let apart, apart.count != 2 { reader.fault(reader.node, "two purposes are apart") }
        let looksAtSending = ["when", "unless", "never", "always"].contains {
            reader.value($0).map(ClaimReading.looksAtSending) ?? false
        }
        if looksAtSending, passages != [.message] {
            reader.fault(reader.node, "answers, told and release are known of messages only: write passages: [message]")
        }
        guard let name, let why else { return nil }
        if let line = self.lines.updateValue(reader.node.line, forKey: name) {
            reader.fault(reader.node, "the invariant \(name) stands twice; it stands first at line \(line)")
        }
        let wanted: [(Claim?, Literal.Wanted)] = [(when, .yes), (unless, .notYes), (never, .yes), (always, .notYes)]
        let said = wanted.compactMap { claim, wanted in claim.map { ($0, wanted) } }
        guard said.reduce(1, { $0 * $1.0.count($1.1) }) <= Self.maximumWays else {
            reader.fault(reader.node, "there are too many ways to break the invariant; say it in several")
            return nil
        }
        return Invariant(
            name: name,
            why: why,
            reference: RuleReference(file: reader.file, line: reader.node.line, id: name),
            kinds: kinds,
            passages: passages.isEmpty ? Set(Invariant.Passage.allCases) : Set(passages),
            violations: never == nil && always == nil
                ? [] : Claim.product(said.map { $0.0.ways($0.1) }),
            apart: (apart ?? []).sorted()
        )
    }

    // MARK: - Kinds

    /// `exchange`, `exchange/kind`, `limiting` for kinds that limit a person, `lifting` for those that lift these.
    private func kinds(_ reader: inout YAMLReader) -> Set<KindName>? {
        guard let node = reader.value("kinds") else { return nil }
        guard let elements = node.sequence, !elements.isEmpty else {
            reader.fault(node, "kinds must be a list of exchanges and kinds, as pi-nl or pi-nl/vordering")
            return []
        }
        var names: Set<KindName> = []
        for element in elements {
            let text = element.scalar ?? ""
            let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
            switch text {
            case "limiting": names.formUnion(self.kinds { _, kind in !kind.liftedBy.isEmpty })
            case "lifting":
                names.formUnion(
                    self.kinds { exchange, kind in exchange.kinds.values.contains { $0.liftedBy.contains(kind.name) } }
                )
            default:
                guard let exchange = self.policy.exchanges[parts.first ?? ""] else {
                    let what = "“\((parts.first ?? "…").prefix(80))” is no exchange of this policy"
                    let known = self.policy.exchanges.keys + ["limiting", "lifting"]
                    reader.fault(element, what + Spelling.hint(for: parts.first ?? "", among: known))
                    continue
                }
                if parts.count == 1 {
                    names.formUnion(exchange.kinds.keys.map { KindName(exchange: exchange.name, kind: $0) })
                } else if exchange.kinds[parts[1]] != nil {
                    names.insert(KindName(exchange: exchange.name, kind: parts[1]))
                } else {
                    let hint = Spelling.hint(for: parts[1], among: exchange.kinds.keys)
                    reader.fault(element, "“\(parts[1].prefix(80))” is no kind of \(exchange.name)\(hint)")
                }
            }
        }
        return names
    }

    private func kinds(_ isMeant: (ExchangePolicy, KindPolicy) -> Bool) -> [KindName] {
        self.policy.exchanges.values.flatMap { exchange in
            exchange.kinds.values.filter { isMeant(exchange, $0) }
                .map { KindName(exchange: exchange.name, kind: $0.name) }
        }
    }

    /// What can be looked at in `details`: the keys of all kinds that are meant, as far as they have one type.
    ///
    /// A kind that does not declare a key has no message with it, so that a claim about it cannot be evaluated there.
    private func details(of kinds: Set<KindName>?, _ reader: inout YAMLReader) -> [String: DetailRule] {
        var (details, mixed) = ([String: DetailRule](), Set<String>())
        for exchange in self.policy.exchanges.values {
            for kind in exchange.kinds.values
            where kinds?.contains(KindName(exchange: exchange.name, kind: kind.name)) ?? true {
                for (key, rule) in kind.details {
                    if let other = details[key], other.valueType != rule.valueType { mixed.insert(key) }
                    details[key] = rule
                }
            }
        }
        return details.filter { !mixed.contains($0.key) }
    }
}

extension ExchangePolicy {
    /// Every purpose that it names.
    var purposes: Set<String> {
        var purposes = Set(self.kinds.values.flatMap(\.purposes.keys))
        for permit in self.onward.permits { if case .these(let names) = permit.purposes { purposes.formUnion(names) } }
        for forbid in self.onward.forbids { purposes.formUnion(forbid.purposes ?? []) }
        return purposes
    }

    /// Every legal basis on which it lets something pass.
    var bases: Set<String> {
        let bases = self.kinds.values.flatMap { $0.purposes.values.joined() }.flatMap(\.bases)
        return Set(bases).union(self.onward.permits.flatMap { $0.bases ?? [] })
    }
}
