// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Someone else's server: lists, sets of keys and answers about certificates, good and bad.
final class OutsideServer: Sendable {
    enum Reply: Sendable {
        case bytes([UInt8])
        case status(Int)
        case redirect(String)
        /// A head, and then a byte now and then, without end.
        case drip
        /// Computed from what was posted.
        case answer(@Sendable ([UInt8]) -> [UInt8])

        static func text(_ text: String) -> Reply { .bytes(Array(text.utf8)) }
    }

    private let replies = Mutex<[String: Reply]>([:])
    private let requests = Mutex<[String: Int]>([:])
    private let channel: any Channel

    private init(_ channel: any Channel) { self.channel = channel }

    /// Starts a server, runs the test, stops the server.
    static func run(_ test: (OutsideServer) async throws -> Void) async throws {
        let box = Mutex<OutsideServer?>(nil)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(Handler(server: box.withLock { $0 }))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let server = OutsideServer(channel)
        box.withLock { $0 = server }
        do { try await test(server) } catch {
            try? await channel.close()
            throw error
        }
        try? await channel.close()
    }

    /// The address of a path.
    func url(_ path: String) -> String { "http://127.0.0.1:\(self.channel.localAddress?.port ?? 0)\(path)" }

    /// What is answered under a path, from now on; `nil` for 404.
    subscript(path: String) -> Reply? {
        get { self.replies.withLock { $0[path] } }
        set { self.replies.withLock { $0[path] = newValue } }
    }

    /// How often a path was asked for.
    func count(_ path: String) -> Int { self.requests.withLock { $0[path] ?? 0 } }

    private func reply(to path: String) -> Reply {
        self.requests.withLock { $0[path, default: 0] += 1 }
        return self[path] ?? .status(404)
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let server: OutsideServer?
        private var path = ""
        private var body: [UInt8] = []

        init(server: OutsideServer?) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch self.unwrapInboundIn(data) {
            case .head(let head): (self.path, self.body) = (head.uri, [])
            case .body(let piece): self.body += piece.readableBytesView
            case .end: self.answer(context)
            }
        }

        private func answer(_ context: ChannelHandlerContext) {
            switch self.server?.reply(to: self.path) ?? .status(503) {
            case .bytes(let bytes): self.write(.ok, bytes, [:], context)
            case .status(let code): self.write(.init(statusCode: code), [], [:], context)
            case .redirect(let place): self.write(.found, [], ["location": place], context)
            case .answer(let make): self.write(.ok, make(self.body), [:], context)
            case .drip:
                let head = HTTPResponseHead(version: .http1_1, status: .ok)
                context.write(self.wrapOutboundOut(.head(head)), promise: nil)
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                let task = context.eventLoop.scheduleRepeatedTask(
                    initialDelay: .zero,
                    delay: .milliseconds(50)
                ) { _ in
                    let (handler, context) = bound.value
                    let piece = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: [0x30])))
                    context.writeAndFlush(handler.wrapOutboundOut(piece), promise: nil)
                }
                context.channel.closeFuture.whenComplete { _ in task.cancel() }
            }
        }

        private func write(
            _ status: HTTPResponseStatus,
            _ bytes: [UInt8],
            _ fields: KeyValuePairs<String, String>,
            _ context: ChannelHandlerContext
        ) {
            var headers = HTTPHeaders(fields.map { ($0.key, $0.value) })
            headers.add(name: "content-length", value: "\(bytes.count)")
            let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
            context.write(self.wrapOutboundOut(.head(head)), promise: nil)
            context.write(self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
            context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
