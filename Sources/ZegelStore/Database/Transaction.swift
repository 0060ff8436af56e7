// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import GRDB
package import TransparencyLog
package import ZegelCore
package import ZegelPolicy
import ZegelSeal

/// One job's part of a group commit: under a savepoint of its own, on the committer's thread.
///
/// Later stages add their writes by extension and ``execute(_:_:)``, so that the database library stays in this target.
package struct Transaction: ~Copyable {
    let database: Database
    let vault: Vault
    let hooks: Hooks
    let log: GrowingLog
    let evidence: EvidenceSets

    /// Has something done once the commit has succeeded, before its checkpoint is signed; it is forgotten where it fails.
    package func afterCommit(_ action: @escaping () -> Void) { self.hooks.committed.append(action) }

    /// Has something done once the commit has succeeded and its checkpoint is durable; it is forgotten where one of them fails.
    package func afterCheckpoint(_ action: @escaping () -> Void) { self.hooks.signed.append(action) }

    /// Has something done where the job or the commit fails and nothing of it is left; after a commit of which nobody knows whether it is
    /// there, and after a crash, it is not done.
    package func ifUndone(_ action: @escaping () -> Void) { self.hooks.undone.append(action) }

    /// Appends the one log entry of an act that the server does not sign for.
    package func append(_ act: Act, of message: MessageID? = nil) throws {
        let number = try message.flatMap { id in
            try Int64.fetchOne(
                self.database.cachedStatement(sql: "SELECT number FROM message WHERE id = ?"),
                arguments: ["\(id)"]
            )
        }
        try self.log.append(act, of: number, in: self.database)
    }

    /// Appends entries to the log that commit to nothing: what opens them is forgotten at once, by everyone.
    package func pad(_ count: Int) throws {
        for _ in 0..<count { _ = try self.log.append([], in: self.database) }
    }

    /// Executes one statement of SQL; it is prepared once, so that what differs belongs into the values.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try self.database.run(sql, values)
        return self.database.changesCount
    }

    /// Makes a decision part of this commit, and of the log entry that all decisions of the commit share.
    ///
    /// - Parameter message: The message it was about, where that is stored.
    package func record(_ record: DecisionRecord, of message: MessageID? = nil) throws {
        let sql = "SELECT number, state = 'erased' FROM message WHERE id = ?"
        let found = try message.flatMap { try self.database.integers(sql, [.text("\($0)")]) }
        if let found, found[1] == 1 { return try self.recordDigest(of: record) }
        try self.record(record, about: found?[0])
    }

    /// The same by the number of a message that is not erased.
    func record(_ record: DecisionRecord, about message: Int64?) throws {
        if try self.areErased(record.mentions) { return try self.recordDigest(of: record) }
        try self.execute(
            """
            INSERT INTO decision (id, message, timestamp, policy, organisation, exchange, is_allowed, json, header)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(record.id), message.map { .integer($0) } ?? .null, .integer(record.timestamp.milliseconds),
                .blob(record.policy.bytes), .text("\(record.organisation)"), .text(record.exchange),
                .integer(record.isAllowed ? 1 : 0), .blob(record.json),
                record.header.map { .text("\($0)") } ?? .null,
            ]
        )
        let number = self.database.lastInsertedRowID
        try self.mention(record.mentions, in: number)
        self.log.decided(record.json, number: number)
    }

    /// The same of a message that was erased before or while it was decided on: its attributes are not kept, what the log commits to is.
    func recordDigest(of record: DecisionRecord) throws {
        try self.execute(
            "INSERT INTO decision (id, timestamp, policy, is_allowed, digest) VALUES (?, ?, ?, ?, ?)",
            [
                .text(record.id), .integer(record.timestamp.milliseconds), .blob(record.policy.bytes),
                .integer(record.isAllowed ? 1 : 0), .blob(ContentDigest(of: record.json).bytes),
            ]
        )
        self.log.decided(record.json, number: self.database.lastInsertedRowID)
    }

    /// Makes a refusal, or the answer to a mere question, part of this commit, up to a number per organisation and minute.
    ///
    /// Beyond it one row counts the others.
    package func refuse(_ record: DecisionRecord) throws -> RefusalOutcome {
        let organisation = SQLValue.text("\(record.organisation)")
        let minute = SQLValue.integer(record.timestamp.milliseconds / 60_000)
        try self.execute(
            """
            INSERT INTO turned_away (organisation, minute, refusals) VALUES (?, ?, 1)
            ON CONFLICT DO UPDATE SET refusals = refusals + 1
            """,
            [organisation, minute]
        )
        let count = try Int.fetchOne(
            self.database,
            sql: "SELECT refusals FROM turned_away WHERE organisation = ? AND minute = ?",
            arguments: [organisation.database, minute.database]
        )
        guard let count, count <= self.vault.refusalsPerMinute else { return .limited }
        try self.record(record)
        return .recorded
    }

    /// Keeps the files of a policy under their digest, so that a decision can be replayed under the policy that made it.
    package func keep(policy digest: ContentDigest, files: [UInt8], from moment: Instant) throws {
        try self.execute(
            "INSERT INTO policy_version (digest, files, in_force_from) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.blob(digest.bytes), .blob(files), .integer(moment.milliseconds)]
        )
        let last = try self.lastDigest(of: "policy")
        if last != digest { try self.append(.policy(digest, at: moment)) }
    }

    /// Notes which cases are in force from now on, where they are others than before.
    ///
    /// - Parameter digest: That of their files; `nil` where there are none.
    package func keep(cases digest: ContentDigest?, from moment: Instant) throws {
        let last = try ReadView(database: self.database, vault: self.vault).lastFiles(of: "cases")
        if last != digest { try self.append(.cases(digest, at: moment)) }
    }

    /// Notes which holds are in force from now on, where they are others than before.
    package func keep(holds digest: ContentDigest, from moment: Instant) throws {
        let last = try ReadView(database: self.database, vault: self.vault).lastFiles(of: "holds")
        if last != digest { try self.append(.holds(digest, at: moment)) }
    }

    /// Notes which key does a job from now on, where that is another than before.
    package func keep(key digest: ContentDigest, for job: String, from moment: Instant) throws {
        let last = try self.lastDigest(of: "key", job: job)
        if last != digest { try self.append(.key(job: job, digest, at: moment)) }
    }

    /// Keeps a checkpoint of the log with the cosignatures of witnesses, for later dossiers; it is no act, and no entry.
    package func keep(cosigned checkpoint: SignedCheckpoint) throws {
        try LogTable.store(cosigned: checkpoint, in: self.database)
    }

    /// What the newest act of a kind was about.
    private func lastDigest(of kind: String, job: String? = nil) throws -> ContentDigest? {
        let cursor = try Data.fetchCursor(
            self.database,
            sql: "SELECT record FROM act WHERE kind = ? ORDER BY entry DESC",
            arguments: [kind]
        )
        while let record = try cursor.next() {
            let json = try StrictJSON.parse(record)
            if job == nil || json["job"]?.string == job {
                return json["sha256"]?.string.flatMap { ContentDigest(hexadecimal: $0) }
            }
        }
        return nil
    }
}

/// A value in a statement of SQL.
package enum SQLValue: Sendable {
    /// An integer.
    case integer(Int64)
    /// A text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
    /// Nothing.
    case null

    var database: DatabaseValue {
        switch self {
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        case .null: .null
        }
    }
}
