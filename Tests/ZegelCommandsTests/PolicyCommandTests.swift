// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("zegel policy check, test and explain")
struct PolicyCommandTests {
    private let folders = PolicyFolders()

    @Test("Checks the policies of the program, of a folder, and of an installation alike")
    func check() throws {
        let embedded = try Binary.run(["policy", "check", "--json"])
        let folder = try self.folders.folder()
        let named = try Binary.run(["policy", "check", "--json", "--policies", folder])
        let home = URL(fileURLWithPath: folder).deletingLastPathComponent().appendingPathComponent("home").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder, toPath: "\(home)/policies")
        let installed = try Binary.run(["policy", "check", "--json", "--home", home])
        #expect([embedded.status, named.status, installed.status] == [0, 0, 0])
        #expect(embedded.json == named.json && named.json == installed.json)
        #expect(embedded.json?["policy"]?.string?.hasPrefix("sha256:") == true)
        #expect(embedded.json?["exchanges"]?.array?.contains("ambtsberichten") == true)
    }

    @Test("Tells all faults at once, each with file, line and column, and exits 78")
    func faults() throws {
        let file = "exchanges/ambtsberichten.yaml"
        let line = try PolicyFolders.line(of: "mailbox: om/lovj", in: file)
        let folder = try self.folders.folder(file, "mailbox: om/lovj", "mailbox: om/lvj")
        try self.folders.write(Array("levls: []\n".utf8), to: "\(folder)/extra.yaml")
        let outcome = try Binary.run(["policy", "check", "--policies", folder])
        let text = String(decoding: outcome.errors, as: UTF8.self)
        #expect(outcome.status == 78)
        #expect(outcome.output.isEmpty)
        let what = "“om/lvj” is no mailbox of organisations.yaml; did you mean om/lovj?"
        #expect(text.contains("\(folder)/\(file):\(line):18: \(what)"), "\(text)")
        #expect(text.contains("\(folder)/extra.yaml:1:1: this is no file of a policy"), "\(text)")
        let json = try Binary.run(["policy", "check", "--json", "--policies", folder])
        #expect(json.status == 78)
        #expect(json.json?["code"] == "configuration.invalid")
        #expect(json.json?["errors"]?.array?.count == 2)
    }

    @Test("A folder that is not there, and a file that is too large, are faults of the configuration")
    func unreadable() throws {
        #expect(try Binary.run(["policy", "check", "--policies", "/nowhere"]).status == 78)
        let folder = try self.folders.folder()
        let large = "\(folder)/exchanges/large.yaml"
        try self.folders.write([UInt8](repeating: 0x23, count: 10_000_000), to: large)
        let outcome = try Binary.run(["policy", "check", "--policies", folder])
        #expect(outcome.status == 78)
        #expect(String(decoding: outcome.errors, as: UTF8.self).contains("\(large):1:1"))
    }

    @Test("A purpose that serves nobody is remarked on, and is no fault")
    func remark() throws {
        let file = "exchanges/informatieportaal.yaml"
        let rule = "{ purpose: nergens-voor, bases: [avg-art6-1e], kinds: [vraag], from: [editor], to: [outside] }"
        let line = try PolicyFolders.line(of: "purposes:", in: file) + 1
        let folder = try self.folders.folder(file, "purposes:", "purposes:\n  - \(rule)")
        let outcome = try Binary.run(["policy", "check", "--policies", folder])
        let text = String(decoding: outcome.errors, as: UTF8.self)
        #expect(outcome.status == 0)
        #expect(text.contains("\(folder)/\(file):\(line):1: remark: this purpose serves nobody"), "\(text)")
    }

    @Test("Runs the table tests; a row that is decided otherwise is told with file and line, and exits 78")
    func tables() throws {
        let good = try Binary.run(["policy", "test", "--json"])
        #expect(good.status == 0)
        #expect(good.json?["failed"] == 0)
        #expect(good.json?["failures"] == [])
        let folder = try self.folders.folder(
            "exchanges/ambtsberichten.yaml",
            "- { to: [om/lovj], level: departementaal-vertrouwelijk }",
            "- { to: [om/lovj], level: stg-confidentieel }"
        )
        let text = try Binary.run(["policy", "test", "--policies", folder, "--exchange", "ambtsberichten"])
        #expect(text.status == 78)
        let lines = String(decoding: text.output, as: UTF8.self).split(separator: "\n")
        #expect(
            lines.contains { line in
                line.hasPrefix("\(folder)/tests/ambtsberichten.yaml:")
                    && line.hasSuffix("ambtsberichten 5: expected deny classification.above-ceiling, got allow")
            },
            "\(lines)"
        )
        #expect(lines.last?.hasSuffix("rows in 1 exchanges are decided as they say.") == true)
        #expect(try Binary.run(["policy", "test", "--exchange", "ambtsbrichten"]).status == 64)
    }

    @Test("Explains as JSON in exactly the published shape")
    func explain() throws {
        let allowed = try Binary.run(["policy", "explain", "--json"], input: PolicyFolders.question([:]))
        #expect(allowed.status == 0)
        #expect(allowed.json?["decision"] == "allow")
        #expect(allowed.json?["reasons"] == [])
        #expect(allowed.json?["rules"]?.array?.isEmpty == false)
        #expect(allowed.json?["wouldAllow"] == [])
        let changes: [String: JSONValue] = ["classification": "stg-confidentieel"]
        let denied = try Binary.run(["policy", "explain", "--json"], input: PolicyFolders.question(changes))
        #expect(denied.status == 0)
        #expect(denied.json?.members?.map(\.key) == ["decision", "reasons", "rules", "wouldAllow"])
        #expect(denied.json?["decision"] == "deny")
        #expect(denied.json?["reasons"] == ["classification.above-ceiling"])
        let change: JSONValue = [["path": "/classification", "value": "departementaal-vertrouwelijk"]]
        #expect(denied.json?["wouldAllow"]?.array?.first == change)
    }

    @Test("Explains in words that hold the reason, the rule as it is written, and the change")
    func words() throws {
        let changes: [String: JSONValue] = ["classification": "stg-confidentieel"]
        let outcome = try Binary.run(["policy", "explain"], input: PolicyFolders.question(changes))
        let text = String(decoding: outcome.output, as: UTF8.self)
        for part in [
            "REFUSED: send, classification.above-ceiling", "aivd/ct to om/lovj",
            "- { to: [om/lovj], level: departementaal-vertrouwelijk }",
            "1. /classification is departementaal-vertrouwelijk", "Policy sha256:",
        ] { #expect(text.contains(part), "\(part)\n\(text)") }
    }

    @Test("A ceiling of the installation counts")
    func ceiling() throws {
        let arguments = ["policy", "explain", "--json", "--ceiling", "ongerubriceerd"]
        let outcome = try Binary.run(arguments, input: PolicyFolders.question([:]))
        #expect(outcome.json?["reasons"] == ["classification.above-ceiling"])
    }

    @Test(
        "A question that is none is a wrong command line",
        arguments: ["", "{", "[]", "{\"header\": 1}", "{\"header\": {}, \"action\": \"sent\"}"]
    )
    func noQuestion(_ text: String) throws {
        let outcome = try Binary.run(["policy", "explain", "--json"], input: Array(text.utf8))
        #expect(outcome.status == 64)
        #expect(outcome.json?["code"] == "request.parameter")
    }

    @Test("What takes no part is said: unknown facts, facts that cannot be read, and the moment that was taken")
    func remarks() throws {
        let facts: JSONValue = ["askr": "om/lovj", "told": "everyone"]
        let outcome = try Binary.run(["policy", "explain", "--json"], input: PolicyFolders.question([:], facts: facts))
        let text = String(decoding: outcome.errors, as: UTF8.self)
        #expect(outcome.status == 0)
        #expect(text.contains("facts has an unknown key askr; did you mean asker?"))
        #expect(text.contains("facts.told cannot be read"))
        #expect(text.contains("facts.asOf is not given"))
    }
}
