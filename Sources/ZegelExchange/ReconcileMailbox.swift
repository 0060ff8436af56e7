// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelSeal
import ZegelStore

/// Signs what was delivered to and from a mailbox on a day; decided as a list of the mailbox is.
package struct ReconcileMailbox {
    private let call: ExchangeCall

    /// Prepares to sign for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The signed record.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - day: The day, in Europe/Amsterdam; of one that is not over, what has come until now.
    /// - Returns: A future that fails with `not-found` for a mailbox that is not the caller's, absent or not, and with `rate.exceeded` where
    ///   its organisation had too many in this minute.
    package func callAsFunction(
        _ mailbox: MailboxName?,
        on day: CalendarDate
    ) -> EventLoopFuture<SealedReconciliation> {
        guard let mailbox, self.call.peer.may(.read, mailbox: mailbox) else {
            return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        do { try self.call.context.exports.count(self.call.peer.oin) } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        let (now, sealer) = (self.call.context.clock(), self.call.context.seal.sealer)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.pairs(
                of: mailbox,
                from: Amsterdam.end(of: day.advanced(byDays: -1)),
                until: Amsterdam.end(of: day)
            )
        }
        .flatMap { self.call.told($0, of: mailbox) }
        .flatMapThrowing { pairs in
            try sealer.reconcile(mailbox, on: day, at: now, received: pairs.received, sent: pairs.sent)
        }
    }
}
