// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL
import ZegelCore

/// A server that hands all calls of one organisation on to the real one, and changes what it answers to those that hand something in.
final class TamperingServer: Sendable {
    typealias Change = @Sendable ([JSONValue.Member]) -> [JSONValue.Member]

    private let channel: any Channel
    private let client: HTTPClient

    /// Where it listens.
    var url: String { "https://127.0.0.1:\(self.channel.localAddress?.port ?? 0)" }

    /// - Parameters:
    ///   - server: The real one; this one shows its certificate.
    ///   - organisation: Whose certificate it shows to the real one.
    ///   - place: What the path of a call ends with whose answer is changed.
    private init(
        _ server: RunningServer,
        _ organisation: String,
        _ place: String,
        _ change: @escaping Change
    ) async throws {
        let keys = "\(server.home)/pki/organisations/\(organisation)/client"
        var outward = TLSConfiguration.makeClientConfiguration()
        outward.trustRoots = .file("\(server.home)/pki/ca.pem")
        outward.certificateChain = try NIOSSLCertificate.fromPEMFile("\(keys).pem").map { .certificate($0) }
        outward.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(keys).key", format: .pem))
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: .init(tlsConfiguration: outward)
        )
        var inward = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile("\(server.home)/pki/server.pem")
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: "\(server.home)/pki/server.key", format: .pem))
        )
        inward.applicationProtocols = ["h2"]
        let context = try NIOSSLContext(configuration: inward)
        let url = server.url
        self.client = client
        self.channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    _ = try channel.pipeline.syncOperations.configureHTTP2Pipeline(
                        mode: .server,
                        connectionConfiguration: .init(),
                        streamConfiguration: .init()
                    ) { stream in
                        stream.eventLoop.makeCompletedFuture {
                            let handler = Passing(client: client, url: url, place: place, change: change)
                            try stream.pipeline.syncOperations.addHandlers([
                                HTTP2FramePayloadToHTTP1ServerCodec(), handler,
                            ])
                        }
                    }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// Runs a test before such a server.
    static func with<Value>(
        _ server: RunningServer,
        as organisation: String,
        changing place: String,
        by change: @escaping Change,
        _ body: (TamperingServer) throws -> Value
    ) async throws -> Value {
        let tampering = try await TamperingServer(server, organisation, place, change)
        let outcome = Result { try body(tampering) }
        try await tampering.channel.close()
        try await tampering.client.shutdown()
        return try outcome.get()
    }

    /// Gathers a call, makes it again, and answers.
    private final class Passing: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let client: HTTPClient
        private let url: String
        private let place: String
        private let change: Change
        private var head: HTTPRequestHead?
        private var body = ByteBuffer()

        init(client: HTTPClient, url: String, place: String, change: @escaping Change) {
            self.client = client
            self.url = url
            self.place = place
            self.change = change
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch Self.unwrapInboundIn(data) {
            case .head(let head): self.head = head
            case .body(var piece): self.body.writeBuffer(&piece)
            case .end: if let head { self.pass(head, context) }
            }
        }

        private func pass(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
            var fields = head.headers
            fields.remove(name: "host")
            fields.remove(name: "content-length")
            let changes = head.uri.hasSuffix(self.place) && head.method == .POST
            let (channel, change) = (context.channel, self.change)
            let request = Result {
                try HTTPClient.Request(
                    url: self.url + head.uri,
                    method: head.method,
                    headers: fields,
                    body: self.body.readableBytes == 0 ? nil : .byteBuffer(self.body)
                )
            }
            guard case .success(let request) = request else { return channel.close(promise: nil) }
            self.client.execute(request: request).hop(to: context.eventLoop).whenComplete { result in
                guard case .success(let answer) = result else { return channel.close(promise: nil) }
                var bytes = answer.body.map { Array($0.readableBytesView) } ?? []
                if changes, answer.status.code < 300, let members = (try? StrictJSON.parse(bytes))?.members {
                    bytes = JSONValue.object(change(members)).encoded
                }
                var fields = answer.headers
                for name in ["content-length", "connection", "transfer-encoding"] { fields.remove(name: name) }
                channel.write(
                    HTTPServerResponsePart.head(.init(version: .http2, status: answer.status, headers: fields)),
                    promise: nil
                )
                channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))), promise: nil)
                channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
            }
        }
    }
}
