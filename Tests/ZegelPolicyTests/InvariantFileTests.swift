// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The file of the invariants")
struct InvariantFileTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        /// Lines of one invariant.
        let lines: String
        /// How the fault begins, without file and column.
        let fault: String

        init(_ lines: String, _ fault: String) {
            self.lines = lines
            self.fault = fault
        }

        var testDescription: String { self.fault }
    }

    private static let never = "    never: { purpose: [proef] }\n"

    @Test(
        "Refuses what says nothing, or names what is not there, with the line",
        arguments: [
            Bad("", "2: an invariant says one thing: never, always, or apart"),
            Bad(never + "    always: { subject: { present: true } }\n", "2: an invariant says one thing"),
            Bad(never + "    kinds: [prof]\n", "5: “prof” is no exchange of this policy; did you mean proef?"),
            Bad(never + "    kinds: [proef/vrag]\n", "5: “vrag” is no kind of proef; did you mean vraag?"),
            Bad(never + "    kinds: []\n", "5: kinds must be a list of exchanges and kinds"),
            Bad(never + "    kinds: proef\n", "5: kinds must be a list of exchanges and kinds"),
            Bad(never + "    passages: [mesage]\n", "5: passages: “mesage” is not message or forward"),
            Bad(never + "    wen: { purpose: proef }\n", "5: unknown key wen; did you mean when?"),
            Bad(
                "    never: { purpose: [prof] }\n",
                "4: “prof” is nothing that purpose could hold; did you mean proef?"
            ),
            Bad("    never: { someTo: [om/lvj] }\n", "4: “om/lvj” is neither a role of this exchange nor a mailbox"),
            Bad("    never: { details.sort: a }\n", "4: sort is not declared in details; did you mean soort?"),
            Bad("    never: { cites: [vraag] }\n", "4: an invariant is not about cites"),
            Bad("    never: {}\n", "4: a claim says what is looked at"),
            Bad("    never: { any: [] }\n", "4: all and any have a list of claims"),
            Bad("    never: { consent: gven }\n", "4: consent must be absent or given; did you mean given?"),
            Bad("    always: { told: all }\n", "2: answers, told and release are known of messages only"),
            Bad("    always: { answers: [vrag] }\n    passages: [message]\n", "4: “vrag” is no kind"),
            Bad("    apart: [proef]\n", "2: two purposes are apart"),
            Bad("    apart: [proef, vertrk]\n", "4: “vertrk” is no purpose of any exchange"),
            Bad(
                never + "  - invariant: een\n    why: twee\n" + never,
                "5: the invariant een stands twice; it stands first at line 2"
            ),
        ]
    )
    func refuses(_ bad: Bad) throws {
        let text = "invariants:\n  - invariant: een\n    why: waarom\n" + bad.lines
        let faults = try Self.faults(text)
        #expect(faults.contains { $0.hasPrefix(bad.fault) }, "\(faults)")
    }

    @Test("Refuses an invariant without a name or a reason, and a file without invariants")
    func missing() throws {
        #expect(try Self.faults("invariants:\n  - never: { purpose: proef }\n").count == 2)
        let faults = try Self.faults("invariant: []\n")
        #expect(faults.contains("1: invariants is missing: a list of what must never be allowed"))
    }

    @Test("A policy without the file has no invariants")
    func none() throws {
        let files = try SmallPolicy().source().files.filter { $0.path != "invariants.yaml" }
        let policy = try PolicySet(PolicySource(files: files))
        #expect(try Invariant.all(of: PolicySource(files: files), for: policy).isEmpty)
    }

    private static func faults(_ text: String) throws -> [String] {
        var files = try SmallPolicy().source().files.filter { $0.path != "invariants.yaml" }
        files.append(("invariants.yaml", Array(text.utf8)))
        let source = PolicySource(files: files)
        let policy = try PolicySet(source)
        let error = #expect(throws: YAMLFaults.self) { try Invariant.all(of: source, for: policy) }
        return try #require(error).faults.map { "\($0.line): \($0.message)" }
    }
}
