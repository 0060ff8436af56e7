// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Embedded policies")
struct EmbeddedPoliciesTests {
    /// `zegel init` writes what is embedded; the folder `policies/` is where it is edited.
    @Test("Are the files of policies/, byte for byte; ZEGEL_EMBED=1 writes them anew")
    func same() throws {
        let files = try TestPolicy.source().files
        let file = TestPolicy.root.appendingPathComponent("Sources/ZegelPolicy/EmbeddedPolicies.swift")
        if ProcessInfo.processInfo.environment["ZEGEL_EMBED"] == "1" {
            try Self.program(files).write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(
            written == Self.program(files),
            "run ZEGEL_EMBED=1 swift test --filter EmbeddedPoliciesTests, then build again"
        )
    }

    @Test("Are read without a fault, and have the digest of the folder")
    func read() throws {
        #expect(try PolicySet(.embedded).digest == TestPolicy.engine().policy.digest)
    }

    private static func program(_ files: [(path: String, bytes: [UInt8])]) -> String {
        var text = """
            // Zegel
            // Licensed under the Apache License, Version 2.0
            // SPDX-License-Identifier: Apache-2.0

            // swift-format-ignore-file
            // Written by EmbeddedPoliciesTests from the folder policies/; edit that.

            /// The policies that `zegel init` writes, as they stood when this program was built.
            package enum EmbeddedPolicies {
                /// Path, relative to the folder of the policies, and text; sorted by path.
                package static let files: [(path: String, text: String)] = [

            """
        for file in files {
            text += "        (\n            path: \"\(file.path)\",\n            text: #\"\"\"\n"
            text += String(decoding: file.bytes, as: UTF8.self)
            text += "\n\"\"\"#\n        ),\n"
        }
        return text + "    ]\n}\n"
    }
}
