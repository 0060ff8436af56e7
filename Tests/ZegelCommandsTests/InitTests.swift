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

    @Test("An installation that exists is left as it is: 78")
    func overwriting() throws {
        let again = try Binary.run(["init", "--home", self.scratch.path("home"), "--json"])
        #expect(again.status == 78)
        #expect(again.json?["code"] == "configuration.invalid")
        #expect(try self.scratch.tree("home") == self.tree)
        #expect(self.scratch.names == ["home"])
    }
}
