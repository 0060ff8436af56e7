// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("zegel case")
struct CaseCommandTests {
    /// A folder of cases of its own, with the policies of the program.
    private struct Desk {
        private let scratch: Scratch
        private let folders = PolicyFolders()
        let cases: String
        let policies: String

        init() throws {
            self.scratch = try Scratch()
            self.cases = self.scratch.path("cases")
            self.policies = try self.folders.folder()
        }

        func run(_ arguments: String...) throws -> Binary.Outcome {
            try Binary.run(["case"] + arguments + ["--policies", self.policies, "--cases", self.cases])
        }

        /// A case with one seat.
        func open() throws {
            let opened = try self.run(
                "open",
                "DH-17",
                "--exchange",
                "casusoverleg",
                "--chair",
                "gemeente-den-haag/casus",
                "--opened",
                "2026-05-01"
            )
            let invited = try self.run(
                "invite",
                "DH-17",
                "politie/cter",
                "--basis",
                "wpg-art20",
                "--from",
                "2026-05-01",
                "--until",
                "2026-12-31"
            )
            try #require(
                [opened.status, invited.status] == [0, 0],
                "\(String(decoding: invited.errors, as: UTF8.self))"
            )
        }

        var file: String { "\(self.cases)/casusoverleg.yaml" }

        var text: String { get throws { try String(contentsOfFile: self.file, encoding: .utf8) } }
    }

    @Test("Opens, invites, notes, ends and closes, and shows what became of it")
    func life() throws {
        let desk = try Desk()
        try desk.open()
        #expect(try desk.run("measure", "DH-17", "politie/cter").status == 0)
        #expect(try desk.run("end", "DH-17", "politie/cter", "--on", "2026-06-30").status == 0)
        let again = try desk.run(
            "invite",
            "DH-17",
            "politie/cter",
            "--basis",
            "avg-art6-1e",
            "--from",
            "2026-09-01",
            "--until",
            "2026-10-31"
        )
        #expect(again.status == 0, "a later stage is another seat")
        let closed = try desk.run("close", "DH-17", "--on", "2026-12-01", "--json")
        #expect(closed.status == 0)
        let wanted: JSONValue = [
            "exchange": "casusoverleg", "case": "DH-17", "chair": "gemeente-den-haag/casus", "opened": "2026-05-01",
            "closed": "2026-12-01",
            "members": [
                ["mailbox": "politie/cter", "basis": "wpg-art20", "from": "2026-05-01", "until": "2026-06-30"],
                ["mailbox": "politie/cter", "basis": "avg-art6-1e", "from": "2026-09-01", "until": "2026-10-31"],
            ], "measuresBy": ["politie/cter"],
        ]
        #expect(closed.json == wanted)
        #expect(try desk.run("show", "DH-17", "--json").json == wanted)
        #expect(try desk.run("list", "--all", "--json").json == ["cases": .array([wanted])])
        let text = String(decoding: try desk.run("show", "DH-17").output, as: UTF8.self)
        #expect(text.hasPrefix("DH-17 in casusoverleg, opened on 2026-05-01, closed on 2026-12-01\n"))
        #expect(text.contains("politie/cter             wpg-art20       2026-05-01  2026-06-30  -"), "\(text)")
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.cases)
        #expect(names == ["casusoverleg.yaml"], "nothing is left beside it")
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let status: Int32
        let message: String
    }

    @Test(
        "What does not hold together is refused with what to do, and changes nothing",
        arguments: [
            Wrong(
                testDescription: "the same case again",
                arguments: ["open", "DH-17", "--exchange", "casusoverleg", "--chair", "gemeente-rotterdam/casus"],
                status: 7,
                message: "casusoverleg has a case “DH-17” already; a name is used once."
            ),
            Wrong(
                testDescription: "an exchange that is none",
                arguments: ["open", "DH-18", "--exchange", "casusoverlg", "--chair", "gemeente-den-haag/casus"],
                status: 64,
                message: "There is no exchange “casusoverlg”; did you mean casusoverleg?"
            ),
            Wrong(
                testDescription: "a chair that is no member",
                arguments: ["open", "DH-18", "--exchange", "casusoverleg", "--chair", "bank-a/tf"],
                status: 78,
                message: "“bank-a/tf” is no member of casusoverleg"
            ),
            Wrong(
                testDescription: "a name that is too long",
                arguments: [
                    "open", String(repeating: "x", count: 65), "--exchange", "casusoverleg", "--chair",
                    "gemeente-den-haag/casus",
                ],
                status: 78,
                message: "case must be a name of 1 to 64 characters"
            ),
            Wrong(
                testDescription: "a case that is none",
                arguments: ["close", "DH-71"],
                status: 6,
                message: "There is no case “DH-71”; did you mean DH-17?"
            ),
            Wrong(
                testDescription: "a guest that is no member",
                arguments: ["invite", "DH-17", "bank-a/tf", "--basis", "wpg-art20", "--until", "2026-12-31"],
                status: 78,
                message: "“bank-a/tf” is no member of casusoverleg"
            ),
            Wrong(
                testDescription: "a basis that is none",
                arguments: ["invite", "DH-17", "om/parket", "--basis", "wpg-art2", "--until", "2026-12-31"],
                status: 64,
                message: "“wpg-art2” is no legal basis of casusoverleg; did you mean wpg-art20?"
            ),
            Wrong(
                testDescription: "a seat without an end",
                arguments: ["invite", "DH-17", "om/parket", "--basis", "wjsg-art39f"],
                status: 64,
                message: "Missing expected argument '--until <until>'"
            ),
            Wrong(
                testDescription: "a seat at the time of another",
                arguments: [
                    "invite", "DH-17", "politie/cter", "--basis", "wpg-art20", "--from", "2026-12-31", "--until",
                    "2027-01-31",
                ],
                status: 7,
                message: "politie/cter has a seat from 2026-05-01 until 2026-12-31; end that first."
            ),
            Wrong(
                testDescription: "a seat before the case",
                arguments: [
                    "invite", "DH-17", "om/parket", "--basis", "wjsg-art39f", "--from", "2026-04-30", "--until",
                    "2026-12-31",
                ],
                status: 7,
                message: "The case is opened on 2026-05-01, and the seat begins before."
            ),
            Wrong(
                testDescription: "the seat of the chair",
                arguments: ["end", "DH-17", "gemeente-den-haag/casus"],
                status: 7,
                message: "gemeente-den-haag/casus leads the case; close the case instead."
            ),
            Wrong(
                testDescription: "no seat",
                arguments: ["end", "DH-17", "om/parket"],
                status: 7,
                message: "om/parket has no seat in DH-17"
            ),
            Wrong(
                testDescription: "closed before it is opened",
                arguments: ["close", "DH-17", "--on", "2026-04-30"],
                status: 7,
                message: "The case is opened on 2026-05-01, and would close before."
            ),
            Wrong(
                testDescription: "a day that is none",
                arguments: ["close", "DH-17", "--on", "2026-02-30"],
                status: 64,
                message: "“2026-02-30” is no day as 2026-12-31."
            ),
        ]
    )
    func wrong(_ row: Wrong) throws {
        let desk = try Desk()
        try desk.open()
        let before = try desk.text
        let outcome = try Binary.run(
            ["case"] + row.arguments + ["--policies", desk.policies, "--cases", desk.cases]
        )
        let text = String(decoding: outcome.errors, as: UTF8.self)
        #expect(outcome.status == row.status, "\(text)")
        #expect(text.contains(row.message), "\(text)")
        #expect(outcome.output.isEmpty)
        #expect(try desk.text == before)
    }

    @Test("Comments at the top are kept; where another one would be lost nothing is written")
    func comments() throws {
        let desk = try Desk()
        try desk.open()
        let noted =
            "# Ours.\n\nexchange: casusoverleg" + (try desk.text).components(separatedBy: "exchange: casusoverleg")[1]
        try noted.write(toFile: desk.file, atomically: true, encoding: .utf8)
        #expect(try desk.run("measure", "DH-17", "politie/cter").status == 0)
        #expect(try desk.text.hasPrefix("# Ours.\n\nexchange: casusoverleg\ncases:\n"))
        let other = try desk.text.replacing("    chair:", with: "    # who leads\n    chair:")
        try other.write(toFile: desk.file, atomically: true, encoding: .utf8)
        let refused = try desk.run("close", "DH-17", "--json")
        #expect(refused.status == 78)
        #expect(refused.json?["code"] == "configuration.invalid")
        #expect(try desk.text == other)
    }

    @Test("A file that cannot be read is told with its place, and stays as it is")
    func broken() throws {
        let desk = try Desk()
        try desk.open()
        let broken = try desk.text.replacing("basis: wpg-art20, ", with: "")
        try broken.write(toFile: desk.file, atomically: true, encoding: .utf8)
        let refused = try desk.run("close", "DH-17")
        #expect(refused.status == 78)
        let text = String(decoding: refused.errors, as: UTF8.self)
        #expect(text.contains("casusoverleg.yaml:10:9: basis is missing"), "\(text)")
        #expect(try desk.text == broken)
    }

    @Test(
        "Names of any characters are written so that they are read as they are",
        arguments: ["a: b", "'q' # x", "- y"]
    )
    func names(_ id: String) throws {
        let desk = try Desk()
        let direct = try Binary.run([
            "case", "open", "--exchange", "casusoverleg", "--chair", "gemeente-den-haag/casus", "--policies",
            desk.policies, "--cases", desk.cases, "--", id,
        ])
        #expect(direct.status == 0, "\(String(decoding: direct.errors, as: UTF8.self))")
        let list = try desk.run("list", "--json")
        #expect(list.json?["cases"]?.array?.first?["case"]?.string == id)
    }

    @Test("Of changes that come at once none is lost")
    func together() async throws {
        let desk = try Desk()
        try desk.open()
        let mailboxes = ["om/parket", "rvdk/landelijk", "dji/mar", "lse/advies"]
        try await withThrowingTaskGroup(of: Int32.self) { group in
            let folders = ["--policies", desk.policies, "--cases", desk.cases]
            for mailbox in mailboxes {
                group.addTask { try Binary.run(["case", "measure", "DH-17", mailbox] + folders).status }
            }
            for try await status in group { #expect(status == 0) }
        }
        let shown = try desk.run("show", "DH-17", "--json")
        #expect(shown.json?["measuresBy"]?.array?.compactMap(\.string) == mailboxes.sorted())
    }
}
