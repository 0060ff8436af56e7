// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelTransport
import ZegelTrust

@Suite("When trust changes")
struct JudgingAgainTests {
    @Test("an open connection whose client is refused now is closed, and the others go on")
    func cuts() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            let other = try server.authority.issue(.client, organisation: "Other", oin: server.oin, from: server.moment)
            server.gate.learn(other)
            let second = try await TestClient.connect(server, as: other)
            #expect(try await second.request("GET", "/hello").status == "200")

            await server.listener.judgeAgain()
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(server.gate.seen.count == 4)

            let running = try await client.open(TestClient.head("GET", "/never"), endStream: true)
            server.gate.forget(server.client)
            await server.listener.judgeAgain()
            try await client.waitForClose()
            #expect((try? await running.response.get())?.status == nil)
            #expect(try await second.request("GET", "/hello").status == "200")
            try await second.close()
        }
    }

    @Test("a connection that was on its way in is judged again once it is in")
    func catchesUp() async throws {
        try await TestServer.run { server in
            server.gate.hold()
            let arriving = Task { try await TestClient.connect(server) }
            try await server.gate.waitUntilAsked()
            server.gate.forget(server.client)
            await server.listener.judgeAgain()
            server.gate.letGo()
            let client = try await arriving.value
            try await client.waitForClose()
            #expect(server.gate.seen.count == 2)
        }
    }
}
