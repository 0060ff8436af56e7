// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelStore

/// Reads the decision records of the exchanges that the caller audits; that it did so is a decision of its own.
///
/// The record of the reading names no exchange, so that reading to the end comes to an end.
package struct ReviewDecisions {
    private let call: ExchangeCall

    /// Prepares to read for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// A page, in the order in which the decisions were stored.
    ///
    /// - Parameters:
    ///   - cursor: The `next` of the page before, or `nil` for the beginning.
    ///   - limit: How many records at most.
    /// - Returns: A future that fails with `policy.denied` for who audits nothing, and with `request.cursor` for another cursor.
    package func callAsFunction(after cursor: String?, limit: Int) -> EventLoopFuture<DecisionPage> {
        let call = self.call
        let engine = call.context.policy.engine
        switch engine.authorize(call.peer, toReview: Facts(asOf: call.context.clock()), trace: call.trace) {
        case .denied(let denial): return call.context.refuse(denial, on: call.eventLoop)
        case .granted(let grant):
            let exchanges = engine.exchanges(auditedBy: call.peer.mailboxes(for: .audit))
            return call.context.store.read(on: call.eventLoop) { view in
                try view.decisions(in: exchanges, after: cursor, limit: limit)
            }
            .flatMap { page in call.context.record(grant.record, on: call.eventLoop).map { page } }
        }
    }
}
