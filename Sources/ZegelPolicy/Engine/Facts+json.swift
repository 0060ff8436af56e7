// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension Facts {
    /// The facts under the names of EXCHANGES §0.2.
    package var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [.init("asOf", .string("\(self.asOf)"))]
        if let asker = self.asker { members.append(.init("asker", .string("\(asker)"))) }
        members.append(.init("release", .integer(Int64(self.release))))
        let answered = self.inReplyTo.compactMap { $0 }
        if !answered.isEmpty { members.append(.init("inReplyTo", .array(answered.map(\.json)))) }
        if let original = self.original { members.append(.init("original", original.json)) }
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
            release: json["release"]?.integer.map { Int($0) } ?? 0,
            inReplyTo: (json["inReplyTo"]?.array ?? []).map(AnsweredMessage.init),
            original: json["original"].flatMap(OriginalMessage.init)
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
        [
            "header": .object(self.header.members),
            "consents": .array(
                self.consents.map { ["mailbox": .string("\($0.mailbox)"), "purpose": .string($0.purpose)] }
            ), "withdrawn": .bool(self.isWithdrawn),
        ]
    }

    fileprivate init?(_ json: JSONValue) {
        guard let header = json["header"] else { return nil }
        let consents = (json["consents"]?.array ?? []).compactMap { consent -> Consent? in
            guard let mailbox = consent["mailbox"]?.string.flatMap({ MailboxName($0) }),
                let purpose = consent["purpose"]?.string
            else { return nil }
            return Consent(mailbox: mailbox, purpose: purpose)
        }
        self.init(header: HeaderView(header), consents: consents, isWithdrawn: json["withdrawn"] != .bool(false))
    }
}
