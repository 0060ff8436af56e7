// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOSSL
import NIOTLS
import X509
import ZegelCore
import ZegelTrust

/// Stands between TLS and HTTP/2: nothing of HTTP/2 begins before the gate has said who is connected.
///
/// TLS tells of the finished handshake; the chain that was presented, or that belongs to the resumed session, goes to the gate; then the
/// HTTP/2 handlers are added behind this one, which leaves. What arrives meanwhile waits, and nothing more is read.
final class GateHandler<Gate: ConnectionGate>: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State {
        case handshaking
        case judging
        case closed
    }

    private let server: ServerContext
    private let agreement: HelloHandler.Agreement
    private let gate: Gate
    private let time: TimeAmount
    private let logger: Logger
    private let registry: ConnectionRegistry
    private let opened: (any Channel, AdmittedConnection<Gate>) throws -> Bool
    private var state = State.handshaking
    private var waiting: [ByteBuffer] = []
    private var isReadHeld = false
    private var timer: Scheduled<Void>?

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - agreement: Says, once the handshake is done, what TLS agreed on.
    ///   - opened: Adds the HTTP/2 handlers for an identity; `false` where its organisation has too many connections.
    init(
        server: ServerContext,
        agreement: HelloHandler.Agreement,
        gate: Gate,
        time: TimeAmount,
        registry: ConnectionRegistry,
        logger: Logger,
        opened: @escaping (any Channel, AdmittedConnection<Gate>) throws -> Bool
    ) {
        self.registry = registry
        self.server = server
        self.agreement = agreement
        self.gate = gate
        self.time = time
        self.logger = logger
        self.opened = opened
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.timer = context.eventLoop.assumeIsolated().scheduleTask(in: self.time) {
            self.close(context, "the handshake took too long")
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.timer?.cancel() }

    func read(context: ChannelHandlerContext) {
        if case .handshaking = self.state { context.read() } else { self.isReadHeld = true }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { self.waiting.append(self.unwrapInboundIn(data)) }

    func channelReadComplete(context: ChannelHandlerContext) {}

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted(let negotiated) = event as? TLSUserEvent {
            self.handshakeCompleted(context, negotiated: negotiated)
        } else if event is ChannelShouldQuiesceEvent {
            self.close(context, "the server stops")
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.state = .closed
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        self.logger.debug("connection refused", metadata: ["reason": "TLS", "error": "\(error)"])
        self.close(context, "TLS")
    }

    private func handshakeCompleted(_ context: ChannelHandlerContext, negotiated: String?) {
        guard case .handshaking = self.state else { return }
        guard negotiated == "h2" else { return self.close(context, "the client does not speak h2") }
        let chain: PresentedChain
        do {
            chain = try self.presentedChain(context)
        } catch {
            // No gate sees what cannot be read, so this is the one place that can say why.
            let problem = (error as? TrustError)?.problem ?? Problem(.certificateUntrusted)
            self.logger.notice(
                "connection refused",
                metadata: ["code": .string(problem.code), "reason": .string(problem.detail)]
            )
            return self.close(context, "the client's chain cannot be read, or is unknown to this resumed session")
        }
        guard let negotiated = self.agreement.negotiated else { return self.close(context, "the hellos were not read") }
        Counter(
            label: "zegel_tls_handshakes_total",
            dimensions: [
                ("version", negotiated.version), ("suite", negotiated.suite), ("group", negotiated.group),
                ("resumed", "\(chain.isResumed)"),
            ]
        )
        .increment()
        self.state = .judging
        let gate = self.gate
        let round = self.registry.round
        context.eventLoop.makeFutureWithTask { await gate.admit(chain) }.assumeIsolated().whenComplete { result in
            self.judged(context, chain, negotiated, try? result.get(), in: round)
        }
    }

    private func judged(
        _ context: ChannelHandlerContext,
        _ chain: PresentedChain,
        _ negotiated: NegotiatedTLS,
        _ identity: Gate.Identity?,
        in round: Int
    ) {
        guard case .judging = self.state else { return }
        guard let identity else { return self.close(context, "the gate refused") }
        self.server.remember(chain)
        let admitted = AdmittedConnection(context.channel, negotiated, self.gate, chain, identity)
        do {
            guard try self.opened(context.channel, admitted) else { return self.close(context, "too many connections") }
        } catch {
            return self.close(context, "the connection ended")
        }
        // All were judged again while this one was on its way in.
        if self.registry.round != round { _ = context.eventLoop.makeFutureWithTask { await admitted.judgeAgain() } }
        for buffer in self.waiting { context.fireChannelRead(self.wrapInboundOut(buffer)) }
        if !self.waiting.isEmpty { context.fireChannelReadComplete() }
        self.waiting = []
        if self.isReadHeld { context.read() }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    private func close(_ context: ChannelHandlerContext, _ reason: String) {
        if case .closed = self.state { return }
        self.state = .closed
        self.waiting = []
        self.logger.debug("connection refused", metadata: ["reason": "\(reason)"])
        context.close(promise: nil)
    }

    private func presentedChain(_ context: ChannelHandlerContext) throws -> PresentedChain {
        let pipeline = context.pipeline.syncOperations
        if let presented = try pipeline.nioSSL_peerValidatedCertificateChain() {
            return try PresentedChain(presented: presented.map { try $0.toDERBytes() })
        }
        guard let leaf = try pipeline.nioSSL_peerCertificate()?.toDERBytes(),
            let chain = self.server.recall(ContentDigest(of: leaf))
        else { throw TrustError(.untrusted) }
        return chain.resumed
    }
}

extension PresentedChain {
    /// Reads what was presented in a full handshake; more than eight certificates are refused.
    init(presented: [[UInt8]]) throws {
        guard let leafDER = presented.first, presented.count <= 8 else { throw TrustError(.tooManyIntermediates) }
        self.init(
            leaf: try .reading(leafDER),
            leafDER: leafDER,
            thumbprint: ContentDigest(of: leafDER),
            intermediates: try presented.dropFirst().map { try .reading($0) },
            isResumed: false
        )
    }

    /// The same chain on a connection that resumed its session.
    fileprivate var resumed: PresentedChain {
        PresentedChain(
            leaf: self.leaf,
            leafDER: self.leafDER,
            thumbprint: self.thumbprint,
            intermediates: self.intermediates,
            isResumed: true
        )
    }
}
