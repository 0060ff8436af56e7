// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing
import ZegelTrust

/// A client that writes HTTP/2 frames byte by byte, also those that no library would.
final class RawClient: Sendable {
    /// A frame of RFC 9113 §4.1.
    struct Frame: Sendable {
        /// The types that the tests use.
        enum Kind: UInt8, Sendable {
            // swift-format-ignore: OneCasePerLine
            case data, headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
            /// One of those that RFC 9113 leaves to others.
            case unknown = 0xF0
        }

        let kind: Kind
        var flags: UInt8 = 0
        var stream: UInt32 = 0
        /// The length that the frame states, where it is not that of its payload.
        var length: Int?
        var payload: [UInt8] = []

        static let endStream: UInt8 = 1
        static let endHeaders: UInt8 = 4

        var bytes: [UInt8] {
            let length = self.length ?? self.payload.count
            return [UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)]
                + [self.kind.rawValue, self.flags] + Self.number(self.stream) + self.payload
        }

        /// Four bytes, the first one first.
        static func number(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }
    }

    private struct State {
        var bytes: [UInt8] = []
        var isClosed = false
    }

    private let channel: any Channel
    private let state: Box

    private init(_ channel: any Channel, _ state: Box) {
        self.channel = channel
        self.state = state
    }

    /// Connects with the client's certificate, and says the preface and settings unless told not to.
    ///
    /// - Parameter settings: The payload of SETTINGS.
    static func connect(
        _ server: TestServer,
        preface: Bool = true,
        settings: [UInt8] = []
    ) async throws -> RawClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateChain = try [server.client.der, server.authority.issuing.identity.der].map {
            .certificate(try NIOSSLCertificate(bytes: $0, format: .der))
        }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(server.client.keyPEM.utf8), format: .pem))
        tls.trustRoots = .certificates([
            try NIOSSLCertificate(bytes: server.authority.root.identity.der, format: .der)
        ])
        tls.applicationProtocols = ["h2"]
        let context = try NIOSSLContext(configuration: tls)
        let box = Box()
        let channel = try await ClientBootstrap(group: TestServer.group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
                    try pipeline.addHandler(Collector(box))
                }
            }
            .connect(host: "127.0.0.1", port: server.port).get()
        let client = RawClient(channel, box)
        guard preface else { return client }
        try await client.send(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
        try await client.send([Frame(kind: .settings, payload: settings)])
        // The settings of the server hold once they are confirmed.
        try await client.wait("SETTINGS") { client.frames.contains { $0.kind == .settings && $0.flags == 0 } }
        try await client.send([Frame(kind: .settings, flags: 1)])
        return client
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) async throws { try await self.channel.writeAndFlush(ByteBuffer(bytes: bytes)).get() }

    /// Sends frames in one go: what fits into one record of TLS is read as a whole, also where the server closes in the middle.
    func send(_ frames: [Frame]) async throws { try await self.send(frames.flatMap(\.bytes)) }

    /// Whether it reads what comes.
    func reads(_ isReading: Bool) async throws {
        try await self.channel.setOption(.autoRead, value: isReading).get()
    }

    /// Closes the connection, where the server has not.
    func close() async throws {
        do { try await self.channel.close().get() } catch ChannelError.alreadyClosed {}
    }

    /// The frames that came so far; one of a kind that the tests do not know ends the list.
    var frames: [Frame] {
        self.state.value.withLock { state in
            var (frames, rest): ([Frame], ArraySlice<UInt8>) = ([], state.bytes[...])
            while rest.count >= 9 {
                let head = Array(rest.prefix(9))
                let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
                guard rest.count >= 9 + length, let kind = Frame.Kind(rawValue: head[3]) else { break }
                let stream = head[5...8].reduce(0) { $0 << 8 | UInt32($1) }
                let payload = Array(rest.dropFirst(9).prefix(length))
                frames.append(Frame(kind: kind, flags: head[4], stream: stream, payload: payload))
                rest = rest.dropFirst(9 + length)
            }
            return frames
        }
    }

    /// The error code of the last frame of a kind on a stream: RST_STREAM, or GOAWAY on stream 0.
    func code(_ kind: Frame.Kind, on stream: UInt32 = 0) -> UInt8? {
        self.frames.last { $0.kind == kind && $0.stream == stream }?.payload.dropFirst(kind == .goAway ? 4 : 0).prefix(
            4
        )
        .last
    }

    /// Whether the connection has ended.
    var isClosed: Bool { self.state.value.withLock { $0.isClosed } }

    /// Waits for something to become true, a minute at most.
    func wait(
        _ what: String,
        _ condition: () -> Bool,
        meanwhile: () async throws -> Void = {}
    ) async throws {
        for _ in 0..<30_000 {
            if condition() { return }
            try await meanwhile()
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("\(what) did not come")
    }

    private final class Box: Sendable {
        let value = Mutex(State())
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let box: Box

        init(_ box: Box) { self.box = box }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = self.unwrapInboundIn(data)
            self.box.value.withLock { $0.bytes += bytes.readableBytesView }
        }

        func channelInactive(context: ChannelHandlerContext) { self.box.value.withLock { $0.isClosed = true } }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

extension RawClient.Frame {
    /// The head of a request in HPACK without any table: GET or POST.
    static func request(
        _ method: String,
        _ path: String,
        on stream: UInt32,
        flags: UInt8,
        more: [UInt8] = []
    ) -> RawClient.Frame {
        // Indexed fields of RFC 7541 appendix A: 2 GET, 3 POST, 7 https; literals named by 1 :authority and 4 :path.
        let block: [UInt8] =
            [method == "GET" ? 0x82 : 0x83, 0x87, 0x01, 9] + Array("localhost".utf8)
            + [0x04, UInt8(path.utf8.count)] + Array(path.utf8) + more
        return RawClient.Frame(kind: .headers, flags: flags, stream: stream, payload: block)
    }
}
