// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import Synchronization
package import ZegelCore

/// Tells those who wait for post in a mailbox that some has come.
///
/// A wait ends at the first ring after it began, or at its deadline; whoever waited asks the store again, under the policy of that
/// moment. Ringing costs nothing where nobody waits.
package final class MailboxBell: Sendable {
    private struct Waiters {
        var next = 0
        var isStopped = false
        var byMailbox: [MailboxName: [Int: EventLoopPromise<Void>]] = [:]
    }

    private let waiters = Mutex(Waiters())

    /// Creates a bell that nobody waits for.
    package init() {}

    /// Whether the server stops, so that nobody waits any more.
    package var isStopped: Bool { self.waiters.withLock { $0.isStopped } }

    /// Ends every wait for these mailboxes.
    package func ring(for mailboxes: [MailboxName]) {
        let woken = self.waiters.withLock { waiters in
            mailboxes.flatMap { waiters.byMailbox.removeValue(forKey: $0).map { Array($0.values) } ?? [] }
        }
        for promise in woken { promise.succeed() }
    }

    /// Waits for post in a mailbox.
    ///
    /// - Parameters:
    ///   - mailbox: Where post is expected.
    ///   - seconds: How long to wait at most.
    ///   - eventLoop: Where the answer is given.
    /// - Returns: A wait whose future ends at the first ring or at the deadline, whichever comes first.
    package func wait(for mailbox: MailboxName, seconds: Int, on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        let promise = eventLoop.makePromise(of: Void.self)
        let key: Int? = self.waiters.withLock { waiters in
            guard !waiters.isStopped else { return nil }
            waiters.next += 1
            waiters.byMailbox[mailbox, default: [:]][waiters.next] = promise
            return waiters.next
        }
        guard let key else {
            promise.succeed()
            return promise.futureResult
        }
        let deadline = eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { self.forget(key, of: mailbox)?.succeed() }
        promise.futureResult.whenComplete { _ in deadline.cancel() }
        return promise.futureResult
    }

    /// Ends every wait because the rules have changed: whoever waited may have no business here any more.
    package func ringAll() { self.ringAll(stopping: false) }

    /// Ends every wait, and each that would begin, before the server stops.
    package func stop() { self.ringAll(stopping: true) }

    private func ringAll(stopping: Bool) {
        let woken = self.waiters.withLock { waiters in
            if stopping { waiters.isStopped = true }
            let all = waiters.byMailbox.values.flatMap { Array($0.values) }
            waiters.byMailbox = [:]
            return all
        }
        for promise in woken { promise.succeed() }
    }

    private func forget(_ key: Int, of mailbox: MailboxName) -> EventLoopPromise<Void>? {
        self.waiters.withLock { waiters in
            let promise = waiters.byMailbox[mailbox]?.removeValue(forKey: key)
            if waiters.byMailbox[mailbox]?.isEmpty == true { waiters.byMailbox[mailbox] = nil }
            return promise
        }
    }
}
