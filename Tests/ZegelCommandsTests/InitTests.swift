// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelPolicy

@Suite("zegel init")
struct InitTests {
    private let scratch: Scratch
    private let tree: [String: Data]

    init() throws {
        self.scratch = try Scratch()
        let outcome = try Binary.run(["init", "--home", self.scratch.path("home")])
        try #require(outcome.status == 0)
        self.tree = try self.scratch.tree("home")
    }

    @Test("It writes the configuration, every policy, the PKI and a profile for each organisation")
    func files() {
        for name in [
            "ca.pem", "ca.key", "ca.crl.pem", "server.pem", "server.key", "server-seal.pem", "server-seal.key",
            "log.key", "log.pub", "token.key", "storage.key",
        ] {
            #expect(self.tree["pki/\(name)"] != nil)
        }
        for file in EmbeddedPolicies.files { #expect(self.tree["policies/\(file.path)"] == Data(file.text.utf8)) }
        for organisation in ["aivd", "om", "ind", "nctv"] {
            #expect(self.tree["profiles/\(organisation).yaml"] != nil)
            for name in ["client.pem", "client.key", "seal.pem", "seal.key", "release.pem", "release.key"] {
                #expect(self.tree["pki/organisations/\(organisation)/\(name)"] != nil)
            }
        }
    }

    @Test("What it writes passes serve --check, with the limits; a limit out of range is told with its line: 78")
    func check() throws {
        let path = self.scratch.path("home/zegel.yaml")
        let good = try Binary.run(["serve", "--config", path, "--check"])
        #expect(good.status == 0)
        #expect(good.json?["event"] == "checked")
        #expect(good.json?["limits"]?["connections"] == .integer(Int64(Limits().connections)))
        let text = try String(contentsOfFile: path, encoding: .utf8) + "limits:\n  connections: 0\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let bad = try Binary.run(["serve", "--config", path, "--check"])
        #expect(bad.status == 78)
        let said = String(decoding: bad.errors, as: UTF8.self)
        #expect(said.contains("connections must be a number from 16 to 100000"), "\(said)")
        #expect(
            said.contains("zegel.yaml:\(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)"),
            "\(said)"
        )
    }

    @Test("An installation that exists is left as it is: 78")
    func overwriting() throws {
        let again = try Binary.run(["init", "--home", self.scratch.path("home"), "--json"])
        #expect(again.status == 78)
        #expect(again.json?["code"] == "configuration.invalid")
        #expect(try self.scratch.tree("home") == self.tree)
        #expect(self.scratch.names == ["home"])
    }
}
