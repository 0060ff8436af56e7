// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ASiC

/// A name, and the code with which it is refused.
struct NameCase: Sendable, CustomTestStringConvertible {
    let name: String
    let code: ASiCError.Code?

    init(_ name: String, _ code: ASiCError.Code? = nil) {
        self.name = name
        self.code = code
    }

    var testDescription: String { "\(self.name.debugDescription) \(self.code?.rawValue ?? "accepted")" }

    private static let refused: [(ASiCError.Code, [String])] = [
        (.nameForbiddenCharacter, ["\\", "%", ":", "?", "#", "*", "\"", "<", ">", "|"].map { "a\($0)b" }),
        (
            .nameControlCharacter,
            [0, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFDD0, 0xFFFE, 0x1FFFF].compactMap {
                Unicode.Scalar($0).map { "a\($0)b" }
            }
        ),
        (
            .nameBidiCharacter,
            ["\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"].map { "a\($0)b" }
        ),
        (
            .nameEdge,
            [" a", "a ", ".a", "a.", "a /b", "a/ b", "a./b", "a/.b", "a/.", "./a", "\u{A0}a", "a\u{3000}"]
        ),
        (.nameDots, ["..", "../a", "a/../b", "a/..", "a..b", "..a"]),
        (.nameVersion, ["a;1", "a;", "a/b;12", "a;b;3"]),
        (.nameNotNormalized, ["A\u{30A}", "\u{212B}", "\u{1112}\u{1161}\u{11AB}", "q\u{307}\u{323}", "\u{F900}"]),
        (.nameEmpty, [""]),
        (.nameAbsolute, ["/", "/a"]),
        (.nameDirectory, ["a/"]),
        (.nameEmptySegment, ["a//b"]),
        (.nameTooLong, [String(repeating: "é", count: 101)]),
    ]

    private static let accepted = [
        "a", "mimetype", "documents/bericht.pdf", "META-INF/ASiCManifest-sender.xml", "a b/c d.e", "a;1x", "a;12/b",
        "\u{C5}",
        "\u{D55C}", "q\u{323}\u{307}", "é'&+,=@~^`$!(){}[]-_.txt", "日本語", "a.b.c", String(repeating: "é", count: 100),
    ]

    static let all =
        refused.flatMap { code, names in names.map { NameCase($0, code) } } + accepted.map { NameCase($0) }
}

@Suite("EntryName")
struct EntryNameTests {
    @Test("Judges names by their characters, parts and form", arguments: NameCase.all)
    func judge(_ name: NameCase) {
        var code: ASiCError.Code?
        do throws(ASiCError) {
            try EntryName.check(name.name)
        } catch {
            code = error.code
        }
        #expect(code == name.code)
    }

    @Test("Meets names that differ in case only", arguments: [["ABC", "abc"], ["Straße", "STRASSE"], ["ÉÏ", "éï"]])
    func key(_ names: [String]) {
        #expect(Set(names.map { EntryName.caseInsensitiveKey($0) }).count == 1)
    }
}
