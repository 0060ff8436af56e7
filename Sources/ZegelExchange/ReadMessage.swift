// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelIdentity
package import ZegelPolicy
package import ZegelStore
import ZegelVerify

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
        /// What corrections link it with.
        package let links: CorrectionLinks
        /// How its way to the servers of others stands; its originator alone sees that.
        package let relays: [OutboxLine]
        /// Who passed it on, or wants to: all for the originator, for others their own.
        package let forwards: [StoredForward]
        /// Who looks.
        let collector: Collector
    }

    private enum Found: Sendable {
        case message(Told)
        case erased(ErasedMessage)
    }

    /// A message with what belongs to it, before anyone may see it.
    private struct Told: Sendable {
        let message: StoredMessage
        let links: CorrectionLinks
        var relays: [OutboxLine] = []
        var forwards: [StoredForward] = []
    }

    private let call: ExchangeCall

    /// Prepares to read for a caller.
    package init(_ call: ExchangeCall) { self.call = call }

    /// The message as a party of it may see it.
    ///
    /// - Parameter id: The id off the wire, in any shape.
    /// - Returns: A future that fails with `not-found` for what is absent or hidden, and with `message.withdrawn` or
    ///   `message.erased`, also for its sender.
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
            if isAudit {
                let message = try view.message(id, in: auditable)
                guard let message else { return try view.erased(id, in: auditable).map { .erased($0) } }
                return .message(Told(message: message, links: try view.links(of: message)))
            }
            let message = try view.message(id, visibleTo: mailboxes)
            guard let message else { return try view.erased(id, visibleTo: mailboxes).map { .erased($0) } }
            return .message(
                Told(
                    message: message,
                    links: try view.links(of: message, visibleTo: mailboxes),
                    relays: try view.outbox(of: message),
                    forwards: try view.forwards(of: message)
                )
            )
        }
        .flatMap { (found: Found?) in
            switch found {
            case .message(let told): self.rule(on: told, isAudit: isAudit)
            case .erased(let erased): self.call.tellEnd(of: erased, isAudit: isAudit)
            case nil: self.call.eventLoop.makeFailedFuture(Problem(.notFound))
            }
        }
    }

    private var collector: Collector {
        Collector(oin: self.call.peer.oin, certificate: self.call.peer.connection.certificate)
    }

    /// Decides and records; a refusal reads as absence.
    private func rule(on found: Told, isAudit: Bool) -> EventLoopFuture<Seen> {
        let message = found.message
        let facts = Facts(asOf: self.call.context.clock(), release: message.releasedBy)
        let engine = self.call.context.policy.engine
        let ruling =
            isAudit
            ? engine.authorize(self.call.peer, toAudit: message.header, facts: facts, trace: self.call.trace)
            : engine.authorize(
                self.call.peer,
                toRead: message.header,
                forwardedTo: message.forwardedTo,
                facts: facts,
                trace: self.call.trace
            )
        switch ruling {
        case .denied(let denial):
            return self.call.context.hide(denial, on: self.call.eventLoop)
        case .granted(let grant):
            return self.call.context.record(grant.record, of: message.id, on: self.call.eventLoop).flatMap {
                if message.state == .withdrawn, grant.view == .addressee { return self.tellWithdrawal(of: message) }
                let seen = Seen(
                    message: message,
                    grant: grant,
                    links: found.links,
                    relays: grant.view == .originator ? found.relays : [],
                    forwards: found.forwards.filter { grant.view == .originator || $0.mailbox == grant.asker },
                    collector: self.collector
                )
                return self.call.eventLoop.makeSucceededFuture(seen)
            }
        }
    }

    /// An addressee gets the statement in place of the message: the proof that it was taken back, why, and by whom.
    private func tellWithdrawal(of message: StoredMessage) -> EventLoopFuture<Seen> {
        self.call.context.store.read(on: self.call.eventLoop) { try $0.withdrawal(of: message) }
            .flatMapThrowing { bytes in
                guard let bytes,
                    case .withdrawal(let reason) = try StatementOpening(parsing: bytes).statement.declaration
                else { throw Problem(.storageDamaged, "A withdrawn message has no withdrawal.") }
                throw Problem(.withdrawn, "Destroy your copy, or keep it on a ground, and say which with a disposal.")
                    .with("reason", .string(reason)).with("statement", .string(Base64.encode(bytes)))
            }
    }
}
