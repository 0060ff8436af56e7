// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("What the language says")
struct LanguageTests {
    /// A header, and whether a condition makes a forbid hold and lets a permit stand.
    struct Case: Sendable, CustomTestStringConvertible {
        let condition: String
        let changes: [String: JSONValue?]
        /// Whether it holds; `nil` where it cannot be evaluated.
        let holds: Bool?

        init(_ condition: String, _ changes: [String: JSONValue?], _ holds: Bool?) {
            self.condition = condition
            self.changes = changes
            self.holds = holds
        }

        var testDescription: String { "\(self.condition) of \(self.changes)" }
    }

    static let cases: [Case] = [
        Case("{ details.soort: a }", ["details.soort": "a"], true),
        Case("{ details.soort: a }", ["details.soort": "b"], false),
        Case("{ details.soort: a }", [:], nil), Case("{ not: { details.soort: a } }", [:], nil),
        Case("{ details.soort: a }", ["details.soort": 1], nil),
        Case("{ details.soort: { present: true } }", [:], false),
        Case("{ details.soort: { present: false } }", [:], true),
        Case("{ details.soort: { present: true, is: a } }", [:], false),
        Case("{ any: [{ details.soort: a }, { purpose: proef }] }", [:], true),
        Case("{ all: [{ details.soort: a }, { purpose: proef }] }", [:], nil),
        Case("{ all: [{ details.soort: a }, { not: { purpose: proef } }] }", [:], false),
        Case("{ details.aantal: { atLeast: 5 } }", ["details.aantal": 5], true),
        Case("{ details.aantal: { atLeast: 5 } }", ["details.aantal": 4], false),
        Case("{ details.aantal: { atMost: 5 } }", ["details.aantal": 6], false),
        Case("{ details.aantal: [3, 4] }", ["details.aantal": 4], true),
        Case("{ details.aantal: { atMost: 5 } }", ["details.aantal": "5"], nil),
        Case("{ details.dag: { latest: 6 months ago } }", ["details.dag": "2026-05-20"], true),
        Case("{ details.dag: { latest: 6 months ago } }", ["details.dag": "2026-05-21"], false),
        Case("{ details.dag: { earliest: in 3 months } }", ["details.dag": "2027-02-20"], true),
        Case("{ details.dag: { earliest: in 3 months } }", ["details.dag": "2027-02-19"], false),
        Case("{ details.dag: { earliest: 2026-01-01, latest: 2026-12-31 } }", ["details.dag": "2027-01-01"], false),
        Case("{ details.dag: { earliest: today } }", ["details.dag": "gisteren"], nil),
        Case("{ asOf: { latest: 11-20 } }", [:], true), Case("{ asOf: { latest: 11-19 } }", [:], false),
        Case("{ details.vlag: true }", ["details.vlag": true], true),
        Case("{ details.vlag: true }", ["details.vlag": "true"], nil),
        Case("{ details.delen: { has: [x, y] } }", ["details.delen": ["x", "y", "z"]], true),
        Case("{ details.delen: { has: [x, y] } }", ["details.delen": ["x", "z"]], false),
        Case("{ details.delen: { lacks: [x] } }", ["details.delen": ["y"]], true),
        Case("{ details.delen: { lacks: [x] } }", ["details.delen": []], nil),
        Case("{ markings: { lacks: [geen-bewijs] } }", [:], true),
        Case("{ markings: { has: [geen-bewijs] } }", ["markings": ["geen-bewijs"]], true),
        Case("{ markings: { lacks: [geen-bewijs] } }", ["markings": "geen-bewijs"], nil),
        Case("{ classification: { atMost: departementaal-vertrouwelijk } }", [:], true),
        Case("{ classification: stg-geheim }", [:], false), Case("{ subject: { present: true } }", [:], false),
        Case("{ onBehalfOf: { present: true } }", ["onBehalfOf": "de minister"], true),
        Case("{ documents: { atLeast: 1 } }", ["documents": 1], true), Case("{ addressees: 1 }", [:], true),
        Case("{ details.subjects: 1 }", [:], true), Case("{ reviewBy: { earliest: today } }", [:], nil),
        Case("{ respondBy: { latest: in 1 hour } }", ["respondBy": "2026-11-20T13:00:00Z"], true),
        Case("{ respondBy: { latest: in 1 hour } }", ["respondBy": "2026-11-20T13:00:01Z"], false),
        Case("{ from: [provider] }", [:], true), Case("{ from: [kind:bank] }", [:], false),
        Case("{ someTo: [om/lovj] }", [:], true), Case("{ everyTo: [region:other] }", [:], false),
        Case(
            "{ everyTo: [om/lovj] }",
            ["to": [Shipped.address("om/lovj"), Shipped.address("ind/nv")]],
            false
        ),
        Case("{ someTo: [om/lovj] }", ["to": [Shipped.address("om/lovj"), Shipped.address("ind/nv")]], true),
        Case("{ details.soort: { sameAs: purpose } }", ["details.soort": "a"], false),
    ]

    @Test("A forbid that cannot be evaluated forbids, and a permit that cannot be does not permit", arguments: cases)
    func truth(_ test: Case) throws {
        var forbids = SmallPolicy()
        forbids.kind = "    forbids:\n      - { when: \(test.condition), reason: offence.below-threshold }"
        #expect(try forbids.reasons(test.changes).contains(.offenceBelowThreshold) == (test.holds != false))
        var unless = SmallPolicy()
        unless.kind = "    forbids:\n      - { unless: \(test.condition), reason: offence.below-threshold }"
        #expect(try unless.reasons(test.changes).contains(.offenceBelowThreshold) == (test.holds != true))
        var permits = SmallPolicy()
        permits.purposes = "  - { purpose: proef, bases: [wpg-art16], when: \(test.condition) }\n"
        #expect(try permits.reasons(test.changes).contains(.basisNotAllowed) == (test.holds != true))
    }

    @Test("As it stands, the small policy allows")
    func base() throws {
        #expect(try SmallPolicy().reasons() == [])
    }

    // MARK: - Cases

    private static func table(_ changes: (inout [String: JSONValue]) -> Void) -> JSONValue {
        var table: [String: JSONValue] = [
            "id": "DH-17", "opened": "2026-05-01",
            "members": .array(
                ["aivd/ct", "om/lovj"].map {
                    ["mailbox": .string($0), "basis": "covenant", "from": "2026-05-01", "until": "2026-11-20"]
                }
            ),
        ]
        changes(&table)
        return .object(table.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
    }

    struct Table: Sendable {
        let changes: @Sendable (inout [String: JSONValue]) -> Void
        let reasons: [ReasonCode]
    }

    @Test(
        "A case is open, and its parties sit at its table",
        arguments: [
            Table(changes: { _ in }, reasons: []),
            Table(changes: { $0["id"] = "DH-18" }, reasons: [.caseNotMember]),
            Table(changes: { $0["opened"] = "2026-11-21" }, reasons: [.caseNotMember]),
            Table(changes: { $0["closed"] = "2026-11-20" }, reasons: [.caseClosed]),
            Table(changes: { $0["closed"] = "2026-11-21T00:00:00Z" }, reasons: []),
            Table(changes: { $0["members"] = [] }, reasons: [.caseNotMember]),
            Table(changes: { $0["members"] = "all" }, reasons: [.caseNotMember]),
            Table(
                changes: { table in
                    table["members"] = [
                        ["mailbox": "aivd/ct", "basis": "covenant", "from": "2026-05-01"],
                        ["mailbox": "om/lovj", "basis": "covenant", "from": "2026-05-01", "until": "2026-11-19"],
                    ]
                },
                reasons: [.caseMembershipLapsed]
            ),
            Table(
                changes: { table in
                    table["members"] = [
                        ["mailbox": "aivd/ct", "basis": "covenant", "from": "2026-05-01"],
                        ["mailbox": "om/lovj", "basis": "covenant", "from": "2026-11-21"],
                    ]
                },
                reasons: [.caseNotMember]
            ),
        ]
    )
    func seats(_ test: Table) throws {
        let policy = SmallPolicy(kind: "    case: required")
        let json: JSONValue = ["asOf": .string("\(TestPolicy.asOf)"), "case": Self.table(test.changes)]
        let facts = try #require(Facts(json))
        #expect(try policy.reasons(["case": "DH-17"], facts) == test.reasons)
        #expect(try policy.reasons([:], facts) == [.caseRequired])
        #expect(try SmallPolicy(kind: "    case: forbidden").reasons(["case": "DH-17"], facts) == [.fieldForbidden])
    }

    // MARK: - Lists, reach, and codes

    @Test(
        "The next version of a list goes to who subscribes",
        arguments: [
            (["name": "l", "version": 3], []), (["name": "l", "version": 4], [.listVersionGap]),
            (["name": "m", "version": 3], [.listVersionGap]), (["name": "l", "version": 3, "replaces": 2], []),
            (["name": "l", "version": 3, "replaces": 1], [.listVersionGap]),
        ] as [(JSONValue, [ReasonCode])]
    )
    func lists(_ list: JSONValue, _ reasons: [ReasonCode]) throws {
        let lovj = try #require(MailboxName("om/lovj"))
        let facts = Facts(asOf: TestPolicy.asOf, list: ListState(name: "l", lastVersion: 2, subscribers: [lovj]))
        #expect(try SmallPolicy(kind: "    list: subscribed").reasons(["details.list": list], facts) == reasons)
        let none = Facts(asOf: TestPolicy.asOf, list: ListState(name: "l", lastVersion: 2, subscribers: []))
        #expect(
            try SmallPolicy(kind: "    list: subscribed").reasons(["details.list": list], none)
                == [.listNotSubscriber] + reasons
        )
        #expect(
            try SmallPolicy(kind: "    list: subscribed").reasons(["details.list": list])
                == [.listNotSubscriber, .listVersionGap]
        )
    }

    @Test("What lifts reaches all who were told, and who they are must be known")
    func reach() throws {
        let policy = SmallPolicy(kind: "    reaches: told")
        func told(_ names: [String]?) -> Facts {
            Facts(asOf: TestPolicy.asOf, told: names?.compactMap { MailboxName($0) })
        }
        #expect(try policy.reasons([:], told(["om/lovj"])) == [])
        #expect(try policy.reasons([:], told([])) == [])
        #expect(try policy.reasons([:], told(["om/lovj", "ind/nv"])) == [.fieldValue])
        #expect(try policy.reasons([:], told(nil)) == [.fieldValue])
    }

    @Test("A count of the day that is not known, or too high, forbids")
    func rate() throws {
        let policy = SmallPolicy(
            kind: "    forbids:\n      - { when: { queriesToday: { atLeast: 3 } }, reason: field.value }"
        )
        #expect(try policy.reasons([:], Facts(asOf: TestPolicy.asOf, queriesToday: 2)) == [])
        #expect(try policy.reasons([:], Facts(asOf: TestPolicy.asOf, queriesToday: 3)) == [.fieldValue])
        #expect(try policy.reasons() == [.fieldValue])
    }
}
