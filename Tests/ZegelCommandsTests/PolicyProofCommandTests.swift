// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelPolicy

@Suite("zegel policy prove, matrix, diff and replay")
struct PolicyProofCommandTests {
    private let folders = PolicyFolders()
    private static let asOf = ["--as-of", "2026-11-20T12:00:00Z"]

    @Test("Proves one invariant, and says how much it covered")
    func proves() throws {
        let outcome = try Binary.run(["policy", "prove", "--json", "--invariant", "no-source"] + Self.asOf)
        #expect(outcome.status == 0)
        #expect(outcome.json?["holds"] == true)
        #expect(outcome.json?["covered"]?.string?.contains("e+") == true)
        #expect(outcome.json?["invariants"]?.array?.first?["counterexample"] == .null)
        #expect(try Binary.run(["policy", "prove", "--invariant", "no-sorce"]).status == 64)
    }

    @Test("Shows a counterexample with the place of the invariant, and as questions that explain allows")
    func counterexample() throws {
        let folder = try self.folders.folder(
            "exchanges/ambtsberichten.yaml",
            "sourceIncluded: { type: boolean, allowed: [\"false\"], otherwise: source.present }",
            "sourceIncluded: { type: boolean }"
        )
        let arguments = ["policy", "prove", "--policies", folder, "--invariant", "no-source"] + Self.asOf
        let text = try Binary.run(arguments)
        #expect(text.status == 78)
        let lines = String(decoding: text.output, as: UTF8.self)
        let line = try PolicyFolders.line(of: "- invariant: no-source\n", in: "invariants.yaml")
        #expect(lines.contains("\(folder)/invariants.yaml:\(line): no-source does not hold."), "\(lines)")
        #expect(lines.contains("1. aivd/ct → "), "\(lines)")
        let json = try Binary.run(arguments + ["--json"])
        let steps = try #require(json.json?["invariants"]?.array?.first?["counterexample"]?.array)
        for step in steps {
            let explained = try Binary.run(["policy", "explain", "--json", "--policies", folder], input: step.encoded)
            #expect(explained.json?["decision"] == "allow")
        }
    }

    @Test("Prints a matrix as text, as CSV with as many cells in each row, and as a page that loads nothing")
    func matrix() throws {
        let arguments = ["policy", "matrix", "--exchange", "inlichtingenberichten"] + Self.asOf
        let text = String(decoding: try Binary.run(arguments + ["--from", "aivd/ct"]).output, as: UTF8.self)
        #expect(text.contains("aivd/ct  nctv/analyse"))
        #expect(!text.contains("mivd/ct"))
        let csv = String(decoding: try Binary.run(arguments + ["--format", "csv"]).output, as: UTF8.self)
        let rows = csv.split(separator: "\n")
        #expect(rows.first == "exchange,kind,forward,from,to,purpose,bases,level,persons,asks")
        #expect(rows.count > 20)
        #expect(rows.allSatisfy { $0.count { $0 == "," } == 9 })
        let page = String(decoding: try Binary.run(arguments + ["--format", "html"]).output, as: UTF8.self)
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(page.contains("default-src 'none'"))
        for word in ["http:", "https:", "src=", "<script", "@import", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("inlichtingenbericht SG"))
    }

    @Test("Compares two folders")
    func differences() throws {
        let old = try self.folders.folder()
        let new = try self.folders.folder(
            "exchanges/casusoverleg.yaml",
            "level: departementaal-vertrouwelijk",
            "level: ongerubriceerd"
        )
        let same = try Binary.run(["policy", "diff", old, old])
        let lines = String(decoding: same.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "Every decision stays as it is.")
        #expect(lines.dropFirst() == ["Written alike, so that nothing can differ: 34 exchanges."])
        let outcome = try Binary.run(["policy", "diff", old, new, "--json"] + Self.asOf)
        #expect(outcome.status == 0)
        let found = try #require(outcome.json?["differences"]?.array)
        #expect(!found.isEmpty)
        #expect(outcome.json?["exchanges"] == 1)
        #expect(outcome.json?["unchanged"] == 33)
        #expect(outcome.json?["covered"]?.string?.contains("e+") == true)
        #expect((outcome.json?["decided"]?.integer ?? 0) > 1_000)
        #expect(found.allSatisfy { $0["now"] == "deny" && $0["exchange"] == "casusoverleg" })
        #expect(found.allSatisfy { $0["what"]?.string?.contains("departementaal-vertrouwelijk") == true })
        let text = String(decoding: try Binary.run(["policy", "diff", old, new] + Self.asOf).output, as: UTF8.self)
        #expect(text.contains("0 more allowed, \(found.count) more refused."))
        #expect(text.contains("in exchanges that are not written alike: 1;"))
        #expect(try Binary.run(["policy", "diff", old, "/nowhere"]).status == 78)
        #expect(try Binary.run(["policy", "diff", old]).status == 64)
    }

    /// A record of a decision on an ambtsbericht, as the store holds it.
    private static func record(_ digest: String, allowed: Bool, _ changes: [String: JSONValue] = [:]) throws -> [UInt8]
    {
        let question = try StrictJSON.parse(PolicyFolders.question(changes), maximumDepth: 16)
        let policy = try PolicySet(.embedded)
        let header = HeaderView(question["header"] ?? .null)
        let facts = try #require(Facts(question["facts"] ?? .null))
        let decision = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim).decide(Question(.send, header, facts))
        let context = facts.members + [.init("ceiling", "stg-zeer-geheim")]
        let record: JSONValue = [
            "event_name": "adl.access_evaluation",
            "attributes": [
                "adl.core.policies": ["zegel": ["digest": .string(digest)]], "zegel.decision.id": "1",
            ],
            "body": [
                "adl.core.request": [
                    "subject": ["type": "organisation", "id": "00000099000000001000"], "action": ["name": "send"],
                    "resource": ["type": "message", "properties": .object(header.members)],
                    "context": .object(context),
                ],
                "adl.core.response": [
                    "decision": .bool(allowed),
                    "context": [
                        "reasons": .array(allowed ? [] : decision.reasons.map { .string($0.rawValue) }),
                        "releases": .integer(Int64(decision.releases)),
                        "rules": .array(decision.rules.map { ["at": .string("\($0)")] }),
                    ],
                ],
            ],
        ]
        return record.encoded
    }

    @Test("Decides records again: the same, another, and one whose policy is not at hand")
    func replay() throws {
        let digest = "sha256:\(try PolicySet(.embedded).digest)"
        let good = try Self.record(digest, allowed: true)
        let denied = try Self.record(digest, allowed: false, ["classification": "stg-geheim"])
        let same = try Binary.run(["policy", "replay", "--json"], input: good + [0x0A] + denied + [0x0A])
        #expect(same.status == 0)
        #expect(same.json?["records"] == 2)
        #expect(same.json?["same"] == 2)
        let changed = try Self.record(digest, allowed: true, ["classification": "stg-geheim"])
        let other = try Binary.run(["policy", "replay", "--json"], input: good + [0x0A] + changed)
        #expect(other.status == 9)
        #expect(other.json?["differing"]?.array?.first?["line"] == 2)
        let unknown = try Self.record("sha256:\(String(repeating: "0", count: 64))", allowed: true)
        #expect(try Binary.run(["policy", "replay"], input: unknown).status == 21)
        #expect(try Binary.run(["policy", "replay"], input: Array("nonsense".utf8)).status == 21)
    }

    @Test("A policy that changed since is taken from where it was kept")
    func kept() throws {
        let folder = try self.folders.folder(
            "exchanges/ambtsberichten.yaml",
            "signingAge: 24 hours",
            "signingAge: 25 hours"
        )
        let source = try PolicySource.read(folder: folder)
        let record = try Self.record("sha256:\(source.digest)", allowed: true)
        #expect(try Binary.run(["policy", "replay"], input: record).status == 21)
        #expect(try Binary.run(["policy", "replay", "--policies", folder], input: record).status == 0)
        let file = "\(folder)-kept.json"
        try self.folders.write(source.json.encoded, to: file)
        #expect(try Binary.run(["policy", "replay", "--kept", file], input: record).status == 0)
    }
}
