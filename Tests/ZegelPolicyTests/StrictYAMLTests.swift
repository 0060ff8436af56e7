// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelPolicy

@Suite("Strict YAML")
struct StrictYAMLTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let what: String
        let text: String
        /// Every fault, as `line:column: message`, in order.
        let faults: [String]

        init(_ what: String, _ text: String, _ faults: String...) {
            self.what = what
            self.text = text
            self.faults = faults
        }

        var testDescription: String { self.what }
    }

    private static let anchors = "anchors are not allowed; write the value out where it is needed"
    private static let tags = "tags are not allowed; every value is a text, and the schema types it"
    private static let plain = "the line holds a tab, a control or bidirectional character, or is not in form NFC"

    static let corpus: [Bad] = [
        Bad("a key twice", "a: 1\nb: 2\na: 3\n", "3:1: the key a stands twice; it stands first at line 1"),
        Bad(
            "two keys twice, in two mappings",
            "x:\n  a: 1\n  a: 2\ny:\n  - b: 1\n    c: 2\n    b: 3\n",
            "3:3: the key a stands twice; it stands first at line 2",
            "7:5: the key b stands twice; it stands first at line 5"
        ),
        Bad(
            "a key three times",
            "a: 1\n\"a\": 2\na: 3\n",
            "2:1: the key a stands twice; it stands first at line 1",
            "3:1: the key a stands twice; it stands first at line 1"
        ),
        Bad("a key twice in braces", "x: {a: 1, a: 2}\n", "1:5: the key a stands twice; it stands first at line 1"),
        Bad("an anchor", "a: 1\nb: &x 1\n", "2:4: \(anchors)"),
        Bad("an anchor on a mapping", "b: &x\n  c: 1\n", "1:4: \(anchors)"),
        Bad("an alias", "a: &x 1\nb: *x\n", "2:4: aliases are not allowed; write the value out"),
        Bad("an alias of nothing", "a: [1, *x]\n", "1:8: found undefined alias"),
        Bad(
            "an alias behind what looks like a quote",
            "a: b 'c\nd: &x 1\ne: *x\nf: 'g\n",
            "3:4: aliases are not allowed; write the value out"
        ),
        Bad("a tag", "a: !!int 1\n", "1:4: \(tags)"),
        Bad("a tag that changes nothing", "a: !!str \"1\"\n", "1:4: \(tags)"),
        Bad("a tag of one's own, and an anchor", "a: !own {}\nb: &y []\n", "1:4: \(tags)", "2:4: \(anchors)"),
        Bad("a merge key", "a:\n  <<: {b: 1}\n", "2:3: merge keys are not allowed; write the values out"),
        Bad("a directive", "%YAML 1.2\n---\na: 1\n", "1:1: directives are not allowed"),
        Bad("two documents", "a: 1\n---\nb: 1\n", "3:1: a file holds one document"),
        Bad("nothing", "", "1:1: the file is empty"),
        Bad("only a remark", "# nothing\n", "1:1: the file is empty"),
        Bad("a tab as indentation", "a:\n\tb: 1\n", "2:1: \(plain)"),
        Bad("an open list", "a: [1\n", "2:1: did not find expected ',' or ']'"),
        Bad("an open text", "a: \"x\n", "2:1: found unexpected end of stream"),
        Bad("a value that is indented too little", "a:\n  b: 1\n c: 2\n", "3:2: did not find expected key"),
        Bad("a key that is a list", "[a]: 1\n", "1:1: a key must be a text"),
        Bad("no key", "\"\": 1\n", "1:1: a key is missing"),
        Bad(
            "a line that ends as on another system",
            "a: 1\r\nb: 2\r\n",
            "1:1: the line ends with CR LF; end it with LF",
            "2:1: the line ends with CR LF; end it with LF"
        ),
        Bad("a character that reorders", "a: 1\nb: x\u{202E}y\n", "2:1: \(plain)"),
        Bad("a text in form NFD", "a: e\u{301}\n", "1:1: \(plain)"),
        Bad(
            "a character that reorders, escaped",
            "a: \"x\\u202Ey\"\n",
            "1:4: the text holds control or bidirectional characters, or is not in form NFC"
        ),
        Bad("a byte order mark", "\u{FEFF}a: 1\n", "1:1: \(plain)"),
        Bad(
            "deep nesting in brackets",
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
            "1:25: nested deeper than 24 levels"
        ),
        Bad("deep nesting in dashes", String(repeating: "- ", count: 40) + "a\n", "1:49: nested deeper than 24 levels"),
        Bad(
            "deep nesting by indentation",
            (0..<30).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            "25:25: nested deeper than 24 levels"
        ),
    ]

    @Test("Refuses what says something in another way, with all faults at their places", arguments: corpus)
    func refuses(_ bad: Bad) throws {
        let error = #expect(throws: YAMLFaults.self) { try StrictYAML.parse(Array(bad.text.utf8), file: "x.yaml") }
        let found = try #require(error).faults.map(\.description)
        #expect(found == bad.faults.map { "x.yaml:" + $0 }, "\(found)")
    }

    @Test("Refuses bytes that are no text, by line")
    func bytes() throws {
        let error = #expect(throws: YAMLFaults.self) {
            try StrictYAML.parse(Array("a: 1\nb: ".utf8) + [0xFF, 0x0A], file: "x.yaml")
        }
        #expect(error?.description == "x.yaml:2:1: the line is not UTF-8")
    }

    @Test("Refuses a large file before reading it, and takes one at the bound")
    func size() throws {
        let bound = StrictYAML.maximumSize
        let fits = Array("a: 1\n#".utf8) + [UInt8](repeating: 0x78, count: bound - 6)
        #expect(try StrictYAML.parse(fits, file: "x.yaml").mapping?.count == 1)
        for size in [bound + 1, 10_000_000] {
            let error = #expect(throws: YAMLFaults.self) {
                try StrictYAML.parse([UInt8](repeating: 0x5B, count: size), file: "x.yaml")
            }
            #expect(error?.description == "x.yaml:1:1: a file holds at most 1048576 bytes")
        }
    }

    @Test("A billion laughs are refused at the first")
    func laughs() throws {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (one, next) in zip("abcdefgh", "bcdefghi") {
            text += "\(next): &\(next) [" + [String](repeating: "*\(one)", count: 9).joined(separator: ", ") + "]\n"
        }
        let error = #expect(throws: YAMLFaults.self) { try StrictYAML.parse(Array(text.utf8), file: "x.yaml") }
        #expect(
            try #require(error).faults.first?.description == "x.yaml:2:8: aliases are not allowed; write the value out"
        )
    }

    @Test("Reads every scalar as a text, and knows where it stands")
    func scalars() throws {
        let text = "---\na: no\nb: 007\nc: [1.0, ~, null]\nd: \"&x\" # &y\ne: R & D\nf:\n  - g: 'it''s'\n    h: {i: }\n"
        let node = try StrictYAML.parse(Array(text.utf8), file: "x.yaml")
        let members = try #require(node.mapping)
        #expect(members.map(\.key.scalar) == ["a", "b", "c", "d", "e", "f"])
        #expect(members.map(\.key.line) == [2, 3, 4, 5, 6, 7])
        #expect([0, 1, 3, 4].map { members[$0].value.scalar } == ["no", "007", "&x", "R & D"])
        #expect(members[2].value.sequence?.map(\.scalar) == ["1.0", "~", "null"])
        #expect(members[2].value.sequence?.map(\.column) == [5, 10, 13])
        let inner = try #require(members[5].value.sequence?.first?.mapping)
        #expect(inner.first?.value.scalar == "it's")
        #expect(inner.last?.value.mapping?.first?.value.scalar == "")
    }

    @Test("A reader gathers every fault, and says what was perhaps meant")
    func reader() throws {
        let text = "listn: here\nport: eighty\nhosts: [one, 2, three]\n"
        var reader = YAMLReader(try StrictYAML.parse(Array(text.utf8), file: "z.yaml"), file: "z.yaml")
        #expect(reader.required("listen", "a host", { $0 }) == nil)
        #expect(reader.optional("port", "a number", { Int($0) }) == nil)
        #expect(reader.list("hosts", "a word", { Int($0) == nil ? $0 : nil }) == ["one", "three"])
        reader.refuseUnknown()
        #expect(
            reader.faults.map(\.description) == [
                "z.yaml:1:1: listen is missing: a host", "z.yaml:2:7: port must be a number",
                "z.yaml:3:14: hosts: “2” is not a word", "z.yaml:1:1: unknown key listn; did you mean listen?",
            ]
        )
    }
}
