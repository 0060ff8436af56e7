// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHPACK
import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

@testable import ZegelTransport

@Suite("The head of a request")
struct RequestHeadTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var pseudo = [(":method", "POST"), (":scheme", "https"), (":authority", "localhost"), (":path", "/a?b=c")]
        var fields: [(String, String)] = []
        var endsStream = false
        let code: String?
    }

    private static func pseudo(_ changes: KeyValuePairs<String, String?>) -> [(String, String)] {
        let normal = [(":method", "POST"), (":scheme", "https"), (":authority", "localhost"), (":path", "/a?b=c")]
        return normal.compactMap { name, value in
            guard let change = changes.first(where: { $0.key == name }) else { return (name, value) }
            return change.value.map { (name, $0) }
        }
    }

    static let cases = [
        Case(testDescription: "plain", code: nil),
        Case(testDescription: "content-length", fields: [("content-length", "5")], code: nil),
        Case(
            testDescription: "content-length 0 and no body",
            fields: [("content-length", "0")],
            endsStream: true,
            code: nil
        ),
        Case(
            testDescription: "host instead of :authority",
            pseudo: pseudo([":authority": nil]),
            fields: [("host", "localhost")],
            code: nil
        ),
        Case(testDescription: "host equal to :authority", fields: [("host", "localhost")], code: nil),
        Case(testDescription: "host unlike :authority", fields: [("host", "evil.example")], code: "request.syntax"),
        Case(
            testDescription: "two hosts",
            fields: [("host", "localhost"), ("host", "localhost")],
            code: "request.syntax"
        ),
        Case(testDescription: "no host at all", pseudo: pseudo([":authority": nil]), code: "request.syntax"),
        Case(
            testDescription: "another host",
            pseudo: pseudo([":authority": "evil.example"]),
            code: "request.misdirected"
        ),
        Case(testDescription: "scheme http", pseudo: pseudo([":scheme": "http"]), code: "request.syntax"),
        Case(testDescription: "method with a space", pseudo: pseudo([":method": "GET /"]), code: "request.syntax"),
        Case(testDescription: "path without a slash", pseudo: pseudo([":path": "a"]), code: "request.syntax"),
        Case(testDescription: "asterisk", pseudo: pseudo([":path": "*"]), code: "request.syntax"),
        Case(testDescription: "path with a fragment", pseudo: pseudo([":path": "/a#b"]), code: "request.syntax"),
        Case(testDescription: "path with a space", pseudo: pseudo([":path": "/a b"]), code: "request.syntax"),
        Case(testDescription: "path beyond ASCII", pseudo: pseudo([":path": "/é"]), code: "request.syntax"),
        Case(
            testDescription: "two content-lengths",
            fields: [("content-length", "5"), ("content-length", "5")],
            code: "request.syntax"
        ),
        Case(testDescription: "content-length list", fields: [("content-length", "5, 5")], code: "request.syntax"),
        Case(testDescription: "content-length with a sign", fields: [("content-length", "+5")], code: "request.syntax"),
        Case(testDescription: "negative content-length", fields: [("content-length", "-1")], code: "request.syntax"),
        Case(testDescription: "empty content-length", fields: [("content-length", "")], code: "request.syntax"),
        Case(
            testDescription: "huge content-length",
            fields: [("content-length", "9999999999999999999999")],
            code: "request.syntax"
        ),
        Case(
            testDescription: "content-length and no body",
            fields: [("content-length", "5")],
            endsStream: true,
            code: "request.length-mismatch"
        ),
        Case(testDescription: "line break in a value", fields: [("a", "b\r\nc: d")], code: "request.syntax"),
        Case(testDescription: "space in a name", fields: [("a b", "c")], code: "request.syntax"),
        Case(
            testDescription: "large fields",
            fields: [("a", String(repeating: "x", count: 16_300))],
            code: "request.fields-too-large"
        ),
        Case(
            testDescription: "many fields",
            fields: Array(repeating: ("a", "b"), count: 500),
            code: "request.fields-too-large"
        ),
    ]

    @Test("is read or refused", arguments: Self.cases)
    func reads(_ head: Case) throws {
        let names = ServedNames(of: try Self.certificate().certificate)
        let parse = {
            try RequestHead(
                HPACKHeaders(head.pseudo + head.fields),
                endsStream: head.endsStream,
                requestID: "id",
                names: names,
                maximumFields: Limits().fields
            )
        }
        guard let code = head.code else {
            let read = try parse()
            #expect(read.path == "/a" && read.query == "b=c" && read.authority == "localhost")
            return
        }
        let problem = #expect(throws: Problem.self) { _ = try parse() }
        #expect(problem?.code == code)
    }

    @Test(
        "is for us where its host is in our certificate, on any port",
        arguments: [
            ("localhost", true), ("LOCALHOST:8443", true), ("localhost:1", true), ("127.0.0.1", true),
            ("127.0.0.1:8443", true), ("[::1]", true), ("[::1]:8443", true), ("[0:0:0:0:0:0:0:1]:1", true),
            ("a.wild.example", true), ("localhost.", false), ("localhost:", false), ("localhost:x", false),
            ("localhost:+1", false), ("localhost:65536", false), ("user@localhost", false), ("", false),
            (":8443", false), ("127.0.0.2", false), ("::1", false), ("[::1", false), ("[localhost]", false),
            ("[::1]x", false), ("evil.localhost", false), ("wild.example", false), (".wild.example", false),
            ("a.b.wild.example", false), ("*.wild.example", false),
        ]
    )
    func names(_ authority: String, _ isOurs: Bool) throws {
        let names = ServedNames(of: try Self.certificate().certificate)
        #expect(names.contains(authority: authority) == isOurs)
    }

    private static func certificate() throws -> IssuedCertificate {
        let moment = Instant(milliseconds: 1_800_000_000_000)
        let oin = try #require(OIN("00000099000000099000"))
        let v6 = [UInt8](repeating: 0, count: 15) + [1]
        return try TestAuthority(at: moment).issuing.issue(
            LeafRequest(
                .server,
                organisation: "Server",
                oin: oin,
                names: [
                    .dnsName("localhost"), .dnsName("*.wild.example"),
                    .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                    .ipAddress(ASN1OctetString(contentBytes: v6[...])),
                ],
                from: moment
            )
        )
    }
}
