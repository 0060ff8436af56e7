// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore

/// Hands out the container as accepted, or the dossier with its evidence.
package struct DownloadMessage {
    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    /// Prepares to hand out.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// The container, or a range of its bytes.
    ///
    /// - Parameters:
    ///   - seen: What ``ReadMessage`` let the caller see.
    ///   - range: The bytes wanted; within `0..<size`.
    package func container(of seen: ReadMessage.Seen, _ range: Range<Int>) -> DownloadPlan {
        DownloadPlan(
            message: seen.message,
            parts: [.container(range)],
            addressee: seen.grant.view == .addressee ? seen.grant.asker : nil,
            collector: seen.collector
        )
    }

    /// The dossier in the view that the caller has.
    ///
    /// - Returns: A future that fails with `rate.exceeded` where its organisation had too many in this minute.
    package func dossier(of seen: ReadMessage.Seen) -> EventLoopFuture<DownloadPlan> {
        do { try self.context.exports.count(seen.collector.oin) } catch {
            return self.eventLoop.makeFailedFuture(error)
        }
        let (grant, replacement) = (seen.grant, seen.links.replacedBy)
        let (now, sealer) = (self.context.clock(), self.context.seal.sealer)
        let addressee = grant.view == .addressee ? grant.asker : nil
        return self.plan(
            seen.message,
            seenBy: addressee.map { [$0] },
            for: addressee,
            seen.collector,
            replacedBy: replacement
        ) {
            try sealer.export($0, under: grant, at: now, checkpoint: $1)
        }
    }

    /// Gathers the parts of a dossier and has them signed.
    ///
    /// - Parameters:
    ///   - mailboxes: Whose statements it has, beside those for all; `nil` for all statements.
    ///   - addressee: For whom this collects, or `nil` where that counts for nobody.
    ///   - replacement: What took the place of the message, as far as the one who gets the copy may know.
    ///   - export: Signs the copy, given the parts and the log of now.
    func plan(
        _ message: StoredMessage,
        seenBy mailboxes: [MailboxName]?,
        for addressee: MailboxName?,
        _ collector: Collector,
        replacedBy replacement: Statement.Reference? = nil,
        _ export: @escaping @Sendable (StoredDossier, [UInt8]) throws -> DossierPlan
    ) -> EventLoopFuture<DownloadPlan> {
        let store = self.context.store
        let eventLoop = self.eventLoop
        return self.context.proved(message, on: eventLoop).flatMap { message in
            store.read(on: eventLoop) { view in
                let (parts, earlier) = try view.dossier(of: message, for: mailboxes, replacedBy: replacement)
                return (message, parts, earlier)
            }
        }
        .flatMapThrowing { message, parts, earlier in
            let plan = try export(parts, earlier ?? store.log.served.bytes)
            return DownloadPlan(
                message: message,
                parts: plan.pieces.map { piece in
                    switch piece {
                    case .container(let range): .container(range)
                    case .bytes(let bytes): .bytes(bytes)
                    }
                },
                addressee: addressee,
                collector: collector
            )
        }
    }
}

extension ReadView {
    /// The parts of the dossier of a message; where mailboxes are named, with the statements for all addressees and theirs.
    ///
    /// - Returns: The parts, and the last checkpoint of the log in which it stands where that is one from before a restore.
    func dossier(
        of message: StoredMessage,
        for mailboxes: [MailboxName]?,
        replacedBy replacement: Statement.Reference? = nil
    ) throws -> (StoredDossier, [UInt8]?) {
        let message = try self.witnessed(message)
        let timestamp = try self.timestamp(of: message)
        let parts = message.dossier(
            number: mailboxes?.first.flatMap { message.number(for: $0) },
            replacedBy: replacement,
            evidence: try self.evidence(of: message),
            statements: try self.statements(of: message, for: mailboxes),
            timestamp: timestamp,
            logTimestamp: timestamp == nil ? try self.logTimestamp(of: message) : nil
        )
        return (parts, try self.lastCheckpoint(ofEarlierLogWith: message))
    }
}
