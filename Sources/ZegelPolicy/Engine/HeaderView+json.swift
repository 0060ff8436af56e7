// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

extension HeaderView {
    /// The members of the header that a rule may look at, under their names; a view of them is equal to this one.
    package var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        func put(_ key: String, _ value: JSONValue?) {
            if let value { members.append(.init(key, value)) }
        }
        func put<Value>(_ key: String, _ given: Given<Value>, _ write: (Value) -> JSONValue) {
            switch given {
            case .absent: ()
            case .unreadable: put(key, .null)
            case .value(let value): put(key, write(value))
            }
        }
        put("kenmerk", self.kenmerk.map { .string($0) })
        put("date", self.date.map { .string("\($0)") })
        put("exchange", self.exchange.map { .string($0) })
        put("kind", self.kind.map { .string($0) })
        put("from", self.from.map(Self.json))
        put("to", .array(self.to.map(Self.json)))
        put("purpose", self.purpose.map { .string($0) })
        put("legalBasis", self.legalBasis.map { .string($0) })
        put("classification", self.classification.map { .string($0.rawValue) })
        put("markings", self.markings) { .array($0.map { .string($0) }) }
        put("details", self.details) { .object($0) }
        put("inReplyTo", self.inReplyTo) { .array($0.map(\.json)) }
        put("case", self.caseID) { .string($0) }
        put("notBefore", self.notBefore, Self.json)
        put("respondBy", self.respondBy, Self.json)
        put("reviewBy", self.reviewBy) { .string("\($0)") }
        put("retainUntil", self.retainUntil) { .string("\($0)") }
        if self.hasSubject { put("subject", .bool(true)) }
        if self.hasOnBehalfOf { put("onBehalfOf", .bool(true)) }
        put("documents", .integer(Int64(self.documents)))
        return members
    }

    /// An address as headers have it.
    package static func json(_ address: MailboxAddress) -> JSONValue {
        ["oin": .string("\(address.oin)"), "mailbox": .string("\(address.mailbox)")]
    }

    private static func json(_ term: MessageHeader.Term) -> JSONValue {
        switch term {
        case .day(let day): .string("\(day)")
        case .moment(let moment): .string("\(moment)")
        }
    }
}

extension HeaderView.Citation {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = []
        if let kenmerk = self.kenmerk { members.append(.init("kenmerk", .string(kenmerk))) }
        if let date = self.date { members.append(.init("date", .string("\(date)"))) }
        return .object(members)
    }
}
