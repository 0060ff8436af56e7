// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The facts of a row: what it does not say is as its kind asks.
struct TableFacts {
    private let table: TableReading

    init(_ table: TableReading) { self.table = table }

    private var today: CalendarDate { Amsterdam.day(of: self.table.asOf) }

    // MARK: - Case, list, and who was told

    func gather(_ subject: inout TableReading.Subject, _ facts: inout Facts, _ reader: inout YAMLReader) {
        let rule = self.table.exchange.kinds[subject.kind]
        facts.caseTable = self.caseTable(&subject, facts.original, rule?.caseRule, &reader)
        let list = subject.header["details"]?["list"]
        if rule?.list != nil, let name = list?["name"]?.string, let version = list?["version"]?.integer {
            facts.list = ListState(name: name, lastVersion: version - 1, subscribers: subject.addressees)
        }
        if let given = reader.mapping("list", { self.list(&$0, subject) }) { facts.list = given }
        if rule?.reachesAllTold ?? false { facts.told = subject.addressees }
        if reader.value("told") != nil { facts.told = self.table.addresses("told", &reader).map(\.mailbox) }
        facts.queriesToday = reader.optional("queriesToday", "a number") { Int(plain: $0) } ?? 0
    }

    private func list(_ reader: inout YAMLReader, _ subject: TableReading.Subject) -> ListState? {
        guard let name = reader.required("name", "the name of the list", { $0 }),
            let last = reader.required("last", "the number of the last version", { Int64(plain: $0) })
        else { return nil }
        let isGiven = reader.value("subscribers") != nil
        let subscribers = isGiven ? self.table.addresses("subscribers", &reader).map(\.mailbox) : subject.addressees
        return ListState(name: name, lastVersion: last, subscribers: subscribers)
    }

    /// `none`, a name, or what is different at the table; by default all parties sit at it, and took a measure.
    private func caseTable(
        _ subject: inout TableReading.Subject,
        _ original: OriginalMessage?,
        _ rule: CaseRule?,
        _ reader: inout YAMLReader
    ) -> CaseTable? {
        let node = reader.value("case")
        var isAsked = false
        if case .required = rule { isAsked = true }
        if node?.scalar == "none" || node == nil && !isAsked { return nil }
        var id = original?.header.caseID.value ?? node?.scalar ?? "CASE-1"
        var (opened, closed) = (self.today.advanced(byDays: -60), CalendarDate?.none)
        var (seats, measures, ends) = (subject.parties, subject.parties, [MailboxName: CalendarDate]())
        if let node, node.scalar == nil {
            _ = reader.nested(node) { inner -> Void? in
                id = inner.optional("id", "a text") { $0 } ?? id
                opened = inner.optional("opened", "a day") { CalendarDate($0) } ?? opened
                closed = inner.optional("closed", "a day") { CalendarDate($0) }
                let absent = self.table.addresses("without", &inner).map(\.mailbox)
                seats = (seats + self.table.addresses("with", &inner).map(\.mailbox)).filter { !absent.contains($0) }
                if inner.value("measuresBy") != nil {
                    measures = self.table.addresses("measuresBy", &inner).map(\.mailbox)
                }
                for entry in inner.entries("until") {
                    guard let name = MailboxName(entry.name), let day = entry.value.scalar.flatMap({ CalendarDate($0) })
                    else {
                        inner.fault(entry.key, "until has mailboxes with the last day of each at the table")
                        continue
                    }
                    ends[name] = day
                }
                return ()
            }
        }
        if original == nil { subject.header = subject.header.setting(["case"], to: .string(id)) }
        let members = seats.map { name in
            CaseTable.Member(mailbox: name, basis: "covenant", from: opened, until: ends[name])
        }
        return CaseTable(id: id, opened: opened, closed: closed, members: members, measuresBy: measures)
    }

    // MARK: - Other messages

    /// What is cited: by default, for each rule that asks for one, a message that fits.
    func cite(_ subject: inout TableReading.Subject, _ facts: inout Facts, _ reader: inout YAMLReader) {
        var cited: [CitedMessage] = []
        let node = reader.value("cites")
        if let node, node.scalar != "nothing" {
            for element in node.sequence ?? [node] {
                if let message = reader.nested(element, { self.cited(&$0, subject) }) { cited.append(message) }
            }
        } else if node == nil {
            cited = self.fitting(subject, facts)
        }
        if cited.isEmpty { return }
        for index in cited.indices { cited[index].kenmerk = "CITED-\(index + 1)" }
        subject.header = subject.header.setting(["inReplyTo"], to: .array(cited.map(\.citation)))
        facts.inReplyTo = cited.map(\.answered)
    }

    private func fitting(_ subject: TableReading.Subject, _ facts: Facts) -> [CitedMessage] {
        guard let rules = self.table.exchange.kinds[subject.kind]?.citations, !rules.isEmpty else { return [] }
        let engine = PolicyEngine(policy: self.table.policy, ceiling: .stgZeerGeheim)
        let question = Question(.send, HeaderView(subject.header), facts)
        let evaluation = Evaluation(question, self.table.exchange, engine)
        let asked = rules.filter { $0.number != .optional && evaluation.holds($0.when) != .no }
        return asked.flatMap { rule -> [CitedMessage] in
            guard let name = rule.kinds.min(by: { "\($0)" < "\($1)" }) else { return [] }
            // Who answers several at once cites a message of each.
            let isAnswer = rule.relation == .answers && rule.fromEach.isEmpty
            let senders: [MailboxAddress?] =
                isAnswer ? subject.to : rule.fromEach.map { self.table.address(of: $0) }
            return senders.isEmpty
                ? [self.message(name, rule, subject, from: nil)]
                : senders.map { self.message(name, rule, subject, from: $0) }
        }
    }

    /// A message that a rule is about, filled in as its kind asks.
    private func message(
        _ name: KindName,
        _ rule: CitationRule?,
        _ subject: TableReading.Subject,
        from: MailboxAddress?
    ) -> CitedMessage {
        let isOwn = rule?.relation == .follows || rule?.relation == .sent
        let others = subject.to.first ?? subject.from
        let sender =
            from
            ?? (isOwn
                ? subject.from : rule?.relation == .answers ? others : self.originator(of: name, for: subject.from))
        let header: JSONValue = [
            "exchange": .string(name.exchange ?? self.table.exchange.name), "kind": .string(name.kind),
            "from": sender.map(HeaderView.json) ?? .null,
            // What is built on served the same purpose, unless the row says otherwise.
            "purpose": subject.header["purpose"] ?? .null,
        ]
        return CitedMessage(
            header: name.exchange == nil ? self.table.form.filled(header, of: name.kind, nil) : header,
            deliveredTo: isOwn ? subject.addressees : [subject.from].compactMap { $0?.mailbox },
            date: self.today.advanced(byDays: -18)
        )
    }

    /// Someone who may send a kind to a mailbox.
    private func originator(of name: KindName, for mailbox: MailboxAddress?) -> MailboxAddress? {
        guard let exchange = self.table.policy.exchanges[name.exchange ?? self.table.exchange.name],
            let kind = exchange.kinds[name.kind], let mailbox
        else { return nil }
        let roles = exchange.roles(of: mailbox.mailbox, on: self.today)
        return exchange.members.keys.sorted().first { sender in
            let senderRoles = exchange.roles(of: sender, on: self.today)
            return sender != mailbox.mailbox
                && kind.permits.contains { permit in
                    permit.from.selects(sender, in: senderRoles, from: sender)
                        && permit.to.selects(mailbox.mailbox, in: roles, from: sender)
                }
        }
        .flatMap { self.table.address(of: $0) }
    }

    private func cited(_ reader: inout YAMLReader, _ subject: TableReading.Subject) -> CitedMessage? {
        let rules = self.table.exchange.kinds[subject.kind]?.citations ?? []
        let name = reader.optional("kind", "a kind of this exchange, or of another as exchange/kind") { self.name($0) }
        let rule = rules.first { rule in name.map { rule.kinds.contains($0) } ?? true }
        guard let name = name ?? rule?.kinds.min(by: { "\($0)" < "\($1)" }) else {
            reader.missing("kind", "a kind, for this row's cites none")
            return nil
        }
        let from = reader.value("from").flatMap { self.table.address($0, &reader) }
        var message = self.message(name, rule, subject, from: from)
        if reader.value("to") != nil { message.deliveredTo = self.table.addresses("to", &reader).map(\.mailbox) }
        let changes = self.table.changes(&reader)
        message.header = self.form(of: name).filled(message.header, of: name.kind, changes)
        message.isWithdrawn = reader.optional("withdrawn", "yes") { $0 == "yes" ? true : nil } ?? false
        message.citedDate = reader.optional("date", "the day that the citation says") { CalendarDate($0) }
        message.omitted = reader.optional("omit", "kenmerk or date") { ["kenmerk", "date"].contains($0) ? $0 : nil }
        return message
    }

    /// How texts become values of what is cited; the defaults of a file are those of its own exchange.
    private func form(of name: KindName) -> TableForm {
        guard let other = name.exchange.flatMap({ self.table.policy.exchanges[$0] }) else { return self.table.form }
        var nothing = YAMLReader(YAMLNode(content: .mapping([]), line: 1, column: 1), file: "")
        return TableForm(other, &nothing)
    }

    private func name(_ text: String) -> KindName? {
        let parts = text.split(separator: "/").map(String.init)
        let exchange = parts.count == 2 ? parts[0] : nil
        guard let kind = parts.last,
            self.table.policy.exchanges[exchange ?? self.table.exchange.name]?.kinds[kind] != nil
        else { return nil }
        return KindName(exchange: exchange, kind: kind)
    }

    func original(_ forwarder: MailboxAddress?, _ reader: inout YAMLReader) -> OriginalMessage? {
        reader.mapping("original") { inner in
            var header: [JSONValue.Member] = [.init("exchange", .string(self.table.exchange.name))]
            let kind = inner.required("kind", "a kind of this exchange") {
                self.table.exchange.kinds[$0] == nil ? nil : $0
            }
            header.append(.init("kind", .string(kind ?? "")))
            if let text = inner.optional("purpose", "a name", { $0 }) { header.append(.init("purpose", .string(text))) }
            if let level = self.table.level(&inner) {
                header.append(.init("classification", .string(level.rawValue)))
            }
            let from = inner.value("from").flatMap { self.table.address($0, &inner) }
            let to = inner.value("to") == nil ? [forwarder].compactMap { $0 } : self.table.addresses("to", &inner)
            header.append(.init("from", from.map(HeaderView.json) ?? .null))
            header.append(.init("to", .array(to.map(HeaderView.json))))
            var json = self.table.form.filled(.object(header), of: kind ?? "", self.table.changes(&inner))
            if inner.value("markings") != nil {
                json = json.setting(["markings"], to: .array(inner.list("markings", "a marking") { .string($0) }))
            }
            if let id = inner.optional("case", "a text", { $0 }) { json = json.setting(["case"], to: .string(id)) }
            let consents = inner.mappings("consents") { consent -> OriginalMessage.Consent? in
                guard let mailbox = consent.required("mailbox", "a mailbox", { MailboxName($0) }),
                    let purpose = consent.required("purpose", "a purpose", { $0 })
                else { return nil }
                return .init(mailbox: mailbox, purpose: purpose)
            }
            let isForwarded = inner.value("forwardedTo") != nil
            let holders = to.map(\.mailbox) + self.table.addresses("forwardedTo", &inner).map(\.mailbox)
            return OriginalMessage(
                header: HeaderView(json),
                consents: consents,
                isWithdrawn: inner.optional("withdrawn", "yes") { $0 == "yes" ? true : nil } ?? false,
                deliveredTo: isForwarded ? holders : nil
            )
        }
    }
}

/// A message that a row cites.
private struct CitedMessage {
    var header: JSONValue
    var kenmerk = ""
    var deliveredTo: [MailboxName]
    let date: CalendarDate
    /// The day that the citation says, where it is another.
    var citedDate: CalendarDate?
    /// What the citation leaves out.
    var omitted: String?
    var isWithdrawn = false

    init(header: JSONValue, deliveredTo: [MailboxName], date: CalendarDate) {
        self.header = header
        self.deliveredTo = deliveredTo
        self.date = date
    }

    var citation: JSONValue {
        let citation: JSONValue = [
            "kenmerk": .string(self.kenmerk), "date": .string("\(self.citedDate ?? self.date)"),
        ]
        return self.omitted.map { citation.setting([$0], to: nil) } ?? citation
    }

    var answered: AnsweredMessage {
        let header = self.header.setting(["kenmerk"], to: .string(self.kenmerk))
            .setting(["date"], to: .string("\(self.date)"))
        return AnsweredMessage(
            header: HeaderView(header),
            deliveredTo: self.deliveredTo,
            isWithdrawn: self.isWithdrawn
        )
    }
}
