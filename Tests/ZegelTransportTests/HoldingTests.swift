// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import NIOCore
import NIOHTTP2
import NIOPosix
import Synchronization
import Testing
import ZegelCore
import ZegelTransport

/// Clients that ask for little and hold much, and honest ones that look like them.
@Suite("A client that only holds on")
struct HoldingTests {
    private typealias Frame = RawClient.Frame

    @Test("by widening its window byte by byte loses the stream, for a piece takes it too long")
    func byteByByte() async throws {
        try await TestServer.run([(\.stallSeconds, 1)]) { server in
            let client = try await RawClient.connect(server, settings: [0, 4, 0, 0, 0, 0])
            try await client.send([Attack.get("/stream?40", 1)])
            var widened = 0
            try await client.wait("CANCEL") {
                client.code(.reset, on: 1) == 8
            } meanwhile: {
                let read = client.frames.count { $0.kind == .data }
                guard read == widened else { return }
                widened += 1
                try await client.send([Attack.widen(1, 1)])
            }
            let taken = client.frames.filter { $0.kind == .data }.reduce(0) { $0 + $1.payload.count }
            #expect((1..<65_536).contains(taken))
            #expect(!client.isClosed)
            try await client.close()
        }
    }

    @Test("without speaking makes room for who comes, the oldest first")
    func strangers() async throws {
        try await TestServer.run([(\.connections, 8)]) { server in
            var silent: [any Channel] = []
            for _ in 0..<40 {
                silent.append(
                    try await ClientBootstrap(group: TestServer.group)
                        .connect(host: "127.0.0.1", port: server.port).get()
                )
            }
            let client = try await TestClient.connect(server)
            #expect(try await client.request("GET", "/hello").status == "200")
            #expect(server.listener.connectionCount <= 8)
            try await silent[0].closeFuture.get()
            for channel in silent { try? await channel.close().get() }
            #expect(try await client.request("GET", "/hello").status == "200")
            try await client.close()
        }
    }

    @Test("to a table of header fields without end gets none that grows with its answers")
    func table() async throws {
        try await TestServer.run { server in
            let client = try await RawClient.connect(server, settings: [0, 1, 0xFF, 0xFF, 0xFF, 0xFF])
            let foreign: [UInt8] = [0x82, 0x87, 0x84, 0x01, 4] + Array("evil".utf8)
            for number in 0..<40 {
                let stream = UInt32(2 * number + 1)
                try await client.send([Frame(kind: .headers, flags: 5, stream: stream, payload: foreign)])
                try await client.wait("the answer") {
                    client.frames.contains { $0.kind == .data && $0.stream == stream && $0.flags == Frame.endStream }
                }
            }
            let heads = client.frames.filter { $0.kind == .headers }.map { Self.insertions(in: $0.payload) }
            #expect(heads.count == 40 && heads[0] <= 10)
            #expect(heads.dropFirst().allSatisfy { $0 == 0 }, "\(heads)")
            try await client.close()
        }
    }

    @Test("of nothing, for its requests were refused: its resets are not counted, others are")
    func refused() async throws {
        try await TestServer.run([(\.cutOffs, 20)]) { server in
            let client = try await RawClient.connect(server)
            for number in 0..<60 {
                let stream = UInt32(2 * number + 1)
                try await client.send([Attack.post(stream, "/refuse"), Attack.data(stream, 100)])
                try await client.wait("the refusal") {
                    client.frames.contains { $0.stream == stream && $0.flags & Frame.endStream != 0 }
                }
                // A piece was on its way when it stopped.
                try await client.send([Attack.data(stream, 100), Attack.reset(stream)])
            }
            #expect(!client.isClosed)
            try await client.send((60..<81).flatMap { [Attack.post(2 * $0 + 1), Attack.reset(2 * $0 + 1)] })
            try await client.wait("the end") { client.isClosed }
            #expect(client.code(.goAway) == Attack.calm)
        }
    }

    @Test("to refused uploads holds no memory of others: they are drained within the bounds, and give it back")
    func drained() async throws {
        try await TestServer.run([(\.bodyBudget, 2 * Limits().streamWindow), (\.drainSeconds, 60)]) { server in
            let client = try await TestClient.connect(server)
            var uploads: [TestStream] = []
            for _ in 0..<40 {
                let stream = try await client.open(TestClient.head("POST", "/refuse"), endStream: false)
                try await stream.send([UInt8](repeating: 1, count: 16_384), end: false)
                uploads.append(stream)
            }
            while server.responder.arrived.withLock({ $0 }) < 40 { try await Task.sleep(for: .milliseconds(5)) }
            let honest = try await TestClient.connect(server)
            #expect(try await honest.request("POST", "/echo", body: [0x41]).text.hasSuffix(" A"))
            // What a refused upload still sends is read and thrown away; beyond the bound it is reset.
            let over = Array(repeating: UInt8(1), count: 65_536)
            for _ in 0...(Limits().drain / over.count) { try? await uploads[0].send(over, end: false) }
            #expect(try await uploads[0].response.get().reset == .noError)
            try await client.close()
            try await honest.close()
        }
    }

    // MARK: - Many

    private static let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"

    @Test("in thousands leaves room for who asks, and costs little")
    func many() async throws {
        let wanted = Self.isLong ? 10_000 : 100
        // Each takes two files here, one of the client and one of the server; where the system allows fewer, fewer come.
        let count = min(wanted, (Self.raiseFiles(to: 2 * wanted + 1_000) - 1_000) / 2)
        try #require(count >= 100, "the system allows too few open files")
        let room: [(WritableKeyPath<Limits, Int>, Int)] = [
            (\.connections, 2 * count), (\.connectionsPerOrganisation, 2 * count), (\.idleSeconds, 3_600),
            (\.handshakeSeconds, 60),
        ]
        try await TestServer.run(room) { server in
            let honest = try await TestClient.connect(server)
            let before = Self.residentBytes
            var clients: [RawClient] = []
            for number in 0..<count {
                clients.append(try await RawClient.connect(server))
                guard number % 100 == 0 else { continue }
                #expect(try await honest.request("GET", "/hello").status == "200")
            }
            #expect(server.listener.connectionCount == count + 1)
            if Self.isLong {
                let each = (Self.residentBytes - before) / count
                print("\(count) connections, client and server: \(each) bytes each")
                #expect(each < 524_288)
            }
            for client in clients { try await client.close() }
            while server.listener.connectionCount > 1 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try await honest.request("GET", "/hello").status == "200")
            try await honest.close()
        }
    }

    /// Literals of a block of HPACK that go into the table (RFC 7541 §6.2.1).
    private static func insertions(in block: [UInt8]) -> Int {
        var (rest, count) = (block[...], 0)
        func number(_ bits: Int) -> Int {
            let mask = 1 << bits - 1
            var value = Int(rest.removeFirst()) & mask
            guard value == mask else { return value }
            var shift = 0
            while let byte = rest.popFirst() {
                value += Int(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            return value
        }
        func skip(named index: Int) {
            for _ in 0..<(index == 0 ? 2 : 1) { rest = rest.dropFirst(number(7)) }
        }
        while let first = rest.first {
            switch first {
            case 0x80...: _ = number(7)
            case 0x40...:
                count += 1
                skip(named: number(6))
            case 0x20...: _ = number(5)
            default: skip(named: number(4))
            }
        }
        return count
    }

    /// Raises what the process may open, as far as it may; how many that is then.
    private static func raiseFiles(to wanted: Int) -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        _ = unsafe getrlimit(resource, &limit)
        guard limit.rlim_cur < UInt(wanted) else { return wanted }
        // Who is the superuser may raise the hard limit as well.
        var raised = rlimit(rlim_cur: UInt(wanted), rlim_max: max(UInt(wanted), limit.rlim_max))
        if unsafe setrlimit(resource, &raised) == 0 { return wanted }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(resource, &limit)
        return Int(clamping: limit.rlim_cur)
    }

    private static var residentBytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
