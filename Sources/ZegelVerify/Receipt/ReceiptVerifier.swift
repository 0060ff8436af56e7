// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
package import TransparencyLog
package import ZegelCore
package import ZegelTrust

/// Verifies what a server answered, so that "sent" is said only of what it signed for.
package struct ReceiptVerifier: Sendable {
    /// Whether a list said that the server's seal certificate is not revoked.
    package enum Revocation: Hashable, Sendable {
        /// One did.
        case checked
        /// None was at hand, or none that is fresh.
        case unknown(TrustError)
    }

    /// A receipt that holds.
    package struct Verified<Record: Sendable>: Sendable {
        /// What the server signed.
        package let record: Record
        /// Whether its certificate was looked up in a list.
        package let revocation: Revocation
        /// The checkpoint of the log that its proof leads to; `nil` where no log was named.
        package let checkpoint: VerifiedCheckpoint?
    }

    private let trust: TrustEvaluator
    private let sealers: Set<OIN>
    private let log: NoteVerifier?
    private let earlierLogs: [NoteVerifier]

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - trust: Whom to trust as authority, with the lists at hand.
    ///   - sealers: The OINs of the servers that may seal.
    ///   - log: The key of the log that must have what was receipted; proofs are not looked at without it.
    ///   - earlierLogs: The keys of logs that may have it instead: of the same server before it was restored.
    package init(
        trust: TrustEvaluator,
        sealers: Set<OIN>,
        log: NoteVerifier? = nil,
        earlierLogs: [NoteVerifier] = []
    ) {
        self.trust = trust
        self.sealers = sealers
        self.log = log
        self.earlierLogs = earlierLogs
    }

    /// Verifies the receipt of a message.
    ///
    /// - Parameters:
    ///   - receipt: What the server answered.
    ///   - container: What was sent.
    ///   - now: The time.
    /// - Throws: ``Problem``: `receipt.invalid` where it is about something else, a `cms.…` code where the seal does not
    ///   hold, a code of trust, `receipt.sealer` where it is by another than the servers named, or `log.proof-invalid`.
    package func verify(
        _ receipt: MessageReceipt,
        of container: CheckedContainer,
        at now: Instant
    ) async throws(Problem) -> Verified<AcceptanceRecord> {
        let record = try AcceptanceRecord(parsing: receipt.acceptance)
        let header = container.opening.header
        try Self.hold([
            ("container", record.container.bytes == container.index.digest),
            ("size", record.size == container.index.size && record.entriesSize == container.index.entriesSize),
            ("submittedBy", record.submittedBy == header.from.oin),
            ("to", record.to == header.to.map(\.address.mailbox)),
        ])
        let entries = SealCoverage.digests(of: container.index.entries)
        return try await self.verified(receipt, record, of: header, covering: entries, now)
    }

    /// What every receipt of a message is held to: it says one thing throughout, covers each entry, and is signed and logged.
    func verified(
        _ receipt: MessageReceipt,
        _ record: AcceptanceRecord,
        of header: MessageHeader,
        covering entries: [String: [UInt8]],
        _ now: Instant
    ) async throws(Problem) -> Verified<AcceptanceRecord> {
        try Self.hold([
            ("id", record.id == receipt.id), ("receivedAt", record.receivedAt == receipt.receivedAt),
            ("container", record.container == receipt.container), ("kenmerk", receipt.kenmerk == header.kenmerk),
            ("date", receipt.date == header.date),
        ])
        try Self.mustCover(entries, receipt.sealManifest, receipt.acceptance, record)
        let revocation = try await self.judge(receipt.seal, over: receipt.sealManifest, server: record.server, now)
        let checkpoint = try self.prove(receipt.log, receipt.sealManifest, receipt.seal)
        if let checkpoint { try Self.hold([("log", record.log == checkpoint.checkpoint.origin.description)]) }
        return Verified(record: record, revocation: revocation, checkpoint: checkpoint)
    }

    /// Verifies the receipt of a statement.
    ///
    /// - Parameters:
    ///   - receipt: What the server answered.
    ///   - statement: The signed statement that was sent, the `.p7m`.
    ///   - now: The time.
    /// - Throws: ``Problem`` as ``verify(_:of:at:)-(MessageReceipt,_,_)``.
    package func verify(
        _ receipt: StatementReceipt,
        of statement: [UInt8],
        at now: Instant
    ) async throws(Problem) -> Verified<StatementRecord> {
        let record = try StatementRecord(parsing: receipt.record)
        let sent = try StatementOpening(parsing: statement)
        try Self.hold([
            ("message", record.message == sent.statement.message), ("server", record.server == sent.statement.server),
        ])
        return try await self.verified(receipt, record, of: sent, now)
    }

    /// What every receipt of a statement is held to.
    func verified(
        _ receipt: StatementReceipt,
        _ record: StatementRecord,
        of sent: StatementOpening,
        _ now: Instant
    ) async throws(Problem) -> Verified<StatementRecord> {
        try Self.hold([
            ("message", record.message == receipt.message), ("receivedAt", record.receivedAt == receipt.receivedAt),
            ("statement", record.statement == receipt.statement && record.statement == sent.digest),
            ("kind", record.kind == sent.statement.kind), ("mailbox", record.mailbox == sent.statement.mailbox),
            ("container", record.container == sent.statement.container),
        ])
        let revocation = try await self.judge(receipt.signature, over: receipt.record, server: record.server, now)
        let checkpoint = try self.prove(receipt.log, receipt.record, receipt.signature)
        return Verified(record: record, revocation: revocation, checkpoint: checkpoint)
    }

    /// Verifies what a server signed for as delivered to and from a mailbox on a day.
    ///
    /// - Parameters:
    ///   - bytes: The record.
    ///   - signature: The server's detached CAdES over it.
    ///   - mailbox: The mailbox that was asked about.
    ///   - day: The day that was asked about.
    ///   - now: The time.
    /// - Throws: ``Problem`` as ``verify(_:of:at:)-(MessageReceipt,_,_)``, or `record.invalid`.
    package func verify(
        reconciliation bytes: [UInt8],
        signature: [UInt8],
        of mailbox: MailboxName,
        on day: CalendarDate,
        at now: Instant
    ) async throws(Problem) -> Verified<ReconciliationRecord> {
        let record = try ReconciliationRecord(parsing: bytes)
        try Self.hold([
            ("mailbox", record.mailbox == mailbox), ("day", record.day == day),
            ("log", self.log.map { $0.name.description == record.log } ?? true),
        ])
        let revocation = try await self.judge(signature, over: bytes, server: record.server, now)
        return Verified(record: record, revocation: revocation, checkpoint: nil)
    }

    /// Verifies what another server signed for as passed between it and this one on a day.
    ///
    /// - Parameters:
    ///   - bytes: The record.
    ///   - signature: The server's detached CAdES over it.
    ///   - own: This server.
    ///   - day: The day that was asked about.
    ///   - now: The time.
    /// - Throws: ``Problem`` as ``verify(_:of:at:)-(MessageReceipt,_,_)``, or `record.invalid`.
    package func verify(
        relayDay bytes: [UInt8],
        signature: [UInt8],
        with own: OIN,
        on day: CalendarDate,
        at now: Instant
    ) async throws(Problem) -> Verified<RelayDayRecord> {
        let record = try RelayDayRecord(parsing: bytes)
        try Self.hold([
            ("partner", record.partner == own), ("day", record.day == day),
            ("log", self.log.map { $0.name.description == record.log } ?? true),
        ])
        let revocation = try await self.judge(signature, over: bytes, server: record.server, now)
        return Verified(record: record, revocation: revocation, checkpoint: nil)
    }

    /// Checks the proof where a log was named; then it must be there.
    private func prove(
        _ evidence: LogEvidence?,
        _ signed: [UInt8],
        _ signature: [UInt8]
    ) throws(Problem) -> VerifiedCheckpoint? {
        guard let log = self.log else { return nil }
        guard let evidence else {
            throw Problem(.logProof, "The receipt has no proof, and the key of a log was given.")
        }
        let origin = try? LogProof(parsing: evidence.proof).checkpoint.checkpoint.origin
        let earlier = self.earlierLogs.first { log in origin == LogOrigin(log.name) }
        return try evidence.verified(signed: signed, signature: signature, by: earlier ?? log)
    }

    static func hold(_ facts: [(String, Bool)]) throws(Problem) {
        guard let (name, _) = facts.first(where: { !$0.1 }) else { return }
        throw Problem(.receiptInvalid, "The receipt says something else than was sent: \(name).")
    }

    /// Holds the seal's manifest to what was sent: each entry save `mimetype`, the acceptance, its evidence, nothing else.
    private static func mustCover(
        _ entries: [String: [UInt8]],
        _ manifest: [UInt8],
        _ acceptance: [UInt8],
        _ record: AcceptanceRecord
    ) throws(Problem) {
        guard try SealCoverage.isWhole(manifest, over: entries, acceptance, record) else {
            throw Problem(.receiptInvalid, "The seal does not cover what was sent, all of it and nothing else.")
        }
    }

    private func judge(
        _ signature: [UInt8],
        over content: [UInt8],
        server: OIN,
        _ now: Instant
    ) async throws(Problem) -> Revocation {
        let verified: VerifiedSignature
        do { verified = try CAdESSignature(parsing: signature).verify(detached: content) } catch {
            throw Problem(error)
        }
        guard let oin = OIN(subjectOf: verified.signer), oin == server, self.sealers.contains(oin) else {
            throw Problem(.receiptSealer, "The receipt is not signed by a server that is named as sealer.")
        }
        let verdict = await self.trust.judge(
            leaf: verified.signer,
            intermediates: verified.certificates,
            profile: .seal,
            at: now
        )
        switch verdict {
        case .trusted: return .checked
        case .undecided(let error): return .unknown(error)
        case .refused(let error): throw error.problem
        }
    }
}
