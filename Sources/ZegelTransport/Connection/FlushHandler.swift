// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Sends what the answers of one turn of the event loop wrote together: one call of the system for all of them, and not one for each.
///
/// A commit completes many requests at once; each answer flushes its stream.
final class FlushHandler: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private var isDue = false

    func flush(context: ChannelHandlerContext) {
        guard !self.isDue else { return }
        self.isDue = true
        let (this, context) = (
            NIOLoopBound(self, eventLoop: context.eventLoop), NIOLoopBound(context, eventLoop: context.eventLoop)
        )
        this.eventLoop.execute { this.value.flushNow(context.value) }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        self.flushNow(context)
        context.close(mode: mode, promise: promise)
    }

    private func flushNow(_ context: ChannelHandlerContext) {
        guard self.isDue else { return }
        self.isDue = false
        context.flush()
    }
}
