// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCore
import ZegelVerify

/// The life of one message, step by step; each step says what it expects of the server.
struct DemoStory {
    private let home: String
    private let url: String
    private let folder: String
    private let narrator: DemoNarrator

    init(home: String, url: String, narrator: DemoNarrator) throws {
        self.home = home
        self.url = url
        self.folder = "\(home)/story"
        self.narrator = narrator
        try FileManager.default.createDirectory(
            atPath: self.folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    func play() async throws {
        let (aivd, om, ind, ctivd) = (
            try self.join("aivd"), try self.join("om"), try self.join("ind"), try self.join("ctivd")
        )
        let everyone = [aivd, om, ind, ctivd]
        let result: Result<Void, any Error>
        do { result = .success(try await self.play(aivd, om, ind, ctivd)) } catch { result = .failure(error) }
        for connection in everyone { await connection.shutdown() }
        try result.get()
    }

    private func play(
        _ aivd: ZegelConnection,
        _ om: ZegelConnection,
        _ ind: ZegelConnection,
        _ ctivd: ZegelConnection
    ) async throws {
        let id = try await self.send(aivd)
        try await self.expectPost(of: om, 0, "Until then om has nothing in its mailbox")
        try await self.state(.release, about: id, by: aivd)
        try await self.expectPost(of: om, 1, "om finds it in its mailbox")
        try await self.expectAbsence(of: id, to: ind)
        let dossier = "\(self.folder)/dossier.asice"
        _ = try await om.download(id, .container, to: "\(self.folder)/collected.asice")
        self.narrator.tell("om collects it", "story/collected.asice, byte for byte what aivd sealed")
        try await self.state(.acknowledgement, about: id, by: om)
        _ = try await om.download(id, .dossier, to: dossier)
        try await self.verify(dossier, as: om, .totalPassed, "Anyone can verify its dossier, without the server")
        _ = try await ctivd.download(id, .audit, to: "\(self.folder)/audit.asice")
        let audit = "\(self.folder)/audit.asice"
        try await self.verify(audit, as: ctivd, .indeterminate, "The auditor ctivd has the evidence, not the contents")
        try await self.verify(self.damaged(dossier), as: om, .totalFailed, "One changed byte is found")
        try self.verifyWithOpenSSL(dossier)
    }

    // MARK: - Steps

    private func send(_ aivd: ZegelConnection) async throws -> MessageID {
        guard let keys = aivd.profile.seal else { throw Problem(.configuration, "aivd has no seal.") }
        let message = "\(self.folder)/message.asice"
        let digest = try DemoReport(folder: self.folder, moment: .now).seal(with: keys.signer(), to: message)
        self.narrator.tell(
            "aivd writes an official report and seals it",
            "story/message.asice, sha256 \(digest.prefix(16))…"
        )
        let sent = try await aivd.submit(file: message)
        try KeptFile.write(sent.receiptBytes, to: "\(message).receipt.json")
        self.narrator.tell(
            "aivd hands it in, and verifies the receipt; the message waits for a second person",
            "\(sent.receipt.state.rawValue), sealed by \(sent.record.server) at \(sent.record.receivedAt)"
        )
        return sent.receipt.id
    }

    private func state(
        _ declaration: Statement.Declaration,
        about id: MessageID,
        by connection: ZegelConnection
    ) async throws {
        let profile = connection.profile
        let keys = declaration == .release ? profile.release : profile.seal
        guard let keys, let server = profile.sealers.first else { throw Problem(.configuration, "A key is missing.") }
        let statement = Statement(
            declaration,
            server: server,
            message: id,
            container: try await connection.message(id).container,
            mailbox: profile.mailbox,
            time: .now
        )
        let accepted = try await connection.submit(try SignedStatement(statement, signer: keys.signer()))
        let step = declaration == .release ? "A second person of aivd releases it" : "om acknowledges it"
        self.narrator.tell(
            step,
            "\(declaration.kind.rawValue) accepted at \(accepted.record.receivedAt), its receipt verified"
        )
    }

    private func verify(
        _ path: String,
        as connection: ZegelConnection,
        _ expected: VerificationReport.Indication,
        _ step: String
    ) async throws {
        let report = await (try connection.profile.verifier()).verify(file: path)
        guard report.indication == expected else { throw self.other("\(expected.rawValue) was expected of \(path).") }
        self.narrator.tell(step, report.text())
    }

    /// A copy in which one byte of the report is another.
    private func damaged(_ path: String) throws -> String {
        var bytes = try FilePieces.whole(path)
        let word = Array("vertrokken".utf8)
        if let place = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) { bytes[place] ^= 0x20 }
        let copy = "\(self.folder)/changed.asice"
        try Data(bytes).write(to: URL(fileURLWithPath: copy))
        return copy
    }

    private func verifyWithOpenSSL(_ dossier: String) throws {
        try Open.extract(dossier, into: "\(self.folder)/dossier")
        let commands = OpenSSLCommands(folder: "\(self.folder)/dossier", anchors: "../../pki/ca.pem")
        let outcomes = try commands.run()
        guard !outcomes.contains(where: { $0.isGood == false }) else { throw self.other("OpenSSL says otherwise.") }
        let wasRun = outcomes.allSatisfy { $0.isGood == true }
        let lines = outcomes.flatMap { outcome in
            ["# \(outcome.step.meaning)", outcome.step.command]
                + outcome.output.split(separator: "\n").map { "  \($0)" }
        }
        self.narrator.tell(
            "A court needs only OpenSSL: \(wasRun ? "these were run, and agree" : "not installed here, so not run")",
            (["cd '\(self.folder)/dossier'    # the dossier, unzipped"] + lines).joined(separator: "\n")
        )
    }

    // MARK: - Expecting

    private func join(_ organisation: String) throws -> ZegelConnection {
        var profile = try ProfileFile(named: organisation, in: self.home).profile
        profile.url = self.url
        return try ZegelConnection(profile)
    }

    private func expectPost(of connection: ZegelConnection, _ count: Int, _ step: String) async throws {
        let found = try await connection.mailbox().messages.count
        guard found == count else { throw self.other("\(count) messages were expected, \(found) are there.") }
        self.narrator.tell(step, "\(connection.profile.mailbox): \(count) message\(count == 1 ? "" : "s")")
    }

    private func expectAbsence(of id: MessageID, to connection: ZegelConnection) async throws {
        do {
            _ = try await connection.message(id)
        } catch {
            guard error.problem.status == 404 else { throw error }
            return self.narrator.tell(
                "For ind, which need not know, there is no such message",
                "404 \(error.problem.code)"
            )
        }
        throw self.other("It should not be there for \(connection.profile.mailbox).")
    }

    private func other(_ detail: String) -> Problem {
        Problem(.internalError, "The demonstration did not go as it should: \(detail)")
    }
}
