// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@Suite("zegel certs request, issue, revoke and show")
struct CertificateIssuingTests {
    private let scratch: Scratch
    private var home: String { self.scratch.path("home") }
    private var list: String { "\(self.home)/pki/ca.crl.pem" }

    init() throws {
        self.scratch = try Scratch()
        try #require(try Binary.run(["init", "--home", self.scratch.path("home")]).status == 0)
    }

    private func run(_ command: String, _ more: [String] = []) throws -> Binary.Outcome {
        try Binary.run(["certs"] + command.split(separator: " ").map(String.init) + more + ["--json"])
    }

    private func request(_ job: String, _ options: String = "", oin: String = "00000099000000001000") throws -> String {
        let path = self.scratch.path("\(job).csr")
        let made = try self.run(
            "request --profile \(job) --oin \(oin) --organisation Dienst \(options)",
            ["--key", self.scratch.path("\(job).key"), "--out", path]
        )
        try #require(made.status == 0, "\(String(decoding: made.output, as: UTF8.self))")
        return path
    }

    private func issue(_ request: String, as job: String, to path: String? = nil) throws -> Binary.Outcome {
        let out = path ?? self.scratch.path("\(job).pem")
        return try self.run("issue --profile \(job)", [request, "--home", self.home, "--out", out])
    }

    private func revoke(_ path: String, _ reason: String = "unspecified") throws -> Binary.Outcome {
        try self.run("revoke --reason \(reason)", [path, "--home", self.home])
    }

    private func check(_ path: String, as job: String) throws -> Binary.Outcome {
        try self.run(
            "check --profile \(job)",
            ["--trust", "\(self.home)/pki/ca.pem", "--crl", self.list, self.scratch.path(path)]
        )
    }

    @Test(
        "What is requested is issued for its job, and is good until it is revoked",
        arguments: [
            ("client", ""), ("seal", "--key-kind p384"), ("release", "--pseudonym vrijgever-07"), ("tsa", ""),
            ("server", "--name zegel.example --name 192.0.2.7 --name 2001:db8::7"),
        ]
    )
    func wholeWay(_ job: String, _ options: String) throws {
        let issued = try self.issue(self.request(job, options), as: job)
        #expect(issued.status == 0)
        #expect(issued.json?["profiles"] == [.string(job)])
        #expect(issued.json?["oin"] == "00000099000000001000")
        #expect(try self.check("\(job).pem", as: job).status == 0)
        let text = try String(contentsOfFile: self.scratch.path("\(job).key"), encoding: .utf8)
        #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let attributes = try FileManager.default.attributesOfItem(atPath: self.scratch.path("\(job).key"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)

        let revoked = try self.revoke(self.scratch.path("\(job).pem"), "superseded")
        #expect(revoked.status == 0)
        #expect(revoked.json?["new"] == true)
        let judged = try self.check("\(job).pem", as: job)
        #expect(judged.status == 20)
        #expect(judged.json?["reasons"]?.array?.first?["code"] == "certificate.revoked")
    }

    @Test("A list keeps what it had, counts upwards, and stays beside the list of the root")
    func lists() throws {
        let organisations = "\(self.home)/pki/organisations"
        func lists() throws -> [RevocationList] {
            try RevocationList.pemDocuments(in: String(contentsOfFile: self.list, encoding: .utf8))
        }
        let before = try lists()
        #expect(before.map(\.count) == [0, 0])
        for name in ["aivd/client.pem", "om/seal.pem"] {
            let outcome = try self.revoke("\(organisations)/\(name)")
            #expect(outcome.status == 0)
        }
        let after = try lists()
        #expect(after[0] == before[0])
        #expect(after[1].count == 2)
        #expect(after[1].number == before[1].number?.next.next)
        let again = try self.revoke("\(organisations)/om/seal.pem", "keyCompromise")
        #expect(again.json?["new"] == false)
        #expect(try lists() == after)
        // What is on hold may be revoked for good.
        let held = try self.revoke("\(organisations)/om/client.pem", "certificateHold")
        #expect(held.json?["new"] == true)
        let final = try self.revoke("\(organisations)/om/client.pem", "keyCompromise")
        #expect(final.json?["new"] == true)
        #expect(try lists()[1].revocations.map(\.reason).contains(.keyCompromise))
        #expect(self.scratch.names == ["home"])
        #expect(!FileManager.default.fileExists(atPath: "\(self.list).next"))
    }

    @Test("Of two writers one waits its turn: 78")
    func locked() throws {
        let certificate = "\(self.home)/pki/organisations/om/seal.pem"
        let before = try String(contentsOfFile: self.list, encoding: .utf8)
        try Data().write(to: URL(fileURLWithPath: "\(self.list).next"))
        let outcome = try self.revoke(certificate)
        #expect(outcome.status == 78)
        #expect(try String(contentsOfFile: self.list, encoding: .utf8) == before)
        #expect(FileManager.default.fileExists(atPath: "\(self.list).next"))
    }

    @Test("What would be refused is not issued")
    func refusals() throws {
        let client = try self.request("client")
        for (job, code) in [("server", "certificate.server-name"), ("release", "certificate.pseudonym")] {
            let outcome = try self.issue(client, as: job, to: self.scratch.path("refused.pem"))
            #expect(outcome.status == 4)
            #expect(outcome.json?["code"]?.string == code)
        }
        let real = try self.issue(self.request("seal", oin: "00000001003214345000"), as: "seal")
        #expect(real.status == 4)
        #expect(real.json?["code"] == "certificate.test-oin")
        var changed = try Data(contentsOf: URL(fileURLWithPath: client))
        changed[60] = changed[60] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let broken = try self.issue(self.scratch.write("changed.csr", Array(changed)), as: "client")
        #expect(broken.status == 4)
        #expect(!self.scratch.names.contains { $0.hasSuffix(".pem") })
        let foreign = try Scratch()
        try #require(try Binary.run(["init", "--home", foreign.path("home")]).status == 0)
        let other = try self.revoke(foreign.path("home/pki/organisations/om/seal.pem"))
        #expect(other.status == 4)
        #expect(other.json?["code"] == "certificate.untrusted")
    }

    @Test("Files that exist are left as they are: 78")
    func existing() throws {
        let client = try self.request("client")
        #expect(try self.issue(client, as: "client").status == 0)
        let before = try self.scratch.tree("")
        #expect(try self.issue(client, as: "client").status == 78)
        let again = try self.run(
            "request --profile client --oin 00000099000000001000 --organisation Dienst",
            ["--key", self.scratch.path("other.key"), "--out", client]
        )
        #expect(again.status == 78)
        #expect(try self.scratch.tree("") == before)
    }

    @Test("Certificates, lists and requests can be shown")
    func show() throws {
        let request = try self.request("client")
        let shown = try self.run("show", ["\(self.home)/pki/ca.pem", self.list, request])
        #expect(shown.status == 0)
        let objects = try #require(shown.json?["objects"]?.array)
        #expect(objects.map { $0["kind"]?.string } == ["certificate", "certificate", "list", "list", "request"])
        let text = try Binary.run(["certs", "show", self.list])
        #expect(String(decoding: text.output, as: UTF8.self).contains("revoked    0"))
        #expect(try self.run("show", [self.scratch.write("text", Array("text".utf8))]).status == 4)
        #expect(try self.run("show", ["/no/such/file"]).status == 64)
    }

    @Test(
        "A wrong command line is refused: 64",
        arguments: [
            "request --profile client --oin 1 --organisation D --key k --out o",
            "request --profile release --oin 00000099000000001000 --organisation D --key k --out o",
            "request --profile client --pseudonym p --oin 00000099000000001000 --organisation D --key k --out o",
            "request --profile server --oin 00000099000000001000 --organisation D --key k --out o",
            "request --profile server --name Zegel..nl --oin 00000099000000001000 --organisation D --key k --out o",
            "request --profile client --name a.nl --oin 00000099000000001000 --organisation D --key k --out o",
            "issue --profile any x.csr --out o", "issue --profile client --days 0 x.csr --out o",
            "revoke --reason forgotten x.pem", "revoke --invalid-since yesterday x.pem", "show",
        ]
    )
    func usage(_ arguments: String) throws { #expect(try self.run(arguments).status == 64) }
}
