// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Bad policies that are big")
struct BigPolicyTests {
    /// A file that a few lines of a program make, near the size that a file may have.
    struct Big: Sendable, CustomTestStringConvertible {
        let what: String
        let file: String
        let line: Int
        let message: String
        let text: @Sendable () -> String

        var testDescription: String { self.what }
    }

    private static func exchange(_ change: (String) -> String) -> String {
        change(CompletePolicy.exchange.text)
    }

    private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    static let corpus = [
        Big(what: "brackets", file: "exchanges/proef.yaml", line: 1, message: "nested deeper than 24 levels") {
            String(repeating: "[", count: 1_000_000)
        },
        Big(what: "one key again and again", file: "exchanges/proef.yaml", line: 2, message: "the key a stands twice") {
            lines(200_000) { _ in "a: 1" }
        },
        Big(what: "every key twice", file: "exchanges/proef.yaml", line: 20_001, message: "the key k0 stands twice") {
            lines(40_000) { "k\($0 % 20_000): 1" }
        },
        Big(what: "unknown keys", file: "exchanges/proef.yaml", line: 1, message: "unknown key titl0") {
            lines(60_000) { "titl\($0): x" }
        },
        Big(what: "unknown names", file: "exchanges/proef.yaml", line: 7, message: "“aivd/0” is no mailbox") {
            exchange { text in
                let names = (0..<60_000).map { "aivd/\($0)" }.joined(separator: ", ")
                return text.replacing("auditors: [aivd/liaison]", with: "auditors: [\(names)]")
            }
        },
        Big(what: "aliases of nothing", file: "exchanges/proef.yaml", line: 1, message: "found undefined alias") {
            "a: [" + String(repeating: "*a,", count: 300_000) + "]"
        },
        Big(what: "a billion laughs", file: "exchanges/proef.yaml", line: 2, message: "aliases are not allowed") {
            "a0: &a0 [x, x, x, x]\n"
                + lines(9_999) { "a\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0), *a\($0), *a\($0)]" }
        },
        Big(
            what: "a key as long as a file",
            file: "exchanges/proef.yaml",
            line: 2,
            message: "could not find expected ':'"
        ) {
            String(repeating: "x", count: 1_000) + ": 1\n" + String(repeating: "y", count: 1_000_000)
        },
        Big(
            what: "what all of many kinds have",
            file: "exchanges/proef.yaml",
            line: 12,
            message: "every says too much for so many kinds"
        ) {
            exchange { text in
                let kinds = lines(5_000) { "  k\($0): { permits: [{ from: [any], to: [any] }] }" }
                let details = lines(5_000) { "    d\($0): { type: integer, minimum: 1 }" }
                return text.replacing("kinds:\n", with: "kinds:\n\(kinds)")
                    .replacing("every:\n  details:\n", with: "every:\n  details:\n\(details)")
            }
        },
        Big(what: "markings in a row", file: "classifications.yaml", line: 3, message: "there are at most 64 markings")
        {
            CompletePolicy.files[1].text.replacing(
                "markings:\n",
                with: "markings:\n" + lines(10_000) { "  m\($0): { effect: restricts, implies: [m\($0 + 1)] }" }
            )
        },
        Big(what: "a claim of many ways", file: "invariants.yaml", line: 2, message: "say it in several") {
            let pair = "{ any: [{ purpose: proef }, { purpose: toets }] }"
            let all = [String](repeating: pair, count: 12_000).joined(separator: ", ")
            return "invariants:\n  - { invariant: een, why: x, never: { all: [\(all)] } }\n"
        },
        Big(what: "bad rows", file: "tests/proef.yaml", line: 4, message: "kind is missing") {
            "exchange: proef\nasOf: 2026-11-20T12:00:00Z\nrows:\n" + lines(60_000) { "  - row: \($0)" }
        },
        Big(what: "no text at all", file: "tests/proef.yaml", line: 1, message: "the line holds a tab, a control") {
            String(repeating: "\u{0}\n", count: 500_000)
        },
    ]

    @Test("Each is refused with file and line, soon", arguments: corpus)
    func refused(_ big: Big) throws {
        let bytes = Array(big.text().utf8)
        #expect(bytes.count > 300_000 && bytes.count <= StrictYAML.maximumSize, "\(bytes.count)")
        let clock = ContinuousClock()
        var faults: [YAMLFault] = []
        let took = clock.measure { faults = CompletePolicy.check([big.file: bytes]) }
        let isTold = faults.contains {
            $0.file == big.file && $0.line == big.line && $0.message.contains(big.message)
        }
        #expect(isTold, "\(big.file):\(big.line): \(faults.prefix(3))")
        #expect(faults.count <= YAMLReader.maximumFaults)
        #expect(took < .seconds(60), "\(took)")
    }
}
