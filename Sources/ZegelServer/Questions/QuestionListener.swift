// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Synchronization

/// Answers one kind of question, sent with POST to one path over HTTP/1.1, with TLS where there is a certificate.
///
/// Whoever asks needs no name: what counts is what a question holds. So everything is bounded: connections, the size of a question, and the
/// time that one may take.
struct QuestionListener: NamedService {
    let desk: QuestionDesk
    var tls: NIOSSLContext?
    var limits = QuestionLimits()
    let endpoint: ServerConfiguration.Endpoint
    /// Called with the port once questions are answered.
    let ready: @Sendable (Int) -> Void

    /// Listens until it is told to stop.
    func run() async throws {
        let channel = try await self.bind(
            host: self.endpoint.host,
            port: self.endpoint.port,
            group: MultiThreadedEventLoopGroup.singleton
        )
        self.ready(channel.localAddress?.port ?? 0)
        try? await gracefulShutdown()
        try? await channel.close().get()
    }

    /// Begins to listen.
    ///
    /// - Throws: What the system says where the address is taken.
    private func bind(host: String, port: Int, group: any EventLoopGroup) async throws -> any Channel {
        let open = OpenConnections()
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                guard open.add(below: self.limits.connections) else { return channel.close() }
                channel.closeFuture.whenComplete { _ in open.remove() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls = self.tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.addHandler(IdleStateHandler(allTimeout: self.limits.idle))
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(QuestionHandler(desk: self.desk, limits: self.limits))
                }
            }
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .bind(host: host, port: port)
            .get()
    }
}

/// Where questions of one kind are answered.
struct QuestionDesk: Sendable {
    /// The path that they are sent to.
    let path: String
    /// Bytes of a question.
    let maximumBytes: Int
    /// Answers one; it may wait for a disk.
    let answer: @Sendable ([UInt8]) -> QuestionAnswer
    /// Told how each was answered, those included that were refused before they were read.
    let record: @Sendable (QuestionAnswer) -> Void
}

/// An answer, and what is told about it; that names nobody.
struct QuestionAnswer: Sendable {
    /// The HTTP status.
    let status: Int
    /// The media type of the body.
    let type: String
    /// What is sent.
    let body: [UInt8]
    /// One word for the outcome.
    let word: String
    /// What it was about, where that is known.
    var subject: String?
}

/// What one side may ask at most.
struct QuestionLimits: Sendable {
    /// Connections that are open at the same time.
    var connections = 512
    /// The time without a byte after which a connection ends.
    var idle = TimeAmount.seconds(30)
    /// The time that a whole question may take to come.
    var question = TimeAmount.seconds(15)
}

/// Counts the connections that are open.
private final class OpenConnections: Sendable {
    private let count = Mutex(0)

    func add(below bound: Int) -> Bool {
        self.count.withLock { count in
            guard count < bound else { return false }
            count += 1
            return true
        }
    }

    func remove() { self.count.withLock { $0 -= 1 } }
}
