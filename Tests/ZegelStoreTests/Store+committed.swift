// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import ZegelStore

extension Store {
    /// Has something written, and waits until it is durable.
    func committed<Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Value.self)
        self.committer.commit(work, answering: promise)
        return try await promise.futureResult.get()
    }
}
