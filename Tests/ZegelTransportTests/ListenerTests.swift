// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHPACK
import NIOSSL
import Synchronization
import Testing
import ZegelCore
import ZegelTransport
import ZegelTrust

@Suite("The listener")
struct ListenerTests {
    @Test("answers GET and POST of a client that the gate knows")
    func answers() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let get = try await client.request("GET", "/hello?a=b", authority: "localhost:\(server.port)")
            #expect(get.status == "200")
            #expect(get.text == "GET /hello a=b localhost:\(server.port) ")
            #expect(get.fields.first(name: "content-length") == "\(get.body.count)")
            let post = try await client.request(
                "POST",
                "/echo",
                fields: [("content-length", "5")],
                body: Array("hello".utf8)
            )
            #expect(post.text.hasSuffix(" hello"))
            let head = try await client.request("HEAD", "/hello")
            #expect(head.status == "200" && head.body.isEmpty && head.reset == nil)
            #expect(head.fields.first(name: "content-length") != "0")
            let seen = server.gate.seen
            #expect(seen.count == 1)
            #expect(seen[0].leafDER == server.client.der && !seen[0].isResumed && seen[0].intermediates.count == 1)
            try await client.close()
        }
    }

    @Test("streams an answer piece by piece")
    func streams() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let response = try await client.request("GET", "/stream?40")
            #expect(response.status == "200" && response.hasEnded && response.body.count == 40 * 65_536)
            try await client.close()
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isAnonymous = false
        var isStranger = false
        var maximum: TLSVersion?
        var protocols = ["h2"]
    }

    @Test(
        "lets no one in",
        arguments: [
            Refused(testDescription: "without a certificate", isAnonymous: true),
            Refused(testDescription: "with a stranger's certificate", isStranger: true),
            Refused(testDescription: "with TLS 1.2", maximum: .tlsv12),
            Refused(testDescription: "with HTTP/1.1", protocols: ["http/1.1"]),
            Refused(testDescription: "without a protocol", protocols: []),
        ]
    )
    func refuses(_ refused: Refused) async throws {
        try await TestServer.run { server in
            do {
                let client = try await TestClient.connect(
                    server,
                    as: refused.isStranger ? server.stranger : nil,
                    anonymous: refused.isAnonymous,
                    maximum: refused.maximum,
                    protocols: refused.protocols
                )
                let response = try await client.request("GET", "/hello")
                #expect(response.status == nil)
                try await client.waitForClose()
            } catch {}
            #expect(server.responder.records.withLock { $0.isEmpty })
        }
    }
}
