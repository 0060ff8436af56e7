// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
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
    let call: ExchangeCall

    /// Prepares to take a statement from a server of partners.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Verifies a statement and makes it count.
    ///
    /// - Parameters:
    ///   - bytes: The signed statement.
    ///   - word: What the server says of it, where it is a forward.
    /// - Returns: The stored statement; the same statement again gives the one that was stored. It fails with `not-found` where no such
    ///   message passed between the two.
    package func callAsFunction(_ bytes: [UInt8], _ word: ForwardWord? = nil) -> EventLoopFuture<StoredStatement> {
        let opening: StatementOpening
        do {
            opening = try StatementOpening(parsing: bytes, limits: self.call.context.limits)
            guard (opening.statement.kind == .forward) == (word != nil) else {
                throw Problem(
                    .parameterInvalid,
                    "'forward' says how a forward stands, and goes with no other statement."
                )
            }
        } catch {
            return self.call.eventLoop.makeFailedFuture(error)
        }
        let (peer, container) = (self.call.peer.oin, opening.statement.container)
        return self.call.context.store.read(on: self.call.eventLoop) { view in
            try view.message(relayed: container, with: peer)
                .map { ($0, isKnown: try view.statement(opening.digest)?.message == $0.message.id) }
        }
        .flatMap { (found: (RelayedMessage, isKnown: Bool)?) in
            guard let (found, isKnown) = found,
                let names = found.names(in: opening.statement, from: peer, isKnown: isKnown)
            else {
                return self.call.eventLoop.makeFailedFuture(Problem(.notFound))
            }
            let subject = self.call.context.subject(
                found.message,
                elsewhere: names,
                forwardedTo: found.forwards.filter { $0.state == .done }.flatMap(\.passage.to)
            )
            return self.verify(opening, about: subject.further(opening.statement)).flatMap { verified in
                if case .forward(let passage) = verified.statement.declaration, let word {
                    return self.take(RelayedForward(verified, passage, as: word), of: found)
                }
                return self.decide(verified, about: found.message)
            }
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
        let carrier = StatementCarrier(server: self.call.peer.oin)
        return self.call.decide(verified, about: message, from: carrier) { peer, engine, facts in
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
    /// An originator speaks at one of the servers that the message passed, an addressee at the one that took it. Who passes it on, and who has
    /// it by that, is heard from any server that has it: who may say what is for the signature and the policy.
    ///
    /// - Parameter isKnown: Whether the statement came before; who brings it again is answered again.
    fileprivate func names(
        in statement: Statement,
        from server: OIN,
        isKnown: Bool
    ) -> [(server: OIN, message: MessageID)]? {
        let brought = self.forwards.filter { $0.server == server }
        let isOriginators = statement.mailbox == self.message.header.from.mailbox && statement.kind == .refusal
        if statement.kind.isOriginators || isOriginators {
            return self.hops.last?.server == server || !brought.isEmpty || isKnown ? self.hops : nil
        }
        if let id = self.sent[statement.mailbox] { return self.hops + [(server, id)] }
        let isHeard =
            statement.kind == .forward
            || brought.contains { $0.passage.to.contains { $0.mailbox == statement.mailbox } }
        guard isHeard else { return nil }
        return self.hops + self.sent.values.prefix(1).map { (server, $0) }
    }
}
