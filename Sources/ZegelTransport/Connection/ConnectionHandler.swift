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
    private var machine = ConnectionMachine()
    private var idleSince = NIODeadline.now()
    private var timer: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    init(idleTime: TimeAmount, logger: Logger) {
        self.idleTime = idleTime
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
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        self.logger.debug("connection error", metadata: ["error": "\(type(of: error))"])
        // An error of one stream has reset that stream. Any other has sent GOAWAY, or has broken TLS: nothing more can come of it.
        if !Self.concernsOneStream(error) { context.close(promise: nil) }
    }

    func streamOpened(_ id: HTTP2StreamID) { self.machine.streamOpened(Int(id)) }

    func streamClosed() { self.perform(self.machine.streamClosed()) }

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

    private func goAway(_ last: HTTP2StreamID) {
        let payload = HTTP2Frame.FramePayload.goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil)
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

    private static func concernsOneStream(_ error: any Error) -> Bool {
        switch error {
        case is NIOHTTP2Errors.StreamError, is NIOHTTP2Errors.StreamClosed, is NIOHTTP2Errors.InvalidPseudoHeaders,
            is NIOHTTP2Errors.MissingPseudoHeader, is NIOHTTP2Errors.DuplicatePseudoHeader,
            is NIOHTTP2Errors.PseudoHeaderAfterRegularHeader, is NIOHTTP2Errors.UnknownPseudoHeader,
            is NIOHTTP2Errors.EmptyPathHeader, is NIOHTTP2Errors.ForbiddenHeaderField,
            is NIOHTTP2Errors.InvalidHTTP2HeaderFieldName, is NIOHTTP2Errors.InvalidHTTP2HeaderFieldValue,
            is NIOHTTP2Errors.TrailersWithoutEndStream, is NIOHTTP2Errors.BadStreamStateTransition:
            true
        default: false
        }
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
