// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

/// Takes again the withdrawals that the store does not have, before anyone is answered (DESIGN §4.4).
///
/// After a restore these are the ones that came after the backup. Each is verified once more, as of the moment at which it was accepted, has
/// its effect in the same transaction code, and is sealed and logged anew. Of a message that was lost as well the container is not taken
/// again.
package struct RestoreWithdrawals: Sendable {
    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// How many messages are withdrawn again.
        package var withdrawn = 0
        /// How many withdrawals are of messages that the store does not have.
        package var withoutMessage = 0

        /// Whether there was nothing to do.
        package var isEmpty: Bool { self.withdrawn + self.withoutMessage == 0 }
    }

    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    /// Prepares to take them.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// Takes them in the order in which they came.
    ///
    /// - Throws: `configuration.invalid` where one cannot be taken: its message would be to be had.
    package func callAsFunction() async throws -> Outcome {
        let all = try self.context.withdrawals.messages()
        guard !all.isEmpty else { return Outcome() }
        let open = try await self.context.store.read(on: self.eventLoop) { view in
            try all.filter { try view.isOpen($0) }
        }.get()
        let kept = try open.map { try self.context.withdrawals.withdrawal(of: $0) }
            .sorted { ($0.receivedAt, "\($0.message)") < ($1.receivedAt, "\($1.message)") }
        var outcome = Outcome()
        for withdrawal in kept {
            do {
                if try await self.take(withdrawal) { outcome.withdrawn += 1 } else { outcome.withoutMessage += 1 }
            } catch {
                let reason = (error as? Problem).map { "\($0.code) \($0.detail)" } ?? "\(error)"
                throw Problem(
                    .configuration,
                    "The withdrawal of \(withdrawal.message) cannot be taken again: \(reason) While its file is there the server does not "
                        + "start, for without it the message is to be had."
                )
            }
        }
        return outcome
    }

    /// - Returns: Whether the message is there.
    private func take(_ kept: KeptWithdrawal) async throws -> Bool {
        let opening = try StatementOpening(parsing: kept.bytes, limits: self.context.limits)
        let found = try await self.context.store.read(on: self.eventLoop) { view in
            try view.archived(kept.message).map { ($0, try view.hops(of: $0)) }
        }.get()
        guard let (message, hops) = found else {
            let container = opening.statement.container
            try await self.commit { try $0.end(container) }
            return false
        }
        let certificate = try await self.context.trusted(
            opening.signature,
            as: opening.profile,
            atPast: kept.receivedAt
        )
        let verified = try opening.judged(
            certificate,
            about: self.context.subject(message, elsewhere: hops),
            relayedAt: kept.receivedAt,
            limits: self.context.limits
        )
        let sealed = try self.sealed(verified, about: message, kept.decision)
        try await self.commit { transaction in
            _ = try transaction.insert(sealed) { _, _ in
                throw Problem(.internalError, "No forward waits for a withdrawal.")
            }
        }
        return true
    }

    private func sealed(
        _ verified: VerifiedStatement,
        about message: StoredMessage,
        _ decision: JSONValue
    ) throws(Problem) -> SealedStatement {
        let engine = self.context.policy.engine
        guard let leave = engine.leave(again: verified.statement, about: message.header, decided: decision) else {
            throw Problem(.internalError, "The decision is not one about it.")
        }
        let receivedAt = max(self.context.clock(), self.context.store.committer.lastCommitted)
        return try self.context.seal.sealer.accept(verified, under: leave, at: receivedAt)
    }

    private func commit(_ work: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws {
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.context.store.committer.commit(work, answering: promise)
        try await promise.futureResult.get()
    }
}
