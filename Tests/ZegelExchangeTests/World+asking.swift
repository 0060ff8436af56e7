// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange
@testable import ZegelIdentity

extension World {
    /// An organisation as it is connected, with a token for what it may ask unless for other scopes.
    func peer(
        _ name: String,
        as organisation: Organisation? = nil,
        scopes: Set<Scope>? = nil,
        certificate: ContentDigest = ContentDigest(of: [1])
    ) throws -> AuthenticatedPeer {
        let organisation = try organisation ?? self.parties.organisation(name)
        return AuthenticatedPeer(
            connection: ConnectionIdentity(
                oin: organisation.oin,
                organisation: organisation,
                certificate: certificate,
                validUntil: Parties.now.advanced(bySeconds: 86_400),
                isResumed: false
            ),
            organisation: organisation,
            scopes: scopes ?? Set(organisation.scopes.map { Scope($0) }),
            tokenID: "t1"
        )
    }

    /// Hands in a container as it comes off a connection: piece by piece, waiting where told to.
    func submit(
        _ container: [UInt8],
        as peer: AuthenticatedPeer? = nil,
        trace: TraceContext = .random(),
        pieces: Int = 65_536
    ) async throws -> SubmitMessage.Outcome {
        try await self.hand(in: container, as: peer, trace, pieces) { SubmitMessage($0) }
    }

    /// Brings a message back with its receipt.
    func resubmit(_ bytes: [UInt8], as peer: AuthenticatedPeer? = nil) async throws -> SubmitMessage.Outcome {
        try await self.hand(in: bytes, as: peer, .random(), 65_536) { BroughtMessage.resubmitted($0) }
    }

    /// Brings a message from a server of partners.
    func relay(_ bytes: [UInt8], as peer: AuthenticatedPeer) async throws -> SubmitMessage.Outcome {
        try await self.hand(in: bytes, as: peer, .random(), 65_536) { BroughtMessage.relayed($0) }
    }

    /// A server of partners as it is connected, as far as the policy here names it.
    func peer(of server: Parties.Party, scopes: Set<Scope> = [Scope(.relay)]) throws -> AuthenticatedPeer {
        guard let named = self.context.policy.engine.policy.organisations.party(server.oin) else { throw Missing() }
        return try self.peer("", as: named, scopes: scopes)
    }

    private func hand(
        in bytes: [UInt8],
        as peer: AuthenticatedPeer?,
        _ trace: TraceContext,
        _ pieces: Int,
        _ begin: @escaping @Sendable (ExchangeCall) -> any MessageIntake<SubmitMessage.Outcome>
    ) async throws -> SubmitMessage.Outcome {
        let peer = try peer ?? self.peer("aivd")
        let eventLoop = self.eventLoop
        let context = self.context
        let outcome = try await eventLoop.flatSubmit {
            let intake = begin(ExchangeCall(context, by: peer, trace: trace, on: eventLoop))
            return Self.feed(intake, bytes[...], pieces)
        }
        .get()
        switch outcome {
        case .created(let message), .same(let message): try self.auditor.take(message.receipt)
        }
        return outcome
    }

    /// The message that a submission stored, or had stored before.
    func stored(_ container: [UInt8], as peer: AuthenticatedPeer? = nil) async throws -> StoredMessage {
        let outcome = try await self.submit(container, as: peer)
        try await self.audit()
        return switch outcome {
        case .created(let message), .same(let message): message
        }
    }

    /// Has a mailbox say something about a message.
    func say(
        _ declaration: Statement.Declaration,
        about message: StoredMessage,
        as mailbox: String,
        after seconds: Int64 = 0
    ) async throws {
        let bytes = try self.statement(declaration, about: message, as: mailbox, after: seconds)
        let peer = try self.peer(String(mailbox.prefix { $0 != "/" }))
        try await self.state(declaration.kind, about: "\(message.id)", bytes, as: peer)
    }

    /// A signed statement about a message, by the seal of the organisation that speaks unless by another.
    func statement(
        _ declaration: Statement.Declaration,
        about message: StoredMessage,
        as mailbox: String,
        by signer: CAdESSigner? = nil,
        server: OIN? = nil,
        id: MessageID? = nil,
        container: ContentDigest? = nil,
        after seconds: Int64 = 0
    ) throws -> [UInt8] {
        let moment = Parties.now.advanced(bySeconds: seconds)
        let party = try self.parties[String(mailbox.prefix { $0 != "/" })]
        guard let name = MailboxName(mailbox) else { throw Missing() }
        let statement = Statement(
            declaration,
            server: server ?? self.parties.server.oin,
            message: id ?? message.id,
            container: container ?? message.containerDigest,
            mailbox: name,
            time: moment
        )
        return try (signer ?? (declaration == .release ? party.release : party.seal))
            .sign(attached: statement.encoded, at: moment.milliseconds / 1_000)
    }

    /// Hands in a statement.
    @discardableResult
    func state(
        _ kind: Statement.Kind,
        about id: String,
        _ bytes: [UInt8],
        as peer: AuthenticatedPeer
    ) async throws -> StoredStatement {
        let statement = try await MakeStatement(
            ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop)
        )(kind, about: id, bytes)
        .get()
        try self.auditor.take(statement.receipt)
        return statement
    }

    /// Looks at a message.
    func read(_ id: some CustomStringConvertible, as peer: AuthenticatedPeer) async throws -> ReadMessage.Seen {
        try await ReadMessage(ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop))("\(id)").get()
    }

    /// Looks at a message as an auditor.
    func audit(_ id: some CustomStringConvertible, as peer: AuthenticatedPeer) async throws -> ReadMessage.Seen {
        try await ReadMessage(ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop)).forAudit(
            "\(id)"
        ).get()
    }

    /// Lists a mailbox.
    func list(
        _ mailbox: String,
        as peer: AuthenticatedPeer,
        after cursor: String? = nil,
        limit: Int = 100,
        wait: Int = 0
    ) async throws -> MailboxPage {
        let list = ListMailbox(ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop))
        return try await list(MailboxName(mailbox), after: cursor, limit: limit, wait: wait).get()
    }

    /// Hands bytes to an intake in pieces, and ends it.
    static func feed<Outcome: Sendable>(
        _ submission: any MessageIntake<Outcome>,
        _ bytes: ArraySlice<UInt8>,
        _ pieces: Int
    ) -> EventLoopFuture<Outcome> {
        var rest = bytes
        while !rest.isEmpty {
            let pause = submission.take(ByteBuffer(bytes: rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
            guard let pause else { continue }
            return pause.assumeIsolated()
                .flatMap { [rest] in Self.feed(submission, rest, pieces) }
                .flatMapErrorThrowing { error in
                    submission.abandon()
                    throw error
                }
                .nonisolated()
        }
        return submission.end()
    }
}
