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
        let server = [
            "ca.pem", "ca.key", "ca.crl.pem", "server.pem", "server.key", "server-seal.pem", "server-seal.key",
        ]
        for name in server + ["log.key", "log.pub", "token.key", "storage.key"] {
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

    @Test("Only the owner may read a key, and no temporary folder is left")
    func modes() throws {
        for path in self.tree.keys where path.hasSuffix(".key") {
            let attributes = try FileManager.default.attributesOfItem(atPath: self.scratch.path("home/\(path)"))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(path)")
        }
        #expect(self.scratch.names == ["home"])
    }

    @Test("An installation that exists is left as it is: 78")
    func overwriting() throws {
        let again = try Binary.run(["init", "--home", self.scratch.path("home"), "--json"])
        #expect(again.status == 78)
        #expect(again.json?["code"] == "configuration.invalid")
        #expect(try self.scratch.tree("home") == self.tree)
    }

    @Test("The keys of the log are in the forms of C2SP, and name the same key")
    func logKey() throws {
        let secret = try self.text("pki/log.key").split(separator: "+", maxSplits: 4)
        let open = try self.text("pki/log.pub").split(separator: "+", maxSplits: 2)
        try #require(secret.count == 5 && open.count == 3)
        #expect(secret[0] == "PRIVATE" && secret[1] == "KEY" && secret[2] == "zegel.example/trial")
        #expect(secret[2] == open[0] && secret[3] == open[1] && secret[3].count == 8)
        for key in [secret[4], open[2]] {
            let bytes = try #require(Data(base64Encoded: String(key)))
            #expect(bytes.count == 33 && bytes.first == 1)
        }
    }

    private func text(_ path: String) throws -> String {
        let data = try #require(self.tree[path])
        return String(decoding: data.dropLast(), as: UTF8.self)
    }
}
