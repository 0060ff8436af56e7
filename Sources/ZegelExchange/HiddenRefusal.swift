// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore

extension ExchangeContext {
    /// Makes the record of a refusal durable where the asker hears that there is nothing.
    ///
    /// It hears so also where there were too many: `429` would tell that there is something.
    func hide<Value>(_ denial: Denial, on eventLoop: any EventLoop) -> EventLoopFuture<Value> {
        let promise = eventLoop.makePromise(of: RefusalOutcome.self)
        self.store.committer.commit({ transaction in try transaction.refuse(denial.record) }, answering: promise)
        return promise.futureResult.flatMapThrowing { _ in throw Problem(.notFound) }
    }
}
