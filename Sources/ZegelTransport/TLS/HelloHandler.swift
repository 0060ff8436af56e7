// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL

/// Stands in front of TLS until both sides have said hello, which they do in the clear.
///
/// From the client's hello it chooses the TLS context, from the server's it learns what was chosen. The library says neither which group
/// was negotiated, nor lets a server insist on the order of its own groups.
final class HelloHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Where what was agreed is kept for the gate.
    final class Agreement {
        fileprivate(set) var negotiated: NegotiatedTLS?
    }

    /// Enough for any hello with the largest key shares, and for the server's own certificates.
    private static let maximum = 65_536

    private let server: ServerContext
    private let agreement: Agreement
    private var client: HandshakeMessages? = HandshakeMessages(maximum: HelloHandler.maximum)
    private var answer = HandshakeMessages(maximum: HelloHandler.maximum)
    /// What arrived and TLS has not seen yet.
    private var waiting: [ByteBuffer] = []
    /// What the server said, where it is TLS 1.2 and the group is still to come.
    private var hello12: ServerHello?
    private var isDone = false

    init(server: ServerContext, agreement: Agreement) {
        self.server = server
        self.agreement = agreement
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard self.client != nil else { return context.fireChannelRead(data) }
        let bytes = self.unwrapInboundIn(data)
        self.waiting.append(bytes)
        self.client?.append(bytes)
        switch self.client?.next() {
        case .more: ()
        case .message(ClientHello.type, let body): self.begin(context, ClientHello(body))
        default: self.begin(context, nil)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if self.client == nil { context.fireChannelReadComplete() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if !self.isDone {
            self.answer.append(self.unwrapOutboundIn(data))
            self.readAnswer()
        }
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        // Not before: what is written and not yet flushed would be forgotten.
        if self.isDone { context.pipeline.syncOperations.removeHandler(context: context, promise: nil) }
    }

    private func readAnswer() {
        while !self.isDone {
            switch (self.answer.next(), self.hello12) {
            case (.more, _): return
            case (.message(ServerHello.type, let body), nil):
                guard let hello = ServerHello(body) else { return self.end(nil) }
                if hello.version == 0x0303 { self.hello12 = hello } else if !hello.isRetry { self.end(hello) }
            case (.message(12, let body), .some(let hello)):
                self.end(hello, group: ServerHello.group(inKeyExchange: body))
            case (.message, _): ()
            case (.changeCipherSpec, .some(let hello)):
                // A resumed session of TLS 1.2, in which no keys are exchanged.
                self.end(hello)
            case (.changeCipherSpec, nil): ()
            case (.ended, _): self.end(nil)
            }
        }
    }

    private func begin(_ context: ChannelHandlerContext, _ hello: ClientHello?) {
        self.client = nil
        let pieces = self.waiting
        self.waiting = []
        do {
            let tls = self.server.makeHandler(for: hello)
            try context.pipeline.syncOperations.addHandler(tls, position: .after(self))
        } catch {
            return context.close(promise: nil)
        }
        for piece in pieces { context.fireChannelRead(self.wrapInboundOut(piece)) }
    }

    private func end(_ hello: ServerHello?, group: UInt16? = nil) {
        self.isDone = true
        self.agreement.negotiated = hello.map {
            NegotiatedTLS(version: $0.version, suite: $0.suite, group: group ?? $0.group)
        }
    }
}
