// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization
import ZegelLog

/// The listener of a witness: `POST /add-checkpoint` over HTTP/1.1, with TLS where there is a certificate.
///
/// Whoever asks needs no name: what counts is the signature of the log under the checkpoint. So everything is bounded: connections,
/// the size of a question, and the time that one may take.
struct WitnessListener: Sendable {
    let witness: Witness
    let tls: NIOSSLContext?
    let limits: WitnessLimits
    /// Told how each question was answered.
    let record: @Sendable (WitnessRecord) -> Void

    /// Begins to listen.
    ///
    /// - Throws: What the system says where the address is taken.
    func bind(host: String, port: Int, group: any EventLoopGroup) async throws -> any Channel {
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
                    try pipeline.addHandler(
                        WitnessHandler(witness: self.witness, limits: self.limits, record: self.record)
                    )
                }
            }
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .bind(host: host, port: port)
            .get()
    }
}

/// What one side may ask of a witness at most.
struct WitnessLimits: Sendable {
    /// Connections that are open at the same time.
    var connections = 512
    /// The time without a byte after which a connection ends.
    var idle = TimeAmount.seconds(30)
    /// The time that a whole question may take to come.
    var question = TimeAmount.seconds(15)
}

/// How a question was answered, for logs and metrics; it names nobody.
struct WitnessRecord: Sendable {
    /// The log, where the witness knows it.
    let log: String?
    /// The status.
    let status: Int
    /// One word for the outcome.
    let outcome: String
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
