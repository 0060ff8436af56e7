// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix

/// The loopback listener for operators: `/health/live`, `/health/ready` and `/metrics`, over plain HTTP/1.1.
///
/// It has no authentication, so it binds to a loopback address only.
struct AdminListener: Sendable {
    /// What the listener reports.
    struct Reports: Sendable {
        /// Whether the server accepts messages now.
        let isReady: @Sendable () -> Bool
        /// The metrics in the Prometheus text format.
        let metrics: @Sendable () -> String
    }

    let reports: Reports

    /// Begins to listen.
    ///
    /// - Throws: What the system says where the address is taken.
    func bind(host: String, port: Int, group: any EventLoopGroup) async throws -> any Channel {
        let reports = self.reports
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(AdminHandler(reports: reports))
                }
            }
            .bind(host: host, port: port)
            .get()
    }
}

private final class AdminHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let reports: AdminListener.Reports

    init(reports: AdminListener.Reports) { self.reports = reports }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = self.unwrapInboundIn(data) else { return }
        let (status, body) = self.answer(to: head)
        var bytes = context.channel.allocator.buffer(capacity: body.utf8.count)
        bytes.writeString(body)
        let fields: HTTPHeaders = [
            "content-type": "text/plain; version=0.0.4; charset=utf-8", "content-length": "\(bytes.readableBytes)",
            "connection": "close",
        ]
        context.write(
            self.wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: fields))),
            promise: nil
        )
        context.write(self.wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(self.wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error _: any Error) { context.close(promise: nil) }

    private func answer(to head: HTTPRequestHead) -> (HTTPResponseStatus, String) {
        guard head.method == .GET else { return (.methodNotAllowed, "GET only\n") }
        switch head.uri {
        case "/health/live": return (.ok, "live\n")
        case "/health/ready": return self.reports.isReady() ? (.ok, "ready\n") : (.serviceUnavailable, "not ready\n")
        case "/metrics": return (.ok, self.reports.metrics())
        default: return (.notFound, "not found\n")
        }
    }
}
