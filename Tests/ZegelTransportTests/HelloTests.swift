// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing

@testable import ZegelTransport

@Suite("The hellos of TLS")
struct HelloTests {
    private static let random = [UInt8](repeating: 7, count: 32)
    private static let retry: [UInt8] = [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ]

    private static func list(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }

    private static func extended(_ type: UInt8, _ content: [UInt8]) -> [UInt8] { [0, type] + Self.list(content) }

    private static func client(_ extensions: [UInt8]) -> [UInt8] {
        [3, 3] + Self.random + [0] + Self.list([0x13, 0x01]) + [1, 0] + Self.list(extensions)
    }

    private static func server(random: [UInt8] = Self.random, _ extensions: [UInt8]) -> [UInt8] {
        [3, 3] + random + [0, 0x13, 0x02, 0] + Self.list(extensions)
    }

    private static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [type, 0, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
    }

    private static func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] { [type, 3, 3] + Self.list(content) }

    struct Offer: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: [UInt8]
        let expected: (isTLS13: Bool, groups: [UInt16])?
    }

    static let offers = [
        Offer(
            testDescription: "TLS 1.3 with two groups",
            body: Self.client(Self.extended(43, [2, 3, 4]) + Self.extended(10, [0, 4, 0x11, 0xEC, 0, 0x1D])),
            expected: (true, [0x11EC, 0x1D])
        ),
        Offer(
            testDescription: "TLS 1.3 behind a version that nobody knows",
            body: Self.client(Self.extended(43, [4, 0x7A, 0x7A, 3, 4])),
            expected: (true, [])
        ),
        Offer(
            testDescription: "TLS 1.2 with a group",
            body: Self.client(Self.extended(10, [0, 2, 0, 0x17])),
            expected: (false, [0x17])
        ),
        Offer(testDescription: "nothing in addition", body: Array(Self.client([]).dropLast(2)), expected: (false, [])),
        Offer(
            testDescription: "the same extension twice: the first one",
            body: Self.client(Self.extended(10, [0, 2, 0, 0x17]) + Self.extended(10, [0, 2, 0x11, 0xEC])),
            expected: (false, [0x17])
        ),
        Offer(testDescription: "more behind the extensions", body: Self.client([]) + [0], expected: nil),
        Offer(
            testDescription: "an extension longer than the list",
            body: Self.client([0, 10, 0, 9, 0]),
            expected: nil
        ),
        Offer(
            testDescription: "a session of 33 bytes",
            body: [3, 3] + Self.random + [33] + [UInt8](repeating: 0, count: 33) + [0, 2, 0x13, 1, 1, 0],
            expected: nil
        ),
    ]

    @Test("of a client say what it offers", arguments: Self.offers)
    func offer(_ offer: Offer) {
        let hello = ClientHello(ByteBuffer(bytes: offer.body))
        #expect(hello?.offersTLS13 == offer.expected?.isTLS13)
        #expect(hello?.groups == offer.expected?.groups)
    }

    @Test("that end too early are read by nobody")
    func cut() throws {
        let client = Self.client(Self.extended(43, [2, 3, 4]) + Self.extended(10, [0, 4, 0x11, 0xEC, 0, 0x1D]))
        let server = Self.server(Self.extended(43, [3, 4]) + Self.extended(51, [0x11, 0xEC, 0, 1, 9]))
        try #require(ClientHello(ByteBuffer(bytes: client)) != nil && ServerHello(ByteBuffer(bytes: server)) != nil)
        // A hello may end before its extensions: 41 bytes for the client, 38 for the server.
        for length in 0..<client.count where length != 41 {
            #expect(ClientHello(ByteBuffer(bytes: client.prefix(length))) == nil, "\(length)")
        }
        for length in 0..<server.count where length != 38 {
            #expect(ServerHello(ByteBuffer(bytes: server.prefix(length))) == nil, "\(length)")
        }
    }

    @Test("of a server say what it chose")
    func choice() throws {
        let shares = Self.extended(51, [0x11, 0xEC, 0, 1, 9])
        let chosen = try #require(ServerHello(ByteBuffer(bytes: Self.server(Self.extended(43, [3, 4]) + shares))))
        #expect(!chosen.isRetry && chosen.version == 0x0304 && chosen.suite == 0x1302 && chosen.group == 0x11EC)
        let older = try #require(ServerHello(ByteBuffer(bytes: Self.server([]))))
        #expect(older.version == 0x0303 && older.group == nil)
        let again = try #require(ServerHello(ByteBuffer(bytes: Self.server(random: Self.retry, shares))))
        #expect(again.isRetry)
        #expect(ServerHello.group(inKeyExchange: ByteBuffer(bytes: [3, 0, 0x1D, 32])) == 0x1D)
        #expect(ServerHello.group(inKeyExchange: ByteBuffer(bytes: [1, 0, 0x1D, 32])) == nil)
    }

    @Test("have the names that IANA gives, and numbers where we know none")
    func names() {
        let known = NegotiatedTLS(version: 0x0304, suite: 0x1301, group: 0x11EC)
        #expect(known.version == "TLSv1.3" && known.suite == "TLS_AES_128_GCM_SHA256")
        #expect(known.group == "X25519MLKEM768")
        let unknown = NegotiatedTLS(version: 0x0302, suite: 0x0005, group: nil)
        #expect(unknown.version == "0x0302" && unknown.suite == "0x0005" && unknown.group == "-")
    }

    struct Stream: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let expected: [HandshakeMessages.Step]
    }

    private static let long = [UInt8](repeating: 5, count: 300)

    static let streams = [
        Stream(
            testDescription: "a message in one record",
            bytes: Self.record(22, Self.message(2, [1, 2, 3])),
            expected: [.message(type: 2, body: ByteBuffer(bytes: [1, 2, 3])), .more]
        ),
        Stream(
            testDescription: "a message in two records, and one behind it",
            bytes: Self.record(22, Array(Self.message(2, Self.long).prefix(100)))
                + Self.record(22, Self.message(2, Self.long).dropFirst(100) + Self.message(14, [])),
            expected: [
                .message(type: 2, body: ByteBuffer(bytes: Self.long)), .message(type: 14, body: ByteBuffer()), .more,
            ]
        ),
        Stream(
            testDescription: "ChangeCipherSpec between two messages",
            bytes: Self.record(22, Self.message(2, [1])) + Self.record(20, [1]) + Self.record(22, Self.message(2, [2])),
            expected: [
                .message(type: 2, body: ByteBuffer(bytes: [1])), .changeCipherSpec,
                .message(type: 2, body: ByteBuffer(bytes: [2])), .more,
            ]
        ),
        Stream(
            testDescription: "encrypted records behind a message",
            bytes: Self.record(22, Self.message(2, [1])) + Self.record(23, [1]),
            expected: [.message(type: 2, body: ByteBuffer(bytes: [1])), .ended]
        ),
        Stream(
            testDescription: "another record inside a message",
            bytes: Self.record(22, [2, 0, 0, 9, 1]) + Self.record(20, [1]),
            expected: [.ended]
        ),
        Stream(testDescription: "HTTP", bytes: Array("GET / HTTP/1.1\r\n".utf8), expected: [.ended]),
        Stream(testDescription: "an empty record", bytes: Self.record(22, []), expected: [.ended]),
        Stream(
            testDescription: "an announcement of 16 MiB",
            bytes: Self.record(22, [1, 255, 255, 255]),
            expected: [.ended]
        ),
        Stream(testDescription: "nothing", bytes: [], expected: [.more]),
    ]

    @Test("are found in pieces of any size", arguments: Self.streams, [1, 7, 1_000])
    func pieces(_ stream: Stream, size: Int) {
        var messages = HandshakeMessages(maximum: 1_000)
        var steps: [HandshakeMessages.Step] = []
        var rest = stream.bytes[...]
        repeat {
            messages.append(ByteBuffer(bytes: rest.prefix(size)))
            rest = rest.dropFirst(size)
            var step = messages.next()
            while step != .more, step != .ended {
                steps.append(step)
                step = messages.next()
            }
            if step == .ended || rest.isEmpty { steps.append(step) }
        } while !rest.isEmpty && steps.last != .ended
        #expect(steps == stream.expected)
    }

    @Test("take no more memory than they may")
    func bounded() {
        var messages = HandshakeMessages(maximum: 1_000)
        for _ in 0..<200 { messages.append(ByteBuffer(bytes: [22, 3, 3, 0x3F, 0xFF])) }
        #expect(messages.next() == .more)
        messages.append(ByteBuffer(bytes: [0]))
        #expect(messages.next() == .ended)
    }
}
