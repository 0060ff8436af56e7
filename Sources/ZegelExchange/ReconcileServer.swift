// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelSeal
import ZegelStore

/// Says what passed between this server and another of partners on a day, for that other server.
package struct ReconcileServer {
    private let call: ExchangeCall

    /// Prepares to answer a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The signed record.
    ///
    /// - Parameter day: The day, in Europe/Amsterdam; of one that is not over, what has passed until now.
    /// - Returns: A future that fails with `relay.unknown` where the policy does not name the caller as a server.
    package func callAsFunction(on day: CalendarDate) -> EventLoopFuture<SealedReconciliation> {
        let (now, sealer, partner) = (self.call.context.clock(), self.call.context.seal.sealer, self.call.peer.oin)
        return self.read(day) { try $0.relayDay($1) }
            .flatMapThrowing { own in
                try sealer.reconcile(
                    with: partner,
                    on: day,
                    at: now,
                    count: own.count,
                    digest: own.digest,
                    open: own.open
                )
            }
    }

    /// What passed, one by one: the digest of the record is over these.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - place: Behind which to begin.
    /// - Returns: A future that fails as ``callAsFunction(on:)``.
    package func passages(
        on day: CalendarDate,
        after place: RelayPassage.Place
    ) -> EventLoopFuture<[RelayPassage]> {
        let limit = self.call.context.limits.page
        return self.read(day) { try $0.passages($1, after: place, limit: limit).map(\.passage) }
    }

    private func read<Value: Sendable>(
        _ day: CalendarDate,
        _ look: @escaping @Sendable (borrowing ReadView, RelayDayKey) throws -> Value
    ) -> EventLoopFuture<Value> {
        let (own, partner) = (self.call.context.server, self.call.peer.oin)
        guard self.call.context.policy.engine.policy.organisations.server(partner) != nil else {
            let problem = Problem(.relayUnknown, "The policy names no such server.")
            return self.call.eventLoop.makeFailedFuture(problem)
        }
        let key = RelayDayKey(own: own, partner: partner, day: day)
        return self.call.context.store.read(on: self.call.eventLoop) { try look($0, key) }
    }
}
