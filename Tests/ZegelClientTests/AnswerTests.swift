// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHTTP1
import Testing
import ZegelCore

@testable import ZegelClient

@Suite("Answers")
struct AnswerTests {
    private static func refused(_ code: ProblemCode, _ fields: [(String, String)] = []) -> ClientError {
        let type = ("content-type", "application/problem+json")
        return ClientError(status: code.status, fields: .init([type] + fields), body: Problem(code).document.encoded)
    }

    struct End: CustomTestStringConvertible, Sendable {
        let error: ClientError
        let exit: ProcessExit
        var testDescription: String { "\(self.error.problem.code) ends with \(self.exit.rawValue)" }
    }

    @Test(
        "Each failure decides how a command ends",
        arguments: [
            End(error: Self.refused(.tokenExpired), exit: .identity),
            End(error: Self.refused(.certificateRevoked), exit: .identity),
            End(error: Self.refused(.policyDenied), exit: .refused),
            End(error: Self.refused(.organisationInactive), exit: .refused),
            End(error: Self.refused(.notFound), exit: .notFound),
            End(error: Self.refused(.withdrawn), exit: .notFound),
            End(error: Self.refused(.kenmerkTaken), exit: .conflict),
            End(error: Self.refused(.statementState), exit: .conflict),
            End(error: Self.refused(.rateExceeded), exit: .network),
            End(error: Self.refused(.stopping), exit: .network),
            End(error: Self.refused(.internalError), exit: .server),
            End(error: Self.refused(.storageDamaged), exit: .integrity),
            End(error: Self.refused(.digestMismatch), exit: .invalid),
            End(error: .unreachable("here"), exit: .network),
            End(error: .timeout("here"), exit: .network),
            End(error: .interrupted("here"), exit: .network),
            End(error: .turnedAway("here"), exit: .identity),
            End(error: .malformed("What is this?"), exit: .server),
            End(error: .damaged("Another."), exit: .integrity),
            End(error: .receipt(Problem(.receiptInvalid)), exit: .integrity),
            End(error: .receipt(Problem(.certificateUntrusted)), exit: .integrity),
            End(error: .cancelled, exit: .cancelled),
            End(error: ClientError(Problem(.configuration)), exit: .configuration),
            End(error: ClientError(Problem(.parameterInvalid)), exit: .usage),
        ]
    )
    func exits(_ row: End) {
        #expect(row.error.exit == row.exit)
    }

    @Test("A problem of the server comes out whole")
    func problem() throws {
        let document = Problem(.headerInvalid, "Two faults.", items: [.init(code: "a.b", location: "/to", detail: "c")])
            .with("reasons", ["purpose.unknown"]).document
        let error = ClientError(
            status: 400,
            fields: .init([
                ("content-type", "application/problem+json; charset=utf-8"), ("x-request-id", "r1"),
                ("retry-after", "7"),
            ]),
            body: document.encoded
        )
        .traced("t1")
        #expect(error.cause == .answered)
        #expect(error.problem.document == document)
        #expect(error.requestID == "r1" && error.traceID == "t1" && error.retryAfter == 7)
        #expect(error.document["requestId"] == "r1" && error.document["traceId"] == "t1")
        #expect(error.description.contains("Two faults."))
    }

    @Test(
        "What is no problem of a Zegel server is not taken for one",
        arguments: [
            ("text/html", "<html>502</html>"), ("application/json", #"{"code":"not-found"}"#),
            ("application/problem+json", "{"), ("application/problem+json", "{}"),
            ("application/problem+json", #"{"code":""}"#), ("application/problem+json", #"{"code":7}"#),
            ("application/problem+json", #"{"code":"not-found","status":200}"#),
        ]
    )
    func strange(_ type: String, _ body: String) {
        let error = ClientError(status: 404, fields: .init([("content-type", type)]), body: Array(body.utf8))
        #expect(error.cause == .malformed)
        #expect(error.exit == .server)
    }

    struct Wait: CustomTestStringConvertible, Sendable {
        let error: ClientError
        let attempt: Int
        let pause: Int64?
        var testDescription: String { "\(self.error.problem.code) after attempt \(self.attempt)" }
    }

    @Test(
        "Only what may help is tried again, when the server says",
        arguments: [
            Wait(error: .interrupted("here"), attempt: 1, pause: 250),
            Wait(error: .interrupted("here"), attempt: 2, pause: 500),
            Wait(error: .interrupted("here"), attempt: 3, pause: nil),
            Wait(error: Self.refused(.busy, [("retry-after", "1")]), attempt: 1, pause: 1_000),
            Wait(error: Self.refused(.busy), attempt: 2, pause: 500),
            Wait(error: Self.refused(.rateExceeded, [("retry-after", "60")]), attempt: 1, pause: nil),
            Wait(error: Self.refused(.busy, [("retry-after", "9999999999999")]), attempt: 1, pause: nil),
            Wait(error: Self.refused(.busy, [("retry-after", "-1")]), attempt: 1, pause: 0),
            Wait(error: Self.refused(.policyDenied), attempt: 1, pause: nil),
            Wait(error: Self.refused(.internalError), attempt: 1, pause: nil),
            Wait(error: .turnedAway("here"), attempt: 1, pause: nil),
            Wait(error: .timeout("here"), attempt: 1, pause: nil),
            Wait(error: .cancelled, attempt: 1, pause: nil),
        ]
    )
    func patience(_ row: Wait) {
        #expect(Patience().pause(after: row.error, attempt: row.attempt) == row.pause)
    }

    @Test("A token is taken in one form")
    func token() throws {
        let now = Instant(milliseconds: 0)
        let good: [JSONValue.Member] = [
            .init("access_token", "abc.def"), .init("token_type", "Bearer"), .init("expires_in", 600),
        ]
        let token = try TokenCache.Token(.object(good), at: now)
        #expect(token.text == "abc.def")
        #expect(token.renewal == now.advanced(bySeconds: 540))
        for (key, value) in [
            ("access_token", "a b"), ("access_token", ""), ("access_token", "a\u{e9}"), ("token_type", "mac"),
            ("expires_in", 0), ("expires_in", 86_401), ("expires_in", "600"),
        ] as [(String, JSONValue)] {
            let members = good.filter { $0.key != key } + [.init(key, value)]
            let error = #expect(throws: ClientError.self) { try TokenCache.Token(.object(members), at: now) }
            #expect(error?.cause == .malformed)
        }
    }

    struct Page: CustomTestStringConvertible, Sendable {
        let lines: Int
        let label: Int
        let isTaken: Bool
        var testDescription: String { "\(self.lines) lines with names of \(self.label) bytes" }
    }

    @Test(
        "A page of a mailbox is no larger than one can be",
        arguments: [
            Page(lines: 0, label: 1, isTaken: true), Page(lines: 1_000, label: 64, isTaken: true),
            Page(lines: 1_001, label: 1, isTaken: false), Page(lines: 1, label: 65, isTaken: false),
            Page(lines: 1, label: 0, isTaken: false),
        ]
    )
    func page(_ row: Page) {
        for key in ["kind", "exchange"] {
            let members: [JSONValue.Member] = [
                .init("id", .string(String(repeating: "a", count: 32))), .init("kenmerk", "AIVD-1"),
                .init("date", "2026-11-20"), .init(key == "kind" ? "exchange" : "kind", "x"),
                .init(key, .string(String(repeating: "k", count: row.label))),
                .init("from", ["oin": "00000099000000001000", "mailbox": "aivd/ct"]),
                .init("classification", "stg-geheim"), .init("receivedAt", "2026-11-20T12:00:00.000Z"),
                .init("availableAt", "2026-11-20T12:00:00.000Z"), .init("size", 1), .init("state", "available"),
                .init("number", 1),
                .init("container", .string(String(repeating: "0", count: 64))),
            ]
            let lines = JSONValue.array(Array(repeating: .object(members), count: row.lines))
            #expect((InboxPage(["messages": lines, "next": .null]) != nil) == row.isTaken)
        }
    }

    @Test("The address of a server has one form")
    func address() throws {
        #expect(try ServerAddress("https://localhost:8443").base == "https://localhost:8443")
        #expect(try ServerAddress("https://zegel.example/").base == "https://zegel.example:443")
        for text in [
            "", "localhost:8443", "http://localhost:8443", "https://", "https://a/b", "https://a?b", "https://a#b",
            "https://user@a", "https://a:b",
        ] {
            let error = #expect(throws: ClientError.self, "\(text)") { try ServerAddress(text) }
            #expect(error?.exit == .configuration)
        }
    }
}
