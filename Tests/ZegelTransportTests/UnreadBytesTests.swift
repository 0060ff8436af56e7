// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP2
import Testing
import ZegelCore

@testable import ZegelTransport

@Suite("What a client leaves unread")
struct UnreadBytesTests {
    @Test("is counted for its organisation alone")
    func count() {
        let unread = UnreadBytes(maximum: 100)
        #expect(unread.add(60, of: "a"))
        #expect(!unread.add(60, of: "a"))
        #expect(unread.add(40, of: "a"))
        #expect(unread.add(60, of: "b"))
        unread.remove(60, of: "a")
        #expect(unread.add(60, of: "a"))
        // One answer alone is never too large.
        #expect(unread.add(1_000, of: "c") && !unread.add(1, of: "c"))
    }

    @Test("counts what an answer holds until its stream has ended")
    func kept() async throws {
        try await TestServer.run([(\.unreadPerOrganisation, 100_000)]) { server in
            let client = try await TestClient.connect(server)
            let first = try await client.open(TestClient.head("GET", "/keep"), endStream: true)
            let second = try await client.open(TestClient.head("GET", "/keep"), endStream: true)
            #expect(try await second.response.get().reset == .enhanceYourCalm)
            #expect(try await client.request("GET", "/hello").status == "200")
            try await first.reset()
            _ = try await first.response.get()
            #expect(try await client.request("GET", "/hello").status == "200")
            let third = try await client.open(TestClient.head("GET", "/keep"), endStream: true)
            #expect(try await client.request("GET", "/stream?1").reset == .enhanceYourCalm, "60,000 are held again")
            try await third.reset()
            try await client.close()
        }
    }

    @Test("ends further answers once it is too much, until it is read or given up")
    func streams() async throws {
        try await TestServer.run([(\.unreadPerOrganisation, 100_000)]) { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/stream?4").body.count == 262_144)
            let idle = try await client.open(TestClient.head("GET", "/stream?4"), endStream: true, reads: false)
            var response = TestClient.Response()
            // The idle stream takes a moment until its first piece waits.
            for _ in 1...200 where response.reset == nil { response = try await client.request("GET", "/stream?4") }
            #expect(response.reset == .enhanceYourCalm)
            try await idle.reset()
            #expect(try await client.request("GET", "/stream?4").body.count == 262_144)
            try await client.close()
        }
    }
}
