// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelStore

/// Gives one of the systems that share a mailbox messages that no other one is given meanwhile.
///
/// A claim changes nothing about who may see a message: it says which system of the organisation is to collect it.
package struct ClaimPost {
    private let call: ExchangeCall

    /// Prepares to claim for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Messages that were not collected yet, in order of arrival, with the end of the lease by the server's clock.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` where the path names none that could be.
    ///   - claimant: What the system calls itself.
    ///   - limit: How many it holds at most, with what it holds already.
    ///   - lease: Seconds until others may have them.
    /// - Returns: A future that fails as a list of the mailbox would.
    package func callAsFunction(
        _ mailbox: MailboxName?,
        as claimant: String,
        limit: Int,
        lease: Int
    ) -> EventLoopFuture<ClaimedPost> {
        let call = self.call
        guard let mailbox, call.peer.may(.read, mailbox: mailbox) else {
            return call.eventLoop.makeFailedFuture(Problem(.notFound))
        }
        let (clock, facts) = (call.context.clock, Facts(asOf: call.context.clock(), asker: mailbox))
        switch call.context.policy.engine.authorize(call.peer, toList: mailbox, facts: facts, trace: call.trace) {
        case .denied(let denial): return call.context.hide(denial, on: call.eventLoop)
        case .granted(let grant):
            let certificate = call.peer.connection.certificate
            let claim = Claim(certificate: certificate, claimant: claimant, limit: limit, lease: lease)
            let promise = call.eventLoop.makePromise(of: ClaimedPost.self)
            call.context.store.committer.commit(
                { transaction in
                    try transaction.record(grant.record)
                    return try transaction.claim(claim, in: mailbox, at: clock())
                },
                answering: promise
            )
            return promise.futureResult
        }
    }
}
