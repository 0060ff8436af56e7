// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelIdentity
package import ZegelPolicy
package import ZegelStore

/// Looks at one message: visibility first, then the policy, each time anew (DESIGN §6, §7).
///
/// A message that the caller has no part in is answered exactly as one that never was: one query joins id and permission, and
/// without a row nothing more is done.
package struct ReadMessage {
    /// A message that this caller may see, and how.
    package struct Seen: Sendable {
        /// The message.
        package let message: StoredMessage
        /// Through whose eyes.
        package let grant: ReadGrant
    }

    private let call: ExchangeCall

    /// Prepares to read for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The message as a party of it may see it.
    ///
    /// - Parameter id: The id off the wire, in any shape.
    /// - Returns: A future that fails with `not-found` for what is absent or hidden, and with `message.withdrawn` or
    ///   `message.erased` for an addressee.
    package func callAsFunction(_ id: some StringProtocol & Sendable) -> EventLoopFuture<Seen> {
        self.seen(id, as: self.call.peer.mailboxes(for: .read), isAudit: false)
    }

    /// The message as an auditor of its exchange may see it.
    package func forAudit(_ id: some StringProtocol & Sendable) -> EventLoopFuture<Seen> {
        self.seen(id, as: self.call.peer.mailboxes(for: .audit), isAudit: true)
    }

    private func seen(
        _ id: some StringProtocol & Sendable,
        as mailboxes: [MailboxName],
        isAudit: Bool
    ) -> EventLoopFuture<Seen> {
        let auditable = self.call.context.policy.engine.exchanges(auditedBy: mailboxes)
        let id = MessageID(id)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            guard let id else { return nil }
            return isAudit ? try view.message(id, in: auditable) : try view.message(id, visibleTo: mailboxes)
        }
        .flatMap { (found: StoredMessage?) in
            guard let found else { return self.call.eventLoop.makeFailedFuture(Problem(.notFound)) }
            return self.rule(on: found, isAudit: isAudit)
        }
    }

    /// Decides and records; a refusal reads as absence.
    private func rule(on message: StoredMessage, isAudit: Bool) -> EventLoopFuture<Seen> {
        let facts = Facts(asOf: self.call.context.clock(), release: message.releasedBy)
        let engine = self.call.context.policy.engine
        let ruling =
            isAudit
            ? engine.authorize(self.call.peer, toAudit: message.header, facts: facts, trace: self.call.trace)
            : engine.authorize(self.call.peer, toRead: message.header, facts: facts, trace: self.call.trace)
        switch ruling {
        case .denied(let denial):
            return self.call.context.hide(denial, on: self.call.eventLoop)
        case .granted(let grant):
            return self.call.context.record(grant.record, of: message.id, on: self.call.eventLoop).flatMapThrowing {
                if message.state == .erased { throw Problem(.erased) }
                if message.state == .withdrawn, grant.view == .addressee { throw Problem(.withdrawn) }
                return Seen(message: message, grant: grant)
            }
        }
    }
}
