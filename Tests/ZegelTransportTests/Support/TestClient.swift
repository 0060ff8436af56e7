// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix
import NIOSSL
import Synchronization
import ZegelTrust

/// A plain HTTP/2 client that shows frames, not requests.
final class TestClient: Sendable {
    /// What came back on one stream.
    struct Response: Sendable {
        var status: String?
        /// The statuses that came before, as 100.
        var interim: [String] = []
        var fields = HPACKHeaders()
        var body: [UInt8] = []
        var hasEnded = false
        /// The code of RST_STREAM, where the stream was reset.
        var reset: HTTP2ErrorCode?

        var text: String { String(decoding: self.body, as: UTF8.self) }
    }

    private let channel: any Channel
    private let multiplexer: NIOHTTP2Handler.StreamMultiplexer
    let goAways: GoAwayCollector.Box

    private init(_ channel: any Channel, _ multiplexer: NIOHTTP2Handler.StreamMultiplexer, _ box: GoAwayCollector.Box) {
        self.channel = channel
        self.multiplexer = multiplexer
        self.goAways = box
    }

    static func connect(
        _ server: TestServer,
        as identity: IssuedCertificate? = nil,
        anonymous: Bool = false,
        maximum: TLSVersion? = nil,
        protocols: [String] = ["h2"],
        hostname: String? = "localhost",
        configure: (inout TLSConfiguration) -> Void = { _ in }
    ) async throws -> TestClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        let identity = identity ?? server.client
        if !anonymous {
            let leaf = try NIOSSLCertificate(bytes: identity.der, format: .der)
            let issuing = try NIOSSLCertificate(bytes: server.authority.issuing.identity.der, format: .der)
            tls.certificateChain = [.certificate(leaf), .certificate(issuing)]
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(identity.keyPEM.utf8), format: .pem))
        }
        let root = try NIOSSLCertificate(bytes: server.authority.root.identity.der, format: .der)
        tls.trustRoots = .certificates([root])
        tls.applicationProtocols = protocols
        tls.maximumTLSVersion = maximum
        if hostname != "localhost" { tls.certificateVerification = .noHostnameVerification }
        configure(&tls)
        let context = try NIOSSLContext(configuration: tls)
        let box = GoAwayCollector.Box()
        // A client that may send what the specification forbids.
        var connection = NIOHTTP2Handler.ConnectionConfiguration()
        connection.contentLengthValidation = .disabled
        connection.headerBlockValidation = .disabled
        let configuration = connection
        let channel = try await ClientBootstrap(group: TestServer.group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: hostname))
                    _ = try pipeline.configureHTTP2Pipeline(
                        mode: .client,
                        connectionConfiguration: configuration,
                        streamConfiguration: .init()
                    ) { channel in channel.close() }
                    try pipeline.addHandler(GoAwayCollector(box))
                }
            }
            .connect(host: "127.0.0.1", port: server.port).get()
        let multiplexer = try await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.handler(type: NIOHTTP2Handler.self).syncMultiplexer()
        }.get()
        return TestClient(channel, multiplexer, box)
    }

    /// Resolves when the connection has closed.
    func waitForClose() async throws { try await self.channel.closeFuture.get() }

    func close() async throws { try await self.channel.close().get() }

    /// Opens a stream with header fields.
    ///
    /// - Parameter reads: Whether the answer is read as it comes, or never.
    func open(_ fields: [(String, String)], endStream: Bool, reads: Bool = true) async throws -> TestStream {
        let promise = self.channel.eventLoop.makePromise(of: Response.self)
        do {
            let stream = try await self.multiplexer.createStreamChannel { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.syncOptions?.setOption(.autoRead, value: reads)
                    try channel.pipeline.syncOperations.addHandler(ResponseCollector(promise))
                }
            }.get()
            let headers = HTTP2Frame.FramePayload.headers(.init(headers: HPACKHeaders(fields), endStream: endStream))
            try await stream.writeAndFlush(headers).get()
            return TestStream(channel: stream, response: promise.futureResult)
        } catch {
            promise.fail(error)
            throw error
        }
    }

    /// Sends a whole request and waits for the stream to end.
    func request(
        _ method: String,
        _ path: String,
        authority: String = "localhost",
        fields: [(String, String)] = [],
        body: [UInt8]? = nil
    ) async throws -> Response {
        let stream = try await self.open(
            Self.head(method, path, authority: authority) + fields,
            endStream: body == nil
        )
        if let body { try? await stream.send(body, end: true) }
        return try await stream.response.get()
    }

    static func head(_ method: String, _ path: String, authority: String = "localhost") -> [(String, String)] {
        [(":method", method), (":scheme", "https"), (":authority", authority), (":path", path)]
    }
}

/// One open stream of the client.
struct TestStream: Sendable {
    let channel: any Channel
    let response: EventLoopFuture<TestClient.Response>

    func send(_ bytes: [UInt8], end: Bool) async throws {
        let data = HTTP2Frame.FramePayload.data(.init(data: .byteBuffer(ByteBuffer(bytes: bytes)), endStream: end))
        try await self.channel.writeAndFlush(data).get()
    }

    func reset() async throws { try await self.channel.writeAndFlush(HTTP2Frame.FramePayload.rstStream(.cancel)).get() }
}

/// Collects what comes back on a stream until it ends.
private final class ResponseCollector: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame.FramePayload

    private var response = TestClient.Response()
    private let promise: EventLoopPromise<TestClient.Response>

    init(_ promise: EventLoopPromise<TestClient.Response>) { self.promise = promise }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch self.unwrapInboundIn(data) {
        case .headers(let block):
            if let status = self.response.status { self.response.interim.append(status) }
            self.response.status = block.headers.first(name: ":status")
            self.response.fields = block.headers
            self.response.hasEnded = block.endStream
        case .data(let data):
            if case .byteBuffer(let bytes) = data.data { self.response.body += bytes.readableBytesView }
            self.response.hasEnded = data.endStream
        default: ()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let closed = error as? NIOHTTP2Errors.StreamClosed { self.response.reset = closed.errorCode }
    }

    func channelInactive(context: ChannelHandlerContext) { self.promise.succeed(self.response) }

    func handlerRemoved(context: ChannelHandlerContext) { self.promise.succeed(self.response) }
}

/// Collects the GOAWAY frames of a connection.
final class GoAwayCollector: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame

    /// Where they are kept.
    final class Box: Sendable {
        let frames = Mutex<[(last: Int, code: HTTP2ErrorCode)]>([])
    }

    private let box: Box

    init(_ box: Box) { self.box = box }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .goAway(let last, let code, _) = self.unwrapInboundIn(data).payload {
            self.box.frames.withLock { $0.append((Int(last), code)) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
