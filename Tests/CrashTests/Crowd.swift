// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// Clients of one organisation that connect, say no more than HTTP/2 begins with, and hold on.
final class Crowd {
    /// What came of one that connected.
    enum Outcome {
        case admitted
        /// It got a certificate, and then the end without a frame.
        case closedAfterTLS
        case closedBeforeTLS
    }

    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    private let tls: NIOSSLContext
    private let port: Int
    private var channels: [any Channel] = []

    init(_ organisation: String, to server: ServerUnderTest, of installation: Installation) throws {
        let keys = "\(installation.home)/pki/organisations/\(organisation)"
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile("\(keys)/client.pem").map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(keys)/client.key", format: .pem))
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile("\(installation.home)/pki/ca.pem"))
        tls.applicationProtocols = ["h2"]
        self.tls = try NIOSSLContext(configuration: tls)
        guard let port = server.url.split(separator: ":").last.flatMap({ Int($0) }) else { throw Missing() }
        self.port = port
    }

    /// So many more connect, a few at a time.
    ///
    /// - Returns: What came of each.
    func join(_ count: Int) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        while outcomes.count < count {
            let several = try (0..<min(16, count - outcomes.count)).map { _ in try self.connect() }
            for one in several { outcomes.append(try await one.get()) }
        }
        return outcomes
    }

    /// How many are still connected.
    var count: Int { self.channels.count { $0.isActive } }

    /// All of them go.
    func leave() async {
        for channel in self.channels { try? await channel.close().get() }
        self.channels = []
    }

    private func connect() throws -> EventLoopFuture<Outcome> {
        let loop = Self.group.next()
        let outcome = loop.makePromise(of: Outcome.self)
        let tls = self.tls
        let connected = ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOSSLClientHandler(context: tls, serverHostname: "localhost"), Newcomer(outcome),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: self.port)
        connected.whenFailure { outcome.fail($0) }
        self.channels.append(try connected.wait())
        return outcome.futureResult
    }
}

/// Says how HTTP/2 begins, and sees whether the server does.
private final class Newcomer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let outcome: EventLoopPromise<Crowd.Outcome>
    private var hasSpoken = false
    private var isIn = false

    init(_ outcome: EventLoopPromise<Crowd.Outcome>) { self.outcome = outcome }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent {
            self.hasSpoken = true
            // The preface, and SETTINGS without any.
            let preface = ByteBuffer(string: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0")
            context.writeAndFlush(self.wrapOutboundOut(preface), promise: nil)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = self.unwrapInboundIn(data)
        // The first frame is SETTINGS, and is confirmed once.
        guard !self.isIn, bytes.getInteger(at: bytes.readerIndex + 3, as: UInt8.self) == 4 else { return }
        self.isIn = true
        self.outcome.succeed(.admitted)
        let confirmed = ByteBuffer(string: "\0\0\0\u{4}\u{1}\0\0\0\0")
        context.writeAndFlush(self.wrapOutboundOut(confirmed), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.outcome.succeed(self.hasSpoken ? .closedAfterTLS : .closedBeforeTLS)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
