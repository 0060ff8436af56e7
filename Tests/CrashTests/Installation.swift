// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Synchronization
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelServer
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelCommands

/// A trial installation in a folder that goes with it, and the containers of its senders.
final class Installation: Sendable {
    let home: String
    let verifier: ReceiptVerifier
    let log: NoteVerifier
    private let lastSeen = Mutex<VerifiedCheckpoint?>(nil)
    private let signer: CAdESSigner
    private let addressee: CAdESSigner

    /// Makes one, with certificates from a moment on.
    convenience init(at moment: Instant = Installation.now) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "crash-\(UUID())").path
        try TrialInstallation(at: moment).write(to: home)
        // A start passes the policy's own tests; hundreds of starts need not pass them again.
        try FileManager.default.removeItem(atPath: "\(home)/policies/tests")
        for folder in ["outbox", "answers"] {
            try FileManager.default.createDirectory(atPath: "\(home)/\(folder)", withIntermediateDirectories: false)
        }
        try self.init(home: home, server: TrialInstallation.serverOIN)
    }

    /// Takes up what is in a folder.
    init(home: String, server: String) throws {
        func text(_ path: String) throws -> String {
            try String(contentsOfFile: "\(home)/pki/\(path)", encoding: .utf8)
        }
        let source = try TrustSource(anchorsPEM: [text("ca.pem")], crlsPEM: [text("ca.crl.pem")])
        guard let server = OIN(server) else { throw Missing() }
        func signer(_ name: String) throws -> CAdESSigner {
            let keys = "\(home)/pki/organisations/\(name)"
            return try Seal.signer(certificate: "\(keys)/seal.pem", key: "\(keys)/seal.key")
        }
        self.home = home
        self.signer = try signer("aivd")
        self.addressee = try signer("nctv")
        self.log = try ClientProfile.logVerifier("\(home)/pki/log.pub")
        self.verifier = ReceiptVerifier(
            trust: TrustEvaluator(source: source, grace: 86_400),
            sealers: [server],
            log: self.log
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: self.home) }

    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    /// The numbers of addressees.
    private static let numbers = [
        "nctv/analyse": "00000099000000011000", "kmar/ct": "00000099000000008000", "bz/ct": "00000099000000005000",
    ]

    /// Writes a container of aivd/ct, for nctv/analyse unless for others, which one person may let go.
    func letter(_ number: Int, documentOf size: Int, to mailboxes: [String] = ["nctv/analyse"]) throws -> Letter {
        let document = "\(self.home)/outbox/\(number).txt"
        try Data(repeating: UInt8(truncatingIfNeeded: number), count: size).write(to: URL(fileURLWithPath: document))
        let today = Self.now
        let builder = try ContainerBuilder(
            template: [
                "kenmerk": .string("AIVD-\(number)"), "exchange": "inlichtingenberichten",
                "kind": "inlichtingenbericht", "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
                "to": .array(
                    mailboxes.map { ["oin": .string(Self.numbers[$0] ?? ""), "mailbox": .string($0)] }
                ),
                "purpose": "informeren-over-dreiging", "legalBasis": "wiv2017-art62",
                "classification": "stg-confidentieel", "classifiedBy": "hoofd",
                "classifiedOn": .string("\(today.date)"),
                "declassifyOn": .string("\(today.date.advanced(byDays: 3_650))"),
                "markings": ["originator-control", "geen-bewijs"],
                "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
                "reviewBy": .string("\(today.date.advanced(byDays: 180))"),
            ],
            documents: [EnclosedDocument(path: document)],
            signer: self.signer,
            at: today
        )
        var container: [UInt8] = []
        try builder.pieces { container += $0 }
        try FileManager.default.removeItem(atPath: document)
        let path = "\(self.home)/outbox/\(number).asice"
        try Data(container).write(to: URL(fileURLWithPath: path))
        var intake = ContainerIntake()
        try intake.consume(container[...])
        return Letter(
            number: number,
            path: path,
            checked: try intake.finish(),
            digest: ContentDigest(of: container),
            isLarge: size > Limits().inlineContainer
        )
    }

    /// Writes an acknowledgement by nctv/analyse of a letter that it has received.
    func acknowledgement(of letter: Letter, id: String) throws -> Acknowledgement {
        let moment = Self.now
        guard let server = OIN(TrialInstallation.serverOIN), let message = MessageID(id),
            let mailbox = MailboxName("nctv/analyse")
        else { throw Missing() }
        let statement = Statement(
            .acknowledgement,
            server: server,
            message: message,
            container: letter.digest,
            mailbox: mailbox,
            time: moment
        )
        let bytes = try self.addressee.sign(attached: statement.encoded, at: moment.milliseconds / 1_000)
        let path = "\(self.home)/outbox/\(letter.number).p7m"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return Acknowledgement(number: letter.number, id: id, path: path, bytes: bytes)
    }

    /// Whether an answer is a receipt for an acknowledgement, and holds.
    func holds(_ answer: [UInt8], for acknowledgement: Acknowledgement) async throws -> Bool {
        let receipt = try StatementReceipt(parsing: answer)
        return try await self.verifier.verify(receipt, of: acknowledgement.bytes, at: Self.now).revocation == .checked
    }

    /// Whether an answer is a receipt for a letter, and holds.
    func holds(_ answer: [UInt8], for letter: Letter) async throws -> Bool {
        let receipt = try MessageReceipt(parsing: answer)
        let verified = try await self.verifier.verify(receipt, of: letter.checked, at: Self.now)
        return verified.revocation == .checked && verified.checkpoint != nil
    }

    /// Reads the whole log from outside; it has to continue what it was at the last look, and each entry to open.
    func auditLog() async throws {
        let configuration = try ServerConfiguration.load("\(self.home)/zegel.yaml")
        let stored = try StoredLog(folder: configuration.data, key: configuration.storageKeyBytes())
        let log = LocalLog(stored, anchor: configuration.log.anchor, key: self.log)
        let before = self.lastSeen.withLock { $0 }
        let outcome = try await LogAudit(log, key: self.log)(continuing: before.map { [$0] } ?? [])
        self.lastSeen.withLock { $0 = outcome.checkpoint }
        let opened = try stored.openEntries()
        let size = try stored.size()
        guard UInt64(opened) <= size, UInt64(opened) >= outcome.checkpoint.checkpoint.size else { throw Missing() }
    }

    /// The files that are in a folder of the data folder, at any depth.
    func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(self.home)/data/\(folder)")
            .filter { $0.split(separator: "/").last?.count == 32 }
    }
}

/// A container that waits in the outbox.
struct Letter: Sendable {
    let number: Int
    let path: String
    let checked: CheckedContainer
    let digest: ContentDigest
    /// Whether it goes to a file of its own.
    let isLarge: Bool
}

/// An acknowledgement of a letter, by its number.
struct Acknowledgement: Sendable {
    let number: Int
    /// The message.
    let id: String
    let path: String
    let bytes: [UInt8]
}

/// What a helper throws where a test cannot be set up.
struct Missing: Error {
    var what = ""
}
