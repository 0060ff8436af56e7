// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import ZegelCore

@Suite("A client that abuses HTTP/2")
struct AbuseTests {
    private typealias Frame = RawClient.Frame

    private static var limits: [(WritableKeyPath<Limits, Int>, Int)] {
        [(\.fields, 1_000), (\.streamWindow, 8_192), (\.streams, 4), (\.idleFrames, 8_192)]
    }

    @Test("is cut off with the right code, and the others are answered all the time", arguments: Attack.all)
    func ends(_ attack: Attack) async throws {
        try await TestServer.run(Self.limits) { server in
            let honest = try await TestClient.connect(server)
            let asking = Task {
                repeat {
                    let status = try await honest.request("GET", "/hello").status
                    #expect(status == "200")
                } while !Task.isCancelled
            }
            let client = try await RawClient.connect(server, settings: attack.settings)
            if attack.isDeaf { try await client.reads(false) }
            try await client.send(attack.frames)
            if attack.isDeaf { try await client.reads(true) }
            try await Self.expect(attack.cut, of: client)
            asking.cancel()
            try await asking.value
            try await client.close()
            #expect(try await honest.request("POST", "/echo", body: [0x41]).text.hasSuffix(" A"))
            try await honest.close()
        }
    }

    private static func expect(_ cut: Attack.Cut, of client: RawClient) async throws {
        switch cut {
        case .connection(let code):
            try await client.wait("the end") { client.isClosed }
            #expect(client.code(.goAway) == code)
        case .stream(let stream, let code):
            try await client.wait("RST_STREAM") { client.code(.reset, on: stream) == code }
            try await Self.expectAlive(client)
        case .refused(let stream):
            try await client.wait("an answer") {
                client.frames.contains { $0.kind == .data && $0.stream == stream && $0.flags == Frame.endStream }
            }
            let said = client.frames.filter { $0.kind == .data && $0.stream == stream }.flatMap(\.payload)
            #expect(String(decoding: said, as: UTF8.self).contains("\"code\":\"request."))
            try await Self.expectAlive(client)
        }
    }

    private static func expectAlive(_ client: RawClient) async throws {
        try await client.send([Attack.get("/hello", 101)])
        try await client.wait("the next answer") {
            client.frames.contains { $0.kind == .data && $0.stream == 101 && $0.flags == Frame.endStream }
        }
        #expect(!client.isClosed)
    }

    @Test("within the limits is answered like anyone, and 431 a little above")
    func honest() async throws {
        try await TestServer.run(Self.limits) { server in
            let client = try await RawClient.connect(server)
            let flags = Frame.endStream | Frame.endHeaders
            try await client.send([
                .request("GET", "/hello", on: 1, flags: flags, more: Attack.field(300)),
                .request("GET", "/hello", on: 3, flags: flags, more: [0xBE, 0xBE, 0xBE, 0xBE]),
                .request("POST", "/hello", on: 5, flags: Frame.endHeaders),
                Frame(kind: .data, stream: 5, payload: [UInt8](repeating: 0, count: 8_192)),
                Frame(kind: .data, flags: Frame.endStream, stream: 5),
                Frame(kind: .ping, payload: [0, 1, 2, 3, 4, 5, 6, 7]),
            ])
            try await client.wait("the answers") {
                client.frames.count { $0.kind == .data && $0.flags == Frame.endStream } == 3
            }
            let heads = client.frames.filter { $0.kind == .headers }
            // Index 8 of HPACK's own table is status 200; 431 is not in it.
            #expect(heads.first { $0.stream == 1 }?.payload.first == 0x88)
            #expect(heads.first { $0.stream == 5 }?.payload.first == 0x88)
            let refused = client.frames.first { $0.kind == .data && $0.stream == 3 }
            let text = String(decoding: refused?.payload ?? [], as: UTF8.self)
            #expect(text.contains("request.fields-too-large"))
            #expect(!client.isClosed)
            try await client.close()
        }
    }

    @Test("of time is closed as idle: without preface, without request, without the end of its header fields")
    func idle() async throws {
        try await TestServer.run([(\.idleSeconds, 1)]) { server in
            let silent = try await RawClient.connect(server, preface: false)
            let clients = [silent, try await RawClient.connect(server), try await RawClient.connect(server)]
            try await clients[2].send([.request("GET", "/hello", on: 1, flags: Frame.endStream)])
            for client in clients { try await client.wait("the end") { client.isClosed } }
            #expect(server.responder.arrived.withLock { $0 } == 0)
        }
    }

    @Test(
        "and does not take its answer loses the stream",
        arguments: [
            ("a window of nothing per stream", [0, 4, 0, 0, 0, 0] as [UInt8]), ("the first window, never widened", []),
        ]
    )
    func window(_ name: String, _ settings: [UInt8]) async throws {
        try await TestServer.run([(\.stallSeconds, 1)]) { server in
            let client = try await RawClient.connect(server, settings: settings)
            let flags = Frame.endStream | Frame.endHeaders
            try await client.send([.request("GET", "/stream?40", on: 1, flags: flags)])
            try await client.wait("CANCEL") { client.code(.reset, on: 1) == 8 }
            let sent = client.frames.filter { $0.kind == .data }.reduce(0) { $0 + $1.payload.count }
            #expect(sent <= 65_535)
            #expect(!client.isClosed)
            try await client.close()
        }
    }
}
