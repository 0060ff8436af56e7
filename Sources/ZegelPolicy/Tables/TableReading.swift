// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads the rows of a table: what a row leaves out is as the kind asks, so that each row is wrong in one thing only.
struct TableReading {
    let policy: PolicySet
    let exchange: ExchangePolicy
    let form: TableForm
    let asOf: Instant

    init?(_ reader: inout YAMLReader, _ policy: PolicySet) {
        let asOf = reader.required("asOf", "a moment in UTC") { Instant($0) }
        let exchange = reader.required("exchange", "an exchange of this policy") { policy.exchanges[$0] }
        guard let asOf, let exchange else { return nil }
        self.policy = policy
        self.exchange = exchange
        self.form = TableForm(exchange, &reader)
        self.asOf = asOf
    }

    /// What a row is about, as far as the facts of it depend on that.
    struct Subject {
        let kind: String
        let from: MailboxAddress?
        let to: [MailboxAddress]
        var header: JSONValue

        var parties: [MailboxName] { ([self.from].compactMap { $0 } + self.to).map(\.mailbox) }
        var addressees: [MailboxName] { self.to.map(\.mailbox) }
    }

    func row(_ reader: inout YAMLReader) -> PolicyTable.Row? {
        let number = reader.required("row", "a number") { $0 } ?? "?"
        _ = reader.optional("why", "a text") { $0 }
        let kind = reader.required("kind", "a kind, or forward") { $0 } ?? ""
        let release = reader.optional("release", "a number") { Int(plain: $0) }
        let action =
            reader.optional("action", "an action", Action.init(rawValue:))
            ?? (kind == "forward" ? .forward : release == nil ? .send : .deliver)
        var subject = self.subject(number, kind, &reader)
        var facts = Facts(asOf: self.asOf)
        if let asOf = reader.optional("asOf", "a moment in UTC", { Instant($0) }) { facts.asOf = asOf }
        facts.asker = reader.optional("asker", "a mailbox") { MailboxName($0) }
        let facing = TableFacts(self)
        facts.original = facing.original(subject.from, &reader)
        facing.cite(&subject, &facts, &reader)
        facing.gather(&subject, &facts, &reader)
        for path in reader.list("unset", "a path", { $0 }) {
            subject.header = subject.header.setting(path.split(separator: ".").map(String.init)[...], to: nil)
        }
        facts.release = release ?? self.releases(subject.header, facts)
        let keeps = self.keeps(kind, &reader)
        guard let outcome = self.outcome(&reader) else { return nil }
        return PolicyTable.Row(
            description: "\(self.exchange.name) \(number)",
            reference: RuleReference(file: reader.file, line: reader.node.line, id: number),
            action: action,
            header: subject.header,
            facts: facts,
            expected: outcome,
            mends: reader.list("mends", "a path") { $0 },
            keeps: keeps
        )
    }

    private func subject(_ number: String, _ kind: String, _ reader: inout YAMLReader) -> Subject {
        let from = reader.value("from").flatMap { self.address($0, &reader) }
        let to = self.addresses("to", &reader)
        var header: [JSONValue.Member] = [
            .init("kenmerk", .string("ROW-\(number)")), .init("date", .string("\(self.asOf.date)")),
            .init("exchange", .string(reader.optional("exchange", "a name") { $0 } ?? self.exchange.name)),
            .init("kind", .string(kind)), .init("from", from.map(HeaderView.json) ?? .null),
            .init("to", .array(to.map(HeaderView.json))),
        ]
        for (key, name) in [("purpose", "purpose"), ("basis", "legalBasis")] {
            if let text = reader.required(key, "a name", { $0 }) { header.append(.init(name, .string(text))) }
        }
        if let level = self.level(&reader) { header.append(.init("classification", .string(level.rawValue))) }
        let filled = self.form.filled(.object(header), of: kind, self.changes(&reader))
        return Subject(kind: kind, from: from, to: to, header: filled)
    }

    /// `allow`, or `deny` and a reason.
    private func outcome(_ reader: inout YAMLReader) -> ReasonCode?? {
        reader.required("outcome", "allow, or deny and a reason") { text -> ReasonCode?? in
            if text == "allow" { return .some(nil) }
            let parts = text.split(separator: " ")
            guard parts.count == 2, parts[0] == "deny" else { return nil }
            return ReasonCode(rawValue: String(parts[1])).map { .some($0) }
        }
    }

    /// As many persons as the kind asks.
    private func releases(_ header: JSONValue, _ facts: Facts) -> Int {
        let engine = PolicyEngine(policy: self.policy, ceiling: .stgZeerGeheim)
        return engine.decide(Question(.send, HeaderView(header), facts)).releases
    }

    /// How long a party keeps the message: a term, an outcome, and where it is not counted from delivery, from what.
    private func keeps(_ kind: String, _ reader: inout YAMLReader) -> [PolicyTable.Keeping] {
        reader.entries("keep").compactMap { entry in
            let text = entry.value.scalar ?? ""
            let parts = text.split(separator: " ").map(String.init)
            let hasStart = parts.count > 2 && parts[parts.count - 2] == "from"
            let start = hasStart ? ExchangePolicy.Retention.Start(rawValue: parts[parts.count - 1]) : .delivery
            let rest = hasStart ? parts.dropLast(2) : parts[...]
            guard let mailbox = MailboxName(entry.name), let start,
                let outcome = rest.last.flatMap(ExchangePolicy.Retention.Outcome.init(rawValue:)),
                let term = Span(rest.dropLast().joined(separator: " "))
            else {
                reader.fault(
                    entry.value,
                    "write a mailbox, and as 5 years vernietigen, or 5 years vernietigen from closing"
                )
                return nil
            }
            return .init(mailbox: mailbox, kind: kind, text: text, term: term, start: start, outcome: outcome)
        }
    }

    // MARK: - Values

    /// Members of a header by path, and their values.
    func changes(_ reader: inout YAMLReader) -> YAMLNode? {
        guard let node = reader.value("set") else { return nil }
        if node.mapping == nil { reader.fault(node, "set must have keys and values") }
        return node
    }

    func level(_ reader: inout YAMLReader) -> Classification? {
        reader.required("class", "O, DV, SC, SG or SZG") { text in
            zip(["O", "DV", "SC", "SG", "SZG"], Classification.allCases).first { $0.0 == text }?.1
        }
    }

    func addresses(_ key: String, _ reader: inout YAMLReader) -> [MailboxAddress] {
        guard let node = reader.value(key) else { return [] }
        guard let elements = node.sequence else {
            reader.fault(node, "\(key) must be a list of mailboxes")
            return []
        }
        return elements.compactMap { self.address($0, &reader) }
    }

    func address(_ node: YAMLNode, _ reader: inout YAMLReader) -> MailboxAddress? {
        let name = node.scalar.flatMap { MailboxName($0) }
        guard let name, let address = self.address(of: name) else {
            let known = self.policy.organisations.organisations.flatMap(\.mailboxes).map { "\($0.name)" }
            reader.fault(node, "“\((node.scalar ?? "…").prefix(80))” is no mailbox of organisations.yaml", known: known)
            return nil
        }
        return address
    }

    func address(of name: MailboxName) -> MailboxAddress? {
        self.policy.organisations.owner(of: name).map { MailboxAddress(oin: $0.oin, mailbox: name) }
    }
}
