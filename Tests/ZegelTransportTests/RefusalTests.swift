// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOHPACK
import NIOHTTP2
import Synchronization
import Testing
import ZegelCore
import ZegelTransport

@Suite("A refusal")
struct RefusalTests {
    @Test("before the body is answered, drained to the bound, and reset with NO_ERROR")
    func early() async throws {
        try await TestServer.run([(\.drain, 300_000)]) { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/refuse"), endStream: false)
            // Nobody reads the body: sending goes on until the reset.
            let sending = Task {
                for _ in 0..<64 { try await stream.send([UInt8](repeating: 1, count: 16_384), end: false) }
            }
            let response = try await stream.response.get()
            #expect(response.status == "403" && response.text == "no" && response.hasEnded)
            #expect(response.reset == .noError)
            _ = await sending.result
            // The connection lives on.
            #expect(try await client.request("GET", "/hello").status == "200")
            try await client.close()
        }
    }

    @Test("of a body that ends by itself is no reset")
    func short() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let response = try await client.request("POST", "/refuse", body: [UInt8](repeating: 1, count: 10_000))
            #expect(response.status == "403" && response.text == "no" && response.reset == nil)
            #expect(server.responder.abandoned.withLock { $0 } == 0)
            try await client.close()
        }
    }

    @Test("counts requests that cannot be read as those that can")
    func counts() async throws {
        try await TestServer.run { server in
            server.responder.left.withLock { $0 = 3 }
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(try await client.request("GET", "/hello", authority: "elsewhere").status == "421")
            let long = [("x-long", String(repeating: "a", count: 20_000))]
            #expect(try await client.request("GET", "/hello", fields: long).status == "431")
            #expect(try await client.request("GET", "/hello", fields: long).status == "429")
            #expect(try await client.request("GET", "/hello").status == "429")
            try await client.close()
        }
    }

    @Test("keeps no method that a client made up")
    func methods() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            // The longest comes last: until the client has taken the server's settings, less is read of it.
            for length in Array(1..<20) + [20_000] {
                let response = try await client.request(String(repeating: "a", count: length), "/hello")
                #expect(response.status == (length == 20_000 ? "431" : "200"))
            }
            #expect(try await client.request("GET", "/hello").status == "200")
            try await client.close()
            #expect(Set(server.responder.records.withLock { $0.map(\.method) }).isSubset(of: ["GET", "-"]))
            #expect(server.responder.records.withLock { $0.count } >= 20)
        }
    }

    @Test("drains for a bounded time only")
    func time() async throws {
        try await TestServer.run([(\.drainSeconds, 1)]) { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/refuse"), endStream: false)
            let response = try await stream.response.get()
            #expect(response.status == "403" && response.reset == .noError)
            try await client.close()
        }
    }

    @Test("reaches curl while it uploads, and curl is content")
    func curl() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is not installed")
        try await TestServer.run { server in
            try await server.withFiles { folder in
                let large = folder.appending(path: "large")
                try Data(count: 20_000_000).write(to: large)
                let arguments = [
                    "-sS", "--http2", "--cacert", "ca.pem", "--cert", "client.pem", "--key", "client.key",
                    "-w", " %{http_code} %{http_version}",
                ]
                let url = "https://localhost:\(server.port)"
                let refused = try await Tool.run(
                    "/usr/bin/curl",
                    arguments + ["--data-binary", "@large", url + "/refuse"],
                    in: folder
                )
                #expect(refused.status == 0, "\(refused.errors)")
                #expect(refused.output == "no 403 2")
                let taken = try await Tool.run(
                    "/usr/bin/curl",
                    arguments + ["--data-binary", "@large", "-o", "/dev/null", url + "/x"],
                    in: folder
                )
                #expect(taken.status == 0 && taken.output == " 200 2", "\(taken.errors)")
            }
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var authority = "localhost"
        var fields: [(String, String)] = []
        var body: [UInt8]?
        let status: String
        let code: String
    }

    @Test(
        "by the HTTP layer is a problem document",
        arguments: [
            Wrong(
                testDescription: "another host",
                authority: "evil.example",
                status: "421",
                code: "request.misdirected"
            ),
            Wrong(
                testDescription: "another host, with a body",
                authority: "evil.example",
                body: [1],
                status: "421",
                code: "request.misdirected"
            ),
            Wrong(
                testDescription: "fields too large",
                fields: Array(repeating: ("a", "b"), count: 500),
                status: "431",
                code: "request.fields-too-large"
            ),
            Wrong(
                testDescription: "body too long",
                fields: [("content-length", "3")],
                body: [1, 2, 3, 4],
                status: "400",
                code: "request.length-mismatch"
            ),
            Wrong(
                testDescription: "body too short",
                fields: [("content-length", "5")],
                body: [1, 2, 3, 4],
                status: "400",
                code: "request.length-mismatch"
            ),
            Wrong(
                testDescription: "two content-lengths",
                fields: [("content-length", "4"), ("content-length", "4")],
                body: [1, 2, 3, 4],
                status: "400",
                code: "request.syntax"
            ),
        ]
    )
    func problems(_ wrong: Wrong) async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            // Our settings hold once the client has confirmed them.
            #expect(try await client.request("GET", "/hello").status == "200")
            let response = try await client.request(
                "POST",
                "/echo",
                authority: wrong.authority,
                fields: wrong.fields,
                body: wrong.body
            )
            #expect(response.status == wrong.status)
            #expect(response.fields.first(name: "content-type") == "application/problem+json")
            #expect(response.fields.first(name: "x-request-id")?.utf8.count == 16)
            #expect(response.text.contains("\"code\":\"\(wrong.code)\""))
            #expect(try await client.request("POST", "/echo", body: [0x41]).text.hasSuffix(" A"))
            try await client.close()
        }
    }

    @Test("of a malformed request resets its stream and leaves the others")
    func malformed() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let held = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            for head in [[(":method", "GET")], [(":path", "/")] + TestClient.head("GET", "/"), [("A", "b")]] {
                let response = try await client.open(head, endStream: true).response.get()
                #expect(response.status == nil && response.reset == .protocolError)
            }
            try await held.send([0x42], end: true)
            #expect(try await held.response.get().text.hasSuffix(" B"))
            try await client.close()
        }
    }
}
