// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import ZegelCore
import ZegelExchange
import ZegelStore

/// Tells mailboxes what has come due: what they are to answer or to renew, and what has lapsed.
///
/// When that is stands in the store from the moment of the delivery on, so that a server that was away tells it once it is back.
struct ClockService: NamedService {
    /// What is told in one transaction, so that messages never wait long for it.
    static let most = 500
    private static let every = Duration.seconds(15)

    private let context: ExchangeContext
    private let logger: Logger

    init(_ context: ExchangeContext, logger: Logger) {
        self.context = context
        self.logger = logger
    }

    /// Tells until the server stops.
    func run() async throws {
        await self.work(every: Self.every, self.logger, orSaying: "what is due could not be told", self.ring)
    }

    /// Tells all that is due by now; where nothing is, nothing is written.
    func ring() async throws {
        let (store, now, loop) = (self.context.store, self.context.clock(), MultiThreadedEventLoopGroup.singleton.any())
        while try await store.read(on: loop, { try $0.hasAlarm(by: now) }).get() {
            let promise = loop.makePromise(of: Void.self)
            let bell = self.context.bell
            store.committer.commit(
                { transaction in
                    let mailboxes = try transaction.ring(at: now, limit: Self.most)
                    transaction.afterCheckpoint { bell.ring(for: Array(mailboxes)) }
                },
                answering: promise
            )
            try await promise.futureResult.get()
        }
    }
}
