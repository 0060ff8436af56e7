// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A field as a rule sees it: a rule about a field that is not there, or that cannot be read, cannot be evaluated.
package enum Given<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The header does not have it.
    case absent
    /// The header has something else in its place.
    case unreadable
    /// The header has it.
    case value(Value)

    /// The value, where there is one.
    package var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Whether the header has the field, readable or not.
    package var isPresent: Bool { self != .absent }

    /// Takes what a header has.
    init(_ value: Value?) { self = value.map { .value($0) } ?? .absent }
}

/// All of a header that a rule may look at (EXCHANGES §0.2): no subject, no title, no name of a document.
///
/// It can be made of any JSON object, whatever is missing in it, so that a question can be put about a header that no container could carry.
package struct HeaderView: Hashable, Sendable {
    /// A message that this one answers.
    package struct Citation: Hashable, Sendable {
        /// The kenmerk, where one is given.
        package let kenmerk: String?
        /// The date, where one is given.
        package let date: CalendarDate?
    }

    /// The sender's reference.
    package internal(set) var kenmerk: String?
    /// The date of the message.
    package internal(set) var date: CalendarDate?
    /// The exchange.
    package internal(set) var exchange: String?
    /// The kind.
    package internal(set) var kind: String?
    /// The sender.
    package internal(set) var from: MailboxAddress?
    /// The addressees; empty where one of them cannot be read.
    package internal(set) var to: [MailboxAddress]
    /// The purpose.
    package internal(set) var purpose: String?
    /// The legal basis.
    package internal(set) var legalBasis: String?
    /// The classification.
    package internal(set) var classification: Classification?
    /// The markings.
    package internal(set) var markings: Given<[String]>
    /// What only some kinds have.
    package internal(set) var details: Given<[JSONValue.Member]>
    /// What it answers.
    package internal(set) var inReplyTo: Given<[Citation]>
    /// The case.
    package internal(set) var caseID: Given<String>
    /// The first moment at which it may be delivered.
    package internal(set) var notBefore: Given<MessageHeader.Term>
    /// When an answer is due.
    package internal(set) var respondBy: Given<MessageHeader.Term>
    /// When its necessity must be reviewed.
    package internal(set) var reviewBy: Given<CalendarDate>
    /// Until when it is to be kept.
    package internal(set) var retainUntil: Given<CalendarDate>
    /// Whether it has a subject; what it says is nobody's concern here.
    package internal(set) var hasSubject: Bool
    /// Whether it speaks on behalf of others.
    package internal(set) var hasOnBehalfOf: Bool
    /// How many documents it has.
    package internal(set) var documents: Int

    /// Looks at a header.
    package init(_ header: MessageHeader) {
        self.kenmerk = header.kenmerk.description
        self.date = header.date
        self.exchange = header.exchange
        self.kind = header.kind
        self.from = header.from
        self.to = header.to.map(\.address)
        self.purpose = header.purpose
        self.legalBasis = header.legalBasis
        self.classification = header.classification
        self.markings = .value(header.markings)
        self.details = .value(header.details)
        self.inReplyTo = .value(header.inReplyTo.map { Citation(kenmerk: $0.kenmerk?.description, date: $0.date) })
        self.caseID = Given(header.caseID)
        self.notBefore = Given(header.notBefore)
        self.respondBy = Given(header.respondBy)
        self.reviewBy = Given(header.reviewBy)
        self.retainUntil = Given(header.retainUntil)
        self.hasSubject = header.subject != nil
        self.hasOnBehalfOf = header.json["onBehalfOf"] != nil
        self.documents = header.documents.count
    }

    /// Looks at a JSON object, which may lack anything.
    package init(_ json: JSONValue) {
        func text(_ key: String) -> String? { json[key]?.string }
        func given<Value>(_ key: String, _ parse: (JSONValue) -> Value?) -> Given<Value> {
            json[key].map { parse($0).map { .value($0) } ?? .unreadable } ?? .absent
        }
        func day(_ value: JSONValue) -> CalendarDate? { value.string.flatMap { CalendarDate($0) } }
        func term(_ value: JSONValue) -> MessageHeader.Term? {
            day(value).map { .day($0) } ?? value.string.flatMap { Instant($0) }.map { .moment($0) }
        }
        self.kenmerk = text("kenmerk")
        self.date = json["date"].flatMap(day)
        self.exchange = text("exchange")
        self.kind = text("kind")
        self.from = json["from"].flatMap(Self.address)
        let to = json["to"]?.array ?? []
        let addresses = to.compactMap(Self.address)
        self.to = addresses.count == to.count && Set(addresses).count == to.count ? addresses : []
        self.purpose = text("purpose")
        self.legalBasis = text("legalBasis")
        self.classification = text("classification").flatMap(Classification.init(rawValue:))
        self.markings = given("markings") { $0.array.flatMap(Self.texts) }
        self.details = given("details", \.members)
        self.inReplyTo = given("inReplyTo") { value in
            value.array.map { $0.map { Citation(kenmerk: $0["kenmerk"]?.string, date: $0["date"].flatMap(day)) } }
        }
        self.caseID = given("case", \.string)
        self.notBefore = given("notBefore", term)
        self.respondBy = given("respondBy", term)
        self.reviewBy = given("reviewBy", day)
        self.retainUntil = given("retainUntil", day)
        self.hasSubject = json["subject"] != nil
        self.hasOnBehalfOf = json["onBehalfOf"] != nil
        self.documents = json["documents"]?.array?.count ?? json["documents"]?.integer.map(Int.init) ?? 0
    }

    static func address(_ value: JSONValue) -> MailboxAddress? {
        guard let oin = value["oin"]?.string.flatMap({ OIN($0) }),
            let mailbox = value["mailbox"]?.string.flatMap({ MailboxName($0) })
        else { return nil }
        return MailboxAddress(oin: oin, mailbox: mailbox)
    }

    private static func texts(_ values: [JSONValue]) -> [String]? {
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : nil
    }
}
