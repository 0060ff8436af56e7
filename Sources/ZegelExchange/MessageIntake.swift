// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore

/// A message that comes in over the wire, piece by piece, and ends durable or refused; used on the event loop of its stream.
package protocol MessageIntake<Outcome>: AnyObject {
    /// How it can end well.
    associatedtype Outcome: Sendable

    /// Takes a piece.
    ///
    /// - Returns: `nil` where the next piece may come at once; otherwise a future that succeeds when it may, and fails with what refuses the message.
    func take(_ bytes: ByteBuffer) -> EventLoopFuture<Void>?

    /// Ends it when the request has ended.
    func end() -> EventLoopFuture<Outcome>

    /// Gives up: the client is gone, or was answered.
    func abandon()
}
