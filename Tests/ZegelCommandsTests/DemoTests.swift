// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("zegel demo")
struct DemoTests {
    @Test("The whole story comes out as it is told, and leaves what it tells of")
    func story() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["demo", "--home", scratch.path("demo")])
        try #require(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
        let text = String(decoding: outcome.output, as: UTF8.self)
        for word in ["awaiting-release", "TOTAL-PASSED", "INDETERMINATE", "TOTAL-FAILED", "openssl cms -verify"] {
            #expect(text.contains(word))
        }
        let tree = try scratch.tree("demo/story")
        let left = ["message.asice", "message.asice.receipt.json", "dossier.asice", "audit.asice", "ambtsbericht.pdf"]
        #expect(Set(tree.keys).isSuperset(of: left))
        #expect(tree["ambtsbericht.pdf"]?.starts(with: Array("%PDF-1.4".utf8)) == true)
        #expect(tree["collected.asice"] == tree["message.asice"])
        #expect(tree.keys.contains("dossier/META-INF/signature-seal.p7s"))
    }

    @Test("Programs get the story as one document")
    func document() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["demo", "--json", "--home", scratch.path("demo")])
        #expect(outcome.status == 0)
        #expect(outcome.json?["steps"]?.array?.count == 12)
        let again = try Binary.run(["demo", "--json", "--home", scratch.path("demo")])
        #expect(again.status == 78 && again.json?["code"]?.string == "configuration.invalid")
    }
}
