// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
package import ZegelIdentity
package import ZegelPolicy
import ZegelStore

/// Says what handing in a message would be answered, from its header alone; nothing of the message is stored (DESIGN §7).
///
/// The decision is recorded and counts against the sender's rate like any other, so that asking is no way to probe for free.
package struct CheckMessage {
    private let context: ExchangeContext
    private let peer: AuthenticatedPeer
    private let trace: TraceContext
    private let eventLoop: any EventLoop

    /// Prepares to check for a caller.
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

    /// Checks a header.
    ///
    /// - Parameter bytes: `message.json`.
    /// - Returns: How many people of the sender must have signed before the message would be delivered; the future fails with what
    ///   `POST /v1/messages` would answer.
    package func callAsFunction(_ bytes: [UInt8]) -> EventLoopFuture<Int> {
        self.eventLoop.makeCompletedFuture { () throws -> MessageHeader in
            let header = try MessageHeader(parsing: bytes, limits: self.context.limits)
            try self.peer.mustSpeak(for: header)
            return header
        }
        .flatMap { header in
            self.context.facts(about: header, on: self.eventLoop).flatMap { self.rule(header, $0) }
        }
    }

    private func rule(_ header: MessageHeader, _ facts: Facts) -> EventLoopFuture<Int> {
        switch self.context.policy.engine.authorize(self.peer, toSend: header, facts: facts, trace: self.trace) {
        case .denied(let denial):
            return self.context.refuse(denial, on: self.eventLoop)
        case .allowed(let authorization):
            let releases = authorization.releases
            return self.context.record(authorization.record, on: self.eventLoop).map { releases }
        }
    }
}
