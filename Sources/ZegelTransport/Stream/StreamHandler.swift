// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP2
import ZegelCore

/// Carries the frames of one stream between the HTTP/2 multiplexer and its ``RequestStream``.
///
/// It works on frames, without a codec between: that saves a third of the cost of a small request, and lets the stream write RST_STREAM with
/// a code of its choice.
final class StreamHandler<Responder: RequestResponder>: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    private let stream: RequestStream
    private let responder: Responder
    private let identity: Responder.Identity

    init(stream: RequestStream, responder: Responder, identity: Responder.Identity) {
        self.stream = stream
        self.responder = responder
        self.identity = identity
    }

    func handlerAdded(context: ChannelHandlerContext) { self.stream.context = context }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch self.unwrapInboundIn(data) {
        case .headers(let block):
            if self.stream.machine.awaitsHead {
                let head = self.stream.headArrived(block.headers, endsStream: block.endStream) { () throws(Problem) in
                    try self.responder.admit(self.identity)
                }
                guard let head else { return }
                self.stream.begin(self.responder.respond(to: head, of: self.identity, over: self.stream), head)
            } else if block.endStream {
                // Trailer fields say nothing that Zegel listens to.
                self.stream.bodyEnded()
            }
        case .data(let data):
            if case .byteBuffer(let bytes) = data.data { self.stream.bodyArrived(bytes) }
            if data.endStream { self.stream.bodyEnded() }
        default: ()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { self.stream.readMore() }

    func channelInactive(context: ChannelHandlerContext) {
        self.stream.closed()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What a client resets or cuts off is told to the body's handler when the stream closes, which follows.
    }
}
