// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
package import ZegelStore

/// Lists the versions of lists that a mailbox publishes and has; decided as a list of the mailbox is.
package struct ReadLists {
    private let call: ExchangeCall

    /// Prepares to read for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The versions, the last first.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - limit: How many of each at most.
    /// - Returns: A future that fails with `not-found` for a mailbox that is not the caller's, absent or not.
    package func callAsFunction(_ mailbox: MailboxName?, limit: Int) -> EventLoopFuture<MailboxLists> {
        guard let mailbox, self.call.peer.may(.read, mailbox: mailbox) else {
            return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        return self.call.context.store.read(on: self.call.eventLoop) { try $0.lists(of: mailbox, limit: limit) }
            .flatMap { self.call.told($0, of: mailbox) }
    }
}
