// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Tells when a client makes the server work for nothing: with frames that carry nothing, far more than belong to what is exchanged.
///
/// The library counts resets, PING, SETTINGS, PRIORITY and empty DATA. It does not count WINDOW_UPDATE, without which nobody could read an
/// answer, frames of types that nobody knows, and bodies of one byte per frame. For each byte of header fields and bodies, in either
/// direction, eight that carry nothing are fair; a client that widens a window for every frame of an answer uses hundreds of times less.
struct FloodWatch {
    private static let fair = 8
    private static let window = TimeAmount.seconds(30)

    private let allowance: Int
    private var inbound = FrameMeter(preface: 24)
    private var outbound = FrameMeter()
    private var start: NIODeadline

    /// - Parameter allowance: Bytes that are never too many, each half minute.
    init(allowance: Int, at now: NIODeadline) {
        self.allowance = allowance
        self.start = now
    }

    /// How often the server has said GOAWAY, whoever of it did.
    var farewells: Int { self.outbound.farewells }

    mutating func wrote(_ bytes: ByteBuffer) { self.outbound.weigh(bytes) }

    /// Weighs what came; whether it is too much of nothing.
    mutating func isFlooded(by bytes: ByteBuffer, at now: NIODeadline) -> Bool {
        if now - self.start > Self.window {
            self.start = now
            (self.inbound.useful, self.inbound.idle, self.outbound.useful) = (0, 0, 0)
        }
        self.inbound.weigh(bytes)
        return self.inbound.idle > self.allowance + Self.fair * (self.inbound.useful + self.outbound.useful)
    }
}

/// Stands between TLS and HTTP/2, and says when a connection is flooded; nothing more of it is read then.
final class FloodHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Tells the handlers behind it.
    struct Flooded: Sendable {}

    private var watch: FloodWatch
    private var isFlooded = false

    /// How often the server has said GOAWAY.
    var farewells: Int { self.watch.farewells }

    init(allowance: Int) { self.watch = FloodWatch(allowance: allowance, at: .now()) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !self.isFlooded else { return }
        self.isFlooded = self.watch.isFlooded(by: self.unwrapInboundIn(data), at: .now())
        if self.isFlooded {
            context.fireUserInboundEventTriggered(Flooded())
        } else {
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        self.watch.wrote(self.unwrapOutboundIn(data))
        context.write(data, promise: promise)
    }
}
