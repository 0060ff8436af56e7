// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Reads the rows of a table: what a row leaves out is as the kind asks, so that each row is wrong in one thing only.
struct TableReading {
    let policy: PolicySet
    let exchange: ExchangePolicy
    private let asOf: Instant
    /// What the rows of a kind have in their header unless they say otherwise.
    private let defaults: [String: [Change]]

    /// One member of a header that is set.
    struct Change {
        let path: [String]
        let value: YAMLNode
    }

    init?(_ reader: inout YAMLReader, _ policy: PolicySet) {
        let asOf = reader.required("asOf", "a moment in UTC") { Instant($0) }
        let exchange = reader.required("exchange", "an exchange of this policy") { policy.exchanges[$0] }
        var defaults: [String: [Change]] = [:]
        for entry in reader.entries("defaults") {
            defaults[entry.name] = (entry.value.mapping ?? []).map { Change(path: Self.path($0.key), value: $0.value) }
            if let exchange, exchange.kinds[entry.name] == nil {
                reader.fault(
                    entry.key,
                    "“\(entry.name.prefix(40))” is no kind of this exchange",
                    known: exchange.kinds.keys
                )
            }
        }
        guard let asOf, let exchange else { return nil }
        self.policy = policy
        self.exchange = exchange
        self.asOf = asOf
        self.defaults = defaults
    }

    func row(_ reader: inout YAMLReader) -> PolicyTable.Row? {
        let number = reader.required("row", "a number") { $0 } ?? "?"
        _ = reader.optional("why", "a text") { $0 }
        let from = reader.value("from").flatMap { self.address($0, &reader) }
        let to = self.addresses("to", &reader)
        let kind = reader.required("kind", "a kind, or forward") { $0 } ?? ""
        let release = reader.optional("release", "a number") { Int($0) }
        let action =
            reader.optional("action", "an action", Action.init(rawValue:))
            ?? (kind == "forward" ? .forward : release == nil ? .send : .deliver)
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
        var facts = Facts(asOf: self.asOf, release: release ?? self.exchange.kinds[kind]?.releases ?? 1)
        if let asOf = reader.optional("asOf", "a moment in UTC", { Instant($0) }) { facts.asOf = asOf }
        facts.asker = reader.optional("asker", "a mailbox") { MailboxName($0) }
        self.cite(kind, from, to, &header, &facts, &reader)
        facts.original = self.original(from, &reader)
        let changes = (reader.value("set")?.mapping ?? []).map { Change(path: Self.path($0.key), value: $0.value) }
        var json = JSONValue.object(header)
        for change in (self.defaults[kind] ?? []) + changes {
            json = json.setting(change.path[...], to: self.json(change.value, at: change.path, of: kind))
        }
        for path in reader.list("unset", "a path", { $0 }) {
            json = json.setting(path.split(separator: ".").map(String.init)[...], to: nil)
        }
        guard let outcome = self.outcome(&reader) else { return nil }
        return PolicyTable.Row(
            description: "\(self.exchange.name) \(number)",
            reference: RuleReference(file: reader.file, line: reader.node.line, id: number),
            action: action,
            header: json,
            facts: facts,
            expected: outcome
        )
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

    // MARK: - Facts

    /// The message that is cited: by default one that fits, of the first kind that the citing kind builds on.
    private func cite(
        _ kind: String,
        _ from: MailboxAddress?,
        _ to: [MailboxAddress],
        _ header: inout [JSONValue.Member],
        _ facts: inout Facts,
        _ reader: inout YAMLReader
    ) {
        let rule = self.exchange.kinds[kind]?.citation
        let node = reader.value("cites")
        if node?.scalar == "nothing" || rule == nil && node == nil { return }
        let isSent = rule?.relation == .sent
        var cited = CitedMessage(
            kind: rule?.kinds.min() ?? "",
            from: isSent ? from : to.first,
            deliveredTo: (isSent ? to : [from].compactMap { $0 }).map(\.mailbox),
            date: self.asOf.date.advanced(byDays: -18)
        )
        var date = cited.date
        if let node {
            _ = reader.nested(node) { inner -> Void? in
                cited.kind = inner.optional("kind", "a kind") { $0 } ?? cited.kind
                if let node = inner.value("from") { cited.from = self.address(node, &inner) }
                if inner.value("to") != nil { cited.deliveredTo = self.addresses("to", &inner).map(\.mailbox) }
                cited.isWithdrawn = inner.optional("withdrawn", "yes") { $0 == "yes" ? true : nil } ?? false
                date = inner.optional("date", "the day that the citation says") { CalendarDate($0) } ?? date
                return ()
            }
        }
        header.append(.init("inReplyTo", [["kenmerk": .string(cited.kenmerk), "date": .string("\(date)")]]))
        facts.inReplyTo = [cited.answered(in: self.exchange.name)]
    }

    private func original(_ forwarder: MailboxAddress?, _ reader: inout YAMLReader) -> OriginalMessage? {
        reader.mapping("original") { inner in
            var header: [JSONValue.Member] = [.init("exchange", .string(self.exchange.name))]
            for (key, name) in [("kind", "kind"), ("purpose", "purpose"), ("reviewBy", "reviewBy")] {
                if let text = inner.optional(key, "a name", { $0 }) { header.append(.init(name, .string(text))) }
            }
            if let level = self.level(&inner) { header.append(.init("classification", .string(level.rawValue))) }
            let from = inner.value("from").flatMap { self.address($0, &inner) }
            let to = inner.value("to") == nil ? [forwarder].compactMap { $0 } : self.addresses("to", &inner)
            header.append(.init("from", from.map(HeaderView.json) ?? .null))
            header.append(.init("to", .array(to.map(HeaderView.json))))
            header.append(.init("markings", .array(inner.list("markings", "a marking") { .string($0) })))
            let consents = inner.mappings("consents") { consent -> OriginalMessage.Consent? in
                guard let mailbox = consent.required("mailbox", "a mailbox", { MailboxName($0) }),
                    let purpose = consent.required("purpose", "a purpose", { $0 })
                else { return nil }
                return .init(mailbox: mailbox, purpose: purpose)
            }
            let isWithdrawn = inner.optional("withdrawn", "yes") { $0 == "yes" ? true : nil } ?? false
            return OriginalMessage(header: HeaderView(.object(header)), consents: consents, isWithdrawn: isWithdrawn)
        }
    }

    // MARK: - Values

    private func level(_ reader: inout YAMLReader) -> Classification? {
        reader.required("class", "O, DV, SC, SG or SZG") { text in
            zip(["O", "DV", "SC", "SG", "SZG"], Classification.allCases).first { $0.0 == text }?.1
        }
    }

    private func addresses(_ key: String, _ reader: inout YAMLReader) -> [MailboxAddress] {
        (reader.value(key)?.sequence ?? []).compactMap { self.address($0, &reader) }
    }

    private func address(_ node: YAMLNode, _ reader: inout YAMLReader) -> MailboxAddress? {
        let name = node.scalar.flatMap { MailboxName($0) }
        guard let name, let owner = self.policy.organisations.owner(of: name) else {
            let known = self.policy.organisations.organisations.flatMap(\.mailboxes).map { "\($0.name)" }
            reader.fault(node, "“\((node.scalar ?? "…").prefix(80))” is no mailbox of organisations.yaml", known: known)
            return nil
        }
        return MailboxAddress(oin: owner.oin, mailbox: name)
    }

    /// A value for a header: a text, but an integer or a boolean where the kind declares one.
    private func json(_ node: YAMLNode, at path: [String], of kind: String) -> JSONValue {
        if let members = node.mapping {
            return .object(
                members.map { .init($0.key.scalar ?? "", self.json($0.value, at: path + Self.path($0.key), of: kind)) }
            )
        }
        if let elements = node.sequence { return .array(elements.map { self.json($0, at: path, of: kind) }) }
        let text = node.scalar ?? ""
        let key = path.first == "details" && path.count == 2 ? path[1] : ""
        switch self.exchange.kinds[kind]?.details[key]?.type {
        case .integer: return Int64(text).map { .integer($0) } ?? .string(text)
        case .boolean where text == "true" || text == "false": return .bool(text == "true")
        default: return key == "subjects" ? Int64(text).map { .integer($0) } ?? .string(text) : .string(text)
        }
    }

    private static func path(_ key: YAMLNode) -> [String] {
        (key.scalar ?? "").split(separator: ".").map(String.init)
    }
}

/// A message that a row cites.
private struct CitedMessage {
    let kenmerk = "CITED-1"
    var kind: String
    var from: MailboxAddress?
    var deliveredTo: [MailboxName]
    let date: CalendarDate
    var isWithdrawn = false

    func answered(in exchange: String) -> AnsweredMessage {
        let header: JSONValue = [
            "kenmerk": .string(self.kenmerk), "date": .string("\(self.date)"), "exchange": .string(exchange),
            "kind": .string(self.kind), "from": self.from.map(HeaderView.json) ?? .null,
        ]
        return AnsweredMessage(
            header: HeaderView(header),
            deliveredTo: self.deliveredTo,
            isWithdrawn: self.isWithdrawn
        )
    }

    init(kind: String, from: MailboxAddress?, deliveredTo: [MailboxName], date: CalendarDate) {
        self.kind = kind
        self.from = from
        self.deliveredTo = deliveredTo
        self.date = date
    }
}
