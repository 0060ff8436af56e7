// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelPolicy

@Suite("Who may send what to whom")
struct SendingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let isIntelligence: Bool
        let changes: [String: JSONValue?]
        let reason: ReasonCode?

        init(_ what: String, intelligence: Bool = false, _ changes: [String: JSONValue?], _ reason: ReasonCode?) {
            self.what = what
            self.isIntelligence = intelligence
            self.changes = changes
            self.reason = reason
        }

        var testDescription: String { self.what }

        func header() throws -> MessageHeader {
            try self.isIntelligence ? Shipped.intelligence(self.changes) : Shipped.report(self.changes)
        }
    }

    static func to(_ names: String...) -> JSONValue? { .array(names.map(Shipped.address)) }

    static let reports: [Row] = [
        Row("aivd/ct to om/lovj", [:], nil),
        Row(
            "mivd/ct to ind/rwn, which is cleared for less",
            [
                "from": Shipped.address("mivd/ct"), "to": to("ind/rwn"), "purpose": "nederlanderschap",
                "legalBasis": "wiv2017-art62", "classification": "stg-confidentieel",
            ],
            .aboveClearance
        ),
        Row("on the basis of another purpose", ["legalBasis": "wiv2017-art62"], .basisNotAllowed),
        Row(
            "to om/parket, which receives by forward only",
            ["to": to("om/parket"), "classification": "ongerubriceerd"],
            .routeNotAllowed
        ),
        Row("above the ceiling for om/lovj", ["classification": "stg-confidentieel"], .aboveCeiling),
        Row(
            "with its source",
            [
                "to": to("rvdk/landelijk"), "purpose": "bescherming-van-het-kind", "legalBasis": "wiv2017-art62",
                "details": Shipped.details(["sourceIncluded": true]),
            ],
            .sourcePresent
        ),
        Row(
            "about two subjects",
            [
                "to": to("ind/nv"), "purpose": "verblijfsrecht", "legalBasis": "wiv2017-art62",
                "details": Shipped.details(["subjects": 2]),
            ],
            .subjectsMoreThanOne
        ),
        Row("to two addressees", ["to": to("om/lovj", "ind/nv")], .routeNotAllowed),
        Row("with a purpose that the exchange does not have", ["purpose": "reclame"], .purposeNotAllowed),
        Row("in an exchange that does not exist", ["exchange": "bestaat-niet"], .notMember),
        Row("of a kind that the exchange does not have", ["kind": "advies"], .kindNotAllowed),
        Row("from a receiver", ["from": Shipped.address("om/lovj"), "to": to("ind/nv")], .kindNotAllowed),
        Row(
            "from a mailbox under another's number",
            ["from": ["oin": "00000099000000002000", "mailbox": "aivd/ct"]],
            .mailboxUnknown
        ),
        Row(
            "without the day on which the papers were seen",
            ["details": Shipped.details(["underlyingSeen": nil])],
            .fieldRequired
        ),
        Row("without an evaluation", ["details": Shipped.details(["evaluation": nil])], .fieldRequired),
        Row(
            "with a field that the kind does not have",
            ["details": Shipped.details(["urgency": "hoog"])],
            .fieldForbidden
        ),
        Row("with a date that is none", ["details": Shipped.details(["underlyingSeen": "gisteren"])], .fieldValue),
        Row("without a word on subjects", ["details": Shipped.details(["subjects": nil])], .fieldRequired),
        Row(
            "a question back, from om/lovj to aivd/ct",
            [
                "kind": "verzoek", "from": Shipped.address("om/lovj"), "to": to("aivd/ct"), "legalBasis": "avg-art6-1e",
                "details": ["subjects": 1],
            ],
            nil
        ),
    ]

    static let intelligence: [Row] = [
        Row("aivd/ct to nctv/analyse, secret", intelligence: true, ["classification": "stg-geheim"], nil),
        Row(
            "to politie/cter above its clearance",
            intelligence: true,
            ["to": to("politie/cter"), "classification": "stg-geheim"],
            .aboveClearance
        ),
        Row(
            "mivd/ct to om/lovj as evidence",
            intelligence: true,
            ["from": Shipped.address("mivd/ct"), "to": to("om/lovj"), "purpose": "opsporing-en-vervolging"],
            .purposeNotAllowed
        ),
        Row(
            "without the marking geen-bewijs",
            intelligence: true,
            ["to": to("kmar/ct"), "purpose": "waarnemen-van-de-taak", "markings": ["originator-control"]],
            .markingRequired
        ),
        Row("to a bank", intelligence: true, ["to": to("bank-a/tf"), "classification": "ongerubriceerd"], .notMember),
        Row(
            "from a receiver",
            intelligence: true,
            ["from": Shipped.address("nctv/analyse"), "to": to("mivd/ct")],
            .kindNotAllowed
        ),
        Row("without a term of review", intelligence: true, ["reviewBy": nil], .termRequired),
        Row("with a review in two years", intelligence: true, ["reviewBy": .string(Shipped.day(730))], .termTooLong),
        Row("with a review in the past", intelligence: true, ["reviewBy": .string(Shipped.day(-1))], .termLapsed),
        Row("to several receivers", intelligence: true, ["to": to("nctv/analyse", "bz/ct")], nil),
    ]

    @Test("The first reason is the one of the practice", arguments: reports + intelligence)
    func decides(_ row: Row) throws {
        let decision = try Shipped.engine().decide(.send, row.header(), Facts(asOf: Shipped.now))
        #expect(decision.reasons.first == row.reason)
        #expect(decision.isAllowed == (row.reason == nil))
    }

    @Test("Above what the installation is accredited for nothing goes")
    func accreditation() throws {
        let engine = try Shipped.engine(ceiling: .departementaalVertrouwelijk)
        let decision = try engine.decide(.send, Shipped.intelligence(), Facts(asOf: Shipped.now))
        #expect(decision.reasons == [.aboveCeiling])
    }

    @Test("An ambtsbericht is delivered once two persons have signed", arguments: [(1, false), (2, true)])
    func release(_ persons: Int, _ isAllowed: Bool) throws {
        let facts = Facts(asOf: Shipped.now, release: persons)
        let decision = try Shipped.engine().decide(.deliver, Shipped.report(), facts)
        #expect(decision.isAllowed == isAllowed)
        #expect(decision.reasons == (isAllowed ? [] : [.releaseRequired]))
    }

    @Test("An answer needs the very message that was delivered to the one who answers")
    func answers() throws {
        let engine = try Shipped.engine()
        let answer = try Shipped.intelligence([
            "kind": "afnemersreactie", "from": Shipped.address("nctv/analyse"), "to": Self.to("aivd/ct"),
            "legalBasis": "avg-art6-1e", "inReplyTo": [["kenmerk": "AIVD-1", "date": .string(Shipped.day(0))]],
        ])
        let nctv = try #require(MailboxName("nctv/analyse"))
        let report = try Shipped.intelligence()
        let matched = AnsweredMessage(header: report, deliveredTo: [nctv], isWithdrawn: false)
        let elsewhere = AnsweredMessage(header: report, deliveredTo: [], isWithdrawn: false)
        let withdrawn = AnsweredMessage(header: report, deliveredTo: [nctv], isWithdrawn: true)
        func reasons(_ answered: AnsweredMessage?) -> [ReasonCode] {
            engine.decide(.send, answer, Facts(asOf: Shipped.now, inReplyTo: [answered])).reasons
        }
        #expect(reasons(matched) == [])
        for other in [nil, elsewhere, withdrawn] { #expect(reasons(other) == [.replyUnmatched]) }
        let toBoth = try Shipped.intelligence([
            "kind": "afnemersreactie", "from": Shipped.address("nctv/analyse"), "to": Self.to("aivd/ct", "mivd/ct"),
            "legalBasis": "avg-art6-1e", "inReplyTo": [["kenmerk": "AIVD-1", "date": .string(Shipped.day(0))]],
        ])
        let both = engine.decide(.send, toBoth, Facts(asOf: Shipped.now, inReplyTo: [matched]))
        #expect(both.reasons == [.replyUnmatched], "mivd/ct sent nothing that this answers")
        let uncited = try Shipped.intelligence([
            "kind": "afnemersreactie", "from": Shipped.address("nctv/analyse"), "to": Self.to("aivd/ct"),
            "legalBasis": "avg-art6-1e",
        ])
        #expect(engine.decide(.send, uncited, Facts(asOf: Shipped.now)).reasons == [.replyRequired])
    }

    @Test("Leaving a field of details out never turns a refusal into leave", arguments: reports + intelligence)
    func leavingOut(_ row: Row) throws {
        guard row.reason != nil else { return }
        let header = try row.header()
        for left in header.details.indices {
            var details = header.details
            details.remove(at: left)
            var changes = row.changes
            changes["details"] = .object(details)
            let without = try row.isIntelligence ? Shipped.intelligence(changes) : Shipped.report(changes)
            let isAllowed = try Shipped.engine().decide(.send, without, Facts(asOf: Shipped.now)).isAllowed
            // Taking out what was forbidden is the remedy, not a leak.
            let isRemedy = ["urgency", "sourceIncluded"].contains(header.details[left].key)
            #expect(!isAllowed || isRemedy)
        }
    }
}
