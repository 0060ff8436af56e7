// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

extension World {
    /// Brings a statement from a server of partners.
    @discardableResult
    func relay(
        statement bytes: [UInt8],
        _ word: ForwardWord? = nil,
        as peer: AuthenticatedPeer
    ) async throws -> StoredStatement {
        let call = ExchangeCall(self.context, by: peer, trace: .random(), on: self.eventLoop)
        let statement = try await self.eventLoop.flatSubmit { RelayStatement(call)(bytes, word) }.get()
        try self.auditor.take(statement.receipt)
        return statement
    }

    /// Notes that a server took a message for a mailbox.
    func note(_ message: StoredMessage, for mailbox: String, takenBy server: OIN, as id: MessageID) async throws {
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.context.store.committer.commit(
            { transaction in
                try transaction.execute(
                    """
                    INSERT INTO relayed_out (message, mailbox, server, id, receipt)
                    SELECT number, ?, ?, ?, ? FROM message WHERE id = ?
                    """,
                    [.text(mailbox), .text("\(server)"), .text("\(id)"), .blob([1]), .text("\(message.id)")]
                )
            },
            answering: promise
        )
        try await promise.futureResult.get()
    }
}

@Suite("A statement from a server of partners")
struct RelayStatementTests {
    private static let withdrawal = Statement.Declaration.withdrawal(reason: "De bron deugt niet.")

    /// Runs a test with a message that both servers have, and know that of each other.
    private static func with(_ body: (Relayed, StoredMessage) async throws -> Void) async throws {
        try await Relayed.with(Letter.intelligence()) { relayed in
            guard case .created(let there) = try await relayed.outcome() else { throw Missing() }
            let server = relayed.second.context.server
            try await relayed.first.note(relayed.message, for: "nctv/analyse", takenBy: server, as: there.id)
            try await body(relayed, there)
        }
    }

    @Test("A withdrawal at the first server ends the message at the second, once, days later as well")
    func withdrawn() async throws {
        try await Self.with { relayed, there in
            let bytes = try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
            relayed.second.clock.pass(seconds: 3 * 86_400)
            let peer = try relayed.second.peer(of: relayed.first.parties.server)
            let stored = try await relayed.second.relay(statement: bytes, as: peer)
            #expect(stored.message == there.id)
            let record = try StatementRecord(parsing: stored.record)
            #expect(record.server == relayed.second.context.server)
            let again = try await relayed.second.relay(statement: bytes, as: peer)
            #expect(again.isRepeated && again.record == stored.record)
            let sender = try relayed.second.peer("aivd")
            let seen = try await relayed.second.read(there.id, as: sender).message
            #expect(seen.state == .withdrawn)
            let gone = await #expect(throws: Problem.self) {
                try await relayed.second.read(there.id, as: relayed.second.peer("nctv"))
            }
            #expect(gone?.code == "message.withdrawn")
            let report = try await RelayTests.report(
                relayed.second.dossier(of: there, as: "aivd"),
                sealers: [relayed.first, relayed.second],
                at: relayed.second.clock.now
            )
            #expect(report.indication == .totalPassed, "\(report.text())")
        }
    }

    @Test("An acknowledgement at the second server is known at the first, and in its dossier")
    func acknowledged() async throws {
        try await Self.with { relayed, there in
            let bytes = try relayed.first.statement(
                .acknowledgement,
                about: there,
                as: "nctv/analyse",
                server: relayed.second.context.server
            )
            let peer = try relayed.first.peer(of: relayed.first.parties.partner)
            let stored = try await relayed.first.relay(statement: bytes, as: peer)
            #expect(stored.message == relayed.message.id)
            let sender = try relayed.first.peer("aivd")
            let seen = try await relayed.first.read(relayed.message.id, as: sender).message
            #expect(seen.deliveries.map(\.state) == [.acknowledged])
            let report = try await RelayTests.report(
                relayed.first.dossier(of: relayed.message, as: "aivd"),
                sealers: [relayed.first]
            )
            #expect(report.indication == .totalPassed, "\(report.text())")
            let records = try await relayed.first.context.store.read(on: relayed.first.eventLoop) { view in
                try view.decisions(in: ["inlichtingenberichten"], after: nil, limit: 10).records
            }
            .get()
            let decision = try #require(
                records.first { $0["body"]?["adl.core.request"]?["action"]?["name"] == "acknowledge" }
            )
            let policy = relayed.first.context.policy.engine.policy
            #expect(try StoredDecision(decision.encoded).differences(under: policy) == [])
        }
    }

    /// What a server brings to the second, and may not.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let isOfHub: Bool
        let bytes: @Sendable (Relayed, StoredMessage) throws -> [UInt8]

        init(
            _ what: String,
            _ code: String,
            isOfHub: Bool = false,
            _ bytes: @escaping @Sendable (Relayed, StoredMessage) throws -> [UInt8]
        ) {
            self.testDescription = what
            self.code = code
            self.isOfHub = isOfHub
            self.bytes = bytes
        }
    }

    static let rows = [
        Row("a withdrawal by the addressee", "statement.signer") { relayed, _ in
            let signer = try relayed.first.parties["nctv"].seal
            return try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct", by: signer)
        },
        Row("a withdrawal by the server itself", "statement.signer") { relayed, _ in
            let signer = relayed.first.parties.server.seal
            return try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct", by: signer)
        },
        Row("a withdrawal in the name of the addressee", "statement.signer") { relayed, _ in
            try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "nctv/analyse")
        },
        Row("a withdrawal of another message", "statement.other-message") { relayed, _ in
            try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct", id: .random())
        },
        Row("a withdrawal at a server that the message has not passed", "statement.other-message") { relayed, _ in
            let server = relayed.first.parties.hub.oin
            return try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct", server: server)
        },
        Row("a withdrawal of a container that is not here", "not-found") { relayed, _ in
            let digest = ContentDigest(of: [1])
            return try relayed.first.statement(
                Self.withdrawal,
                about: relayed.message,
                as: "aivd/ct",
                container: digest
            )
        },
        Row("a withdrawal from a server that did not bring the message", "not-found", isOfHub: true) { relayed, _ in
            try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
        },
        Row("a withdrawal of tomorrow", "signature.time-future") { relayed, _ in
            try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct", after: 86_400)
        },
        Row("an acknowledgement of one whose post does not go there", "not-found") { relayed, there in
            let server = relayed.second.context.server
            return try relayed.first.statement(.acknowledgement, about: there, as: "nctv/analyse", server: server)
        },
        Row("a changed withdrawal", "cms.message-digest-mismatch") { relayed, _ in
            let bytes = try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
            let text = Array("De bron".utf8)
            guard let place = bytes.firstRange(of: text) else { throw Missing() }
            return bytes[..<place.lowerBound] + Array("Be bron".utf8) + bytes[place.upperBound...]
        },
        Row("no statement", "cms.not-der") { _, _ in [1, 2, 3] },
    ]

    @Test("That is not as its organisation made it about this message changes nothing", arguments: Self.rows)
    func refused(_ row: Row) async throws {
        try await Self.with { relayed, there in
            let parties = relayed.first.parties
            let peer = try relayed.second.peer(of: row.isOfHub ? parties.hub : parties.server)
            let problem = await #expect(throws: Problem.self) {
                try await relayed.second.relay(statement: row.bytes(relayed, there), as: peer)
            }
            #expect(problem?.code == row.code)
            let sender = try relayed.second.peer("aivd")
            let seen = try await relayed.second.read(there.id, as: sender).message
            #expect(seen.state == .accepted && seen.deliveries.map(\.state) == [.available])
            let good = try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
            try await relayed.second.relay(statement: good, as: relayed.second.peer(of: parties.server))
        }
    }

    @Test("Has no effect where the policy lets the server speak for the originator no more")
    func denied() async throws {
        try await Self.with { relayed, _ in
            let peer = try relayed.second.peer(of: relayed.first.parties.server)
            let rules = Rules(engine: PolicyEngine(policy: relayed.first.parties.policy, ceiling: .stgZeerGeheim))
            relayed.second.context.policy.replace(with: rules)
            let bytes = try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
            let problem = await #expect(throws: Problem.self) {
                try await relayed.second.relay(statement: bytes, as: peer)
            }
            #expect(problem?.code == "policy.denied")
        }
    }
}
