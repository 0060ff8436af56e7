// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
package import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes what an organisation declared at another server about a message that passed between the two: its originator at the one where it
/// came from, its addressee at the one where it went to.
///
/// The server only carries it: the signature is verified as if the organisation had handed it in here, and it has the same effect.
package struct RelayStatement {
    private let call: ExchangeCall

    /// Prepares to take a statement from a server of partners.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Verifies a statement and makes it count.
    ///
    /// - Parameter bytes: The signed statement.
    /// - Returns: The stored statement; the same statement again gives the one that was stored. It fails with `not-found` where no such
    ///   message passed between the two.
    package func callAsFunction(_ bytes: [UInt8]) -> EventLoopFuture<StoredStatement> {
        let opening: StatementOpening
        do { opening = try StatementOpening(parsing: bytes, limits: self.call.context.limits) } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        let (peer, container) = (self.call.peer.oin, opening.statement.container)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.message(relayed: container, with: peer)
        }
        .flatMap { found in
            guard let found, let names = found.names(in: opening.statement, from: peer) else {
                return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
            }
            let subject = self.call.context.subject(found.message, elsewhere: names).further(opening.statement)
            return self.verify(opening, about: subject).flatMap { self.decide($0, about: found.message) }
        }
    }

    private func verify(
        _ opening: StatementOpening,
        about subject: StatementSubject
    ) -> EventLoopFuture<VerifiedStatement> {
        let (now, limits) = (self.call.context.clock(), self.call.context.limits)
        return self.call.context.trusted(opening.signature, as: opening.profile, at: now, on: self.call.eventLoop)
            .flatMapThrowing { try opening.judged($0, about: subject, relayedAt: now, limits: limits) }
    }

    private func decide(
        _ verified: VerifiedStatement,
        about message: StoredMessage
    ) -> EventLoopFuture<StoredStatement> {
        self.call.decide(verified, about: message, from: self.call.peer.oin) { peer, engine, facts in
            engine.authorize(
                peer,
                toRelay: verified.statement.kind,
                about: message.header,
                facts: facts,
                trace: self.call.trace
            )
        }
    }
}

extension RelayedMessage {
    /// The names by which a statement from a server may call the message; `nil` where that server has no word in it.
    ///
    /// An originator speaks at one of the servers that the message passed, an addressee at the one that took it.
    fileprivate func names(in statement: Statement, from server: OIN) -> [(server: OIN, message: MessageID)]? {
        if statement.kind.isOriginators { return self.hops.last?.server == server ? self.hops : nil }
        return self.sent[statement.mailbox].map { self.hops + [(server, $0)] }
    }
}
