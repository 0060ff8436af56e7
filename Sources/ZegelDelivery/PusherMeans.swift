// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import Logging
package import NIOCore
package import ZegelClient
package import ZegelCore
package import ZegelStore
package import ZegelTrust

extension Pusher {
    /// One call of the other server, which gives the bytes of the answer; nothing of them was verified.
    package typealias Call = @Sendable (Dispatch) async throws(ClientError) -> [UInt8]

    /// What a pusher works with.
    package struct Means: Sendable {
        /// Where the queue is.
        let store: Store
        /// Runs what waits for the store.
        let eventLoop: any EventLoop
        /// Who may sign.
        let trust: TrustEvaluator
        /// Makes the copy of a message that a server gets.
        let copy: @Sendable (OutboxItem) async throws -> RelayBody
        /// Told whose mailbox has news of its own message.
        let told: @Sendable (MailboxName) -> Void
        /// How many pushes run at a time.
        let places: Int
        /// Draws a number from 0 up to 1.
        let draw: @Sendable () -> Double
        /// What time it is.
        let clock: WallClock
        /// Told what failed.
        let logger: Logger

        /// Joins them.
        package init(
            store: Store,
            eventLoop: any EventLoop,
            trust: TrustEvaluator,
            copy: @escaping @Sendable (OutboxItem) async throws -> RelayBody,
            told: @escaping @Sendable (MailboxName) -> Void = { _ in },
            places: Int = Limits().pushesPerServer,
            draw: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
            clock: @escaping WallClock,
            logger: Logger
        ) {
            self.store = store
            self.eventLoop = eventLoop
            self.trust = trust
            self.copy = copy
            self.told = told
            self.places = places
            self.draw = draw
            self.clock = clock
            self.logger = logger
        }
    }
}
