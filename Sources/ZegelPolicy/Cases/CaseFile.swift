// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The cases of one exchange, to be changed and written to their file again (DESIGN §6).
///
/// Every change is judged by what is at the table already; whether the file as a whole is one that a server takes is judged by reading
/// it again, as the server will.
package struct CaseFile: Sendable {
    private static let heading = """
        # The cases of this exchange, and who sits at their tables. Written by "zegel case"; lines of comment above the first key
        # are kept, others are not.
        """

    /// The exchange.
    package let exchange: String
    private var cases: [CaseBook.Case]
    private let comment: String

    /// Takes up the cases of an exchange.
    ///
    /// - Parameters:
    ///   - book: All cases.
    ///   - bytes: The file as it is; `nil` where there is none.
    /// - Throws: `configuration.invalid` where the file has a comment that would be lost.
    package init(_ exchange: String, in book: CaseBook, bytes: [UInt8]?) throws(Problem) {
        self.exchange = exchange
        self.cases = book.cases(of: exchange)
        guard let bytes else {
            self.comment = Self.heading
            return
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let top = lines.prefix { $0.isEmpty || $0.hasPrefix("#") }
        if let place = lines[top.count...].firstIndex(where: { $0.contains("#") }) {
            let what = "move it above the first key, for this command writes the file anew"
            throw Problem(
                .configuration,
                "\(exchange).yaml has a comment that would be lost.",
                items: [.init(code: "case", location: "\(exchange).yaml:\(place + 1)", detail: what)]
            )
        }
        let last = top.lastIndex { !$0.isEmpty }
        self.comment = last.map { top[...$0].joined(separator: "\n") } ?? ""
    }

    /// A case.
    ///
    /// - Throws: `not-found`.
    package func `case`(_ id: String) throws(Problem) -> CaseBook.Case {
        guard let found = self.cases.first(where: { $0.table.id == id }) else {
            let hint = Spelling.hint(for: id, among: self.cases.map(\.table.id))
            throw Problem(.notFound, "\(self.exchange) has no case “\(id)”\(hint)")
        }
        return found
    }

    /// Opens a case, led by a mailbox.
    ///
    /// - Throws: `case.state` where there is one of that name, open or closed: the papers of two cases must never mix.
    package mutating func open(_ id: String, chair: MailboxName, on day: CalendarDate) throws(Problem) {
        if self.cases.contains(where: { $0.table.id == id }) {
            throw Problem(.caseState, "\(self.exchange) has a case “\(id)” already; a name is used once.")
        }
        let seat = CaseTable.Member(mailbox: chair, basis: CaseBook.chairBasis, from: day, until: nil)
        self.cases.append(.init(chair: chair, table: CaseTable(id: id, opened: day, members: [seat])))
    }

    /// Gives a mailbox a seat, from a first day to a last.
    ///
    /// - Throws: `not-found`; `case.state` where the case is closed by then, or the mailbox has a seat at the time.
    package mutating func invite(_ seat: CaseTable.Member, to id: String) throws(Problem) {
        let found = try self.case(id)
        if seat.mailbox == found.chair {
            throw Problem(.caseState, "\(seat.mailbox) leads the case, and has its seat as long as that is open.")
        }
        guard let until = seat.until, seat.from <= until else {
            throw Problem(.caseState, "A seat ends, and not before it begins.")
        }
        if seat.from < found.table.opened {
            throw Problem(.caseState, "The case is opened on \(found.table.opened), and the seat begins before.")
        }
        if let closed = found.table.closed, closed <= until {
            throw Problem(.caseState, "The case closes on \(closed), and the seat would end after.")
        }
        for other in found.table.members where other.mailbox == seat.mailbox {
            let last = other.until.map { "\($0)" } ?? "the end"
            if other.from <= until, seat.from <= other.until ?? until {
                throw Problem(
                    .caseState,
                    "\(seat.mailbox) has a seat from \(other.from) until \(last); end that first."
                )
            }
        }
        self.replace(found, members: found.table.members + [seat])
    }

    /// Ends the seat that a mailbox has on a day or later: that day is its last; a seat that would begin later is taken back.
    ///
    /// - Throws: `not-found` where there is no such case; `case.state` where there is no such seat.
    package mutating func end(_ mailbox: MailboxName, of id: String, on day: CalendarDate) throws(Problem) {
        let found = try self.case(id)
        if mailbox == found.chair {
            throw Problem(.caseState, "\(mailbox) leads the case; close the case instead.")
        }
        let members = found.table.members.compactMap { seat -> CaseTable.Member? in
            guard seat.mailbox == mailbox, seat.until.map({ day < $0 }) ?? true else { return seat }
            if day < seat.from { return nil }
            return .init(mailbox: mailbox, basis: seat.basis, from: seat.from, until: day)
        }
        if members == found.table.members {
            throw Problem(.caseState, "\(mailbox) has no seat in \(id) that would last longer than \(day).")
        }
        self.replace(found, members: members)
    }

    /// Closes a case: from that day on nothing is sent in it, and every seat has ended the day before.
    ///
    /// - Throws: `not-found`; `case.state` where it is closed, or opens later.
    package mutating func close(_ id: String, on day: CalendarDate) throws(Problem) {
        let found = try self.case(id)
        if let closed = found.table.closed {
            throw Problem(.caseState, "The case was closed already: on \(closed).")
        }
        if day < found.table.opened {
            throw Problem(.caseState, "The case is opened on \(found.table.opened), and would close before.")
        }
        self.replace(found, members: found.table.members, closed: day)
    }

    /// Notes that a mailbox took a measure in a case.
    ///
    /// - Throws: `not-found` where there is no such case; `case.state` where it is noted already.
    package mutating func measure(_ mailbox: MailboxName, in id: String) throws(Problem) {
        let found = try self.case(id)
        if found.table.measuresBy.contains(mailbox) {
            throw Problem(.caseState, "It is noted already that \(mailbox) took a measure in \(id).")
        }
        let measures = (found.table.measuresBy + [mailbox]).sorted()
        self.replace(found, members: found.table.members, closed: found.table.closed, measures: measures)
    }

    private mutating func replace(
        _ old: CaseBook.Case,
        members: [CaseTable.Member],
        closed: CalendarDate? = nil,
        measures: [MailboxName]? = nil
    ) {
        let table = CaseTable(
            id: old.table.id,
            opened: old.table.opened,
            closed: closed ?? old.table.closed,
            members: members,
            measuresBy: measures ?? old.table.measuresBy
        )
        self.cases = self.cases.map { $0 == old ? .init(chair: old.chair, table: table) : $0 }
    }

    // MARK: - Writing

    /// The file.
    package var text: String {
        var lines = [self.comment, "", "exchange: \(self.exchange)", "cases:"]
        for found in self.cases.sorted(by: { $0.table.id < $1.table.id }) {
            let table = found.table
            lines += ["  - case: \(Self.quoted(table.id))", "    chair: \(found.chair)", "    opened: \(table.opened)"]
            if let closed = table.closed { lines.append("    closed: \(closed)") }
            // The seat of the chair follows from what is above.
            let seats = table.members.dropFirst()
            if !seats.isEmpty { lines.append("    members:") }
            for seat in seats {
                let until = seat.until.map { ", until: \($0)" } ?? ""
                lines.append("      - { mailbox: \(seat.mailbox), basis: \(seat.basis), from: \(seat.from)\(until) }")
            }
            let measures = table.measuresBy.map { "\($0)" }.joined(separator: ", ")
            if !measures.isEmpty { lines.append("    measuresBy: [\(measures)]") }
        }
        return lines.drop { $0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// A name as YAML has it: in quotes, so that none of its characters means anything.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        if isPlain, !text.hasPrefix("-") { return text }
        return "'\(text.replacing("'", with: "''"))'"
    }
}
