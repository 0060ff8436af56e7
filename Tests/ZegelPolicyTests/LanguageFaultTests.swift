// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Faults of the language")
struct LanguageFaultTests {
    /// Lines in the kind `antwoord` (or elsewhere) and the fault that must be told at the line of a part of them.
    struct Bad: Sendable, CustomTestStringConvertible {
        var kind = ""
        var exchange = ""
        /// What stands on the line of the fault.
        let at: String
        let message: String

        var testDescription: String { self.message }

        init(_ kind: String, at: String, _ message: String) {
            self.kind = kind
            self.at = at
            self.message = message
        }

        init(exchange: String, at: String, _ message: String) {
            self.exchange = exchange
            self.at = at
            self.message = message
        }
    }

    private static func when(_ condition: String) -> String {
        "    forbids:\n      - reason: field.value\n        when: \(condition)"
    }

    static let corpus: [Bad] = [
        Bad(when("{}"), at: "when:", "a condition says what is looked at"),
        Bad(when("purpose"), at: "when:", "a condition says what is looked at"),
        Bad(when("{ purpsoe: proef }"), at: "when:", "no condition can be about purpsoe; did you mean purpose?"),
        Bad(when("{ purpose: prof }"), at: "when:", "“prof” is nothing that purpose could hold; did you mean proef?"),
        Bad(when("{ details.sort: a }"), at: "when:", "sort is not declared in details; did you mean soort?"),
        Bad(when("{ details.soort: c }"), at: "when:", "“c” is nothing that details could hold"),
        Bad(when("{ details: a }"), at: "when:", "details is followed by a key, as details.subjects"),
        Bad(when("{ purpose.x: a }"), at: "when:", "purpose has no fields of its own"),
        Bad(when("{ details.dag: 2026-01-01 }"), at: "when:", "ask earliest, latest, sameAs, present of it"),
        Bad(when("{ details.dag: { latest: tomorrow } }"), at: "when:", "latest must be today, in 3 months"),
        Bad(when("{ details.dag: { latest: 02-29 } }"), at: "when:", "latest must be today, in 3 months"),
        Bad(when("{ details.aantal: { atLeast: five } }"), at: "when:", "atLeast must be an integer"),
        Bad(when("{ details.aantal: 05 }"), at: "when:", "“05” is nothing that details could hold"),
        Bad(when("{ details.aantal: { has: [1] } }"), at: "when:", "“has” cannot be asked of it; is, atLeast"),
        Bad(when("{ details.vlag: yes }"), at: "when:", "“yes” is nothing that details could hold"),
        Bad(when("{ details.vlag: { present: yes } }"), at: "when:", "present is true or false"),
        Bad(when("{ details.delen: x }"), at: "when:", "ask has, lacks, subsetOf, present of it"),
        Bad(when("{ details.delen: { has: [q] } }"), at: "when:", "“q” is nothing that details could hold"),
        Bad(when("{ details.delen: { subsetOf: markings.x } }"), at: "when:", "markings has no fields of its own"),
        Bad(when("{ details.delen: { subsetOf: details.dag } }"), at: "when:", "holds something of another type"),
        Bad(when("{ classification: { atLeast: geheim } }"), at: "when:", "atLeast must be a level"),
        Bad(when("{ markings: { has: [geen-bewjis] } }"), at: "when:", "did you mean geen-bewijs?"),
        Bad(when("{ cited.kind: vraag }"), at: "when:", "cited can be looked at only under where of cites"),
        Bad(when("{ original.kind: vraag }"), at: "when:", "original can be looked at only under onward"),
        Bad(when("{ cites: [vraagje] }"), at: "when:", "“vraagje” is no kind of this exchange; did you mean vraag?"),
        Bad(when("{ cites: [elders/vraag] }"), at: "when:", "“elders/vraag” is no kind of this exchange"),
        Bad(when("{ all: [] }"), at: "when:", "all and any have a list of conditions"),
        Bad(when("{ any: { purpose: proef } }"), at: "when:", "all and any have a list of conditions"),
        Bad(when("{ not: [] }"), at: "when:", "a condition says what is looked at"),
        Bad(when("{ someTo: [recievers] }"), at: "when:", "“recievers” is neither a role of this exchange"),
        Bad(when("{ someTo: [region:mars] }"), at: "when:", "“region:mars” is neither a role of this exchange"),
        Bad("    forbids:\n      - { reason: field.value }", at: "- { reason", "a forbid has when, unless, or both"),
        Bad("    forbids:\n      - { when: { from: [any] } }", at: "- { when", "reason is missing: a reason"),
        Bad(
            "    forbids:\n      - { unless: { from: [any] }, reason: no }",
            at: "- { unless",
            "reason must be a reason"
        ),
        Bad(
            "    release:\n      - { persons: 2, when: { cites: [vraag] } }",
            at: "- { persons",
            "only forbids can look at what is cited"
        ),
        Bad("    release:\n      - { persons: 3 }", at: "- { persons", "persons must be 1 or 2"),
        Bad("    cites:\n      - { number: one }", at: "- { number", "say with one of answers, follows, received"),
        Bad("    cites:\n      - { answers: vraag }", at: "- { answers", "answers must be a list of kinds"),
        Bad(
            "    cites:\n      - { answers: [vraag], where: { cited.details.srt: a } }",
            at: "- { answers",
            "srt is not declared in details"
        ),
        Bad(
            "    cites:\n      - { answers: [vraag], fromEach: [om/lovjj] }",
            at: "- { answers",
            "did you mean om/lovj?"
        ),
        Bad("    case: maybe", at: "case: maybe", "case must be required, forbidden, none"),
        Bad("    case: { measures: [any] }", at: "case: {", "table is missing"),
        Bad("    fields:\n      case: { forbidden: [any] }", at: "case: {", "case is a key of the kind"),
        Bad("    fields:\n      subject: { within: 1 year }", at: "subject: {", "subject is no term"),
        Bad("    fields:\n      reviewBy: { within: 1 jaar }", at: "reviewBy", "within must be a time as 6 months"),
        Bad("    list: newest", at: "list: newest", "list must be versioned or subscribed"),
        Bad("    reaches: all", at: "reaches: all", "reaches must be told"),
        Bad("    limits: {}", at: "limits: {}", "liftedBy is missing"),
        Bad("    limits: { liftedBy: [herstel] }", at: "limits", "“herstel” is no kind of this exchange"),
        Bad("    subjects: many", at: "subjects: many", "subjects must be a number from 0 to 1000, or any"),
        Bad("    details:\n      x: { type: boolean, allowed: [yes] }", at: "x: {", "“yes” is none of its values"),
        Bad("    details:\n      x: { type: date, allowed: [a] }", at: "x: {", "unknown key allowed"),
        Bad("    details:\n      subjects: { type: integer }", at: "subjects: {", "cannot be a key of details"),
        Bad(
            exchange: "onward:\n  permits:\n    - { from: [any], to: [any], consent: needed }",
            at: "- { from: [any]",
            "purpose is missing"
        ),
        Bad(
            exchange: "onward:\n  forbids:\n    - { when: { original.details.soort: d } }",
            at: "- { when",
            "“d” is nothing that details could hold"
        ),
        Bad(
            exchange: "retention:\n  - { term: 1 year, from: end, then: vernietigen }",
            at: "- { term",
            "from must be delivery"
        ),
        Bad(exchange: "every_: {}", at: "every_", "unknown key every_; did you mean every?"),
    ]

    @Test("Are told with their line, and with what was perhaps meant", arguments: corpus)
    func fault(_ bad: Bad) throws {
        let policy = SmallPolicy(kind: bad.kind, exchange: bad.exchange)
        let faults = try policy.faults()
        let line = try policy.line(of: bad.at)
        #expect(faults.contains { $0.hasPrefix("\(line): ") && $0.contains(bad.message) }, "\(line): \(faults)")
    }

    @Test("A fault under every is told once, not once for each kind")
    func once() throws {
        let policy = SmallPolicy(details: "    x: { type: number }")
        #expect(try policy.faults().count == 1)
    }

    @Test(
        "Markings that imply themselves or their opposite make no lattice",
        arguments: [
            ("  a: { effect: restricts, implies: [b] }\n  b: { effect: restricts, implies: [a] }", "a implies itself"),
            ("  a: { effect: restricts, implies: [b] }\n  b: { effect: releases }", "has the other effect"),
            ("  a: { effect: restricts, implies: [geen-bewjis] }", "did you mean geen-bewijs?"),
        ]
    )
    func lattice(_ markings: String, _ message: String) throws {
        let text = try TestPolicy.text("classifications.yaml").replacing(
            "markings:\n",
            with: "markings:\n\(markings)\n"
        )
        let source = try TestPolicy.source("classifications.yaml", text)
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(source) }
        #expect(try #require(error).faults.contains { $0.message.contains(message) && $0.line > 8 })
    }
}
