// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("The header of a message")
struct HeaderTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let key: String
        let value: JSONValue?
        let what: String

        init(_ key: String, _ value: JSONValue?, _ what: String) {
            self.key = key
            self.value = value
            self.what = what
        }

        var testDescription: String { "\(self.key): \(self.what)" }
    }

    static let good: [JSONValue.Member] = [
        .init("zegel", "1"), .init("kenmerk", "AIVD-2026-004711"), .init("date", "2026-11-20"),
        .init("exchange", "ambtsberichten"), .init("kind", "ambtsbericht"), .init("subject", "Uitreis"),
        .init("from", ["oin": "00000099000000001000", "mailbox": "aivd/ct"]),
        .init("to", [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]]),
        .init("purpose", "opsporing-en-vervolging"), .init("legalBasis", "wiv2017-art66"),
        .init("classification", "departementaal-vertrouwelijk"), .init("classifiedBy", "hoofd"),
        .init("classifiedOn", "2026-11-20"), .init("declassifyOn", "2036-11-20"), .init("markings", []),
        .init("details", ["subjects": 1]), .init("inReplyTo", [["kenmerk": "OM-1", "date": "2026-11-02"]]),
        .init("references", ["Kamerstukken II 29754, nr. 421"]), .init("respondBy", "2026-12-01"),
        .init("reviewBy", "2027-05-20"), .init("nonce", "q1s7mZ1bR0y2Qk3c9V8u5A"),
        .init("documents", [HeaderTests.document]),
    ]

    static let document: JSONValue = [
        "name": "documents/ambtsbericht.pdf", "role": "main", "title": "Ambtsbericht", "mediaType": "application/pdf",
        "size": 48_213, "sha256": .string(String(repeating: "ab", count: 32)), "encrypted": false,
    ]

    static func changed(_ key: String, _ value: JSONValue?) -> [UInt8] {
        var members = Self.good.filter { $0.key != key }
        if let value { members.append(.init(key, value)) }
        return JSONValue.object(members).encoded
    }

    static func document(_ key: String, _ value: JSONValue?) -> JSONValue {
        var members = (Self.document.members ?? []).filter { $0.key != key }
        if let value { members.append(.init(key, value)) }
        return .object(members)
    }

    static let required = [
        "zegel", "kenmerk", "date", "exchange", "kind", "from", "to", "purpose", "legalBasis", "classification",
        "nonce", "documents",
    ]

    static let bad: [Change] =
        required.map { Change($0, nil, "absent") }
        + required.map { Change($0, .null, "null") }
        + [
            Change("zegel", "2", "another version"), Change("kenmerk", "", "empty"),
            Change("date", "20-11-2026", "Dutch order"),
            Change("exchange", "Ambtsberichten", "upper case"), Change("kind", 1, "a number"),
            Change("from", ["oin": "1", "mailbox": "aivd/ct"], "a short OIN"),
            Change("from", ["oin": "00000099000000001000", "mailbox": "aivd/ct", "x": 1], "an unknown field"),
            Change("to", [], "nobody"),
            Change("to", [["oin": "00000099000000002000", "mailbox": "om"]], "no function"),
            Change(
                "to",
                .array([
                    .object([.init("oin", "00000099000000002000"), .init("mailbox", "om/lovj")]),
                    .object([.init("oin", "00000099000000002000"), .init("mailbox", "om/lovj")]),
                ]),
                "one mailbox twice"
            ),
            Change("to", [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "bcc"]], "an unknown role"),
            Change("classification", "geheim", "an unknown level"), Change("classifiedBy", nil, "absent"),
            Change("classifiedOn", nil, "absent"), Change("declassifyOn", nil, "absent"),
            Change("declassifyWhen", "na de zitting", "beside declassifyOn"), Change("markings", ["a", "a"], "twice"),
            Change("markings", "a", "a text"), Change("details", [], "a list"), Change("subject", "", "empty"),
            Change("inReplyTo", ["kenmerk": "OM-1"], "an object"), Change("references", [""], "an empty text"),
            Change("respondBy", "morgen", "a word"), Change("reviewBy", "2027-05-20T00:00:00Z", "a moment"),
            Change("nonce", "q1s7mZ1bR0y2Qk3c9V8u5", "21 characters"),
            Change("nonce", "q1s7mZ1bR0y2Qk3c9V8u5B", "stray bits"),
            Change("nonce", "q1s7mZ1bR0y2Qk3c9V8u+A", "plain base64"), Change("unknown", 1, "not part of the format"),
            Change("documents", [HeaderTests.document("role", "annex")], "no main document"),
            Change("documents", [HeaderTests.document, HeaderTests.document], "two main documents"),
            Change("documents", [HeaderTests.document("name", "ambtsbericht.pdf")], "outside documents/"),
            Change("documents", [HeaderTests.document("size", -1)], "a negative size"),
            Change("documents", [HeaderTests.document("sha256", "abcd")], "a short digest"),
            Change("documents", [HeaderTests.document("encrypted", true)], "encrypted without .age"),
            Change("documents", [HeaderTests.document("name", "documents/x.age")], "plain with .age"),
            Change("documents", [HeaderTests.document("encrypted", nil)], "no word on encryption"),
            Change("documents", [HeaderTests.document("extra", 1)], "an unknown field"),
        ]

    @Test("Refuses a field that is missing, wrong or unknown, and says which", arguments: bad)
    func refuses(_ change: Change) throws {
        let problem = #expect(throws: Problem(.headerInvalid)) {
            try MessageHeader(parsing: Self.changed(change.key, change.value))
        }
        let items = try #require(problem).items
        #expect(items.contains { $0.location.contains(change.key) || $0.location.contains("declassify") })
    }

    static let variants: [Change] = [
        Change("subject", nil, "absent"), Change("markings", nil, "absent"), Change("details", nil, "absent"),
        Change("inReplyTo", nil, "absent"), Change("documents", [], "empty"), Change("case", "zaak-1", "present"),
        Change("respondBy", "2026-12-01T12:00:00Z", "a moment"), Change("kenmerk", "2093054", "digits"),
        Change("inReplyTo", [["kenmerk": "OM-1"]], "without date, which matches nothing"),
    ]

    @Test("Takes what the format allows", arguments: variants)
    func takes(_ change: Change) throws {
        let bytes = Self.changed(change.key, change.value)
        #expect(try MessageHeader(parsing: bytes).bytes == bytes)
    }

    @Test("Reads every field")
    func reads() throws {
        let header = try MessageHeader(parsing: JSONValue.object(Self.good).encoded)
        #expect(header.kenmerk.description == "AIVD-2026-004711")
        #expect(header.from.mailbox.description == "aivd/ct")
        #expect(header.to.map(\.address.mailbox.description) == ["om/lovj"])
        #expect(header.classification == .departementaalVertrouwelijk)
        #expect(header.documents.first?.size == 48_213)
        #expect(header.inReplyTo.first?.date?.description == "2026-11-02")
        #expect(header.reviewBy?.description == "2027-05-20")
    }

    @Test("Tells of all faults at once")
    func allAtOnce() throws {
        let problem = #expect(throws: Problem(.headerInvalid)) { try MessageHeader(parsing: Array("{}".utf8)) }
        #expect(try #require(problem).items.count >= Self.required.count)
    }

    @Test("Refuses a header above its bound before it reads it")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x20, count: 65_537)
        #expect(throws: Problem(.headerTooLarge)) { try MessageHeader(parsing: bytes) }
    }
}
