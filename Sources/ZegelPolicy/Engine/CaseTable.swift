// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A case and who sits at its table, as the server knows it (EXCHANGES §0.2).
package struct CaseTable: Hashable, Sendable {
    /// A mailbox at the table.
    package struct Member: Hashable, Sendable {
        /// The mailbox.
        package let mailbox: MailboxName
        /// The legal basis of its membership.
        package let basis: String
        /// The first day.
        package let from: CalendarDate
        /// The last day, or `nil`.
        package let until: CalendarDate?

        /// Names a member.
        package init(mailbox: MailboxName, basis: String, from: CalendarDate, until: CalendarDate?) {
            self.mailbox = mailbox
            self.basis = basis
            self.from = from
            self.until = until
        }
    }

    /// Its name, as headers have it.
    package let id: String
    /// The day on which it was opened.
    package let opened: CalendarDate
    /// The day on which it was closed, or `nil`.
    package let closed: CalendarDate?
    /// Those at the table, also those who left it; a mailbox may stand in it more than once.
    package let members: [Member]
    /// The mailboxes that took a measure in it.
    package let measuresBy: [MailboxName]

    /// Describes a case.
    package init(
        id: String,
        opened: CalendarDate,
        closed: CalendarDate? = nil,
        members: [Member],
        measuresBy: [MailboxName] = []
    ) {
        self.id = id
        self.opened = opened
        self.closed = closed
        self.members = members
        self.measuresBy = measuresBy
    }

    /// Why a mailbox is not at the table on a day; `nil` where it is.
    func objection(to mailbox: MailboxName, on day: CalendarDate) -> ReasonCode? {
        let begun = self.members.filter { $0.mailbox == mailbox && $0.from <= day }
        if begun.isEmpty { return .caseNotMember }
        return begun.contains { $0.until.map { day <= $0 } ?? true } ? nil : .caseMembershipLapsed
    }
}

/// A list, its last version, and who gets it.
package struct ListState: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// The number of the last version; 0 where there is none.
    package let lastVersion: Int64
    /// The mailboxes that get it.
    package let subscribers: [MailboxName]

    /// Describes a list.
    package init(name: String, lastVersion: Int64, subscribers: [MailboxName]) {
        self.name = name
        self.lastVersion = lastVersion
        self.subscribers = subscribers
    }
}

extension CaseTable {
    /// As a fact under the name `case`.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(self.id)), .init("opened", .string("\(self.opened)")),
        ]
        if let closed = self.closed { members.append(.init("closed", .string("\(closed)"))) }
        members.append(.init("members", .array(self.members.map(\.json))))
        members.append(.init("measuresBy", .array(self.measuresBy.map { .string("\($0)") })))
        return .object(members)
    }

    /// Reads a fact; `nil` where it cannot be read as a whole, so that nothing rests on half a table.
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string, let opened = json["opened"].flatMap(Self.day),
            let elements = json["members"]?.array
        else { return nil }
        let members = elements.compactMap { Member($0) }
        let measures = json["measuresBy"].map { $0.array.flatMap(MailboxName.all) } ?? []
        guard members.count == elements.count, let measures else { return nil }
        var closed: CalendarDate?
        if let value = json["closed"], value != .null {
            guard let day = Self.day(value) else { return nil }
            closed = day
        }
        self.init(id: id, opened: opened, closed: closed, members: members, measuresBy: measures)
    }

    /// A day, or the day of a moment.
    fileprivate static func day(_ value: JSONValue) -> CalendarDate? {
        value.string.flatMap { text in CalendarDate(text) ?? Instant(text).map { Amsterdam.day(of: $0) } }
    }
}

extension CaseTable.Member {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("mailbox", .string("\(self.mailbox)")), .init("basis", .string(self.basis)),
            .init("from", .string("\(self.from)")),
        ]
        if let until = self.until { members.append(.init("until", .string("\(until)"))) }
        return .object(members)
    }

    fileprivate init?(_ json: JSONValue) {
        guard let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }), let basis = json["basis"]?.string,
            let from = json["from"].flatMap(CaseTable.day)
        else { return nil }
        var until: CalendarDate?
        if let value = json["until"], value != .null {
            guard let day = CaseTable.day(value) else { return nil }
            until = day
        }
        self.init(mailbox: mailbox, basis: basis, from: from, until: until)
    }
}

extension ListState {
    /// As a fact under the name `list`.
    var json: JSONValue {
        [
            "name": .string(self.name), "lastVersion": .integer(self.lastVersion),
            "subscribers": .array(self.subscribers.map { .string("\($0)") }),
        ]
    }

    /// Reads a fact.
    init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, let last = json["lastVersion"]?.integer,
            let subscribers = json["subscribers"].map({ $0.array.flatMap(MailboxName.all) }) ?? []
        else { return nil }
        self.init(name: name, lastVersion: last, subscribers: subscribers)
    }
}

extension MailboxName {
    /// Reads a list of names; `nil` where one of them is none.
    static func all(_ values: [JSONValue]) -> [MailboxName]? {
        let names = values.compactMap { $0.string.flatMap { MailboxName($0) } }
        return names.count == values.count ? names : nil
    }
}
