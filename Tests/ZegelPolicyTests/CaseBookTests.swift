// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Cases")
struct CaseBookTests {
    private static let text = """
        exchange: casusoverleg
        cases:
          - case: DH-17
            chair: gemeente-den-haag/casus
            opened: 2026-05-01
            closed: 2027-01-31
            members:
              - { mailbox: politie/cter, basis: wpg-art20, from: 2026-05-01, until: 2026-12-31 }
              - { mailbox: dji/mar, basis: avg-art6-1e, from: 2026-05-01, until: 2026-06-30 }
              - { mailbox: dji/mar, basis: avg-art6-1e, from: 2026-09-01, until: 2026-10-31 }
            measuresBy: [politie/cter]
        """

    private static func book(_ text: String, _ name: String = "casusoverleg.yaml") throws -> CaseBook {
        try CaseBook(PolicySource(files: [(name, Array(text.utf8))]), for: try TestPolicy.engine().policy)
    }

    @Test("A seat has its first and its last day; the chair has one as long as the case is open")
    func seats() throws {
        let book = try Self.book(Self.text)
        let found = try #require(book.case("DH-17", of: "casusoverleg"))
        #expect(found.chair.description == "gemeente-den-haag/casus")
        #expect(found.table.measuresBy.map(\.description) == ["politie/cter"])
        func objection(_ name: String, _ day: String) throws -> ReasonCode? {
            found.table.objection(to: try #require(MailboxName(name)), on: try #require(CalendarDate(day)))
        }
        #expect(try objection("gemeente-den-haag/casus", "2030-01-01") == nil)
        #expect(try objection("politie/cter", "2026-12-31") == nil)
        #expect(try objection("politie/cter", "2027-01-01") == .caseMembershipLapsed)
        #expect(try objection("dji/mar", "2026-07-01") == .caseMembershipLapsed)
        #expect(try objection("dji/mar", "2026-09-01") == nil)
        #expect(try objection("politie/cter", "2026-04-30") == .caseNotMember)
        #expect(try objection("om/parket", "2026-06-01") == .caseNotMember)
        #expect(book.case("DH-18", of: "casusoverleg") == nil)
        #expect(book.case("DH-17", of: "laov") == nil)
        #expect(CaseTable(found.table.json) == found.table)
    }

    struct Bad: Sendable {
        let old: String
        let new: String
        let message: String
    }

    @Test(
        "Refuses what does not hold together, with the line",
        arguments: [
            Bad(
                old: "exchange: casusoverleg",
                new: "exchange: casusoverlg",
                message: "1: exchange must be one of this policy; did you mean casusoverleg?"
            ),
            Bad(old: "opened: 2026-05-01", new: "opened: 2026-02-30", message: "5: opened must be a day as 2026-01-01"),
            Bad(old: "closed: 2027-01-31", new: "closed: 2026-01-31", message: "3: closed lies before opened"),
            Bad(
                old: "chair: gemeente",
                new: "chiar: gemeente",
                message: "3: chair is missing: the mailbox that leads the case"
            ),
            Bad(
                old: "mailbox: politie/cter",
                new: "mailbox: politie/ctr",
                message: "8: “politie/ctr” is no member of casusoverleg; did you mean politie/cter?"
            ),
            Bad(
                old: "mailbox: politie/cter",
                new: "mailbox: bank-a/tf",
                message: "8: “bank-a/tf” is no member of casusoverleg"
            ),
            Bad(old: "basis: wpg-art20, ", new: "", message: "8: basis is missing: the name of a legal basis"),
            Bad(old: ", until: 2026-12-31", new: "", message: "8: until is missing: a day as 2026-12-31"),
            Bad(old: "until: 2026-06-30", new: "until: 2026-04-30", message: "9: until lies before from"),
            Bad(
                old: "until: 2026-06-30",
                new: "until: 2026-09-30",
                message: "3: dji/mar sits at the table twice at the same time"
            ),
            Bad(
                old: "measuresBy: [politie",
                new: "measuresBy: [pilotie",
                message: "11: “pilotie/cter” is no member of casusoverleg; did you mean politie/cter?"
            ),
            Bad(
                old: "    members:\n",
                new: "    mebmers: []\n    members:\n",
                message: "7: unknown key mebmers; did you mean members?"
            ),
        ]
    )
    func refuses(_ bad: Bad) throws {
        let text = Self.text.replacing(bad.old, with: bad.new)
        #expect(text != Self.text)
        let error = #expect(throws: YAMLFaults.self) { try Self.book(text) }
        let faults = try #require(error).faults.map { "\($0.line): \($0.message)" }
        #expect(faults.contains(bad.message), "\(faults)")
    }

    @Test("Refuses a case twice, and a file under another name")
    func twice() throws {
        let again = Self.text + "\n  - { case: DH-17, chair: gemeente-den-haag/casus, opened: 2026-05-01 }\n"
        let error = #expect(throws: YAMLFaults.self) { try Self.book(again, "laov.yaml") }
        #expect(
            try #require(error).faults.map { "\($0.line): \($0.message)" } == [
                "1: the cases of casusoverleg stand in casusoverleg.yaml",
                "12: the case DH-17 stands twice; it stands first at line 3",
            ]
        )
    }
}
