// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("Backup and restore of a running server")
struct BackupCommandTests {
    @Test("What was receipted before a backup under load is there after a disaster, and verifies by both logs")
    func disaster() throws {
        let server = try RunningServer()
        let (sealer, anchors) = ("00000099000000099000", "\(server.home)/pki/ca.pem")
        let first = try server.post(0, size: 200_000)
        #expect(try server.run("release", as: "aivd", "--file", first.file, first.id).status == 0)

        // Backups are made into one folder, one after the other, while messages go on.
        let backup = server.path("backup")
        var running: [Process] = []
        var withdrawn = ""
        for number in 1...20 {
            if running.last?.isRunning != true { running.append(try server.begin("backup", "--to", backup)) }
            withdrawn = try server.post(number, size: number % 5 == 0 ? 150_000 : 100).id
        }
        for process in running {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(try server.administer("restore", "--check", "--from", backup).status == 0)
        let made = try server.administer("backup", "--to", backup)
        #expect(made.json?["messages"] == 21)
        #expect(made.json?["contents"] == 5)

        #expect(try server.run("withdraw", as: "aivd", "--reason", "Onjuist.", withdrawn).status == 0)
        let lost = try server.post(30, size: 100)
        #expect(try server.run("release", as: "aivd", "--file", lost.file, lost.id).status == 0)
        #expect(try server.run("receive", as: "om", "--into", server.home, first.id).status == 0)
        let old = "\(server.home)/\(first.id).asice"
        server.process.kill()
        try FileManager.default.removeItem(atPath: "\(server.home)/data")

        #expect(try server.administer("restore", "--from", backup).json?["code"] == "restore.log-not-new")
        #expect(try server.administer("restore", "--check", "--from", backup).json?["messages"] == 21)
        try server.nameNewLog()
        var restored = try server.administer("restore", "--from", backup)
        #expect(restored.status == 0)
        #expect(restored.json?["messages"] == 21)
        #expect(restored.json?["withdrawals"] == 1)
        #expect(restored.json?["first"]?["salt"]?.string?.utf8.count == 44)
        #expect(restored.json?["earlier"]?["missing"]?.integer.map { $0 > 0 } == true, "the anchor tells")
        restored = try server.administer("restore", "--from", backup)
        #expect(restored.json?["code"] == "restore.not-empty")
        #expect(restored.status == 7)

        try server.restart()
        let standing = try server.run("status", as: "aivd", withdrawn).json?["results"]?.array?.first
        #expect(standing?["state"] == "withdrawn", "though the backup knows nothing of it")
        let keys = ["\(server.home)/pki/log-2.pub", "\(server.home)/pki/log.pub"]
        let verify = [
            "verify", "--json", "--trust", anchors, "--sealer", sealer, "--log-key", keys[0], "--log-key", keys[1],
        ]
        #expect(try Binary.run(verify + [old]).status == 0, "a dossier from before")
        #expect(try server.run("receive", as: "om", "--into", server.path("."), first.id).status == 0, "the same again")
        #expect(try Binary.run(verify + [server.path("\(first.id).asice")]).status == 0)
        #expect(try server.runLog("prove", as: "om", old).status == 6, "that log is over, and no lie")
        #expect(try server.run("status", as: "aivd", lost.id).status == 6)
        let repeated = try server.run("send", as: "aivd", first.file)
        #expect(repeated.status == 0, "the receipt of the old log, again")
        #expect(repeated.json?["results"]?.array?.first?["repeated"] == true)
        try server.bringBack(lost, verify)
        let new = try server.post(31, size: 100)
        #expect(try server.run("receive", as: "aivd", "--into", server.home, new.id).status == 0)
        #expect(try Binary.run(verify + ["\(server.home)/\(new.id).asice"]).status == 0)

        #expect(try server.runLog("verify", as: "om").status == 0, "from outside")
        let local = try server.runLog("verify", as: "om", "--config", "\(server.home)/zegel.yaml")
        #expect(local.status == 0)
        #expect(local.json?["opened"] == local.json?["size"])
        #expect(local.json?["earlier"]?.array?.first?["origin"] == "zegel.example/trial")
        #expect(try server.administer("backup", "--to", server.path("second")).json?["messages"] == 23)
    }

    @Test("A restore that is killed at any moment is run again")
    func kills() throws {
        let server = try RunningServer()
        _ = try server.post(0, size: 3_000_000)
        let backup = server.path("backup")
        #expect(try server.administer("backup", "--to", backup).status == 0)
        server.process.stop()
        try FileManager.default.removeItem(atPath: "\(server.home)/data")
        try server.nameNewLog()
        for pause in stride(from: 5, to: 400, by: 25) {
            let process = try server.begin("restore", "--from", backup)
            usleep(useconds_t(pause * 1_000))
            _ = Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let last = try server.administer("restore", "--from", backup)
        #expect([nil, "restore.not-empty"].contains(last.json?["code"]?.string))
        try server.restart()
        #expect(try server.runLog("verify", as: "om", "--config", "\(server.home)/zegel.yaml").status == 0)
    }
}

extension RunningServer {
    /// Brings back a message that was released, and has it released and collected again.
    func bringBack(_ lost: (id: String, file: String), _ verify: [String]) throws {
        let receipt = "\(lost.file).receipt.json"
        let other = try self.run("send", as: "om", "--resubmit", receipt, lost.file)
        #expect(other.json?["results"]?.array?.first?["problem"]?["code"] == "header.sender")
        let back = try self.run("send", as: "aivd", "--resubmit", receipt, lost.file)
        #expect(back.status == 0)
        let result = back.json?["results"]?.array?.first
        #expect(result?["id"]?.string == lost.id)
        #expect(result?["state"] == "awaiting-release")
        #expect(result?["repeated"] == false)
        #expect(FileManager.default.fileExists(atPath: receipt), "the old receipt stays")
        let again = try self.run("send", as: "aivd", "--resubmit", receipt, lost.file)
        #expect(again.json?["results"]?.array?.first?["repeated"] == true)
        #expect(try self.run("receive", as: "om", "--into", self.home, lost.id).status == 6, "nobody released it yet")
        #expect(try self.run("release", as: "aivd", "--file", lost.file, lost.id).status == 0)
        #expect(try self.run("receive", as: "om", "--into", self.home, lost.id).status == 0)
        #expect(try Binary.run(verify + ["\(self.home)/\(lost.id).asice"]).status == 0)
    }

    /// Runs a command of the operator, for its JSON.
    func administer(_ command: String, _ arguments: String...) throws -> Binary.Outcome {
        try Binary.run([command, "--config", "\(self.home)/zegel.yaml", "--json"] + arguments)
    }

    /// Begins a command of the operator, which goes on by itself.
    func begin(_ command: String, _ arguments: String...) throws -> Process {
        let process = Process()
        process.executableURL = Binary.url
        process.arguments = [command, "--config", "\(self.home)/zegel.yaml"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Sends a message with a document of a size.
    func post(_ number: Int, size: Int) throws -> (id: String, file: String) {
        let draft = try self.draft("AIVD-2026-\(600_000 + number)")
        try Data((0..<size).map { _ in UInt8.random(in: 0...255) }).write(to: URL(fileURLWithPath: draft.document))
        let file = self.path("\(number).asice")
        let sent = try self.run("send", as: "aivd", "--header", draft.header, "--out", file, draft.document)
        guard sent.status == 0, let id = sent.json?["results"]?.array?.first?["id"]?.string else {
            throw CocoaError(.userCancelled)
        }
        return (id, file)
    }

    /// Gives the log a new name and a new file for its key, on the server and in the profiles.
    func nameNewLog() throws {
        let file = "\(self.home)/zegel.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
            .replacing(
                "log: { origin: zegel.example/trial, key: pki/log.key }",
                with: "log: { origin: zegel.example/trial-2, key: pki/log-2.key }"
            )
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        for name in ["aivd", "om"] {
            let profile = "\(self.home)/profiles/\(name).yaml"
            let text = try String(contentsOfFile: profile, encoding: .utf8)
                .replacing("logKey: ../pki/log.pub", with: "logKey: ../pki/log-2.pub\nearlierLogKeys: [../pki/log.pub]")
            try text.write(toFile: profile, atomically: true, encoding: .utf8)
        }
    }
}
