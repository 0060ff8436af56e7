// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelSeal
import ZegelStore

/// Destroys messages at the end of their term, in two steps that a crash may come between (DESIGN §3.9).
///
/// First all that the store holds of a message is taken away in one transaction. Then files and older pages of the database leave the disk,
/// and only when they have does the server sign that the message is gone. What was begun and not signed is found again at the next start.
package struct EraseMessages: Sendable {
    /// Erasures that are finished at a time.
    private static let batch = 100

    private let context: ExchangeContext
    private let journal: ErasureJournal?
    private let eventLoop: any EventLoop

    /// Prepares to erase.
    ///
    /// - Parameter journal: Remembers outside the store what was erased, before the disk is cleared.
    package init(_ context: ExchangeContext, journal: ErasureJournal? = nil, on eventLoop: any EventLoop) {
        self.context = context
        self.journal = journal
        self.eventLoop = eventLoop
    }

    /// Takes a message away.
    ///
    /// - Parameters:
    ///   - record: What will be signed.
    ///   - statements: How many statements the archive has of it; where one has come since it stays, to be handed over anew.
    /// - Returns: A future of whether it was taken away.
    package func begin(_ record: ErasureRecord, with statements: Int? = nil) -> EventLoopFuture<Bool> {
        let promise = self.eventLoop.makePromise(of: Bool.self)
        self.context.store.committer.commit(
            { transaction in
                if let statements, try transaction.statements(of: record.message) != statements { return false }
                return try transaction.erase(record.message, stating: record.encoded, at: record.time)
            },
            answering: promise
        )
        return promise.futureResult
    }

    /// Clears the disk of what was taken away, then signs for it.
    ///
    /// - Returns: A future of how many are signed now; none while a reader keeps the database's log from being cut off.
    package func finish() -> EventLoopFuture<Int> {
        let (store, eventLoop) = (self.context.store, self.eventLoop)
        return store.read(on: eventLoop) { try $0.unfinishedErasures(limit: Self.batch) }.flatMap { erasures in
            guard !erasures.isEmpty else { return eventLoop.makeSucceededFuture(0) }
            return store.perform(on: eventLoop) {
                try self.journal?.add(erasures)
                try self.context.withdrawals.remove(erasures.map(\.message))
            }
            .flatMap {
                store.clear(erasures, on: eventLoop)
            }
            .flatMap { isClear in isClear ? self.sign(erasures) : eventLoop.makeSucceededFuture(0) }
        }
    }

    private func sign(_ erasures: [UnfinishedErasure]) -> EventLoopFuture<Int> {
        let (sealer, now) = (self.context.seal.sealer, self.context.clock())
        let promise = self.eventLoop.makePromise(of: Int.self)
        self.context.store.committer.commit(
            { transaction in
                for erasure in erasures {
                    try transaction.finish(erasure, signature: sealer.sign(erasure: erasure.record, at: now))
                }
                return erasures.count
            },
            answering: promise
        )
        return promise.futureResult
    }
}
