// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
package import ZegelStore

/// Lists what a mailbox is to answer or consent to, and what it waits for from others; decided as a list of the mailbox is.
package struct ListDue {
    private let call: ExchangeCall

    /// Prepares to list for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The requests that have not been answered, the most urgent first.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - limit: How many of each at most.
    /// - Returns: A future that fails with `not-found` for a mailbox that is not the caller's, absent or not.
    package func callAsFunction(_ mailbox: MailboxName?, limit: Int) -> EventLoopFuture<OpenRequests> {
        guard let mailbox, self.call.peer.may(.read, mailbox: mailbox) else {
            return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        return self.call.context.store.read(on: self.call.eventLoop) { try $0.requests(of: mailbox, limit: limit) }
            .flatMap { self.call.told($0, of: mailbox) }
    }
}
