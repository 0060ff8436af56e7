// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import TransparencyLog
import ZegelCore
import ZegelStore
import ZegelTrust
import ZegelVerify

/// Another server, as far as its receipts go: it signs them as a real one does, or in one thing differently.
struct FakePartner: Sendable {
    /// What is wrong with a receipt.
    enum Fault: Sendable {
        case none
        case otherContainer
        case otherSeals
        case otherAddressee
        case missingEntry
        case byAnother
        case otherLog
        case noProof
        case brokenSeal
    }

    let oin: OIN
    let log: NoteSigner
    let id = MessageID.random()
    private let signer: CAdESSigner
    private let other: CAdESSigner

    init(_ parties: Parties) throws {
        guard let oin = OIN("00000099000000099002") else { throw Missing() }
        let issued = try parties.authority.issue(
            .seal,
            organisation: "partner",
            oin: oin,
            from: Parties.now.advanced(bySeconds: -86_400)
        )
        self.oin = oin
        self.log = NoteSigner(name: try KeyName("zegel.example/partner"))
        self.signer = try CAdESSigner(
            certificate: issued.certificate,
            intermediates: [parties.authority.issuing.certificate],
            key: SigningKey(pem: issued.keyPEM)
        )
        self.other = try parties["om"].seal
    }

    /// The receipt for a message that was pushed by the server of the tests.
    func receipt(for message: StoredMessage, _ fault: Fault = .none) throws -> [UInt8] {
        let own = try AcceptanceRecord(parsing: message.acceptance)
        let isOther = fault == .otherContainer
        let container = isOther ? ContentDigest(of: [1]) : message.containerDigest
        let mailboxes = fault == .otherAddressee ? [message.header.from.mailbox] : own.to
        let acceptance = AcceptanceRecord(
            id: self.id,
            server: self.oin,
            log: "\(self.log.verifier.name)",
            submittedBy: own.server,
            certificate: ContentDigest(of: [2]),
            receivedAt: Parties.now,
            size: message.size,
            entriesSize: message.entriesSize,
            container: container,
            to: mailboxes,
            policy: ContentDigest(of: [3]),
            decision: MessageID.random().description,
            previous: [ContentDigest(of: fault == .otherSeals ? [4] : message.signature)],
            evidence: []
        ).encoded
        let added = Set(own.evidence.map(\.name) + [EntryPath.acceptance])
        var references = try ASiCManifest(parsing: message.manifest).references.filter { !added.contains($0.uri) }
        if fault == .missingEntry { references.removeLast() }
        references.append(
            .init(uri: EntryPath.acceptance, mimeType: "application/json", digest: ContentDigest(of: acceptance).bytes)
        )
        let manifest = ASiCManifest(signatureURI: EntryPath.sealSignature, references: references).encoded()
        var seal = try self.sign(manifest, fault)
        let evidence = try self.evidence(manifest, seal, fault)
        if fault == .brokenSeal { seal[seal.count - 1] ^= 1 }
        return MessageReceipt(
            id: self.id,
            state: .accepted,
            kenmerk: message.header.kenmerk,
            date: message.header.date,
            receivedAt: Parties.now,
            container: container,
            acceptance: acceptance,
            sealManifest: manifest,
            seal: seal,
            log: evidence
        ).json.encoded
    }

    /// The receipt for a statement.
    func receipt(for statement: [UInt8]) throws -> [UInt8] {
        let sent = try StatementOpening(parsing: statement)
        let record = StatementRecord(
            message: self.id,
            server: self.oin,
            kind: sent.statement.kind,
            mailbox: sent.statement.mailbox,
            statement: sent.digest,
            container: sent.statement.container,
            receivedAt: Parties.now,
            decision: MessageID.random().description
        ).encoded
        let signature = try self.sign(record, .none)
        return StatementReceipt(
            message: self.id,
            statement: sent.digest,
            receivedAt: Parties.now,
            record: record,
            signature: signature,
            log: try self.evidence(record, signature, .none)
        ).json.encoded
    }

    private func sign(_ bytes: [UInt8], _ fault: Fault) throws -> [UInt8] {
        let signer = fault == .byAnother ? self.other : self.signer
        return try signer.sign(detached: bytes, at: Parties.now.milliseconds / 1_000)
    }

    /// The proof from a log with this one entry.
    private func evidence(_ signed: [UInt8], _ signature: [UInt8], _ fault: Fault) throws -> LogEvidence? {
        guard fault != .noProof else { return nil }
        let opening = LogOpening(committingTo: LogOpening.details(signed: signed, signature: signature))
        let log = fault == .otherLog ? NoteSigner(name: self.log.verifier.name) : self.log
        let checkpoint = try SignedCheckpoint(
            signing: Checkpoint(origin: LogOrigin(log.verifier.name), size: 1, root: opening.leaf),
            by: log
        )
        let proof = try LogProof(InclusionProof(index: 0, size: 1, hashes: []), checkpoint: checkpoint)
        return LogEvidence(proof: proof.bytes, salt: opening.salt)
    }
}
