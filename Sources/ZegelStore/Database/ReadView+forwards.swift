// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore
package import ZegelSeal

/// Who passed a message on, with whose consent, and what of that a mailbox may see.
extension ReadView {
    /// The forwards of a message in the order of acceptance.
    package func forwards(of message: StoredMessage) throws -> [StoredForward] {
        var forwards = try Row.fetchAll(
            self.database,
            sql: "\(Self.forward) WHERE forward.message = ? ORDER BY forward.statement",
            arguments: [message.number]
        )
        .map { try StoredForward($0, PartCipher(messageKey: message.key)) }
        guard !forwards.isEmpty else { return [] }
        for (forward, line) in try self.outbox(ofForwardsOf: message) {
            guard let index = forwards.firstIndex(where: { $0.number == forward }) else { continue }
            forwards[index].relays.append(line)
        }
        return forwards
    }

    /// What the originator of a message has consented to.
    package func consents(of message: StoredMessage) throws -> [ZegelCore.Statement.Passage] {
        let parts = PartCipher(messageKey: message.key)
        return try Data.fetchAll(
            self.database,
            sql: "SELECT content FROM statement WHERE message = ? AND kind = 'consent' ORDER BY number",
            arguments: [message.number]
        )
        .map { try ZegelCore.Statement.Passage(of: Array($0), parts) }
    }

    /// The consents that concern a forward.
    func consents(to passage: ZegelCore.Statement.Passage, of message: StoredMessage) throws -> [Int64] {
        let parts = PartCipher(messageKey: message.key)
        return try Row.fetchAll(
            self.database,
            sql: "SELECT number, content FROM statement WHERE message = ? AND kind = 'consent' ORDER BY number",
            arguments: [message.number]
        )
        .filter { try ZegelCore.Statement.Passage(of: Array($0["content"] as Data), parts).concerns(passage) }
        .map { $0["number"] }
    }

    /// How many statements of a kind there are about a message.
    func statementCount(_ kind: ZegelCore.Statement.Kind, about message: StoredMessage) throws -> Int {
        try Int.fetchOne(
            self.database,
            sql: "SELECT count(*) FROM statement WHERE message = ? AND kind = ?",
            arguments: [message.number, kind.rawValue]
        ) ?? 0
    }

    /// The same message as it stands in this state of the store.
    package func again(_ message: StoredMessage) throws -> StoredMessage {
        guard let current = try self.message(number: message.number) else {
            throw Problem(.storageDamaged, "A stored message cannot be read.")
        }
        return current
    }

    /// The forwards that wait for a consent of a mailbox, and those of its own that wait for another's; the oldest first.
    package func openForwards(of mailbox: MailboxName, limit: Int) throws -> (asked: [OpenForward], own: [OpenForward])
    {
        func open(_ column: String, _ condition: String = "") throws -> [OpenForward] {
            try Row.fetchAll(
                self.database,
                sql: """
                    \(Self.forward) WHERE forward.\(column) = ? AND forward.state = 'waiting' \(condition)
                    ORDER BY forward.statement LIMIT ?
                    """,
                arguments: ["\(mailbox)", limit]
            )
            .map { row in
                guard let message = try self.message(number: row["message"]) else {
                    throw Problem(.storageDamaged, "A stored message cannot be read.")
                }
                return OpenForward(
                    message: message,
                    forward: try StoredForward(row, PartCipher(messageKey: message.key))
                )
            }
        }
        return (try open("originator", "AND forward.answered IS NULL"), try open("mailbox"))
    }

    private static let forward = """
        SELECT forward.*, statement.digest, statement.received_at, statement.content, answer.kind AS answer_kind,
            answer.content AS answer_content
        FROM forward JOIN statement ON statement.number = forward.statement
        LEFT JOIN statement AS answer ON answer.number = forward.answer
        """

    /// The statements on a message that had effect, in the order in which they had; where mailboxes are named, those for all addressees,
    /// their own, and the forwards by which they have the message and by which it came here, with the consents to them.
    ///
    /// A forward that waited stands behind the consent that it waited for.
    package func statements(
        of message: StoredMessage,
        for mailboxes: [MailboxName]?
    ) throws -> [StoredDossier.Statement] {
        let parts = PartCipher(messageKey: message.key)
        let shown = try mailboxes.map { try self.passages(of: message, to: $0) }
        return try Row.fetchAll(
            self.database,
            sql: """
                SELECT statement.number, statement.kind, statement.mailbox, statement.bytes, statement.content
                FROM statement LEFT JOIN forward ON forward.statement = statement.number
                WHERE statement.message = ? AND (forward.state IS NULL OR forward.state = 'done')
                ORDER BY coalesce(forward.answer, statement.number), forward.answer IS NOT NULL, statement.number
                """,
            arguments: [message.number]
        )
        .compactMap { row in
            guard let kind = ZegelCore.Statement.Kind(rawValue: row["kind"]) else {
                throw Problem(.storageDamaged, "A stored statement is of no known kind.")
            }
            if let mailboxes, let shown, !mailboxes.contains(where: { row["mailbox"] == "\($0)" }) {
                switch kind {
                case .release, .withdrawal, .correction: ()
                case .forward: if shown[row["number"]] == nil { return nil }
                case .consent:
                    let consent = try ZegelCore.Statement.Passage(of: Array(row["content"] as Data), parts)
                    guard shown.values.contains(where: consent.concerns) else { return nil }
                case .acknowledgement, .refusal, .disposal: return nil
                }
            }
            return .init(kind: kind, bytes: try parts.open(Array(row["bytes"] as Data), as: "statement"))
        }
    }

    /// The forwards that mailboxes made themselves, those by which they have the message, up to an addressee of the message, and those by which
    /// it came here.
    func passages(
        of message: StoredMessage,
        to mailboxes: [MailboxName]
    ) throws -> [Int64: ZegelCore.Statement.Passage] {
        let chain = try Set(mailboxes.flatMap { try self.chain(of: message, to: $0) })
        return try self.forwards(of: message)
            .filter { forward in
                let isShown =
                    forward.cameWithMessage || mailboxes.contains(forward.mailbox) || chain.contains(forward.number)
                return forward.state == .done && isShown
            }
            .reduce(into: [:]) { $0[$1.number] = $1.passage }
    }

    /// The forwards by which a mailbox has a message, up to an addressee of it.
    func chain(of message: StoredMessage, to mailbox: MailboxName) throws -> [Int64] {
        try Int64.fetchAll(
            self.database,
            sql: """
                WITH RECURSIVE chain (forward) AS (
                    SELECT forward FROM delivery WHERE message = :message AND mailbox = :mailbox AND forward IS NOT NULL
                    UNION
                    SELECT delivery.forward FROM chain JOIN statement ON statement.number = chain.forward
                    JOIN delivery ON delivery.message = :message AND delivery.mailbox = statement.mailbox
                    WHERE delivery.forward IS NOT NULL
                )
                SELECT forward FROM chain
                """,
            arguments: ["message": message.number, "mailbox": "\(mailbox)"]
        )
    }
}

extension StoredMessage {
    /// Whether a mailbox speaks of the message as its originator alone, and not as one that it was sent to, too.
    func isOriginators(_ mailbox: MailboxName) -> Bool {
        self.header.from.mailbox == mailbox && !self.deliveries.contains { $0.mailbox == mailbox }
    }
}

extension StoredForward {
    init(_ row: Row, _ parts: PartCipher) throws {
        guard let statement = ContentDigest(bytes: row["digest"] as Data),
            let mailbox = MailboxName(row["mailbox"] as String), let state = ForwardState(rawValue: row["state"])
        else { throw Problem(.storageDamaged, "A stored forward cannot be read.") }
        self.statement = statement
        self.mailbox = mailbox
        self.passage = try ZegelCore.Statement.Passage(of: Array(row["content"] as Data), parts)
        self.state = state
        self.receivedAt = Instant(milliseconds: row["received_at"])
        self.settledAt = (row["settled_at"] as Int64?).map { Instant(milliseconds: $0) }
        self.reasons = (row["reasons"] as String).split(separator: " ").map(String.init)
        self.server = (row["server"] as String?).flatMap { OIN($0) }
        self.cameWithMessage = row["came"]
        self.isAnswered = row["answered"] as Int64? != nil
        self.number = row["statement"]
        let answer = row["answer_kind"] as String? == "refusal" ? row["answer_content"] as Data? : nil
        let refusal = try answer.map { try ZegelCore.Statement(content: Array($0), parts) }
        if case .refusal(let reason) = refusal?.declaration { self.reason = reason } else { self.reason = nil }
    }
}

extension ZegelCore.Statement {
    fileprivate init(content: [UInt8], _ parts: PartCipher) throws {
        try self.init(parsing: parts.open(content, as: "statement content"))
    }
}

extension ZegelCore.Statement.Passage {
    fileprivate init(of content: [UInt8], _ parts: PartCipher) throws {
        switch try ZegelCore.Statement(content: content, parts).declaration {
        case .consent(let passage), .forward(let passage): self = passage
        default: throw Problem(.storageDamaged, "A stored statement is of another kind than it says.")
        }
    }

    /// Whether a consent to this one is one to part of another: the same purpose and basis, and an addressee of both.
    func concerns(_ other: ZegelCore.Statement.Passage) -> Bool {
        self.purpose == other.purpose && self.legalBasis == other.legalBasis
            && self.to.contains(where: other.to.contains)
    }

    /// Whether consents let it go to each of its addressees, for its purpose and on its basis.
    func isCovered(by consents: [ZegelCore.Statement.Passage]) -> Bool {
        let same = consents.filter { $0.purpose == self.purpose && $0.legalBasis == self.legalBasis }
        return self.to.allSatisfy { address in same.contains { $0.to.contains(address) } }
    }
}
