// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
package import ZegelStore

/// Tells what came into a mailbox since a place in it, and again and again: one step of a stream of events (DESIGN §7).
///
/// Each step is a call of its own, by a peer whose token was looked at anew, and each is decided anew. A step that tells nothing
/// leaves no record; the first one does, as a list would.
package struct FollowMailbox {
    /// Events that are told in one step, so that a stream holds no more than these in memory.
    package static let most = 100
    private let call: ExchangeCall

    /// Prepares a step for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// What came behind a place, in order of arrival; it does not wait.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - cursor: The id of the last event, or `nil` for the beginning.
    ///   - isFirst: Whether the stream begins with it.
    /// - Returns: A future that fails as a list of the mailbox would.
    package func callAsFunction(
        _ mailbox: MailboxName?,
        after cursor: String?,
        isFirst: Bool
    ) -> EventLoopFuture<[MailboxEvent]> {
        guard let mailbox, self.call.peer.may(.read, mailbox: mailbox) else {
            return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.events(of: mailbox, after: cursor, limit: Self.most)
        }
        .flatMap { events in self.call.told(events, of: mailbox, tellsNothing: events.isEmpty && !isFirst) }
    }
}
