// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

/// The rows of the exchanges' own tables that are about a forward, played from handing the message in.
@Suite("The forwards in the tables of the exchanges")
struct ForwardRowTests {
    /// What came of a row.
    private enum Outcome: Equatable {
        case allow
        case waits
        case denied([String])
        /// The message itself cannot be handed in alone, as one that answers another cannot.
        case notSent

        /// Whether it is what the row says; of a mailbox that the asker shares no exchange with no more is told than that it does not go there.
        func isAs(_ expected: ReasonCode?) -> Bool {
            switch self {
            case .allow: expected == nil
            case .waits: expected == .consentRequired
            case .denied(let reasons):
                expected.map { [$0.rawValue, ReasonCode.onwardForbidden.rawValue].contains(reasons.first) } ?? false
            case .notSent: true
            }
        }
    }

    @Test("come to what they say, on a server", .timeLimit(.minutes(5)))
    func rows() async throws {
        let policy = try Parties.shared.get().policy
        let tables = try PolicyTable.tables(of: .embedded, for: policy)
        let rows = tables.flatMap { table in table.rows.filter { $0.action == .forward } }
        var played: [String: Int] = [:]
        try await World.run { world in
            for (number, row) in rows.enumerated() where Self.isPlayable(row, in: world) {
                let outcome = try await Self.play(row, number, in: world)
                #expect(outcome.isAs(row.expected), "\(row.reference): \(row) came to \(outcome)")
                if outcome != .notSent { played[row.expected?.rawValue ?? "allow", default: 0] += 1 }
            }
        }
        for (code, least) in [("allow", 3), ("consent.required", 3), ("onward.forbidden", 3), ("onward.withdrawn", 1)] {
            #expect(played[code, default: 0] >= least, "too few rows were played: \(played)")
        }
    }

    /// Whether all who speak in a row have keys here, and it is about today and about what was sent, not forwarded before.
    private static func isPlayable(_ row: PolicyTable.Row, in world: World) -> Bool {
        guard let original = row.facts.original, original.deliveredTo == nil, row.facts.asOf.date == Parties.now.date,
            let sender = original.header.from?.mailbox, let forwarder = row.question.header.from?.mailbox,
            original.header.to.map(\.mailbox).contains(forwarder), row.facts.caseTable == nil
        else { return false }
        return [sender, forwarder].allSatisfy { (try? world.parties[$0.organisation]) != nil }
    }

    private static func play(_ row: PolicyTable.Row, _ number: Int, in world: World) async throws -> Outcome {
        let original = try #require(row.facts.original)
        let sender = try #require(original.header.from?.mailbox)
        let header = row.question.header
        let forwarder = try #require(header.from?.mailbox)
        guard let message = try await Self.sent(original, by: sender, number, in: world) else { return .notSent }
        let it = Passing(world: world, message: message)
        if message.state == .awaitingRelease { try await it.say(.release, as: "\(sender)") }
        let basis = header.legalBasis ?? ""
        for (index, consent) in original.consents.enumerated() {
            let passage = try Passing.passage(["\(consent.mailbox)"], purpose: consent.purpose, basis: basis)
            try await it.say(.consent(passage), as: "\(sender)", after: Int64(index))
        }
        if original.isWithdrawn { try await it.say(.withdrawal(reason: "Onjuist."), as: "\(sender)") }
        let passage = Statement.Passage(to: header.to, purpose: header.purpose ?? "", legalBasis: basis)
        do {
            return try await it.say(.forward(passage), as: "\(forwarder)").waits ? .waits : .allow
        } catch let problem as Problem {
            return .denied(problem.reasons.isEmpty ? [problem.code] : problem.reasons)
        }
    }

    /// The message that a row is about, as its sender hands it in; `nil` where the policy takes no such message by itself.
    private static func sent(
        _ original: OriginalMessage,
        by sender: MailboxName,
        _ number: Int,
        in world: World
    ) async throws -> StoredMessage? {
        var changes = Dictionary(
            uniqueKeysWithValues: original.header.members.map { ($0.key, JSONValue?.some($0.value)) }
        )
        for key in ["documents", "subject", "onBehalfOf", "date"] { changes[key] = nil }
        if original.header.classification == .ongerubriceerd {
            for key in ["classifiedBy", "classifiedOn", "declassifyOn"] { changes.updateValue(nil, forKey: key) }
        }
        if original.header.details.value?.isEmpty ?? true { changes["details"] = .object([]) }
        let letter = try Letter.report("ROW-\(number)", changes.merging(["kenmerk": .string("ROW-\(number)")]) { $1 })
        let container = try letter.container(by: world.parties[sender.organisation].seal)
        switch await Result({ try await world.submit(container, as: try world.peer(sender.organisation)) }) {
        case .success(.created(let message)), .success(.same(let message)): return message
        case .failure: return nil
        }
    }
}
