// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("The commands of an agency")
struct AgencyCommandTests {
    @Test("A message goes from its writer to its reader, each step told with its evidence")
    func life() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000100")
        let container = server.path("message.asice")
        let asked = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        try #require(asked.status == 0)
        let sent = try #require(asked.json?["results"]?.array?.first)
        #expect(sent["state"]?.string == "awaiting-release")
        #expect(FileManager.default.fileExists(atPath: "\(container).receipt.json"))
        let id = try #require(sent["id"]?.string)

        #expect(try server.run("inbox", as: "om").json?["messages"]?.array?.isEmpty == true)
        #expect(try server.run("release", as: "aivd", "--file", container, id).status == 0)
        #expect(try server.run("inbox", as: "om").json?["messages"]?.array?.first?["id"]?.string == id)
        let received = try server.run("receive", as: "om", "--new", "--into", server.home)
        #expect(received.status == 0)
        #expect(received.json?["results"]?.array?.first?["indication"]?.string == "TOTAL-PASSED")
        #expect(try server.run("acknowledge", as: "om", "--file", "\(server.home)/\(id).asice", id).status == 0)
        let status = try server.run("status", as: "aivd", id)
        let delivery = status.json?["results"]?.array?.first?["deliveries"]?.array?.first
        #expect(delivery?["state"]?.string == "acknowledged" && delivery?["collectedAt"]?.string != nil)
        #expect(delivery?["collectedBy"]?["oin"]?.string == "00000099000000002000")

        let audit = try server.run("receive", as: "ctivd", "--audit", "--into", server.path("."), id)
        #expect(audit.status == 21)
        #expect(try server.run("status", as: "ind", id).status == 6)
        #expect(
            try server.run("receive", as: "om", "--into", server.home, id).status == 78,
            "the file is there already"
        )
    }

    @Test("A message that is withdrawn is told as that to who has it, who says what became of the copy")
    func withdrawal() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000104")
        let container = server.path("message.asice")
        let asked = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(asked.json?["results"]?.array?.first?["id"]?.string)
        try #require(server.run("release", as: "aivd", id).status == 0)
        try #require(server.run("receive", as: "om", "--new", "--into", server.home).status == 0)
        #expect(try server.run("withdraw", as: "om", "--reason", "Niet van ons.", id).status == 20)
        #expect(try server.run("withdraw", as: "aivd", "--reason", "De bron is onbetrouwbaar.", id).status == 0)
        let status = try server.run("status", as: "om", id)
        #expect(status.status == 6)
        let problem = status.json?["results"]?.array?.first?["problem"]
        #expect(problem?["code"] == "message.withdrawn" && problem?["reason"] == "De bron is onbetrouwbaar.")
        let line = try server.run("inbox", as: "om").json?["messages"]?.array?.first
        #expect(line?["state"] == "collected" && line?["notice"] == "withdrawal")
        #expect(try server.run("dispose", as: "om", "--destroyed", "--ground", "Ingetrokken.", id).status == 0)
        #expect(try server.run("dispose", as: "om", "--kept", "--ground", "Toch niet.", id).status == 7)
        let delivery = try server.run("status", as: "aivd", id).json?["results"]?.array?.first?["deliveries"]?.array?
            .first
        #expect(delivery?["state"] == "destroyed" && delivery?["disposedAt"]?.string != nil)
        let dossier = try server.run("receive", as: "aivd", "--replace", "--into", server.home, id)
        #expect(dossier.json?["results"]?.array?.first?["indication"] == "TOTAL-PASSED")
    }

    @Test("What is passed on only with a consent is asked for, told to both sides, and consented to")
    func forwarding() throws {
        let server = try RunningServer()
        let id = try server.deliver("AIVD-2026-000120")
        let passage = ["--to", "politie/cter", "--purpose", "opsporing-en-vervolging", "--basis", "wpg-art16", id]
        func run(_ command: String, as who: String, _ arguments: [String] = []) throws -> Binary.Outcome {
            try server.run(command, as: who, at: server.url, arguments)
        }
        let asked = try run("forward", as: "om", passage)
        #expect(asked.status == 0 && asked.json?["results"]?.array?.first?["waiting"] == true)
        #expect(try run("status", as: "politie", [id]).status == 6)
        let waiting = try run("due", as: "aivd").json?["consents"]?.array?.first
        #expect(waiting?["id"]?.string == id && waiting?["forward"]?["mailbox"] == "om/lovj")
        let line = try run("inbox", as: "aivd").json?["messages"]?.array?.first
        #expect(line?["notice"] == "consent" && line?["state"] == nil)
        #expect(try run("consent", as: "om", passage).status == 20)
        #expect(try run("consent", as: "aivd", passage).status == 0)
        #expect(try run("refuse", as: "aivd", ["--reason", "Toch niet.", id]).status == 7)
        let received = try run("receive", as: "politie", ["--into", server.home, id])
        #expect(received.json?["results"]?.array?.first?["indication"] == "TOTAL-PASSED")
        let status = try run("status", as: "aivd", [id]).json?["results"]?.array?.first
        #expect(status?["deliveries"]?.array?.last?["forwardedBy"] == "om/lovj")
        #expect(status?["forwards"]?.array?.first?["state"] == "done")
        let forbidden = ["--to", "00000099000000021000:bank-a/tf"] + passage.dropFirst(2)
        #expect(try run("forward", as: "om", forbidden).status == 5)
        #expect(try run("forward", as: "om", ["--to", "bestaat-niet/iets"] + passage.dropFirst(2)).status == 6)
    }

    @Test("Whoever watches a mailbox sees what is there and what comes, and ends it with Ctrl-C")
    func watching() throws {
        let server = try RunningServer()
        let first = try server.deliver("AIVD-2026-000110")
        let watch = try RunningProcess([
            "inbox", "--watch", "--home", server.home, "--as", "om", "--url", server.url, "--json",
        ])
        #expect(watch.ready["id"]?.string == first)
        let second = try server.deliver("AIVD-2026-000111")
        let line = try watch.line()
        #expect(line["id"]?.string == second && line["kenmerk"]?.string == "AIVD-2026-000111")
        #expect(watch.interrupt() == 130)
        #expect(try server.run("inbox", as: "om", "--watch", "--mailbox", "aivd/ct").status == 6)
        #expect(try server.run("inbox", as: "om", "--watch", "--wait", "5").status == 64)
    }

    @Test("Who is to answer sees until when, and who asked sees whom it waits for")
    func due() throws {
        let server = try RunningServer()
        let id = try server.deliver("AIVD-2026-000130", with: [.init("respondBy", "2099-01-01")])
        let incoming = try server.run("due", as: "om").json?["incoming"]?.array?.first
        #expect(incoming?["id"]?.string == id && incoming?["late"] == .bool(false))
        #expect(try server.run("due", as: "aivd").json?["outgoing"]?.array?.first == incoming)
        #expect(try server.run("due", as: "om", "--mailbox", "aivd/ct").status == 6)
        #expect(try server.run("refuse", as: "om", "--reason", "Niet voor ons.", id).status == 0)
        #expect(try server.run("due", as: "om").json?["incoming"]?.array?.isEmpty == true)
    }

    @Test("Systems that share a mailbox collect what the others did not claim")
    func claiming() throws {
        let server = try RunningServer()
        let id = try server.deliver("AIVD-2026-000120")
        let own = try server.run("inbox", as: "om", "--claim", "een")
        #expect(own.json?["messages"]?.array?.map { $0["id"]?.string } == [id])
        let others = try server.run("receive", as: "om", "--new", "--claim", "twee", "--into", server.home)
        #expect(others.status == 0 && others.json?["results"]?.array?.isEmpty == true)
        let received = try server.run("receive", as: "om", "--new", "--claim", "een", "--into", server.home)
        #expect(received.json?["results"]?.array?.map { $0["message"]?.string } == [id])
        #expect(try server.run("inbox", as: "om", "--claim", "een").json?["messages"]?.array?.isEmpty == true)
        #expect(try server.run("receive", as: "om", "--claim", "een", id).status == 64)
        #expect(try server.run("inbox", as: "om", "--claim", "Een").status == 64)
    }

    @Test("A message that is sent again is the same message, and one that is not there does not stop the rest")
    func repetition() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000101")
        let container = server.path("message.asice")
        let arguments = ["--header", draft.header, "--out", container]
        let first = try server.run(
            "send",
            as: "aivd",
            arguments[0],
            arguments[1],
            arguments[2],
            arguments[3],
            draft.document
        )
        let again = try server.run("send", as: "aivd", container, server.path("absent.asice"))
        #expect(first.status == 0 && again.status == 3)
        let results = try #require(again.json?["results"]?.array)
        #expect(results[0]["repeated"] == .bool(true))
        #expect(results[0]["id"] == first.json?["results"]?.array?.first?["id"])
        #expect(results[1]["problem"]?["code"]?.string == "request.parameter")
        #expect(again.json?["exitCode"]?.integer == 3)
    }

    @Test("A check sends no documents and leaves nothing behind")
    func check() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000102")
        let container = server.path("message.asice")
        let made = try server.run(
            "send",
            as: "aivd",
            "--check",
            "--header",
            draft.header,
            "--out",
            container,
            draft.document
        )
        #expect(made.status == 0 && made.json?["results"]?.array?.first?["release"]?.integer == 2)
        #expect(try server.run("send", as: "ind", "--check", container).status == 5, "another's message is refused")
        #expect(try server.run("send", as: "aivd", container).json?["results"]?.array?[0]["repeated"] == .bool(false))
    }

    @Test("An addressee refuses with a reason, and a statement is about the file that was read")
    func refusal() throws {
        let server = try RunningServer()
        let draft = try server.draft("AIVD-2026-000103")
        let container = server.path("message.asice")
        let sent = try server.run("send", as: "aivd", "--header", draft.header, "--out", container, draft.document)
        let id = try #require(sent.json?["results"]?.array?.first?["id"]?.string)
        let other = try server.draft("AIVD-2026-000104")
        let another = server.path("other.asice")
        _ = try server.run("send", as: "aivd", "--header", other.header, "--out", another, other.document)
        #expect(try server.run("release", as: "aivd", "--file", another, id).status == 9)
        #expect(try server.run("release", as: "aivd", "--file", container, id).status == 0)
        #expect(try server.run("refuse", as: "om", id).status == 64, "a reason is needed")
        #expect(try server.run("refuse", as: "om", "--reason", "Niet voor ons.", id).status == 0)
        let status = try server.run("status", as: "aivd", id).json?["results"]?.array?.first
        #expect(status?["deliveries"]?.array?.first?["state"]?.string == "refused")
    }

    @Test("Whoever asks learns as whom, and what to do where it does not work")
    func identity() throws {
        let server = try RunningServer()
        let own = try server.run("whoami", as: "om")
        #expect(own.status == 0 && own.json?["organisation"]?.string == "om")
        let unknown = try server.run("whoami", as: "omm")
        #expect(unknown.status == 78)
        #expect(unknown.json?["detail"]?.string?.contains("did you mean om?") == true)
        let unreachable = try Binary.run([
            "whoami", "--json", "--home", server.home, "--as", "om", "--url", "https://127.0.0.1:1",
        ])
        #expect(unreachable.status == 8 && unreachable.json?["code"]?.string == "network.unreachable")
        let noName = try Binary.run(["whoami", "--json", "--home", server.home])
        #expect(noName.status == 78 && noName.json?["detail"]?.string?.contains("--as") == true)
    }

    @Test("A wrong command line is told as JSON to whoever asked for JSON")
    func usage() throws {
        let asked = try Binary.run(["inbox", "--json", "--limit", "0"])
        #expect(asked.status == 64 && asked.json?["code"]?.string == "request.parameter")
        let plain = try Binary.run(["inbox", "--limit", "0"])
        #expect(plain.status == 64 && plain.output.isEmpty && !plain.errors.isEmpty)
    }
}
