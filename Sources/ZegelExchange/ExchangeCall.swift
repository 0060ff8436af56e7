// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelIdentity
package import ZegelPolicy

/// One authenticated call: what every use case needs to know of whoever asks.
package struct ExchangeCall: Sendable {
    /// What the use cases stand on.
    package let context: ExchangeContext
    /// Who asks.
    package let peer: AuthenticatedPeer
    /// The trace that the decision record names.
    package let trace: TraceContext
    /// The event loop of the stream, on which the answer is awaited.
    package let eventLoop: any EventLoop

    /// Describes a call.
    package init(
        _ context: ExchangeContext,
        by peer: AuthenticatedPeer,
        trace: TraceContext,
        on eventLoop: any EventLoop
    ) {
        self.context = context
        self.peer = peer
        self.trace = trace
        self.eventLoop = eventLoop
    }
}
