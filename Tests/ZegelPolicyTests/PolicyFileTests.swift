// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelPolicy

@Suite("Policy files")
struct PolicyFileTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let what: String
        let text: String
        let line: Int

        init(_ what: String, _ text: String, _ line: Int) {
            self.what = what
            self.text = text
            self.line = line
        }

        var testDescription: String { self.what }
    }

    static let yaml: [Bad] = [
        Bad("a key twice", "a: 1\na: 2\n", 1), Bad("an anchor", "a: 1\nb: &x 1\n", 2),
        Bad("an alias", "a: [1, *x]\n", 1),
        Bad("a tag", "a: !!int 1\n", 1), Bad("a merge key", "a:\n  <<: {b: 1}\n", 2),
        Bad("two documents", "a: 1\n---\nb: 1\n", 3),
        Bad("nothing", "", 1), Bad("a tab as indentation", "a:\n\tb: 1\n", 2), Bad("an open list", "a: [1\n", 2),
        Bad("an open text", "a: \"x\n", 2),
        Bad("deep nesting", String(repeating: "[", count: 40) + String(repeating: "]", count: 40), 1),
        Bad("a key that is a list", "[a]: 1\n", 1),
    ]

    @Test("Refuses YAML that says something in another way, with its line", arguments: yaml)
    func refusesYAML(_ bad: Bad) throws {
        let error = #expect(throws: YAMLFaults.self) { try StrictYAML.parse(Array(bad.text.utf8), file: "x.yaml") }
        let fault = try #require(error?.faults.first)
        #expect(fault.file == "x.yaml")
        #expect(abs(fault.line - bad.line) <= 1, "\(fault)")
    }

    @Test("Refuses a file above its bound")
    func tooLarge() {
        #expect(throws: YAMLFaults.self) {
            try StrictYAML.parse([UInt8](repeating: 0x20, count: 10_000_000), file: "x.yaml")
        }
    }

    @Test("Reads every scalar as a text")
    func scalars() throws {
        let node = try StrictYAML.parse(Array("a: no\nb: 007\nc: [1.0, ~]\nd: \"&x\" # &y\n".utf8), file: "x.yaml")
        let members = try #require(node.mapping)
        #expect(members.prefix(2).map { $0.value.scalar } == ["no", "007"])
        #expect(members[2].value.sequence?.map(\.scalar) == ["1.0", "~"])
        #expect(members[3].value.scalar == "&x")
        #expect(members.map(\.key.line) == [1, 2, 3, 4])
    }

    static let policies: [Bad] = [
        Bad("an unknown key", "exchange: x\nmembrs: {}\n", 2),
        Bad("an unknown mailbox", "exchange: x\nmembers:\n  a: [aivd/ctt]\n", 3),
        Bad("a role that is none", "exchange: x\nmembers: {a: [aivd/ct]}\nkinds:\n  k:\n    from: b\n", 5),
        Bad("no exchange", "members: {a: [aivd/ct]}\n", 1),
        Bad("a kind without uses", "exchange: x\nmembers: {a: [aivd/ct]}\nkinds:\n  k: {from: a, to: a}\n", 4),
        Bad(
            "a level that is none",
            "exchange: x\nmembers: {a: [aivd/ct]}\nkinds:\n  k:\n    from: a\n    to: a\n    uses:\n      - {purpose: p, basis: b, ceiling: geheim}\n",
            8
        ),
        Bad(
            "a release by three",
            "exchange: x\nmembers: {a: [aivd/ct]}\nkinds:\n  k:\n    from: a\n    to: a\n    release: 3\n",
            7
        ),
        Bad(
            "a detail of no type",
            "exchange: x\nmembers: {a: [aivd/ct]}\nkinds:\n  k:\n    from: a\n    to: a\n    details: {n: number}\n",
            7
        ),
        Bad("members that are a text", "exchange: x\nmembers: aivd/ct\n", 2),
    ]

    @Test("Refuses an exchange that does not hold together, with its line", arguments: policies)
    func refusesPolicy(_ bad: Bad) throws {
        let organisations = try #require(EmbeddedPolicies.files.first { $0.path == "organisations.yaml" }).text
        let source = PolicySource(files: [
            ("organisations.yaml", Array(organisations.utf8)), ("exchanges/x.yaml", Array(bad.text.utf8)),
        ])
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(source) }
        #expect(
            try #require(error).faults.contains { $0.file == "exchanges/x.yaml" && abs($0.line - bad.line) <= 1 },
            "\(String(describing: error))"
        )
    }

    @Test("Says what was perhaps meant")
    func meant() throws {
        let source = PolicySource(files: [("organisations.yaml", Array("organisatons: []\n".utf8))])
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(source) }
        #expect(try #require(error).description.contains("did you mean organisations?"))
    }

    @Test("Refuses one OIN for two organisations")
    func duplicateOIN() throws {
        let one =
            "  - {oin: 00000099000000001000, short: S, name: n, kind: service, region: nl, mailboxes: {S/a: stg-geheim}}\n"
        let text = "organisations:\n" + one.replacing("S", with: "a") + one.replacing("S", with: "b")
        let error = #expect(throws: YAMLFaults.self) {
            try PolicySet(PolicySource(files: [("organisations.yaml", Array(text.utf8))]))
        }
        #expect(try #require(error).faults.map(\.line).contains(3))
    }

    @Test("The digest is that of sha256sum over the sorted files")
    func digest() {
        let source = PolicySource(files: [("b", [2]), ("a", [1])])
        let lines = "\(ContentDigest(of: [1]))  a\n\(ContentDigest(of: [2]))  b\n"
        #expect(source.digest == ContentDigest(of: lines.utf8))
    }
}
