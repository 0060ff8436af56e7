// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

/// Says what handing in a message would be answered, from its header alone; nothing of the message is stored (DESIGN §7).
///
/// The decision is recorded and counts against the sender's rate like any other, so that asking is no way to probe for free.
package struct CheckMessage {
    private let call: ExchangeCall

    /// Prepares to check for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Checks a header.
    ///
    /// - Parameter bytes: `message.json`.
    /// - Returns: How many people of the sender must have signed before the message would be delivered; the future fails with what
    ///   `POST /v1/messages` would answer.
    package func callAsFunction(_ bytes: [UInt8]) -> EventLoopFuture<Int> {
        self.call.eventLoop.makeCompletedFuture { () throws -> MessageHeader in
            let header = try MessageHeader(parsing: bytes, limits: self.call.context.limits)
            try self.call.peer.mustSpeak(for: header)
            return header
        }
        .flatMap { header in
            self.call.context.ground(of: HeaderView(header), on: self.call.eventLoop).flatMap { self.rule(header, $0) }
        }
    }

    private func rule(_ header: MessageHeader, _ ground: SendingGround) -> EventLoopFuture<Int> {
        switch ground.rules.engine.authorize(
            self.call.peer,
            toSend: header,
            facts: ground.facts,
            trace: self.call.trace,
            isQuestion: true
        ) {
        case .denied(let denial):
            return self.call.context.refuse(denial, on: self.call.eventLoop)
        case .allowed(let authorization):
            let releases = authorization.releases
            return self.call.context.count(authorization.record, on: self.call.eventLoop).map { releases }
        }
    }
}
