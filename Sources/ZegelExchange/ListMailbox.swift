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
            guard page.messages.isEmpty, let bell else { return self.call.told(page, of: mailbox) }
            return bell.flatMap { self.page(mailbox, cursor, limit) }.flatMap { self.call.told($0, of: mailbox) }
        }
    }

    private func page(_ mailbox: MailboxName, _ cursor: String?, _ limit: Int) -> EventLoopFuture<MailboxPage> {
        self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.page(of: mailbox, after: cursor, limit: limit)
        }
    }
}

extension ExchangeCall {
    /// Hands over what was read of a mailbox, once the policy has decided that the caller may have it and that is durable.
    ///
    /// - Parameter tellsNothing: Whether it holds nothing, so that a permission leaves no record; a refusal does.
    func told<Value: Sendable>(
        _ value: Value,
        of mailbox: MailboxName,
        tellsNothing: Bool = false
    ) -> EventLoopFuture<Value> {
        let facts = Facts(asOf: self.context.clock(), asker: mailbox)
        switch self.context.policy.engine.authorize(self.peer, toList: mailbox, facts: facts, trace: self.trace) {
        case .denied(let denial): return self.context.hide(denial, on: self.eventLoop)
        case .granted where tellsNothing: return self.eventLoop.makeSucceededFuture(value)
        case .granted(let grant): return self.context.record(grant.record, on: self.eventLoop).map { value }
        }
    }
}
