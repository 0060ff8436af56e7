// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHPACK
import Synchronization
import Testing
import ZegelCore
import ZegelTransport

@Suite("The flow of a body")
struct FlowTests {
    @Test("stops at the window while nobody takes it, and goes on after that")
    func backpressure() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/hold"), endStream: false)
            let sent = Mutex(0)
            let sending = Task {
                for _ in 0..<256 {
                    try await stream.send([UInt8](repeating: 1, count: 16_384), end: false)
                    sent.withLock { $0 += 16_384 }
                }
                try await stream.send([], end: true)
            }
            let holding = try await Self.first(server.responder.held)
            // Everything that the window lets through has left the client when its count stands still.
            var last = -1
            while last != sent.withLock({ $0 }) || last == 0 {
                last = sent.withLock { $0 }
                try await Task.sleep(for: .milliseconds(100))
            }
            // One window with the handler, which had come with the head, and one in the multiplexer.
            #expect(last <= 2 * Limits().streamWindow)
            let received = try await holding.eventLoop.submit { holding.bound.value.received }.get()
            #expect(received <= Limits().streamWindow)
            try await holding.eventLoop.submit { holding.bound.value.go() }.get()
            let response = try await stream.response.get()
            #expect(response.text == "\(256 * 16_384)")
            try await sending.value
            try await client.close()
        }
    }

    @Test("waits for memory that others hold, and is refused where too many wait")
    func budget() async throws {
        try await TestServer.run([(\.bodyBudget, 2 * Limits().streamWindow)]) { server in
            let client = try await TestClient.connect(server)
            let first = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            try await first.send([0x41], end: false)
            let second = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            try await second.send([0x42], end: false)
            let third = try await client.request("POST", "/echo", body: [0x43])
            #expect(third.status == "503")
            #expect(third.text.contains("server.busy"))
            try await first.send([0x41], end: true)
            #expect(try await first.response.get().text.hasSuffix(" AA"))
            try await second.send([0x42], end: true)
            #expect(try await second.response.get().text.hasSuffix(" BB"))
            try await client.close()
        }
    }

    @Test("that stands still is answered 408")
    func stall() async throws {
        try await TestServer.run([(\.stallSeconds, 1), (\.drainSeconds, 0)]) { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            try await stream.send([0x41], end: false)
            let response = try await stream.response.get()
            #expect(response.status == "408" && response.text.contains("request.timeout"))
            #expect(server.responder.abandoned.withLock { $0 } == 1)
            try await client.close()
        }
    }

    @Test(
        "that trickles is answered 408, and one that comes slowly but surely is taken",
        arguments: [(1, "408"), (100_000, "200")]
    )
    func trickle(_ size: Int, _ status: String) async throws {
        try await TestServer.run([(\.stallSeconds, 1), (\.uploadRate, 1_000), (\.drainSeconds, 0)]) { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            for _ in 0..<12 {
                try? await stream.send([UInt8](repeating: 0x41, count: size), end: false)
                try await Task.sleep(for: .milliseconds(250))
            }
            try? await stream.send([], end: true)
            #expect(try await stream.response.get().status == status)
            try await client.close()
        }
    }

    @Test("that the client breaks off is told to its handler once")
    func reset() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let stream = try await client.open(TestClient.head("POST", "/echo"), endStream: false)
            try await stream.send([0x41], end: false)
            try await stream.reset()
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(server.responder.abandoned.withLock { $0 } == 1)
            let never = try await client.open(TestClient.head("GET", "/never"), endStream: true)
            while server.responder.arrived.withLock({ $0 }) < 3 { try await Task.sleep(for: .milliseconds(5)) }
            try await client.close()
            _ = try? await never.response.get()
            await server.listener.close()
            #expect(server.responder.abandoned.withLock { $0 } == 2)
        }
    }

    @Test("is invited with 100 where the client asks")
    func expect() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let response = try await client.request("POST", "/echo", fields: [("expect", "100-continue")], body: [0x41])
            #expect(response.status == "200" && response.text.hasSuffix(" A"))
            #expect(response.interim == ["100"])
            try await client.close()
        }
    }

    @Test("and its answer are told to the access log, without query")
    func records() async throws {
        try await TestServer.run { server in
            let client = try await TestClient.connect(server)
            let response = try await client.request("POST", "/echo?secret", body: [0x41])
            _ = try await client.request("GET", "/x", authority: "evil.example")
            try await client.close()
            await server.listener.close()
            let records = server.responder.records.withLock { $0 }
            let first = try #require(records.first)
            #expect(records.count == 2)
            #expect(first.method == "POST" && first.route == "/echo" && first.status == 200 && first.isComplete)
            #expect(first.received == 1 && first.sent == response.body.count && first.organisation == "client")
            #expect(first.requestID.utf8.count == 16 && first.microseconds >= 0)
            #expect(records[1].status == 421 && records[1].route == "-")
        }
    }

    private static func first(
        _ held: borrowing Mutex<[NIOLoopBound<HoldingBody>]>
    ) async throws -> (
        bound: NIOLoopBound<HoldingBody>, eventLoop: any EventLoop
    ) {
        while true {
            if let first = held.withLock({ $0.first }) { return (first, first.eventLoop) }
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
