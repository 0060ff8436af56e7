// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

/// The forwards by which a message comes from a server of partners, and the consents to them.
///
/// Who made each is verified as if it had been handed in here: one who has the message by its header, or by a forward before. Our own policy
/// decides on those that name mailboxes which are to have it here; the others show how it came so far.
extension RelayMessage {
    /// A forward that comes with a message, and whether mailboxes are to have it here by it.
    struct Passing {
        let word: ForwardWord
        let forward: ForwardedHere
    }

    /// Why a statement that came with a message does not count.
    struct Denied: Error {
        let denial: Denial
    }

    /// The forwards, in order.
    func forwards(of header: MessageHeader, _ proof: BroughtProof, under rules: Rules) -> [Passing] {
        proof.passages.compactMap { self.passing($0, header, proof, rules) }
    }

    private func passing(
        _ verified: VerifiedStatement,
        _ header: MessageHeader,
        _ proof: BroughtProof,
        _ rules: Rules
    ) -> Passing? {
        guard case .forward(let passage) = verified.statement.declaration else { return nil }
        let forward = RelayedForward(verified, passage, as: .deliver)
        let passed = proof.custody?.custody.servers ?? []
        let staying = self.directory.staying(of: passage.to, passed: passed)
        let here = staying.isEmpty ? passage : forward.only(staying.contains)
        return Passing(
            word: staying.isEmpty ? .done : .deliver,
            forward: ForwardedHere(
                passage: here,
                from: forward.from,
                facts: self.facts(about: here, by: forward.from.mailbox, of: header, proof, rules)
            )
        )
    }

    /// What a decision on it stands on: what came with the message before it.
    private func facts(
        about passage: Statement.Passage,
        by mailbox: MailboxName,
        of header: MessageHeader,
        _ proof: BroughtProof,
        _ rules: Rules
    ) -> Facts {
        let now = self.call.context.clock()
        let declarations = proof.passages.map(\.statement.declaration)
        let consents = declarations.flatMap { declaration -> [OriginalMessage.Consent] in
            guard case .consent(let consent) = declaration, consent.legalBasis == passage.legalBasis else { return [] }
            return consent.to.filter(passage.to.contains).map { .init(mailbox: $0.mailbox, purpose: consent.purpose) }
        }
        let holders = header.to.map(\.address.mailbox) + proof.passages.flatMap(\.statement.forwardedTo).map(\.mailbox)
        let view = HeaderView(header)
        return Facts(
            asOf: now,
            asker: mailbox,
            original: OriginalMessage(
                header: view,
                consents: consents,
                isWithdrawn: false,
                deliveredTo: holders.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            ),
            caseTable: view.caseID.value.flatMap { id in
                rules.cases.table(id, of: header.exchange, knownTo: mailbox, at: now)
            }
        )
    }

    /// Decides on each statement and signs for it, in order.
    ///
    /// - Throws: ``Denied``, or ``Problem`` `server.error`.
    func passages(_ sealed: SealedMessage, _ proof: BroughtProof, under rules: Rules) throws -> [SealedStatement] {
        try proof.passages.map { verified in
            let passing = self.passing(verified, sealed.header, proof, rules)
            switch self.rule(on: verified, passing, sealed, rules) {
            case .denied(let denial): throw Denied(denial: denial)
            case .granted(let leave):
                return try self.call.context.seal.sealer.accept(
                    verified,
                    under: leave,
                    at: sealed.receivedAt,
                    from: StatementCarrier(server: self.call.peer.oin, word: passing?.word, cameWithMessage: true)
                )
            }
        }
    }

    private func rule(
        on verified: VerifiedStatement,
        _ passing: Passing?,
        _ sealed: SealedMessage,
        _ rules: Rules
    ) -> StatementRuling {
        let (peer, trace) = (self.call.peer, self.call.trace)
        if let passing {
            return rules.engine.authorize(
                peer,
                toRelay: passing.word,
                of: passing.forward,
                about: sealed.header,
                trace: trace
            )
        }
        return rules.engine.authorize(
            peer,
            toRelay: verified.statement.kind,
            about: sealed.header,
            facts: Facts(asOf: self.call.context.clock(), asker: verified.statement.mailbox),
            trace: trace
        )
    }
}

extension ExchangeCall {
    /// Stores a message that came from another server with the statements that came with it, in one transaction.
    func insert(
        _ sealed: SealedMessage,
        _ content: MessageContent,
        with statements: [SealedStatement],
        decidedOn ground: SendingGround?
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let (policy, bell) = (self.context.policy, self.context.bell)
        return self.context.insert(
            sealed,
            content,
            where: { view in try ground?.isStillSo(in: view, policy.rules.cases) ?? true },
            counting: { message, transaction in
                try ground?.count(message, in: transaction)
                for statement in statements {
                    let stored = try transaction.insert(statement) { forward, view in
                        try self.decideAgain(forward, in: view, at: sealed.receivedAt)
                    }
                    transaction.afterCheckpoint { bell.ring(for: stored.opened) }
                }
            },
            on: self.eventLoop
        )
    }
}

extension ExchangeContext {
    /// Verifies who made the statements that came with a message, each about the message as those before it passed it on.
    func verified(
        _ passages: [StatementOpening],
        of header: MessageHeader,
        as id: MessageID,
        _ custody: VerifiedCustody
    ) async throws(Problem) -> [VerifiedStatement] {
        guard passages.count <= self.limits.statementsPerMessage else {
            throw Problem(.relayInvalid, "More statements come with it than a message may gather.")
        }
        let (now, taken) = (self.clock(), custody.custody.hops.first?.acceptance.receivedAt)
        var subject = StatementSubject(
            message: id,
            container: custody.container,
            server: self.server,
            header: header,
            elsewhere: custody.custody.names
        )
        var verified: [VerifiedStatement] = []
        for opening in passages {
            let moment = max(opening.statement.time, taken ?? opening.statement.time)
            let trusted = try await self.trusted(opening.signature, as: .seal, atPast: moment)
            let about = subject.further(opening.statement)
            verified.append(try opening.judged(trusted, about: about, relayedAt: now, limits: self.limits))
            subject = subject.following(opening.statement)
        }
        return verified
    }
}
