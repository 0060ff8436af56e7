// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore

/// Answers requests: the layer above the transport.
package protocol RequestResponder: Sendable {
    /// Who asks, as the gate said.
    associatedtype Identity: Sendable

    /// Counts a request before it is read, so that one that cannot be read counts as well; called on the event loop of the connection.
    ///
    /// - Throws: What answers it, where it is one too many.
    func admit(_ identity: Identity) throws(Problem)

    /// Begins to answer a request; called on the event loop of the connection, before the body is read.
    ///
    /// The answer may be given at once, which refuses the body, or at any later time on that event loop.
    ///
    /// - Returns: What takes the body of the request.
    func respond(to head: RequestHead, of identity: Identity, over stream: RequestStream) -> any RequestBodyHandler
}

/// Takes the body of one request; everything is called on the event loop of its stream, and nothing after the answer has ended.
package protocol RequestBodyHandler: AnyObject {
    /// Some bytes arrived.
    ///
    /// After ``RequestStream/pause()`` what had been read already may still come, at most one flow-control window.
    func received(_ bytes: ByteBuffer)

    /// The body is complete, and as long as `content-length` said.
    func ended()

    /// The stream was reset, or the connection closed, or the server itself answered (a time-out, a length that was wrong) before this
    /// request was answered whole. Nothing can be sent any more.
    func abandoned()
}
