// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelTransport

/// Holds a body back until it is known who handles it: while a token is verified for the first time.
///
/// Reading is paused meanwhile, so that only what was under way is held.
final class DeferredBody: RequestBodyHandler {
    private let harness: Harness
    private var handler: (any RequestBodyHandler)?
    private var waiting: [ByteBuffer] = []
    private var hasEnded = false
    private var isAbandoned = false

    init(_ harness: Harness) {
        self.harness = harness
        harness.stream.pause()
    }

    /// Hands everything over, from now on directly.
    func proceed(with handler: any RequestBodyHandler) {
        self.handler = handler
        guard !self.isAbandoned else { return handler.abandoned() }
        // What came first goes first; the handler may have reading paused for itself.
        for bytes in self.waiting { handler.received(bytes) }
        self.waiting = []
        if self.hasEnded { handler.ended() }
        self.harness.stream.resume()
    }

    func received(_ bytes: ByteBuffer) {
        guard let handler = self.handler else { return self.waiting.append(bytes) }
        handler.received(bytes)
    }

    func ended() {
        guard let handler = self.handler else {
            self.hasEnded = true
            return
        }
        handler.ended()
    }

    func abandoned() {
        self.isAbandoned = true
        self.waiting = []
        self.handler?.abandoned()
    }
}
