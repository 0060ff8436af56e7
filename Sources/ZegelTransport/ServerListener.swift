// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
package import NIOCore
import NIOHTTP2
import NIOPosix
import Synchronization
package import ZegelCore

/// The server's door: TLS with client certificates, HTTP/2, and nothing else.
package final class ServerListener: Sendable {
    /// Where it listens; the port is the one that was picked where 0 was asked for.
    package let address: SocketAddress
    private let channel: any Channel
    private let registry: ConnectionRegistry
    private let context: ListenerContext

    private init(channel: any Channel, address: SocketAddress, registry: ConnectionRegistry, context: ListenerContext) {
        self.channel = channel
        self.address = address
        self.registry = registry
        self.context = context
    }

    /// Begins to listen.
    ///
    /// - Throws: ``Problem`` for credentials that cannot be used, and the system's error where the address cannot be bound.
    package static func bind<Gate: ConnectionGate, Responder: RequestResponder>(
        host: String,
        port: Int,
        credentials: ServerCredentials,
        gate: Gate,
        responder: Responder,
        configuration: ListenerConfiguration,
        group: any EventLoopGroup
    ) async throws -> ServerListener where Gate.Identity == Responder.Identity {
        let limits = configuration.limits
        let context = try ListenerContext(credentials, maximumChains: limits.connections)
        let registry = ConnectionRegistry(
            maximum: limits.connections,
            maximumPerOrganisation: limits.connectionsPerOrganisation
        )
        let budget = BodyBudget(
            bytes: limits.bodyBudget,
            largest: StreamServices.largestReservation(limits),
            maximumWaiting: max(1, limits.bodyBudget / limits.streamWindow / 4)
        )
        let unread = UnreadBytes(maximum: limits.unreadPerOrganisation)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard registry.enter(channel) else { throw TooManyConnections() }
                    let server = context.current
                    let pipeline = ConnectionPipeline(
                        registry: registry,
                        services: StreamServices(
                            names: server.names,
                            budget: budget,
                            unread: unread,
                            configuration: configuration
                        )
                    )
                    let agreement = HelloHandler.Agreement()
                    try channel.pipeline.syncOperations.addHandlers([
                        HelloHandler(server: server, agreement: agreement),
                        GateHandler(
                            server: server,
                            agreement: agreement,
                            gate: gate,
                            time: .seconds(Int64(limits.handshakeSeconds)),
                            registry: registry,
                            logger: configuration.logger
                        ) { channel, admitted in try pipeline.open(channel, admitted, responder) },
                    ])
                }
            }
            .bind(host: host, port: port)
            .get()
        guard let address = channel.localAddress else { throw ChannelError.unknownLocalAddress }
        return ServerListener(channel: channel, address: address, registry: registry, context: context)
    }

    /// The number of open connections.
    package var connectionCount: Int { self.registry.count }

    /// Uses other credentials from the next connection on; sessions of the old ones are not resumed any more.
    package func renew(_ credentials: ServerCredentials) throws(Problem) {
        try self.context.replace(credentials)
    }

    /// Asks the gate about every open connection again, and closes at once those that it refuses now.
    ///
    /// To be called after each change of what the gate judges by. All others go on undisturbed.
    package func judgeAgain() async {
        for judge in self.registry.beginRound() { await judge() }
    }

    /// Stops: accepts no more, lets running requests finish, and closes what is left at the deadline.
    ///
    /// - Returns: Whether everything had finished in time.
    @discardableResult
    package func drain(seconds: Int) async -> Bool {
        try? await self.channel.close().get()
        let channels = self.registry.stop()
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        let loop = self.channel.eventLoop
        let allClosed = EventLoopFuture.andAllComplete(channels.map(\.closeFuture), on: loop)
        let isInTime = loop.makePromise(of: Bool.self)
        let deadline = loop.scheduleTask(in: .seconds(Int64(seconds))) { isInTime.succeed(false) }
        allClosed.whenComplete { _ in isInTime.succeed(true) }
        let result = (try? await isInTime.futureResult.get()) ?? false
        deadline.cancel()
        if !result { await self.close() }
        return result
    }

    /// Stops at once: closes the door and all connections.
    package func close() async {
        try? await self.channel.close().get()
        let channels = self.registry.stop()
        for channel in channels { channel.close(promise: nil) }
        try? await EventLoopFuture.andAllComplete(channels.map(\.closeFuture), on: self.channel.eventLoop).get()
    }
}

/// Closes a connection for which there is no room.
private struct TooManyConnections: Error {}

/// The TLS context in force.
private final class ListenerContext: Sendable {
    private let context: Mutex<ServerContext>
    private let maximumChains: Int

    init(_ credentials: ServerCredentials, maximumChains: Int) throws(Problem) {
        self.context = Mutex(try ServerContext(credentials: credentials, maximumChains: maximumChains))
        self.maximumChains = maximumChains
    }

    var current: ServerContext { self.context.withLock { $0 } }

    func replace(_ credentials: ServerCredentials) throws(Problem) {
        let new = try ServerContext(credentials: credentials, maximumChains: self.maximumChains)
        self.context.withLock { $0 = new }
    }
}
