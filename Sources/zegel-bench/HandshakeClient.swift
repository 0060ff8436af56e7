// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import NIOSSL

/// A client that does nothing but full handshakes with its certificate, each on a connection of its own.
struct HandshakeClient {
    private let context: NIOSSLContext
    private let port: Int

    /// - Parameter group: The only group that it offers.
    init(port: Int, home: String, group: NIOTLSCurve) throws {
        let keys = "\(home)/pki/organisations/aivd"
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        tls.curves = [group]
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile("\(keys)/client.pem").map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(keys)/client.key", format: .pem))
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile("\(home)/pki/ca.pem"))
        tls.applicationProtocols = ["h2"]
        tls.shutdownTimeout = .seconds(1)
        self.context = try NIOSSLContext(configuration: tls)
        self.port = port
    }

    /// Makes so many connections, some at a time.
    ///
    /// - Throws: What went wrong where one of them did not come so far that the server said its first word of HTTP/2.
    func perform(_ count: Int, atOnce lanes: Int) async throws {
        try await withThrowingTaskGroup { group in
            for lane in 0..<lanes {
                group.addTask { for _ in stride(from: lane, to: count, by: lanes) { try await self.connect() } }
            }
            try await group.waitForAll()
        }
    }

    private func connect() async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let word = loop.makePromise(of: Void.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: loop)
                .channelInitializer { [context] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers([
                            NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                            FirstWord(word),
                        ])
                    }
                }
                .connect(host: "127.0.0.1", port: self.port).get()
        } catch {
            word.fail(error)
            throw error
        }
        try await word.futureResult.get()
        try? await channel.close().get()
    }
}

/// Waits for the first bytes that the server sends inside TLS, which it does once it has let the client in.
private final class FirstWord: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<Void>

    init(_ promise: EventLoopPromise<Void>) { self.promise = promise }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { self.promise.succeed() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { self.promise.fail(error) }

    func channelInactive(context: ChannelHandlerContext) { self.promise.fail(ChannelError.eof) }
}
