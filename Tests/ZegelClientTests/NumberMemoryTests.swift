// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelClient

@Suite("The numbers that a client remembers")
struct NumberMemoryTests {
    /// What is shown, one page after the other: a number, or a number with the name of the message that has it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let pages: [[(Int64, String)]]
        var findings: [String] = []

        init(_ description: String, _ pages: [[(Int64, String)]], _ findings: [String] = []) {
            self.testDescription = description
            self.pages = pages
            self.findings = findings
        }

        /// Numbers whose message is named after them.
        static func run(_ numbers: ClosedRange<Int64>) -> [(Int64, String)] { numbers.map { ($0, "\($0)") } }
    }

    static let rows = [
        Row("one after the other", [Row.run(1...3), Row.run(4...5)]),
        Row("the same page again", [Row.run(1...3), Row.run(1...3)]),
        Row("in another order, as after a withdrawal", [[(1, "1"), (3, "3")], [(2, "2")]]),
        Row("from the middle on", [Row.run(15...17)]),
        Row("the beginning after the end", [Row.run(1_001...2_000), Row.run(1...1_000)]),
        Row("over three files", [Row.run(999...3_001)]),
        Row("one that is missing", [Row.run(1...3), Row.run(5...6)], ["Number 4 from aivd/ct is missing."]),
        Row(
            "several that are missing",
            [Row.run(1...3), Row.run(7...9)],
            ["Numbers 4 to 6 from aivd/ct are missing."]
        ),
        Row(
            "a file that is missing",
            [Row.run(1...1_000), Row.run(2_001...3_000), Row.run(3_002...3_002)],
            ["Numbers 1001 to 2000 from aivd/ct are missing.", "Number 3001 from aivd/ct is missing."]
        ),
        Row(
            "one at the edge of a file",
            [Row.run(1...999), Row.run(1_001...1_002)],
            ["Number 1000 from aivd/ct is missing."]
        ),
        Row("a number with another message", [Row.run(1...3), [(2, "other")]], ["twice 2"]),
        Row("a message with another number", [Row.run(1...3), [(4, "3")]], ["twice 4"]),
    ]

    private static func arrival(_ number: Int64, _ name: String, after seconds: Int64 = 0) throws -> NumberedArrival {
        let digest = ContentDigest(of: Array(name.utf8))
        return NumberedArrival(
            sender: try #require(MailboxName("aivd/ct")),
            number: number,
            message: try #require(MessageID("\(digest)".prefix(32))),
            container: digest,
            availableAt: Instant(milliseconds: 1_795_132_800_000).advanced(bySeconds: seconds)
        )
    }

    private static func withMemory(_ body: (NumberMemory) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "numbers-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(NumberMemory(of: #require(MailboxName("om/lovj")), server: "log-a", in: folder))
    }

    @Test("Are told where one is missing or comes twice, and only then", arguments: rows)
    func findings(_ row: Row) throws {
        try Self.withMemory { memory in
            var told: [String] = []
            for page in row.pages {
                for finding in try memory.note(try page.map { try Self.arrival($0.0, $0.1) }) {
                    if case .twice(let arrival, _) = finding { told.append("twice \(arrival.number)") }
                }
            }
            told += try memory.missing().map(\.text)
            #expect(told == row.findings)
        }
    }

    @Test("Are found by their time, and those of another server or mailbox are others")
    func times() throws {
        try Self.withMemory { memory in
            let all = try (1...2_500).map { try Self.arrival($0, "\($0)", after: $0 * 60) }
            #expect(try memory.note(all).isEmpty)
            let (start, end) = (all[1_199].availableAt, all[2_300].availableAt)
            let found = try memory.arrivals(from: start, until: end)
            #expect(found == [all[0].sender: Array(all[1_199..<2_300])])
            #expect(try memory.arrivals(from: all[2_499].availableAt.advanced(bySeconds: 1), until: end).isEmpty)
        }
    }

    private static func expect(_ lists: ListMemory, _ texts: [String]) throws {
        let missing = try lists.missing().map(\.text)
        #expect(missing == texts)
    }

    /// A version of a list as a mailbox shows it.
    private static func line(_ list: String, _ version: Int64) throws -> InboxPage.Line {
        let digest = "\(ContentDigest(of: Array("\(list)\(version)".utf8)))"
        let json: JSONValue = [
            "id": .string(String(digest.prefix(32))), "kenmerk": .string("L-\(version)"), "date": "2026-11-20",
            "exchange": "lijsten", "kind": "lijst",
            "from": ["oin": "00000099000000007000", "mailbox": "politie/cter"],
            "classification": "departementaal-vertrouwelijk", "receivedAt": "2026-11-20T12:00:00.000Z",
            "availableAt": "2026-11-20T12:00:00.000Z", "container": .string(digest), "size": 1,
            "state": "available", "number": .integer(version),
            "list": ["name": .string(list), "version": .integer(version)],
        ]
        return try #require(InboxPage.Line(json))
    }

    @Test("Versions of a list are told where one is missing, each list by itself, from the first that came on")
    func versions() throws {
        try Self.withMemory { memory in
            let lists = ListMemory(of: memory)
            try Self.expect(lists, [])
            _ = try lists.note([Self.line("a", 4), Self.line("a", 5), Self.line("b/..", 1)])
            try Self.expect(lists, [])
            _ = try lists.note([Self.line("a", 8), Self.line("b/..", 2)])
            try Self.expect(lists, ["Versions 6 to 7 of lijsten a from politie/cter are missing."])
            _ = try lists.note([Self.line("a", 7), Self.line("a", 6)])
            try Self.expect(lists, [])
        }
    }

    @Test(
        "A file that cannot be read is never taken for an empty one",
        arguments: ["", "0000000000000001 x\n", "nothing"].enumerated().map { ($0.offset, $0.element) }
    )
    func damage(_ index: Int, _ text: String) throws {
        try Self.withMemory { memory in
            #expect(try memory.note([Self.arrival(1, "1")]).isEmpty)
            let file = "\(memory.folder)/aivd.ct/0"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            let outcome = Result { try memory.note([Self.arrival(2, "2")]) }
            let problem: Problem? = if case .failure(let error) = outcome { error as? Problem } else { nil }
            #expect(problem?.code == (index == 0 ? nil : "configuration.invalid"))
        }
    }
}
