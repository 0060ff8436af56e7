// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOHTTP2

/// Watches over one HTTP/2 connection: closes it when idle or broken, and lets it end gracefully when the server stops.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private static let farewell = HTTP2PingData(withInteger: 0x7A65_6765_6C00_0001)

    private let idleTime: TimeAmount
    private let logger: Logger
    private let door: FloodHandler
    private var cutOffs: EventRate
    /// How often we said GOAWAY ourselves.
    private var farewells = 0
    private var machine = ConnectionMachine()
    private var idleSince = NIODeadline.now()
    private var timer: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    /// - Parameters:
    ///   - door: What stands in front of HTTP/2.
    ///   - cutOffs: Requests that the client may break off unanswered in half a minute.
    init(behind door: FloodHandler, idleTime: TimeAmount, cutOffs: Int, logger: Logger) {
        self.door = door
        self.idleTime = idleTime
        self.cutOffs = EventRate(cutOffs, in: .seconds(30))
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        self.schedule(in: self.idleTime)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        self.timer?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .ping(Self.farewell, ack: true) = self.unwrapInboundIn(data).payload else { return }
        self.perform(self.machine.farewellAnswered())
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { self.perform(self.machine.leave()) }
        if event is FloodHandler.Flooded { self.endNow() }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        self.logger.debug("connection error", metadata: ["error": "\(type(of: error))"])
        // An error of one stream has reset that stream, and the library counts it. Where it said GOAWAY, or TLS is broken, nothing more can
        // come of the connection.
        if !(error is any NIOHTTP2Error) || self.door.farewells > self.farewells {
            // The library does not flush each GOAWAY itself.
            context.flush()
            context.close(promise: nil)
        }
    }

    func streamOpened(_ id: HTTP2StreamID) { self.machine.streamOpened(Int(id)) }

    func streamClosed() { self.perform(self.machine.streamClosed()) }

    /// A request was broken off before it had its answer: work for nothing, of which a client may ask so much and no more.
    func streamCutOff() {
        if !self.cutOffs.allows(at: .now()) { self.endNow() }
    }

    /// Ends the connection of a client that makes the server work for nothing.
    private func endNow() {
        guard let context = self.context else { return }
        self.logger.debug("connection ended: too much that leads to nothing")
        self.goAway(HTTP2StreamID(self.machine.lastStream), .enhanceYourCalm)
        context.flush()
        context.close(promise: nil)
    }

    private func perform(_ action: ConnectionMachine.Action) {
        guard let context = self.context else { return }
        switch action {
        case .none: ()
        case .idle: self.idleSince = .now()
        case .announce:
            self.goAway(.maxID)
            let ping = HTTP2Frame(streamID: .rootStream, payload: .ping(Self.farewell, ack: false))
            context.writeAndFlush(self.wrapOutboundOut(ping), promise: nil)
        case .goAway(let last):
            self.goAway(HTTP2StreamID(last))
            context.flush()
        case .goAwayAndClose(let last):
            self.goAway(HTTP2StreamID(last))
            context.flush()
            context.close(promise: nil)
        case .close:
            // The frame that ended the last stream is written but not yet flushed.
            context.eventLoop.assumeIsolated().execute { self.context?.close(promise: nil) }
        }
    }

    private func goAway(_ last: HTTP2StreamID, _ code: NIOHTTP2.HTTP2ErrorCode = .noError) {
        self.farewells += 1
        let payload = HTTP2Frame.FramePayload.goAway(lastStreamID: last, errorCode: code, opaqueData: nil)
        self.context?.write(self.wrapOutboundOut(.init(streamID: .rootStream, payload: payload)), promise: nil)
    }

    private func schedule(in time: TimeAmount) {
        self.timer = self.context?.eventLoop.assumeIsolated().scheduleTask(in: time) { self.timerFired() }
    }

    private func timerFired() {
        guard self.machine.openStreams == 0 else { return self.schedule(in: self.idleTime) }
        let idle = NIODeadline.now() - self.idleSince
        guard idle >= self.idleTime else { return self.schedule(in: self.idleTime - idle) }
        guard !self.machine.isLeaving else {
            self.context?.close(promise: nil)
            return
        }
        self.perform(self.machine.leave())
        self.schedule(in: .seconds(5))
    }
}

/// Counts events in a time, one time after the other.
struct EventRate {
    private let maximum: Int
    private let time: TimeAmount
    private var count = 0
    private var end: NIODeadline?

    init(_ maximum: Int, in time: TimeAmount) {
        self.maximum = maximum
        self.time = time
    }

    /// Counts one; whether it is within the maximum.
    mutating func allows(at now: NIODeadline) -> Bool {
        if self.end.map({ now >= $0 }) ?? true { (self.count, self.end) = (0, now + self.time) }
        self.count += 1
        return self.count <= self.maximum
    }
}

/// Tells a connection's handler of its streams.
struct StreamObserver: NIOHTTP2StreamDelegate {
    private let handler: NIOLoopBound<ConnectionHandler>

    init(_ handler: ConnectionHandler, eventLoop: any EventLoop) {
        self.handler = NIOLoopBound(handler, eventLoop: eventLoop)
    }

    func streamCreated(_ id: HTTP2StreamID, channel: any Channel) { self.handler.value.streamOpened(id) }

    func streamClosed(_ id: HTTP2StreamID, channel: any Channel) { self.handler.value.streamClosed() }
}
