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
        let other = Cosigner(name: try KeyName("down.example")).verifier
        try Data("\(other)\n".utf8).write(to: URL(fileURLWithPath: "\(home)/down.pub"))
    }

    private static func ask(_ witness: RunningProcess, from home: String) throws {
        let file = URL(fileURLWithPath: "\(home)/zegel.yaml")
        let url = try #require(witness.ready["url"]?.string)
        let partners = """
            , cosign: 1s, witnesses: [{ key: w/witness.pub, url: "\(url)" }, \
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
            let run = ["log", "witness", "--config", "\(home)/w/witness.yaml", "--listen", "127.0.0.1:0"]
            witness = try RunningProcess(run)
            try Self.ask(try #require(witness), from: home)
        }
        let log = try NoteVerifier(parsing: Self.line("\(server.home)/pki/log.pub"))
        let key = try CosignatureVerifier(parsing: Self.line("\(server.home)/w/witness.pub"))
        let draft = try server.draft("AIVD-2026-000300")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)

        // Asked again and again rather than waited for.
        var cosigned: VerifiedCheckpoint?
        let end = Date().addingTimeInterval(60)
        while cosigned?.cosignatures.isEmpty ?? true, Date() < end {
            let shown = try server.runLog("checkpoint", as: "om", "--out", server.path("c"))
            try #require(shown.status == 0)
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: server.path("c"))))
            cosigned = try SignedCheckpoint(parsing: bytes).verified(by: log, witnesses: [key])
        }
        #expect(cosigned?.cosignatures.count == 1)
        #expect(try server.run("receive", as: "om", "--into", server.home, id).status == 0)

        let dead = try #require(witness)
        dead.kill()
        try server.restart()
        let again = try server.draft("AIVD-2026-000301")
        #expect(
            try server.run(
                "send",
                as: "aivd",
                "--header",
                again.header,
                "--out",
                server.path("2.asice"),
                again.document
            )
            .status == 0,
            "a witness that is down holds up nothing"
        )
    }

    private static func line(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(), as: UTF8.self)
    }
}
