// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import ZegelCore

@Suite("A client that abuses HTTP/2")
struct AbuseTests {
    private typealias Frame = RawClient.Frame

    struct Abuse: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The stream that is reset before the connection ends; 0 where GOAWAY says why.
        var stream: UInt32 = 0
        /// The code of that frame (RFC 9113 §7).
        let code: UInt8
        let frames: [RawClient.Frame]
    }

    static let calm: UInt8 = 0xB

    static let abuses = [
        Abuse(
            testDescription: "opens and resets streams",
            code: calm,
            frames: (0..<220).flatMap { number -> [Frame] in
                let stream = UInt32(2 * number + 1)
                return [
                    .request("POST", "/echo", on: stream, flags: Frame.endHeaders),
                    Frame(kind: .reset, stream: stream, payload: Frame.number(8)),
                ]
            }
        ),
        Abuse(
            testDescription: "never ends its header fields",
            code: calm,
            frames: [.request("GET", "/hello", on: 1, flags: Frame.endStream)]
                + (0..<220).map { _ in Frame(kind: .continuation, stream: 1, payload: [0x00, 1, 0x61, 1, 0x62]) }
        ),
        Abuse(
            testDescription: "never ends its header fields, which are empty",
            code: calm,
            frames: [.request("GET", "/hello", on: 1, flags: Frame.endStream)]
                + (0..<220).map { _ in Frame(kind: .continuation, stream: 1) }
        ),
        Abuse(
            testDescription: "sends settings over and over",
            code: calm,
            frames: (0..<220).map { _ in Frame(kind: .settings) }
        ),
        Abuse(
            testDescription: "sends pings over and over",
            code: calm,
            frames: (0..<220).map { _ in Frame(kind: .ping, payload: [0, 1, 2, 3, 4, 5, 6, 7]) }
        ),
        Abuse(
            testDescription: "changes priorities over and over",
            code: calm,
            frames: (0..<220).map { _ in Frame(kind: .priority, stream: 1, payload: [0, 0, 0, 0, 1]) }
        ),
        Abuse(
            testDescription: "sends a body of nothing over and over",
            code: calm,
            frames: [.request("POST", "/echo", on: 1, flags: Frame.endHeaders)]
                + (0..<20).map { _ in Frame(kind: .data, stream: 1) }
        ),
        Abuse(
            testDescription: "sends a frame above the size",
            code: 6,
            frames: [
                .request("POST", "/echo", on: 1, flags: Frame.endHeaders),
                Frame(kind: .data, stream: 1, length: 16_385, payload: [0]),
            ]
        ),
        Abuse(
            testDescription: "sends more than the window",
            stream: 1,
            code: 3,
            frames: [
                .request("POST", "/hold", on: 1, flags: Frame.endHeaders),
                Frame(kind: .data, stream: 1, payload: [UInt8](repeating: 0, count: 8_193)),
            ]
        ),
        Abuse(
            testDescription: "widens the window beyond all numbers",
            code: 3,
            frames: (0..<2).map { _ in Frame(kind: .windowUpdate, payload: Frame.number(0x7FFF_FFFF)) }
        ),
        Abuse(
            testDescription: "sends header fields far above the size",
            code: 1,
            frames: [.request("GET", "/hello", on: 1, flags: Frame.endStream | Frame.endHeaders, more: field(5_000))]
        ),
        Abuse(
            testDescription: "sends a small block that grows",
            code: 9,
            frames: [
                .request(
                    "GET",
                    "/hello",
                    on: 1,
                    flags: Frame.endStream | Frame.endHeaders,
                    more: field(300) + [UInt8](repeating: 0xBE, count: 100)
                )
            ]
        ),
        Abuse(
            testDescription: "opens more streams than it may",
            code: 1,
            frames: (0..<5).map { .request("POST", "/echo", on: 2 * $0 + 1, flags: Frame.endHeaders) }
        ),
        Abuse(
            testDescription: "speaks on stream 0",
            code: 1,
            frames: [Frame(kind: .data, payload: [1])]
        ),
        Abuse(
            testDescription: "uses the server's streams",
            code: 1,
            frames: [.request("GET", "/hello", on: 2, flags: Frame.endHeaders | Frame.endStream)]
        ),
        Abuse(
            testDescription: "pushes",
            code: 1,
            frames: [Frame(kind: .pushPromise, flags: Frame.endHeaders, stream: 1, payload: Frame.number(2) + [0x82])]
        ),
    ]

    /// A field that goes into the table of HPACK, as number 62: `a` and a value of some length.
    private static func field(_ count: Int) -> [UInt8] {
        let rest = count - 127
        return [0x40, 1, 0x61, 0x7F, UInt8(rest & 0x7F) | 0x80, UInt8(rest >> 7)]
            + [UInt8](repeating: 0x62, count: count)
    }

    private static var limits: [(WritableKeyPath<Limits, Int>, Int)] {
        [(\.fields, 1_000), (\.streamWindow, 8_192), (\.streams, 4)]
    }

    @Test("loses its connection, and the others notice nothing", arguments: Self.abuses)
    func ends(_ abuse: Abuse) async throws {
        try await TestServer.run(Self.limits) { server in
            let honest = try await TestClient.connect(server)
            let client = try await RawClient.connect(server)
            try await client.send(abuse.frames)
            try await client.wait("the end") { client.isClosed }
            #expect(client.code(abuse.stream == 0 ? .goAway : .reset, on: abuse.stream) == abuse.code)
            #expect(try await honest.request("GET", "/hello").status == "200")
            try await honest.close()
        }
    }

    @Test("within the limits is answered like anyone, and 431 a little above")
    func honest() async throws {
        try await TestServer.run(Self.limits) { server in
            let client = try await RawClient.connect(server)
            let flags = Frame.endStream | Frame.endHeaders
            try await client.send([
                .request("GET", "/hello", on: 1, flags: flags, more: Self.field(300)),
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
