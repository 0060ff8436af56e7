// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import Testing
import ZegelCore

@Suite("zegel seal, inspect, open and verify")
struct ContainerCommandTests {
    private let scratch: Scratch
    private var home: String { self.scratch.path("home") }

    init() throws {
        self.scratch = try Scratch()
        let outcome = try Binary.run(["init", "--home", self.scratch.path("home")])
        try #require(outcome.status == 0)
    }

    @Test("What is sealed can be shown, taken apart and verified")
    func wholeWay() throws {
        let document = Array("%PDF-1.7 bericht".utf8)
        let container = try self.sealed(document)
        let shown = try Binary.run(["inspect", container, "--json"])
        #expect(shown.status == 0)
        #expect(shown.json?["header"]?["kenmerk"] == "AIVD-2026-1")
        #expect(try Binary.run(["open", container, "--into", self.scratch.path("open")]).status == 0)
        #expect(FileManager.default.contents(atPath: self.scratch.path("open/documents/bericht.pdf")) == Data(document))
        let judged = try self.verify(container, lists: true)
        #expect(judged.status == 0)
        #expect(judged.json?["exitCode"] == 0)
        #expect(judged.json?["files"]?.array?.first?["indication"] == "TOTAL-PASSED")
    }

    @Test("What is sealed or taken apart is for its owner alone")
    func modes() throws {
        let container = try self.sealed(Array("%PDF-1.7 bericht".utf8))
        #expect(try Binary.run(["open", container, "--into", self.scratch.path("open")]).status == 0)
        for name in ["m.asice", "open/message.json", "open/documents/bericht.pdf"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: self.scratch.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test("A header that is larger than a header can be is shown by its code, and not read to its end: 20")
    func largeHeader() throws {
        for (spaces, status) in [(60_000, Int32(0)), (70_000, 20), (2 << 20, 20)] {
            let json = Array("{\"kenmerk\":\"AIVD-2026-1\"".utf8) + [UInt8](repeating: 0x20, count: spaces) + [0x7D]
            var writer = ContainerWriter()
            let entry = try writer.entry(name: "message.json", content: json)
            let path = try self.scratch.write("header-\(spaces).asice", entry + writer.directory())
            let shown = try Binary.run(["inspect", path, "--json"])
            #expect(shown.status == status)
            #expect(status == 0 || shown.json?["code"] == "header.too-large")
        }
    }

    @Test("Without a revocation list it cannot be decided: 21")
    func undecided() throws {
        let judged = try self.verify(self.sealed(Array("bericht".utf8)), lists: false)
        #expect(judged.status == 21)
        #expect(judged.json?["files"]?.array?.first?["indication"] == "INDETERMINATE")
    }

    @Test("A changed document fails, and is not taken apart: 20")
    func changed() throws {
        let content = Array("bericht-een".utf8)
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: self.sealed(content))))
        let places = bytes.indices.filter { bytes[$0...].starts(with: content) }
        let place = try #require(places.first)
        bytes[place] ^= 1
        let path = try self.scratch.write("changed.asice", bytes)
        #expect(try self.verify(path, lists: true).status == 20)
        #expect(try Binary.run(["open", path, "--into", self.scratch.path("open")]).status == 20)
        #expect(!self.scratch.names.contains { $0.hasPrefix("open") })
    }

    private func verify(_ path: String, lists: Bool) throws -> Binary.Outcome {
        let crl = lists ? ["--crl", "\(self.home)/pki/ca.crl.pem"] : []
        return try Binary.run(["verify", path, "--trust", "\(self.home)/pki/ca.pem", "--json"] + crl)
    }

    private func sealed(_ document: [UInt8]) throws -> String {
        let header: JSONValue = [
            "kenmerk": "AIVD-2026-1", "exchange": "ambtsberichten", "kind": "ambtsbericht", "subject": "Uitreis",
            "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000003000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd", "classifiedOn": "2026-11-20",
            "declassifyOn": "2036-11-20", "markings": [], "details": ["subjects": 1],
        ]
        let container = self.scratch.path("m.asice")
        let keys = "\(self.home)/pki/organisations/aivd"
        let outcome = try Binary.run([
            "seal", "--header", self.scratch.write("header.json", header.encoded), "--certificate", "\(keys)/seal.pem",
            "--key", "\(keys)/seal.key", "--out", container, self.scratch.write("bericht.pdf", document),
        ])
        try #require(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
        return container
    }
}
