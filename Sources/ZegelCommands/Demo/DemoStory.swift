// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import ZegelClient
import ZegelCore
import ZegelVerify

/// The life of one message, step by step; each step says what it expects of the server.
struct DemoStory {
    private let home: String
    private let folder: String
    private let client: DemoClient

    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    init(home: String, url: String) throws {
        self.home = home
        self.folder = "\(home)/story"
        try FileManager.default.createDirectory(
            atPath: self.folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        self.client = DemoClient(home: home, url: url, scratch: self.folder)
    }

    func play() async throws {
        let digest = try self.seal()
        self.say("aivd writes an official report and seals it", "story/message.asice, sha256 \(digest.prefix(16))…")
        let id = try self.submit()
        try self.expectPost(of: "om", "om/lovj", 0, "Until then om has nothing in its mailbox")
        try self.state("aivd", "release", "releases", id, digest, "aivd/ct", key: "release")
        self.say("A second person of aivd releases it", "statement accepted")
        try self.expectPost(of: "om", "om/lovj", 1, "om finds it in its mailbox")
        let hidden = try self.client.call("ind", "GET", "/v1/messages/\(id)", scope: "messages.read")
        try self.expect(hidden, 404, "For ind, which need not know, there is no such message")
        try self.state("om", "acknowledgement", "acknowledgements", id, digest, "om/lovj", key: "seal")
        self.say("om acknowledges it", "statement accepted")
        let dossier = try self.download("om", id, scope: "messages.read", to: "dossier.asice")
        try await self.verify(dossier, .totalPassed, "Anyone can verify its dossier, without the server")
        let audit = try self.download("ctivd", id, scope: "audit.read", to: "audit.asice")
        try await self.verify(audit, .indeterminate, "The auditor ctivd has the evidence, not the contents")
        try await self.verify(try self.damaged(dossier), .totalFailed, "One changed byte is found")
        for name in ["request", "answer"] { try? FileManager.default.removeItem(atPath: "\(self.folder)/\(name)") }
    }

    // MARK: - Steps

    private func seal() throws -> String {
        let report = "\(self.folder)/ambtsbericht.txt"
        try Data("Ambtsbericht\n\nBetrokkene is vertrokken. Dit is een voorbeeld.\n".utf8)
            .write(to: URL(fileURLWithPath: report))
        let keys = "\(self.home)/pki/organisations/aivd"
        let builder = try ContainerBuilder(
            template: self.header(),
            documents: [EnclosedDocument(path: report)],
            signer: Seal.signer(certificate: "\(keys)/seal.pem", key: "\(keys)/seal.key"),
            at: Self.now
        )
        return try Seal.write(builder, to: "\(self.folder)/message.asice")
    }

    private func submit() throws -> String {
        let answer = try self.client.call(
            "aivd",
            "POST",
            "/v1/messages",
            scope: "messages.send",
            body: FilePieces.whole("\(self.folder)/message.asice"),
            type: "application/vnd.etsi.asic-e+zip"
        )
        try self.expect(answer, 201, "aivd hands it in; it waits for a second person")
        return answer.json["id"]?.string ?? ""
    }

    private func state(
        _ organisation: String,
        _ what: String,
        _ path: String,
        _ id: String,
        _ digest: String,
        _ mailbox: String,
        key: String
    ) throws {
        let moment = Self.now
        let statement: JSONValue = [
            "zegel": "1", "statement": .string(what), "server": .string(TrialInstallation.serverOIN),
            "message": .string(id), "container": .string(digest), "mailbox": .string(mailbox),
            "time": .string(moment.seconds),
        ]
        let keys = "\(self.home)/pki/organisations/\(organisation)"
        let signer = try Seal.signer(certificate: "\(keys)/\(key).pem", key: "\(keys)/\(key).key")
        let signed = try signer.sign(attached: statement.encoded, at: moment.milliseconds / 1_000)
        let scope = what == "release" ? "messages.release" : "messages.acknowledge"
        let target = "/v1/messages/\(id)/\(path)"
        let answer = try self.client.call(organisation, "POST", target, scope: scope, body: signed)
        guard answer.status == 201 else { throw self.unexpected(answer, what) }
    }

    private func download(_ organisation: String, _ id: String, scope: String, to name: String) throws -> String {
        let answer = try self.client.call(organisation, "GET", "/v1/messages/\(id)/dossier", scope: scope)
        guard answer.status == 200 else { throw self.unexpected(answer, "the dossier for \(organisation)") }
        let path = "\(self.folder)/\(name)"
        try Data(answer.body).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func verify(_ path: String, _ expected: VerificationReport.Indication, _ what: String) async throws {
        guard let sealer = OIN(TrialInstallation.serverOIN) else { throw Problem(.internalError) }
        let trust = String(decoding: try FilePieces.whole("\(self.home)/pki/ca.pem"), as: UTF8.self)
        let report = await (try DossierVerifier(trust: [trust], sealers: [sealer], at: Self.now)).verify(file: path)
        self.say(what, report.text())
        guard report.indication == expected else { throw Problem(.internalError, "\(expected.rawValue) was expected.") }
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

    // MARK: - Telling and expecting

    private func expectPost(of organisation: String, _ mailbox: String, _ count: Int, _ what: String) throws {
        let path = "/v1/mailboxes/\(mailbox)/messages"
        let answer = try self.client.call(organisation, "GET", path, scope: "messages.read")
        guard answer.status == 200, answer.json["messages"]?.array?.count == count else {
            throw self.unexpected(answer, mailbox)
        }
        self.say(what, "GET \(path): \(count)")
    }

    private func expect(_ answer: DemoClient.Answer, _ status: Int, _ what: String) throws {
        guard answer.status == status else { throw self.unexpected(answer, what) }
        self.say(what, "\(status) \((answer.json["state"] ?? answer.json["code"])?.string ?? "")")
    }

    private func unexpected(_ answer: DemoClient.Answer, _ what: String) -> Problem {
        let code = answer.json["code"]?.string ?? "no code"
        return Problem(.internalError, "\(what): the server answered \(answer.status), \(code).")
    }

    private func say(_ what: String, _ outcome: String) {
        let lines = outcome.split(separator: "\n").map { "    \($0)" }
        Output.result((["", "* \(what)"] + lines).joined(separator: "\n"))
    }

    private func header() -> JSONValue {
        let today = Self.now.date
        return [
            "kenmerk": "AIVD-2026-000001", "exchange": "ambtsberichten", "kind": "ambtsbericht",
            "subject": "Uitreis naar strijdgebied", "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
            "classifiedOn": .string("\(today)"),
            "declassifyOn": .string("\(Self.now.advanced(bySeconds: 3_650 * 86_400).date)"), "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": .string("\(today)"),
                "evaluation": ["source": "A", "information": "1"],
            ],
        ]
    }
}
