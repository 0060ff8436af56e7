// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelStore

/// Lists the post of one mailbox in order of arrival, a page at a time, waiting for it where asked to (DESIGN §7).
package struct ListMailbox {
    private let call: ExchangeCall

    /// Prepares to list for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// A page.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - cursor: The `next` of the page before, or `nil` for the beginning.
    ///   - limit: How many messages at most.
    ///   - wait: How long to wait for post, in seconds, where there is none.
    /// - Returns: A future that fails with `not-found` for a mailbox that is not the caller's, absent or not, and with
    ///   `request.cursor` for a cursor of another mailbox. The policy decides when it answers, not when it begins to wait.
    package func callAsFunction(
        _ mailbox: MailboxName?,
        after cursor: String?,
        limit: Int,
        wait: Int
    ) -> EventLoopFuture<MailboxPage> {
        guard let mailbox, self.call.peer.may(.read, mailbox: mailbox) else {
            return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        // The bell is asked before the store: what arrives in between then ends the wait.
        let bell = wait > 0 ? self.call.context.bell.wait(for: mailbox, seconds: wait, on: self.call.eventLoop) : nil
        return self.page(mailbox, cursor, limit).flatMap { page in
            guard page.messages.isEmpty, let bell else { return self.decide(mailbox, page) }
            return bell.flatMap { self.page(mailbox, cursor, limit) }.flatMap { self.decide(mailbox, $0) }
        }
    }

    private func page(_ mailbox: MailboxName, _ cursor: String?, _ limit: Int) -> EventLoopFuture<MailboxPage> {
        self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.page(of: mailbox, after: cursor, limit: limit)
        }
    }

    private func decide(_ mailbox: MailboxName, _ page: MailboxPage) -> EventLoopFuture<MailboxPage> {
        let facts = Facts(asOf: self.call.context.clock(), asker: mailbox)
        switch self.call.context.policy.engine.authorize(
            self.call.peer,
            toList: mailbox,
            facts: facts,
            trace: self.call.trace
        ) {
        case .denied(let denial):
            return self.call.context.hide(denial, on: self.call.eventLoop)
        case .granted(let grant):
            return self.call.context.record(grant.record, on: self.call.eventLoop).map { page }
        }
    }
}
