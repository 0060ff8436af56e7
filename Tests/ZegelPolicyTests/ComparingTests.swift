// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Matrix and differences")
struct ComparingTests {
    /// An engine of the small policy with some text of its file replaced.
    private static func engine(
        _ policy: SmallPolicy = SmallPolicy(),
        _ old: String = "",
        _ new: String = ""
    ) throws -> PolicyEngine {
        let source = try policy.source()
        let files = try source.files.map { file -> (path: String, bytes: [UInt8]) in
            guard file.path == "exchanges/proef.yaml", !old.isEmpty else { return file }
            let text = String(decoding: file.bytes, as: UTF8.self)
            try #require(text.contains(old))
            return (file.path, Array(text.replacing(old, with: new).utf8))
        }
        let kept = files.filter { $0.path != "invariants.yaml" }
        return PolicyEngine(policy: try PolicySet(PolicySource(files: kept)), ceiling: .stgZeerGeheim)
    }

    private static func differences(_ old: PolicyEngine, _ new: PolicyEngine) async -> [String] {
        let comparison = await PolicyComparison(old, new, unchanged: [], asOf: TestPolicy.asOf)
        return comparison.differences.filter { $0.kind == "antwoord" || $0.kind.isEmpty }.map { difference in
            let sign = difference.isAllowedNow ? "+" : "-"
            let purpose = difference.action == .forward ? "\(difference.purpose): " : ""
            let days = difference.days.isEmpty ? "" : " on \(difference.days)"
            return "\(sign) \(difference.action.rawValue) \(difference.from) \(difference.to) "
                + "\(purpose)\(difference.what)\(days)"
        }
    }

    @Test("A matrix holds every pair that can exchange a kind, with its level, and no other")
    func matrix() async throws {
        let matrix = await PolicyMatrix.make(try Self.engine(), exchanges: [], asOf: TestPolicy.asOf)
        let rows = matrix.rows.filter { $0.kind == "antwoord" }
        #expect(
            rows.map { "\($0.from) \($0.to) \($0.level.rawValue) \($0.persons) \($0.bases) \($0.asks)" } == [
                "aivd/ct ind/nv stg-confidentieel 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
                "aivd/ct land-y/politie departementaal-vertrouwelijk 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
                "aivd/ct om/lovj stg-geheim 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
                "mivd/ct ind/nv stg-confidentieel 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
                "mivd/ct land-y/politie departementaal-vertrouwelijk 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
                "mivd/ct om/lovj stg-geheim 1 [\"avg-art6-1e\", \"wpg-art16\"] []",
            ]
        )
    }

    @Test("A matrix says what no message goes without, how many sign, and what is passed on with whose consent")
    func asks() async throws {
        let policy = SmallPolicy(
            kind: """
                    release: 2
                    case: required
                    markings: { required: [geen-bewijs] }
                    fields: { reviewBy: { required: [any], within: 1 year } }
                    cites: [{ answers: [vraag] }]
                """,
            exchange: """
                onward:
                  permits:
                    - { from: [om/lovj], to: [ind/nv], purpose: same, consent: not-needed }
                    - { from: [om/lovj], to: [bz/ct], kinds: [antwoord], purpose: any, bases: [wpg-art16], consent: needed }
                """
        )
        let matrix = await PolicyMatrix.make(try Self.engine(policy), exchanges: ["proef"], asOf: TestPolicy.asOf)
        let sent = try #require(matrix.rows.first { $0.kind == "antwoord" && !$0.isForward })
        #expect(sent.asks == ["case", "geen-bewijs", "inReplyTo", "reviewBy"])
        #expect(sent.persons == 2)
        let onward = matrix.rows.filter { $0.isForward && $0.kind == "antwoord" }
        #expect(
            Set(onward.map { "\($0.from) \($0.to) \($0.purpose) \($0.bases) \($0.asks)" }) == [
                "om/lovj ind/nv proef [\"any\"] []", "om/lovj bz/ct any [\"wpg-art16\"] [\"consent\"]",
            ]
        )
    }

    @Test("The same rules, in whatever order they are written, make no difference")
    func same() async throws {
        let old = "    - { mailbox: aivd/ct }\n    - { mailbox: mivd/ct }\n"
        let other = try Self.engine(SmallPolicy(), old, "    - { mailbox: mivd/ct }\n    - { mailbox: aivd/ct }\n")
        #expect(await Self.differences(try Self.engine(), other) == [])
    }

    /// A policy in which om/lovj may pass on.
    private static func forwarding(_ how: String, to: String = "[bz/ct]") -> SmallPolicy {
        SmallPolicy(
            exchange: "onward:\n  permits:\n    - { from: [om/lovj], to: \(to), consent: not-needed, \(how) }\n"
        )
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let found: [String]
        var policy = SmallPolicy()

        var testDescription: String { "\(self.old) → \(self.new)" }
    }

    @Test(
        "Names every decision that a change flips, and nothing else",
        arguments: [
            Change(
                old: "level: stg-geheim",
                new: "level: stg-confidentieel",
                found: ["- send [aivd/ct, mivd/ct] [om/lovj] classification stg-geheim"]
            ),
            Change(
                old: "- { from: [provider], to: [receiver] }",
                new: "- { from: [aivd/ct], to: [receiver], addressees: 1 }",
                found: [
                    "- send [aivd/ct] [ind/nv, om/lovj] to both together",
                    "- send [mivd/ct] [ind/nv] ", "- send [mivd/ct] [om/lovj] ",
                ]
            ),
            Change(
                old: "bases: [wpg-art16, avg-art6-1e] }",
                new: "bases: [wpg-art16] }",
                found: ["- send [aivd/ct, mivd/ct] [om/lovj] legalBasis avg-art6-1e"]
            ),
            Change(
                old: "    aantal: { type: integer }",
                new: "    aantal: { type: integer, maximum: 4 }",
                found: ["- send [aivd/ct, mivd/ct] [om/lovj] details.aantal 5"]
            ),
            Change(
                old: "kinds:\n",
                new: "auditors: [ap/toezicht]\nkinds:\n",
                found: ["+ audit [ap/toezicht] [] "]
            ),
            Change(
                old: "ceilings:\n",
                new:
                    "onward:\n  permits:\n    - { from: [om/lovj], to: [bz/ct], purpose: same, consent: needed }\nceilings:\n",
                found: [
                    "+ forward [om/lovj] [bz/ct] proef: any other basis; with consent; "
                        + "ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim"
                ]
            ),
            Change(
                old: "- { mailbox: om/lovj }",
                new: "- { mailbox: om/lovj, until: 2027-06-30 }",
                found: ["- send [aivd/ct, mivd/ct] [om/lovj]  on [2027-07-01]"]
            ),
            Change(
                old: "[plan, toets]",
                new: "[plan, toets, zaak]",
                found: [
                    "+ forward [om/lovj] [bz/ct] zaak: any other basis; with consent, without consent; "
                        + "ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim"
                ],
                policy: Self.forwarding("purpose: [plan, toets]")
            ),
            Change(
                old: "soort: a }",
                new: "soort: b }",
                found: [
                    "+ forward [om/lovj] [bz/ct] proef: details.soort b; any other basis; with consent, without consent; "
                        + "ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim",
                    "- forward [om/lovj] [bz/ct] proef: details.soort a; any other basis; with consent, without consent; "
                        + "ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim",
                ],
                policy: Self.forwarding("purpose: same, when: { original.details.soort: a }")
            ),
            Change(
                old: "addressees: 1 }",
                new: "addressees: 2 }",
                found: [
                    "+ forward [om/lovj] [bz/consulair, bz/ct] proef: to both together; any other basis; "
                        + "with consent, without consent; ongerubriceerd, departementaal-vertrouwelijk"
                ],
                policy: Self.forwarding("purpose: same, when: { addressees: 1 }", to: "[bz/ct, bz/consulair]")
            ),
        ]
    )
    func flips(_ change: Change) async throws {
        let old = try Self.engine(change.policy)
        let new = try Self.engine(change.policy, change.old, change.new)
        let found = await Self.differences(old, new)
        for line in change.found { #expect(found.contains(line), "\(line)\n\(found.joined(separator: "\n"))") }
        // And back.
        let back = await Self.differences(new, old)
        #expect(back.count == found.count)
        #expect(
            back.allSatisfy { line in
                line.hasPrefix("+") != found.contains { $0.dropFirst() == line.dropFirst() && $0.hasPrefix("+") }
            }
        )
    }
}
