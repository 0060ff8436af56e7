// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension Facts {
    /// The names of all facts.
    package static let names = [
        "asOf", "asker", "byForward", "release", "inReplyTo", "case", "original", "list", "told", "queriesToday",
    ]

    /// The facts under the names of EXCHANGES §0.2.
    package var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [.init("asOf", .string("\(self.asOf)"))]
        if let asker = self.asker { members.append(.init("asker", .string("\(asker)"))) }
        if self.byForward { members.append(.init("byForward", .bool(true))) }
        members.append(.init("release", .integer(Int64(self.release))))
        let answered = self.inReplyTo.compactMap { $0 }
        if !answered.isEmpty { members.append(.init("inReplyTo", .array(answered.map(\.json)))) }
        if let table = self.caseTable { members.append(.init("case", table.json)) }
        if let original = self.original { members.append(.init("original", original.json)) }
        if let list = self.list { members.append(.init("list", list.json)) }
        if let told = self.told { members.append(.init("told", .array(told.map { .string("\($0)") }))) }
        if let queries = self.queriesToday { members.append(.init("queriesToday", .integer(Int64(queries)))) }
        return members
    }

    /// Reads facts off JSON.
    ///
    /// Without a moment, which every decision needs, it is `nil`; what cannot be read otherwise counts as absent.
    package init?(_ json: JSONValue) {
        guard let asOf = json["asOf"]?.string.flatMap({ Instant($0) }) else { return nil }
        self.init(
            asOf: asOf,
            asker: json["asker"]?.string.flatMap { MailboxName($0) },
            byForward: json["byForward"] == .bool(true),
            release: json["release"]?.integer.map { Int($0) } ?? 0,
            inReplyTo: (json["inReplyTo"]?.array ?? []).map(AnsweredMessage.init),
            original: json["original"].flatMap(OriginalMessage.init),
            caseTable: json["case"].flatMap(CaseTable.init),
            list: json["list"].flatMap(ListState.init),
            told: json["told"]?.array.flatMap(MailboxName.all),
            queriesToday: json["queriesToday"]?.integer.flatMap { $0 < 0 ? nil : Int($0) }
        )
    }
}

extension AnsweredMessage {
    fileprivate var json: JSONValue {
        [
            "kenmerk": self.header.kenmerk.map { .string($0) } ?? .null,
            "date": self.header.date.map { .string("\($0)") } ?? .null, "header": .object(self.header.members),
            "deliveredTo": .array(self.deliveredTo.map { .string("\($0)") }), "withdrawn": .bool(self.isWithdrawn),
        ]
    }

    fileprivate init?(_ json: JSONValue) {
        guard let header = json["header"], let deliveredTo = json["deliveredTo"]?.array else { return nil }
        self.init(
            header: HeaderView(header),
            deliveredTo: deliveredTo.compactMap { $0.string.flatMap { MailboxName($0) } },
            isWithdrawn: json["withdrawn"] != .bool(false)
        )
    }
}

extension OriginalMessage {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("header", .object(self.header.members)),
            .init(
                "consents",
                .array(self.consents.map { ["mailbox": .string("\($0.mailbox)"), "purpose": .string($0.purpose)] })
            ), .init("withdrawn", .bool(self.isWithdrawn)),
        ]
        if let holders = self.deliveredTo {
            members.append(.init("deliveredTo", .array(holders.map { .string("\($0)") })))
        }
        return .object(members)
    }

    fileprivate init?(_ json: JSONValue) {
        guard let header = json["header"] else { return nil }
        let consents = (json["consents"]?.array ?? []).compactMap { consent -> Consent? in
            guard let mailbox = consent["mailbox"]?.string.flatMap({ MailboxName($0) }),
                let purpose = consent["purpose"]?.string
            else { return nil }
            return Consent(mailbox: mailbox, purpose: purpose)
        }
        self.init(
            header: HeaderView(header),
            consents: consents,
            isWithdrawn: json["withdrawn"] != .bool(false),
            deliveredTo: json["deliveredTo"].map { $0.array.flatMap(MailboxName.all) ?? [] }
        )
    }
}
