// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("Values")
struct ValueTests {
    @Test(
        "An OIN is exactly twenty digits",
        arguments: [
            ("00000099000000001000", true), ("0000009900000000100", false), ("000000990000000010000", false),
            ("0000009900000000100a", false), ("٠٠٠٠٠٠٩٩٠٠٠٠٠٠٠٠١٠٠٠", false), ("", false),
        ]
    )
    func oin(_ text: String, _ isValid: Bool) {
        #expect((OIN(text) != nil) == isValid)
    }

    @Test("A test OIN begins with 00000099")
    func testOIN() throws {
        #expect(try #require(OIN("00000099000000001000")).isTest)
        #expect(try #require(OIN("00000001003214345000")).isTest == false)
    }

    @Test(
        "A mailbox is two labels and a slash",
        arguments: [
            ("om/lovj", true), ("gemeente-den-haag/casus", true), ("om", false), ("om/", false), ("/lovj", false),
            ("om/lovj/x", false), ("OM/lovj", false), ("om/-x", false), ("om/x-", false), ("om/a b", false),
            ("om/\(String(repeating: "x", count: 41))", false),
        ]
    )
    func mailbox(_ text: String, _ isValid: Bool) {
        #expect((MailboxName(text) != nil) == isValid)
        if isValid { #expect(MailboxName(text)?.description == text) }
    }

    @Test(
        "A kenmerk is 1 to 64 printable characters",
        arguments: [
            ("2093054", true), ("MINBUZA-2016.712304", true), ("a b", true), ("", false), (" a", false), ("a ", false),
            ("a\nb", false), ("é", false), (String(repeating: "x", count: 64), true),
            (String(repeating: "x", count: 65), false),
        ]
    )
    func kenmerk(_ text: String, _ isValid: Bool) {
        #expect((Kenmerk(text) != nil) == isValid)
    }

    @Test("A message id is 32 lower-case hexadecimal digits, and random")
    func messageID() {
        let id = MessageID.random()
        #expect(MessageID(id.description) == id)
        #expect(MessageID.random() != id)
        for text in [
            "", "x", id.description.uppercased() + "A", String(id.description.dropLast()), id.description + "0",
        ] {
            #expect(MessageID(text) == nil)
        }
    }

    @Test(
        "A day is one that a calendar has",
        arguments: [
            ("2026-11-20", true), ("2024-02-29", true), ("2000-02-29", true), ("2026-02-29", false),
            ("1900-02-29", false),
            ("2026-13-01", false), ("2026-00-10", false), ("2026-04-31", false), ("2026-1-01", false),
            ("20261120", false),
            ("2026-11-20 ", false), ("1899-12-31", false), ("+026-11-20", false),
        ]
    )
    func day(_ text: String, _ isValid: Bool) {
        let day = CalendarDate(text)
        #expect((day != nil) == isValid)
        if isValid { #expect(day?.description == text) }
    }

    @Test("Days count from 1970")
    func days() {
        #expect(CalendarDate("1970-01-01")?.daysSince1970 == 0)
        #expect(CalendarDate("2026-11-20")?.daysSince1970 == 20_777)
        #expect(CalendarDate("2026-12-31")?.advanced(byDays: 1).description == "2027-01-01")
        #expect(CalendarDate("2028-02-28")?.advanced(byDays: 1).description == "2028-02-29")
    }

    @Test(
        "A moment is RFC 3339 in UTC, with seconds or milliseconds",
        arguments: [
            ("2026-11-20T12:00:00Z", true), ("2026-11-20T12:00:00.123Z", true), ("2026-11-20T24:00:00Z", false),
            ("2026-11-20T12:60:00Z", false), ("2026-11-20T12:00:60Z", false), ("2026-11-20T12:00:00.1Z", false),
            ("2026-11-20T12:00:00+00:00", false), ("2026-11-20t12:00:00Z", false), ("2026-11-20T12:00:00z", false),
            ("2026-11-20 12:00:00Z", false), ("2026-02-30T12:00:00Z", false),
        ]
    )
    func moment(_ text: String, _ isValid: Bool) {
        #expect((Instant(text) != nil) == isValid)
    }

    @Test("A moment is written with milliseconds, or with seconds")
    func momentText() throws {
        let moment = try #require(Instant("2026-11-20T12:34:56.007Z"))
        #expect(moment.description == "2026-11-20T12:34:56.007Z")
        #expect(moment.seconds == "2026-11-20T12:34:56Z")
        #expect(moment.date.description == "2026-11-20")
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }

    @Test(
        "A scope may be narrowed to one mailbox, where it is about messages",
        arguments: [
            ("messages.send", true), ("messages.send:aivd/ct", true), ("log.read", true), ("log.read:aivd/ct", false),
            ("messages.send:", false), ("messages.send:aivd", false), ("messages.all", false), ("", false),
        ]
    )
    func scope(_ text: String, _ isValid: Bool) {
        #expect((Scope(text) != nil) == isValid)
        if isValid { #expect(Scope(text)?.description == text) }
    }

    @Test("A narrowed scope covers its mailbox and no other")
    func narrowing() throws {
        let (ct, cti) = (try #require(MailboxName("aivd/ct")), try #require(MailboxName("aivd/cti")))
        let narrowed = try #require(Scope("messages.send:aivd/ct"))
        #expect(narrowed.covers(.send, mailbox: ct))
        #expect(!narrowed.covers(.send, mailbox: cti))
        #expect(!narrowed.covers(.read, mailbox: ct))
        #expect(Scope(.send).covers(.send, mailbox: cti))
    }

    @Test("Hexadecimal is lower case")
    func hexadecimal() {
        #expect(Hexadecimal.encode([0, 255, 16]) == "00ff10")
        #expect(Hexadecimal.decode("00ff10") == [0, 255, 16])
        #expect(Hexadecimal.decode("00FF10") == nil)
        #expect(Hexadecimal.decode("0") == nil)
    }

    @Test("A digest is SHA-256")
    func digest() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(ContentDigest(of: []).description == empty)
        #expect(ContentDigest(hexadecimal: empty) == ContentDigest(of: []))
        #expect(ContentDigest(of: Array("abc".utf8)) == ContentDigest(of: "abc".utf8))
    }

    @Test("Every problem has a code of its own, a status and a title")
    func problems() {
        #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
        #expect(Set(ProblemCode.allCases.map(\.title)).count == ProblemCode.allCases.count)
        for code in ProblemCode.allCases {
            #expect((400...599).contains(code.status), "\(code)")
            #expect(Problem(code).document["code"]?.string == code.rawValue)
        }
    }

    @Test(
        "A problem names all faults up to a hundred, so that an answer is not many times what was asked",
        arguments: [3, 100, 101, 7_000]
    )
    func faults(_ count: Int) {
        let items = (0..<count).map { Problem.Item(code: "parameter.unknown", location: "a\($0)", detail: "") }
        let errors = Problem(.parameterInvalid, items: items).document["errors"]?.array
        #expect(errors?.count == min(count, 100))
        #expect(errors?.last?["location"]?.string == "a\(min(count, 100) - 1)")
    }
}
