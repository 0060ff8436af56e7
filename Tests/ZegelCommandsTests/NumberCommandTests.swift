// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("The numbers of messages, at an agency")
struct NumberCommandTests {
    /// The one file in which om remembers what came from aivd.
    private static func memory(of server: RunningServer) throws -> String {
        let folder = "\(server.home)/state/om/numbers"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return "\(folder)/\(try #require(files.first { $0.hasSuffix("om.lovj/aivd.ct/0") }))"
    }

    @Test("Are shown with each message, and what the server signs for the day agrees with them on both sides")
    func agreement() throws {
        let server = try RunningServer()
        let ids = try ["AIVD-2026-000140", "AIVD-2026-000141"].map { try server.deliver($0) }
        let inbox = try server.run("inbox", as: "om")
        #expect(inbox.status == 0)
        #expect(inbox.json?["messages"]?.array?.map { $0["number"]?.integer } == [1, 2])
        let received = try server.run("receive", as: "om", "--new", "--into", server.home)
        #expect(received.status == 0)
        let checks = received.json?["results"]?.array?.last?["checks"]?.array ?? []
        #expect(checks.contains { $0["detail"]?.string?.contains("number 2 from its sender to om/lovj") == true })
        let signed = server.path("day.json")
        let compared = try server.run("reconcile", as: "om", "--dossiers", server.home, "--out", signed)
        #expect(compared.status == 0 && compared.json?["agreed"] == 2)
        #expect(FileManager.default.fileExists(atPath: signed))
        let sender = try server.run("reconcile", as: "aivd", "--receipts", server.path("."))
        #expect(sender.status == 0 && sender.json?["agreed"] == 2)
        #expect(try server.run("reconcile", as: "aivd", "--mailbox", "om/lovj").status == 6)
        #expect(try server.run("reconcile", as: "om", "--day", "2026-02-30").status == 64)

        try FileManager.default.removeItem(atPath: "\(server.home)/\(ids[0]).asice")
        #expect(try server.run("reconcile", as: "om", "--dossiers", server.home).status == 9)
        try FileManager.default.removeItem(atPath: server.path("AIVD-2026-000140.asice.receipt.json"))
        let other = try server.run("reconcile", as: "aivd", "--receipts", server.path("."))
        #expect(other.status == 9 && other.json?["differences"]?.array?.count == 1)
    }

    @Test("One that another message has had is told loudly by every command that lists, with exit 9")
    func twice() throws {
        let server = try RunningServer()
        let id = try server.deliver("AIVD-2026-000142")
        try #require(server.run("inbox", as: "om").status == 0)
        let file = try Self.memory(of: server)
        let told = try String(contentsOfFile: file, encoding: .utf8)
        let other = "\(try #require(MessageID(String(id.reversed()))))"
        try told.replacing(id, with: other).write(toFile: file, atomically: true, encoding: .utf8)
        for arguments in [["inbox"], ["receive", "--into", server.home, "--new"]] {
            let outcome = try server.run(arguments[0], as: "om", at: server.url, Array(arguments.dropFirst()))
            #expect(outcome.status == 9)
        }
        #expect(try server.run("reconcile", as: "om").status == 9)
        try told.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try server.run("inbox", as: "om").status == 0)
    }

    @Test("One that the mailbox no longer has is told as missing, once it was looked for from the beginning")
    func missing() throws {
        let server = try RunningServer()
        for number in 143...145 { _ = try server.deliver("AIVD-2026-000\(number)") }
        try #require(server.run("inbox", as: "om").status == 0)
        let file = try Self.memory(of: server)
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        // The memory has the second one forgotten, and knows of a fifth that the server does not have.
        let fifth = lines[2].replacing("0000000000000003", with: "0000000000000005")
            .replacing(lines[2].split(separator: " ")[1], with: String(repeating: "5", count: 32))
        let text = [String(lines[0]), String(lines[2]), fifth].map { "\($0)\n" }.joined()
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try server.run("inbox", as: "om", "--limit", "2").status == 0, "the list was not read to its end")
        #expect(try server.run("inbox", as: "om").status == 9, "the fourth, which never came")
        let kept = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(kept.count == 4, "the second was there")
    }
}
