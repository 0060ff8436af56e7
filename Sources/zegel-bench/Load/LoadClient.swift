// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix
import NIOSSL
import ZegelCore

/// The connections of a load, spread over its event loops.
struct LoadClient {
    /// Flow-control window of a stream: downloads are not to wait for the client.
    static let window = 4_194_304

    private let plan: LoadPlan
    private let group: MultiThreadedEventLoopGroup
    private let tls: NIOSSLContext
    private let work: LoadWork
    private var connections: [NIOLoopBound<LoadConnection>] = []

    /// Connects, and asks for a token where the plan needs one.
    init(_ plan: LoadPlan) async throws {
        self.plan = plan
        self.group = MultiThreadedEventLoopGroup(numberOfThreads: plan.threads)
        self.tls = try NIOSSLContext(configuration: .load(plan))
        var token: String?
        if let scopes = plan.scopes {
            let asking = try await Self.connect(plan, self.tls, self.group.next(), nil)
            token = try await Self.token(scopes, over: asking)
        }
        self.work = try LoadWork(plan, token: token)
        for _ in 0..<plan.connections {
            self.connections.append(try await Self.connect(plan, self.tls, self.group.next(), self.work))
        }
    }

    /// Makes so many requests as fast as they are answered.
    func run(_ count: Int) async throws {
        let promise = self.group.next().makePromise(of: Void.self)
        self.work.allow(count, promise: promise)
        self.onEach { $0.fill() }
        try await promise.futureResult.get()
    }

    /// Makes the requests that count, at the plan's rate where it has one.
    func measure() async throws -> LoadOutcome {
        try await self.onEachWaiting { $0.reset() }
        let (start, processor) = (ContinuousClock.now, ProcessorClock.own)
        if let rate = self.plan.rate { try await self.pace(rate) } else { try await self.run(self.plan.count) }
        let (seconds, used) = ((ContinuousClock.now - start) / .seconds(1), ProcessorClock.own - processor)
        var outcome = LoadOutcome()
        for bound in self.connections {
            let part = try await bound.eventLoop.submit { bound.value.outcome }.get()
            outcome.latencies.add(part.latencies)
            outcome.failures.merge(part.failures) { $0 + $1 }
            outcome.received += part.received
            outcome.places += part.places
        }
        outcome.seconds = seconds
        outcome.processor = used / 1_000_000
        return outcome
    }

    /// Each connection has a request due at equal distances, its first one a little after that of the one before.
    private func pace(_ rate: Double) async throws {
        let promise = self.group.next().makePromise(of: Void.self)
        self.work.allow(self.plan.count, promise: promise)
        let interval = Double(self.connections.count) / rate * 1_000_000_000
        let tasks = self.connections.enumerated().map { index, bound in
            bound.eventLoop.scheduleRepeatedTask(
                initialDelay: .nanoseconds(Int64(interval * Double(index) / Double(self.connections.count))),
                delay: .nanoseconds(Int64(interval))
            ) { _ in bound.value.due() }
        }
        defer { for task in tasks { task.cancel() } }
        try await promise.futureResult.get()
    }

    private func onEach(_ work: @escaping @Sendable (LoadConnection) -> Void) {
        for bound in self.connections { bound.eventLoop.execute { work(bound.value) } }
    }

    private func onEachWaiting(_ work: @escaping @Sendable (LoadConnection) -> Void) async throws {
        for bound in self.connections { try await bound.eventLoop.submit { work(bound.value) }.get() }
    }

    private static func connect(
        _ plan: LoadPlan,
        _ tls: NIOSSLContext,
        _ loop: any EventLoop,
        _ work: LoadWork?
    ) async throws -> NIOLoopBound<LoadConnection> {
        try await ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOSSLClientHandler(context: tls, serverHostname: "localhost"),
                        NIOHTTP2Handler(
                            mode: .client,
                            initialSettings: [
                                HTTP2Setting(parameter: .enablePush, value: 0),
                                HTTP2Setting(parameter: .initialWindowSize, value: Self.window),
                            ]
                        ),
                        LoadConnection(work),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: plan.port)
            .flatMap { channel in
                channel.eventLoop.submit {
                    let handler = try channel.pipeline.syncOperations.handler(type: LoadConnection.self)
                    return NIOLoopBound(handler, eventLoop: channel.eventLoop)
                }
            }
            .get()
    }

    private static func token(_ scopes: String, over bound: NIOLoopBound<LoadConnection>) async throws -> String {
        let head: HPACKHeaders = [
            ":method": "POST", ":scheme": "https", ":authority": "localhost", ":path": "/oauth/token",
            "content-type": "application/x-www-form-urlencoded",
        ]
        let form = "grant_type=client_credentials&scope=\(scopes.replacing(" ", with: "+"))"
        let answer = try await bound.eventLoop.flatSubmit {
            bound.value.ask(head, ByteBuffer(string: form)) ?? bound.eventLoop.makeFailedFuture(ChannelError.eof)
        }
        .get()
        guard let token = try StrictJSON.parse(Array(answer.readableBytesView))["access_token"]?.string else {
            throw WrongAnswer()
        }
        return token
    }
}

extension TLSConfiguration {
    /// What a client of the trial installation shows and believes: X25519 on both sides, as nginx has nothing newer.
    static func load(_ plan: LoadPlan) throws -> TLSConfiguration {
        let keys = "\(plan.home)/pki/organisations/\(plan.organisation)"
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        tls.curves = [.x25519]
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile("\(keys)/client.pem").map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(keys)/client.key", format: .pem))
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile("\(plan.home)/pki/ca.pem"))
        tls.applicationProtocols = ["h2"]
        return tls
    }
}
