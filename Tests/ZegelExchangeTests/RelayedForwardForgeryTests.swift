// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("A message with a forged forward")
struct RelayedForwardForgeryTests {
    /// What the second server brings to the third, and may not.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String?
        let change: @Sendable (Relayed, [UInt8]) throws -> (kind: Statement.Kind, bytes: [UInt8])?
        var kind = Statement.Kind.forward

        /// Another forward in the place of the one that there is.
        static func forged(
            _ what: String,
            _ code: String,
            as mailbox: String = "om/lovj",
            by signer: String = "om",
            to passage: @escaping @Sendable () throws -> Statement.Passage = { try Passing.police() },
            server: OIN? = nil,
            container: ContentDigest? = nil
        ) -> Row {
            Row(testDescription: what, code: code) { relayed, _ in
                let bytes = try relayed.first.statement(
                    .forward(passage()),
                    about: relayed.message,
                    as: mailbox,
                    by: relayed.first.parties[signer].seal,
                    server: server ?? relayed.first.context.server,
                    container: container
                )
                return (.forward, bytes)
            }
        }
    }

    static let rows: [Row] = [
        Row(testDescription: "nothing", code: nil) { (.forward, $1) },
        Row(testDescription: "no forward", code: "relay.unknown") { _, _ in nil },
        Row(testDescription: "no consent", code: "policy.denied", change: { _, _ in nil }, kind: .consent),
        Row(testDescription: "a changed forward", code: "cms.signature-invalid") { _, bytes in
            (.forward, bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])
        },
        .forged("a forward by another organisation", "statement.signer", by: "ind"),
        .forged("a forward by who has no part in it", "statement.signer", as: "om/parket"),
        .forged("a forward by its originator", "statement.signer", as: "aivd/ct", by: "aivd"),
        .forged("a forward that the server signed itself", "statement.signer", by: "nctv"),
        .forged("a forward of another message", "statement.other-message", container: ContentDigest(of: [1])),
        .forged("a forward of another name of it", "statement.other-message", server: OIN("00000099000000099000")),
        .forged(
            "a forward for another purpose than the consent",
            "policy.denied",
            to: { try Passing.police(purpose: "persoonsgerichte-aanpak") }
        ),
        .forged(
            "a forward to a mailbox of the server that brings it",
            "relay.unknown",
            to: {
                try Passing.passage(["om/parket"])
            }
        ),
        .forged("a forward to a private party here", "policy.denied", to: { try Passing.passage(["bank-a/tf"]) }),
        Row(
            testDescription: "a consent by the addressee",
            code: "statement.signer",
            change: { relayed, _ in
                let bytes = try relayed.first.statement(
                    .consent(Passing.police()),
                    about: relayed.message,
                    as: "aivd/ct",
                    by: relayed.first.parties["om"].seal,
                    server: relayed.first.context.server
                )
                return (.consent, bytes)
            },
            kind: .consent
        ),
    ]

    @Test("Is refused whole, and the same as it was is taken afterwards, once", arguments: Self.rows)
    func forgeries(_ row: Row) async throws {
        try await RelayedForwardTests.passed { it in
            let copy = try await it.copy()
            let bytes = try copy.bytes { entries in
                try entries.compactMap { entry in
                    guard entry.name.hasSuffix("-\(row.kind.rawValue).p7m") else { return entry }
                    return try row.change(copy, entry.bytes).map { (entry.name, $0.bytes) }
                }
            }
            let peer = try it.third.peer(of: it.third.parties.partner)
            let problem = await Result { try await it.third.relay(bytes, as: peer) }.problem
            #expect(problem?.code == row.code)
            if row.code != nil { #expect(try await it.message(at: it.third) == nil) }
            guard case let outcome = try await it.third.relay(copy.dossier, as: peer) else { return }
            switch outcome {
            case .created: #expect(row.code != nil)
            case .same: #expect(row.code == nil)
            }
            #expect(try await it.deliveries(at: it.third) == ["politie/cter available by om/lovj"])
            guard case .same = try await it.third.relay(copy.dossier, as: peer) else { throw Missing() }
        }
    }

    @Test(
        "A forward that is brought alone is refused where nobody is to have it here, or the policy does not let it go on"
    )
    func alone() async throws {
        try await RelayedForwardTests.passed { it in
            try await it.settle()
            let peer = try it.third.peer(of: it.third.parties.partner)
            let rows: [(Statement.Passage, String)] = [
                (try Passing.passage(["om/fp"]), "relay.unknown"),
                (try Passing.passage(["kmar/ct"], basis: "wpg-art16"), "policy.denied"),
            ]
            for (passage, code) in rows {
                let bytes = try await it.statement(.forward(passage), at: it.second, as: "om/lovj", after: 3)
                let problem = await Result { try await it.third.relay(statement: bytes, .deliver, as: peer) }.problem
                #expect(problem?.code == code)
            }
            let stranger = try it.third.peer(of: it.third.parties.server)
            let bytes = try await it.statement(.forward(Passing.police()), at: it.second, as: "om/lovj", after: 4)
            let problem = await Result { try await it.third.relay(statement: bytes, .deliver, as: stranger) }.problem
            #expect(problem == nil, "the first server may bring what is about messages of its originators")
            #expect(try await it.deliveries(at: it.third) == ["politie/cter available by om/lovj"])
        }
    }

    @Test("A replay after a withdrawal is answered as it was, and a new forward is refused")
    func replay() async throws {
        try await RelayedForwardTests.passed { it in
            try await it.settle()
            let further = try Passing.passage(["kmar/ct"], basis: "wpg-art16")
            try await it.say(.consent(further), at: it.first, as: "aivd/ct", after: 2)
            try await it.settle()
            let bytes = try await it.statement(.forward(further), at: it.second, as: "om/lovj", after: 3)
            let peer = try it.third.peer(of: it.third.parties.partner)
            let stored = try await it.third.relay(statement: bytes, .deliver, as: peer)
            try await it.say(.withdrawal(reason: "Onjuist."), at: it.first, as: "aivd/ct", after: 4)
            try await it.settle()
            let again = try await it.third.relay(statement: bytes, .deliver, as: peer)
            #expect(again.isRepeated && again.record == stored.record)
            let late = try await it.statement(.forward(further), at: it.second, as: "om/lovj", after: 5)
            let problem = await Result { try await it.third.relay(statement: late, .deliver, as: peer) }.problem
            #expect(problem?.code == "policy.denied" && problem?.reasons.contains("onward.withdrawn") == true)
        }
    }
}
