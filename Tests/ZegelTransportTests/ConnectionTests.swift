// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP2
import NIOPosix
import Synchronization
import Testing
import ZegelCore
import ZegelTransport

@Suite("Connections")
struct ConnectionTests {
    @Test("are limited in all")
    func all() async throws {
        try await TestServer.run([(\.connections, 1)]) { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(try await Self.isServed(server) == false)
            try await client.close()
            while server.listener.connectionCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await Self.isServed(server))
        }
    }

    @Test("are limited per organisation")
    func organisation() async throws {
        try await TestServer.run([(\.connectionsPerOrganisation, 1)]) { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(try await Self.isServed(server) == false)
            try await client.close()
        }
    }

    @Test("that never speak TLS are closed")
    func silent() async throws {
        try await TestServer.run([(\.handshakeSeconds, 1)]) { server in
            let channel = try await ClientBootstrap(group: TestServer.group)
                .connect(host: "127.0.0.1", port: server.port).get()
            try await channel.closeFuture.get()
            #expect(server.gate.seen.isEmpty)
        }
    }

    @Test("that are idle are closed with GOAWAY")
    func idle() async throws {
        try await TestServer.run([(\.idleSeconds, 4)]) { server in
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            try await client.waitForClose()
            #expect(client.goAways.frames.withLock { $0.map(\.code) } == [.noError, .noError])
        }
    }

    @Test("finish their requests when the server stops")
    func drain() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            try await stream.send([0x41], end: false)
            while server.responder.arrived.withLock({ $0 }) < 1 { try await Task.sleep(for: .milliseconds(5)) }
            let draining = Task { await server.listener.drain(seconds: 10) }
            while client.goAways.frames.withLock({ $0.count }) < 2 { try await Task.sleep(for: .milliseconds(5)) }
            try await stream.send([0x42], end: true)
            #expect(try await stream.response.get().text.hasSuffix(" AB"))
            #expect(await draining.value)
            try await client.waitForClose()
            #expect(client.goAways.frames.withLock { $0.last?.last } == 1)
            await #expect(throws: (any Error).self) { try await TestClient.connect(server) }
        }
    }

    @Test("are cut at the deadline when the server stops")
    func deadline() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            _ = try await client.open(TestClient.head("POST", "/hold"), endStream: false)
            while server.responder.held.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(5)) }
            #expect(await server.listener.drain(seconds: 1) == false)
            try await client.waitForClose()
            #expect(server.listener.connectionCount == 0)
        }
    }

    private static func isServed(_ server: TestServer) async throws -> Bool {
        do {
            let client = try await TestClient.connect(server)
            let isServed = try await client.request("GET", "/hello").status == "200"
            try? await client.close()
            return isServed
        } catch {
            return false
        }
    }
}
