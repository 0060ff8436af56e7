// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ZegelCore

@Suite("Statements")
struct StatementTests {
    /// The fields of a kind of statement as they are signed, and the codes of what is wrong with them.
    struct Row: Sendable, CustomTestStringConvertible {
        let kind: Statement.Kind
        let what: String
        let fields: String
        let faults: [String]

        init(_ kind: Statement.Kind, _ what: String, _ fields: String = "", _ faults: [String] = []) {
            self.kind = kind
            self.what = what
            self.fields = fields
            self.faults = faults
        }

        var testDescription: String { "a \(self.kind.rawValue) \(self.what)" }
    }

    private static let passage =
        #","to":[{"oin":"00000099000000003000","mailbox":"ind/nv"}],"purpose":"toelating","legalBasis":"wiv2017-art66""#
    private static let replaced = #","replacedBy":{"kenmerk":"AIVD-2026-004712","date":"2026-11-21"}"#

    static let good: [Row] = [
        Row(.release, "as it should be"), Row(.acknowledgement, "as it should be"),
        Row(.refusal, "as it should be", #","reason":"Niet voor ons.""#),
        Row(.consent, "as it should be", Self.passage), Row(.forward, "as it should be", Self.passage),
        Row(.withdrawal, "as it should be", #","reason":"De bron deugt niet.""#),
        Row(.correction, "as it should be", Self.replaced),
        Row(.disposal, "of what is destroyed", #","outcome":"destroyed","ground":"Ingetrokken.""#),
        Row(.disposal, "of what is kept", #","outcome":"kept","ground":"Strafdossier.""#),
    ]

    static let bad: [Row] = [
        Row(.release, "with a reason", #","reason":"ja""#, ["field.unknown"]),
        Row(.acknowledgement, "with a reason", #","reason":"ja""#, ["field.unknown"]),
        Row(.refusal, "without a reason", "", ["field.missing"]),
        Row(.refusal, "with an empty reason", #","reason":"""#, ["field.invalid"]),
        Row(.withdrawal, "without a reason", "", ["field.missing"]),
        Row(
            .withdrawal,
            "with a long reason",
            #","reason":"\#(String(repeating: "x", count: 501))""#,
            ["field.invalid"]
        ),
        Row(
            .consent,
            "to nobody",
            Self.passage.replacing(#"{"oin":"00000099000000003000","mailbox":"ind/nv"}"#, with: ""),
            ["field.invalid"]
        ),
        Row(.consent, "with nothing", "", ["field.missing", "field.invalid", "field.missing", "field.missing"]),
        Row(
            .forward,
            "to one twice",
            Self.passage.replacing(
                #"[{"oin":"00000099000000003000","mailbox":"ind/nv"}"#,
                with:
                    #"[{"oin":"00000099000000003000","mailbox":"ind/nv"},{"oin":"00000099000000003000","mailbox":"ind/nv"}"#
            ),
            ["field.invalid"]
        ),
        Row(
            .forward,
            "to a mailbox in a role",
            Self.passage.replacing(#""ind/nv""#, with: #""ind/nv","role":"action""#),
            ["field.unknown"]
        ),
        Row(
            .forward,
            "to an organisation",
            Self.passage.replacing(#","mailbox":"ind/nv""#, with: ""),
            ["field.missing", "field.invalid"]
        ),
        Row(.forward, "for no purpose", Self.passage.replacing(#""toelating""#, with: #"" ""#), ["field.invalid"]),
        Row(
            .forward,
            "on no basis",
            Self.passage.replacing(#","legalBasis":"wiv2017-art66""#, with: ""),
            ["field.missing"]
        ),
        Row(.correction, "by a kenmerk without a date", #","replacedBy":{"kenmerk":"X"}"#, ["field.missing"]),
        Row(.correction, "by a date without a kenmerk", #","replacedBy":{"date":"2026-11-21"}"#, ["field.missing"]),
        Row(.correction, "by an id", #","replacedBy":"0123""#, ["field.invalid"]),
        Row(.disposal, "without a ground", #","outcome":"kept""#, ["field.missing"]),
        Row(.disposal, "with another outcome", #","outcome":"lost","ground":"Weg.""#, ["field.invalid"]),
    ]

    private static func bytes(_ row: Row) -> [UInt8] {
        let container = ContentDigest(of: [2])
        return Array(
            """
            {"zegel":"1","statement":"\(row.kind.rawValue)","server":"00000099000000099000",\
            "message":"0123456789abcdef0123456789abcdef","container":"\(container)","mailbox":"om/lovj",\
            "time":"2026-11-20T12:00:00Z"\(row.fields)}
            """.utf8
        )
    }

    @Test("A statement is written as it was read", arguments: good)
    func roundTrip(_ row: Row) throws {
        let statement = try Statement(parsing: Self.bytes(row))
        #expect(statement.kind == row.kind)
        #expect(statement.encoded == Self.bytes(row))
        #expect(try Statement(parsing: statement.encoded) == statement)
    }

    @Test("A statement has the fields of its kind, and no others", arguments: bad)
    func refused(_ row: Row) throws {
        let problem = #expect(throws: Problem(.statementInvalid)) { try Statement(parsing: Self.bytes(row)) }
        #expect(problem?.items.map(\.code) == row.faults)
    }

    @Test("There is a good and a bad one of every kind")
    func whole() {
        #expect(Set(Self.good.map(\.kind)) == Set(Statement.Kind.allCases))
        #expect(Set(Self.bad.map(\.kind)) == Set(Statement.Kind.allCases))
    }

    @Test("A statement of no known kind is refused for that alone")
    func unknown() throws {
        let text = String(decoding: Self.bytes(Row(.refusal, "", #","reason":"x""#)), as: UTF8.self)
        let problem = #expect(throws: Problem(.statementInvalid)) {
            try Statement(parsing: Array(text.replacing("refusal", with: "gossip").utf8))
        }
        #expect(problem?.items.map(\.location) == ["/statement"])
    }
}
