// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore

@testable import ZegelExchange

/// A report that is with om/lovj, and what is done about passing it on.
struct Passing: Sendable {
    let world: World
    let message: StoredMessage

    /// A report of aivd/ct, released unless it is to wait.
    static func run(
        _ changes: [String: JSONValue?] = [:],
        isReleased: Bool = true,
        limits: Limits = .init(),
        _ body: (Passing) async throws -> Void
    ) async throws {
        try await World.run(limits: limits) { world in
            let message = try await world.stored(try Letter.report("AIVD-1", changes).container())
            if isReleased { try await ReadingTests.release(message, in: world) }
            try await body(Passing(world: world, message: message))
        }
    }

    static func passage(
        _ to: [String],
        purpose: String = "opsporing-en-vervolging",
        basis: String = "wiv2017-art66"
    ) throws -> Statement.Passage {
        Statement.Passage(
            to: try to.map { name in
                let organisation = try Parties.shared.get().organisation(String(name.prefix { $0 != "/" }))
                return MailboxAddress(oin: organisation.oin, mailbox: try #require(MailboxName(name)))
            },
            purpose: purpose,
            legalBasis: basis
        )
    }

    /// To the police, which is outside the exchange and needs a consent.
    static func police(purpose: String = "opsporing-en-vervolging") throws -> Statement.Passage {
        try Self.passage(["politie/cter"], purpose: purpose, basis: "wpg-art16")
    }

    /// A mailbox with a token for itself alone, as a system of its own has.
    func peer(_ mailbox: String) throws -> AuthenticatedPeer {
        let organisation = String(mailbox.prefix { $0 != "/" })
        let name = try #require(MailboxName(mailbox))
        let scopes = [Scope.Name.read, .acknowledge, .forward, .withdraw, .release].map { Scope($0, mailbox: name) }
        return try self.world.peer(organisation, scopes: Set(scopes))
    }

    @discardableResult
    func say(
        _ declaration: Statement.Declaration,
        as mailbox: String,
        after seconds: Int64 = 0
    ) async throws -> StoredStatement {
        let bytes = try self.world.statement(declaration, about: self.message, as: mailbox, after: seconds)
        return try await self.world.state(
            declaration.kind,
            about: "\(self.message.id)",
            bytes,
            as: try self.peer(mailbox)
        )
    }

    func refusal(
        of declaration: Statement.Declaration,
        as mailbox: String,
        after seconds: Int64 = 0
    ) async -> Problem? {
        await Result { try await self.say(declaration, as: mailbox, after: seconds) }.problem
    }

    func seen(by mailbox: String) async throws -> ReadMessage.Seen {
        try await self.world.read(self.message.id, as: try self.peer(mailbox))
    }

    func problem(for mailbox: String) async -> Problem? {
        await Result { try await self.seen(by: mailbox) }.problem
    }

    func list(_ mailbox: String, after cursor: String? = nil, wait: Int = 0) async throws -> MailboxPage {
        try await self.world.list(mailbox, as: try self.peer(mailbox), after: cursor, wait: wait)
    }

    func due(_ mailbox: String) async throws -> OpenRequests {
        let call = ExchangeCall(
            self.world.context,
            by: try self.peer(mailbox),
            trace: .random(),
            on: self.world.eventLoop
        )
        return try await ListDue(call)(MailboxName(mailbox), limit: 100).get()
    }

    func events(_ mailbox: String) async throws -> [MailboxEvent] {
        let name = try #require(MailboxName(mailbox))
        return try await self.world.context.store.read(on: self.world.eventLoop) {
            try $0.events(of: name, after: nil, limit: 10)
        }.get()
    }

    /// The kinds of the statements in the dossier of a mailbox, in their order; of the originator's, which has them all, without a name.
    func statements(_ mailbox: String? = nil) async throws -> [Statement.Kind] {
        let (message, name) = (self.message, mailbox.flatMap { MailboxName($0) })
        return try await self.world.context.store.read(on: self.world.eventLoop) {
            try $0.statements(of: message, for: name.map { [$0] }).map(\.kind)
        }.get()
    }

    /// The decisions on forwards: whether each allowed it, and what is found to be otherwise when it is decided again.
    func decisions() async throws -> (isAllowed: [Bool], differences: [String]) {
        let records = try await self.world.context.store.read(on: self.world.eventLoop) {
            try $0.decisions(in: ["ambtsberichten"], after: nil, limit: 100)
        }.get().records.map { try StoredDecision($0.encoded) }.filter { $0.question.action == .forward }
        return (records.map(\.isAllowed), records.flatMap { $0.differences(under: self.world.parties.policy) })
    }
}

extension Problem {
    /// The reasons that a refusal of the policy tells.
    var reasons: [String] {
        (self.members.first { $0.name == "reasons" }?.value.array ?? []).compactMap(\.string)
    }
}
