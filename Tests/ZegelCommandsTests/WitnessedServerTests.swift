// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore

@Suite("A server whose log is witnessed")
struct WitnessedServerTests {
    /// Makes a witness that knows the log of an installation, and has the server ask it and one that is down.
    private static func witness(_ home: String) throws {
        let made = try Binary.run(
            ["log", "witness", "key", "witness.example", "--out", "\(home)/w", "--log", "\(home)/pki/log.pub"]
        )
        try #require(made.status == 0)
        let configuration = URL(fileURLWithPath: "\(home)/w/witness.yaml")
        let tls = "tls: { certificate: ../pki/server.pem, key: ../pki/server.key }\n"
        try (String(contentsOf: configuration, encoding: .utf8) + tls)
            .write(to: configuration, atomically: true, encoding: .utf8)
        let other = Cosigner(name: try KeyName("down.example")).verifier
        try Data("\(other)\n".utf8).write(to: URL(fileURLWithPath: "\(home)/down.pub"))
    }

    private static func ask(_ witness: RunningProcess, from home: String) throws {
        let file = URL(fileURLWithPath: "\(home)/zegel.yaml")
        let url = try #require(witness.ready["url"]?.string)
        let partners = """
            , cosign: 1s, witnesses: [{ key: w/witness.pub, url: "\(url)", anchors: [pki/ca.pem] }, \
            { key: down.pub, url: "http://127.0.0.1:1" }] }
            """
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("log: ") ? line.dropLast(2) + partners : String(line)
        }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }

    @Test(
        "Its checkpoint is cosigned in the background, and so are later dossiers; it does not start behind its witness"
    )
    func life() throws {
        var witness: RunningProcess?
        let server = try RunningServer { home in
            try Self.witness(home)
            witness = try RunningProcess(["log", "witness", "--config", "\(home)/w/witness.yaml"] + Self.listen)
            try Self.ask(try #require(witness), from: home)
        }
        let log = try NoteVerifier(parsing: Self.line("\(server.home)/pki/log.pub"))
        let key = try CosignatureVerifier(parsing: Self.line("\(server.home)/w/witness.pub"))
        let draft = try server.draft("AIVD-2026-000300")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)

        let policy = "witness w \(key)\nquorum w\n"
        try Data(policy.utf8).write(to: URL(fileURLWithPath: server.path("policy")))
        let verify = [
            "verify", "--trust", "\(server.home)/pki/ca.pem", "--sealer", "00000099000000099000", "--log-key",
            "\(server.home)/pki/log.pub", "--witness-policy", server.path("policy"),
        ]

        // Asked again and again rather than waited for.
        var status: Int32?
        let end = Date().addingTimeInterval(60)
        while status != 0, Date() < end {
            #expect(try server.run("receive", as: "aivd", "--replace", "--into", server.home, id).status == 0)
            status = try Binary.run(verify + ["\(server.home)/\(id).asice"]).status
            #expect([0, 21].contains(status))
        }
        #expect(status == 0, "a later dossier shows that a witness saw the log")
        let shown = try server.runLog("checkpoint", as: "om", "--out", server.path("c"))
        try #require(shown.status == 0)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: server.path("c"))))
        let size = try SignedCheckpoint(parsing: bytes).verified(by: log).checkpoint.size
        let metrics = try Self.metrics(of: server)
        #expect(metrics.contains("zegel_witness_disagrees{witness=\"witness.example\"} 0"))
        #expect(metrics.contains("zegel_witness_failures_total{witness=\"down.example\"} "))

        let running = try #require(witness)
        running.kill()
        try server.restart()
        let again = try server.draft("AIVD-2026-000301")
        let sentAgain = try server.run(
            "send",
            as: "aivd",
            "--header",
            again.header,
            "--out",
            server.path("2.asice"),
            again.document
        )
        #expect(sentAgain.status == 0, "a witness that is down holds up nothing")

        // The witness has seen more of the log than there is: the server has gone back.
        server.process.stop()
        let signer = try NoteSigner(parsing: Self.line("\(server.home)/pki/log.key"))
        let ahead = try Checkpoint(origin: LogOrigin(log.name), size: size + 1_000, root: .leaf([1]))
        let state = try FileManager.default.contentsOfDirectory(atPath: "\(server.home)/w/state")
        let file = try #require(state.first { $0.hasSuffix(".checkpoint") })
        try Data(SignedCheckpoint(signing: ahead, by: signer).bytes)
            .write(to: URL(fileURLWithPath: "\(server.home)/w/state/\(file)"))
        let next = try RunningProcess(["log", "witness", "--config", "\(server.home)/w/witness.yaml"] + Self.listen)
        let old = try #require(running.ready["url"]?.string)
        let new = try #require(next.ready["url"]?.string)
        let yaml = URL(fileURLWithPath: "\(server.home)/zegel.yaml")
        try String(contentsOf: yaml, encoding: .utf8).replacing(old, with: new)
            .write(to: yaml, atomically: true, encoding: .utf8)
        #expect(try Binary.run(["serve", "--config", yaml.path, "--listen", "127.0.0.1:0"]).status == 22)
    }

    private static let listen = ["--listen", "127.0.0.1:0"]

    private static func metrics(of server: RunningServer) throws -> String {
        let admin = try #require(server.process.ready["admin"]?.string.flatMap { URL(string: "\($0)/metrics") })
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-s", admin.absoluteString]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    private static func line(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(), as: UTF8.self)
    }
}
