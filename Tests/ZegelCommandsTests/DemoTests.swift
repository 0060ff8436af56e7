// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("zegel demo")
struct DemoTests {
    private static let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

    @Test("The whole story comes out as it is told", .enabled(if: Self.hasCurl, "curl is missing"))
    func story() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["demo", "--home", scratch.path("demo")])
        try #require(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
        let text = String(decoding: outcome.output, as: UTF8.self)
        for word in ["awaiting-release", "TOTAL-PASSED", "INDETERMINATE", "TOTAL-FAILED"] {
            #expect(text.contains(word))
        }
        let tree = try scratch.tree("demo/story")
        #expect(Set(tree.keys).isSuperset(of: ["message.asice", "dossier.asice", "audit.asice"]))
        #expect(tree["request"] == nil && tree["answer"] == nil)
    }
}
