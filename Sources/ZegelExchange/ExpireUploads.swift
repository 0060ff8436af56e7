// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelStore

/// Forgets the uploads whose time is over, a few at a time: who hands in a message meanwhile finds room in the committer's queue.
package struct ExpireUploads: Sendable {
    /// Rows that became messages and are removed in one job.
    private static let rows = 1_000
    /// Jobs that wait at a time, where the queue has room for many.
    private static let jobs = 64

    private let context: ExchangeContext
    private let eventLoop: any EventLoop
    private let now: Instant
    private let jobs: Int

    /// Prepares to forget those whose time is over by now.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
        self.now = context.clock()
        self.jobs = max(1, min(Self.jobs, context.limits.committerQueue / 4))
    }

    /// Forgets them all, each once whoever works on it has left.
    ///
    /// - Returns: How many there were.
    package func callAsFunction() -> EventLoopFuture<Int> {
        self.settled().flatMap { settled in self.others().map { settled + $0 } }
    }

    /// Those that became messages hold nothing but a row.
    private func settled() -> EventLoopFuture<Int> {
        let now = self.now
        return self.context.write(on: self.eventLoop) { transaction in
            try transaction.endSettledUploads(expiredAt: now, most: Self.rows)
        }
        .flatMap { count in
            guard count == Self.rows else { return self.eventLoop.makeSucceededFuture(count) }
            return self.settled().map { count + $0 }
        }
    }

    private func others() -> EventLoopFuture<Int> {
        let (now, jobs) = (self.now, self.jobs)
        return self.context.store.read(on: self.eventLoop) { try $0.expiredUploads(at: now, most: jobs) }
            .flatMap { uploads in
                EventLoopFuture.whenAllSucceed(uploads.map(self.end), on: self.eventLoop).flatMap { ended in
                    let count = ended.count(where: { $0 })
                    guard uploads.count == jobs else { return self.eventLoop.makeSucceededFuture(count) }
                    return self.others().map { count + $0 }
                }
            }
    }

    /// - Returns: Whether it is forgotten; who worked on it may have brought a part that keeps it.
    private func end(_ upload: StoredUpload) -> EventLoopFuture<Bool> {
        let (context, eventLoop, now) = (self.context, self.eventLoop, self.now)
        let (turn, may) = context.uploads.ask(for: upload.id, on: eventLoop) {}
        return may.flatMap { context.write(on: eventLoop) { try $0.end(upload, ifExpiredAt: now) } }
            .flatMap { files in
                guard let files else { return eventLoop.makeSucceededFuture(false) }
                return context.store.perform(on: eventLoop) { context.store.remove(parts: files) }.map { true }
            }
            .always { _ in turn.end() }
    }
}
