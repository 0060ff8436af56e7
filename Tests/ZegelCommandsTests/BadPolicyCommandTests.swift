// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("zegel policy check and bad policies")
struct BadPolicyCommandTests {
    /// A file that is put among the shipped policies, and what must be told of it; `line` is 1 where nothing else is said.
    struct Bad: Sendable, CustomTestStringConvertible {
        let what: String
        let file: String
        var line = 1
        let message: String
        let bytes: @Sendable () -> [UInt8]

        var testDescription: String { self.what }
    }

    private static let laov = "exchanges/laov.yaml"

    private static func laughs() -> String {
        let rows = (0..<9_999).map { "a\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0), *a\($0), *a\($0)]\n" }
        return "a0: &a0 [x, x, x, x]\n" + rows.joined()
    }

    static let corpus = [
        Bad(what: "an empty file", file: Self.laov, message: "the file is empty") { [] },
        Bad(what: "no text", file: Self.laov, line: 2, message: "the line is not UTF-8") { [0x61, 0x0A, 0xFF, 0x0A] },
        Bad(what: "NUL", file: Self.laov, message: "the line holds a tab, a control") { [0x61, 0x3A, 0x20, 0x00] },
        Bad(what: "an unknown file", file: "clasifications.yaml", message: "did you mean classifications.yaml?") {
            [0x61]
        },
        Bad(what: "a large file", file: Self.laov, message: "a regular file of at most 1048576 bytes") {
            [UInt8](repeating: 0x23, count: 10_000_000)
        },
        Bad(what: "a billion laughs", file: Self.laov, line: 2, message: "aliases are not allowed") {
            Array(Self.laughs().utf8)
        },
        Bad(what: "deep nesting", file: "tests/laov.yaml", message: "nested deeper than 24 levels") {
            [UInt8](repeating: 0x5B, count: 1_000_000)
        },
        Bad(what: "one key again and again", file: "invariants.yaml", line: 2, message: "the key a stands twice") {
            Array(String(repeating: "a: 1\n", count: 200_000).utf8)
        },
    ]

    @Test("Each ends with 78 and a place, soon and in little memory", arguments: corpus)
    func refused(_ bad: Bad) throws {
        let folders = PolicyFolders()
        let folder = try folders.folder()
        try folders.write(bad.bytes(), to: "\(folder)/\(bad.file)")
        let outcome = try Binary.run(["policy", "check", "--policies", folder], memory: 600_000)
        let text = String(decoding: outcome.errors, as: UTF8.self)
        #expect(outcome.status == 78)
        #expect(outcome.output.isEmpty)
        let isTold = text.split(separator: "\n").contains {
            $0.contains("\(folder)/\(bad.file):\(bad.line):") && $0.contains(bad.message)
        }
        #expect(isTold, "\(text.prefix(1_000))")
    }

    @Test("A folder in the place of a file is one too many, and so are two of them")
    func folderAsFile() throws {
        let folders = PolicyFolders()
        let folder = try folders.folder()
        for file in ["organisations.yaml", Self.laov] {
            try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
            try FileManager.default.createDirectory(atPath: "\(folder)/\(file)", withIntermediateDirectories: true)
        }
        let outcome = try Binary.run(["policy", "check", "--json", "--policies", folder])
        #expect(outcome.status == 78)
        let places = outcome.json?["errors"]?.array?.compactMap { $0["location"]?.string } ?? []
        #expect(places == ["\(folder)/\(Self.laov):1:1", "\(folder)/organisations.yaml:1:1"])
    }
}
