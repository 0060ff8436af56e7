// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore

@Suite("The commands of the log")
struct LogCommandTests {
    @Test("A log is shown, held to what it was, proved from a dossier, and refused where it was changed")
    func life() throws {
        let server = try RunningServer()
        let kept = server.path("kept.checkpoint")
        let first = try server.runLog("checkpoint", as: "om", "--out", kept)
        #expect(first.status == 0)
        let before = try #require(first.json?["size"]?.integer)

        let draft = try server.draft("AIVD-2026-000200")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)
        #expect(try server.run("receive", as: "aivd", "--into", server.home, id).status == 0)
        let dossier = "\(server.home)/\(id).asice"

        let verified = try server.runLog("verify", as: "om", "--since", kept)
        #expect(verified.status == 0)
        #expect(try #require(verified.json?["size"]?.integer) > before)
        let local = try server.runLog("verify", as: "om", "--config", "\(server.home)/zegel.yaml")
        #expect(local.status == 0)
        #expect(local.json?["opened"] == local.json?["size"])
        let proved = try server.runLog("prove", as: "om", "--out", server.path("new.tlog-proof"), dossier)
        #expect(proved.status == 0)
        #expect(proved.json?["index"]?.integer.map { $0 >= before } == true)

        let mirror = server.path("mirror")
        let mirrored = try server.runLog("mirror", as: "om", mirror)
        #expect(mirrored.status == 0)
        #expect(mirrored.json?["size"]?.integer.map { $0 > before } == true)
        #expect(try server.runLog("verify", as: "om", "--mirror", mirror, "--since", kept).status == 0)
        #expect(try server.runLog("mirror", as: "om", mirror).json?["before"] == mirrored.json?["size"])

        let verify = ["verify", "--json", "--trust", "\(server.home)/pki/ca.pem", "--sealer", "00000099000000099000"]
        let key = "\(server.home)/pki/log.pub"
        #expect(try Binary.run(verify + ["--log-key", key, dossier]).status == 0)
        let other = try NewKey.write(to: server.path("other.pub"))
        #expect(try Binary.run(verify + ["--log-key", other, dossier]).status == 20)
        #expect(try Binary.run(verify + ["--log-key", draft.document, dossier]).status == 78)
        #expect(try server.runLog("verify", as: "om", "--log-key", other).status == 22)
        #expect(try server.runLog("prove", as: "om", "--log-key", other, dossier).status == 22)
        #expect(try server.runLog("prove", as: "om", container).status == 22, "it has no proof")
        #expect(try server.runLog("verify", as: "om", "--since", draft.document).status == 22)
    }

    @Test("Every command stops at a log that contradicts what the profile remembers, and keeps the evidence")
    func contradiction() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000201")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)
        let state = "\(server.home)/state/aivd"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: state).first { $0.hasSuffix(".checkpoint") }
        )
        let file = URL(fileURLWithPath: "\(state)/\(name)")
        let truth = try Data(contentsOf: file)
        let secret = try String(contentsOfFile: "\(server.home)/pki/log.key", encoding: .utf8)
        let signer = try NoteSigner(parsing: secret.trimmingCharacters(in: .whitespacesAndNewlines))
        let lie = try Checkpoint(origin: LogOrigin(signer.verifier.name), size: 2, root: .leaf([1]))
        try Data(SignedCheckpoint(signing: lie, by: signer).bytes).write(to: file)

        let again = try server.run("send", as: "aivd", container, container)
        #expect(again.status == 22)
        let problem = again.json?["results"]?.array?.first?["problem"]
        #expect(problem?["code"]?.string == "log.fork")
        #expect(try server.run("receive", as: "aivd", "--into", server.home, id).status == 22)
        #expect(try server.run("release", as: "aivd", id).status == 22)
        #expect(try server.runLog("checkpoint", as: "aivd").status == 22)
        #expect(try server.runLog("verify", as: "aivd").json?["code"]?.string == "log.fork")
        #expect(try server.runLog("mirror", as: "aivd", server.path("mirror")).status == 22)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(state)/forks").count >= 2)

        try truth.write(to: file)
        #expect(try server.run("receive", as: "aivd", "--replace", "--into", server.home, id).status == 0)
        #expect(try server.runLog("verify", as: "aivd").status == 0)
    }
}

extension RunningServer {
    /// Runs a command about the log, for its JSON.
    func runLog(_ command: String, as organisation: String, _ arguments: String...) throws -> Binary.Outcome {
        let identity = ["--home", self.home, "--as", organisation, "--url", self.url, "--json"]
        return try Binary.run(["log", command] + identity + arguments)
    }
}
