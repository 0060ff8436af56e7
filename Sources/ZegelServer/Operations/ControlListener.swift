// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ZegelCore

/// The socket in the data folder over which operators speak to a running server, HTTP/1.1, one question per connection.
///
/// Who may open it is who owns the folder: it needs no other name, and nobody on the network has a way to it.
struct ControlListener: Sendable {
    /// Its name in the data folder.
    static let name = "control.sock"

    /// Bytes of a path that the system takes for a socket.
    private static let longestPath = 107

    let desk: ControlDesk
    let logger: Logger

    /// Begins to listen, for the owner of the folder alone.
    ///
    /// - Parameter folder: The data folder.
    /// - Returns: `nil` where the path of the folder is too long for a socket; the server runs without one then, and says so.
    /// - Throws: What the system says.
    func bind(in folder: String) async throws -> (any Channel)? {
        let path = "\(folder)/\(Self.name)"
        guard path.utf8.count <= Self.longestPath else {
            self.logger.warning("the path of the data folder is too long for the operators' socket")
            return nil
        }
        let desk = self.desk
        // Nobody else may connect, not even before its mode is set.
        let mask = umask(0o177)
        defer { umask(mask) }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ControlHandler(desk: desk))
                }
            }
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true)
            .get()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return channel
    }
}

private final class ControlHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let desk: ControlDesk

    init(desk: ControlDesk) { self.desk = desk }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = self.unwrapInboundIn(data) else { return }
        let (desk, channel) = (self.desk, context.channel)
        let (method, uri) = (head.method.rawValue, head.uri)
        channel.eventLoop.makeFutureWithTask { try await desk.answer(method, uri) }.whenComplete { result in
            switch result {
            case .success(let json): Self.write(json, .ok, "application/json", to: channel)
            case .failure(let error):
                let problem = Problem(any: error)
                let status = HTTPResponseStatus(statusCode: problem.status)
                Self.write(problem.document, status, "application/problem+json", to: channel)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error _: any Error) { context.close(promise: nil) }

    private static func write(
        _ json: JSONValue,
        _ status: HTTPResponseStatus,
        _ type: String,
        to channel: any Channel
    ) {
        let bytes = ByteBuffer(bytes: json.encoded)
        let fields: HTTPHeaders = [
            "content-type": type, "content-length": "\(bytes.readableBytes)", "connection": "close",
        ]
        channel.write(
            HTTPServerResponsePart.head(.init(version: .http1_1, status: status, headers: fields)),
            promise: nil
        )
        channel.write(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in channel.close(promise: nil) }
    }
}
