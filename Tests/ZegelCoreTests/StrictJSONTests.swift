// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("Strict JSON")
struct StrictJSONTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let what: String
        let text: String
        let code: ProblemCode

        init(_ what: String, _ text: String, _ code: ProblemCode) {
            self.what = what
            self.text = text
            self.code = code
        }

        var testDescription: String { self.what }
    }

    static let refusals = [
        Refusal("a byte order mark", "\u{FEFF}{}", .jsonUTF8),
        Refusal("a key twice", #"{"a":1,"a":2}"#, .jsonDuplicateKey),
        Refusal("a key twice, once escaped", #"{"a":1,"\u0061":2}"#, .jsonDuplicateKey),
        Refusal("nine levels", "[[[[[[[[[]]]]]]]]]", .jsonDepth),
        Refusal("a fraction", "1.0", .jsonNumber),
        Refusal("an exponent", "1e3", .jsonNumber),
        Refusal("2^53", "9007199254740992", .jsonNumber),
        Refusal("a leading zero", "01", .jsonNumber),
        Refusal("minus zero", "-0", .jsonNumber),
        Refusal("a very long number", String(repeating: "9", count: 4_000), .jsonNumber),
        Refusal("a decomposed letter", "\"e\u{301}\"", .jsonText),
        Refusal("an escaped decomposed letter", #""e\u0301""#, .jsonText),
        Refusal("a right-to-left override", "\"a\u{202E}b\"", .jsonText),
        Refusal("an escaped control character", #""a\u0007b""#, .jsonText),
        Refusal("a line feed in a text", #""a\nb""#, .jsonText),
        Refusal("a raw control character", "\"a\u{1}b\"", .jsonSyntax),
        Refusal("a lone high surrogate", #""\ud800""#, .jsonSyntax),
        Refusal("a lone low surrogate", #""\udc00""#, .jsonSyntax),
        Refusal("a high surrogate and a letter", #""\ud800\u0041""#, .jsonSyntax),
        Refusal("an unknown escape", #""\x41""#, .jsonSyntax),
        Refusal("a signed escape", #""\u+041""#, .jsonSyntax),
        Refusal("nothing", "", .jsonSyntax),
        Refusal("two values", "1 2", .jsonSyntax),
        Refusal("a trailing comma in a list", "[1,]", .jsonSyntax),
        Refusal("a trailing comma in an object", #"{"a":1,}"#, .jsonSyntax),
        Refusal("a key without quotes", "{a:1}", .jsonSyntax),
        Refusal("single quotes", "'a'", .jsonSyntax),
        Refusal("a comment", "1 // one", .jsonSyntax),
        Refusal("an open list", "[1", .jsonSyntax),
        Refusal("an open text", "\"a", .jsonSyntax),
        Refusal("a capital word", "True", .jsonSyntax),
        Refusal("not a number", "NaN", .jsonSyntax),
        Refusal("a form feed as space", "\u{C}1", .jsonSyntax),
    ]

    @Test("Refuses what has another spelling, or no meaning", arguments: refusals)
    func refuses(_ refusal: Refusal) {
        #expect(throws: Problem(refusal.code)) { try StrictJSON.parse(Array(refusal.text.utf8)) }
    }

    @Test(
        "Refuses bytes that are not UTF-8",
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]]
    )
    func refusesInvalidUTF8(_ bytes: [UInt8]) {
        #expect(throws: Problem(.jsonUTF8)) { try StrictJSON.parse(bytes) }
    }

    @Test("Reads values with their keys in order")
    func reads() throws {
        let text = #" {"b": [1, -2, true, false, null], "a": "é “x” \"\\/😀", "c": {"d": 9007199254740991}} "#
        let value = try StrictJSON.parse(Array(text.utf8))
        #expect(
            value == [
                "b": [1, -2, true, false, .null], "a": "é “x” \"\\/😀", "c": ["d": 9_007_199_254_740_991],
            ]
        )
        #expect(value.members?.map(\.key) == ["b", "a", "c"])
    }

    @Test("Reads an escaped pair of surrogates as one character")
    func readsSurrogates() throws {
        #expect(try StrictJSON.parse(Array(#""\ud83d\ude00""#.utf8)) == "😀")
    }

    @Test("Reads eight levels, and no more than it is told")
    func countsDepth() throws {
        #expect(try StrictJSON.parse(Array("[[[[[[[[]]]]]]]]".utf8)).array?.count == 1)
        #expect(throws: Problem(.jsonDepth)) { try StrictJSON.parse(Array("[[]]".utf8), maximumDepth: 1) }
    }

    @Test("Reads back what it writes")
    func roundTrip() throws {
        let value: JSONValue = [
            "text": "a \"b\" \\ / é 😀", "list": [1, 2, ["x": .null]], "empty": [:], "none": [], "flag": true,
            "min": -9_007_199_254_740_991,
        ]
        #expect(try StrictJSON.parse(value.encoded) == value)
    }

    @Test("Never crashes on mutated documents, and takes only what has one spelling")
    func mutations() throws {
        let seed = Array(#"{"zegel":"1","a":[1,2,{"b":"\u00e9\n"}],"c":-3,"d":true,"e":null}"#.utf8)
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<(Long.isOn ? 200_000 : 2_000) {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            guard let value = try? StrictJSON.parse(bytes) else { continue }
            #expect(try StrictJSON.parse(value.encoded) == value)
        }
    }
}
