// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

/// A small policy that says everything that the language can say, each key at least once.
enum CompletePolicy {
    /// A kind of file: its name in the schema, its path, and an example.
    struct File: Sendable, CustomTestStringConvertible {
        let definition: String
        let path: String
        let text: String

        var testDescription: String { self.definition }

        func json() throws -> JSONValue { JSONValue(try StrictYAML.parse(Array(self.text.utf8), file: self.path)) }
    }

    static let files = [
        organisations, classifications, exchange, File(definition: "invariants", path: "invariants.yaml", text: claims),
        tests, File(definition: "cases", path: Self.casesPath, text: cases),
    ]
    static let casesPath = "proef.yaml"

    private static let policy = Result { try PolicySet(Self.source(Array(Self.files.prefix(3)))) }

    private static func source(_ chosen: [File], _ changed: [String: [UInt8]] = [:]) -> PolicySource {
        PolicySource(files: chosen.map { ($0.path, changed[$0.path] ?? Array($0.text.utf8)) })
    }

    /// All that `zegel policy check` finds where some files are others, or are there besides.
    static func check(_ changed: [String: [UInt8]]) -> [YAMLFault] {
        let files = Self.files.filter { $0.path != Self.casesPath }
        let more = changed.filter { path, _ in !files.contains { $0.path == path } }.map { ($0.key, $0.value) }
        do throws(YAMLFaults) {
            _ = try CheckedPolicy(PolicySource(files: Self.source(files, changed).files + more))
            return []
        } catch {
            return error.faults
        }
    }

    /// What is wrong where one file is another text.
    static func faults(_ file: File, _ text: [UInt8]) -> [YAMLFault] {
        do {
            let changed = Self.source([file], [file.path: text])
            switch file.definition {
            case "invariants": _ = try Invariant.all(of: changed, for: try Self.policy.get())
            case "tests": _ = try PolicyTable.tables(of: changed, for: try Self.policy.get())
            case "cases": _ = try CaseBook(changed, for: try Self.policy.get())
            default: _ = try PolicySet(Self.source(Array(Self.files.prefix(3)), [file.path: text]))
            }
            return []
        } catch {
            return (error as? YAMLFaults)?.faults ?? [.init(file: file.path, line: 1, message: "\(error)")]
        }
    }

    private static let organisations = File(
        definition: "organisations",
        path: "organisations.yaml",
        text: """
            organisations:
              - oin: 00000099000000001000
                short: aivd
                name: Een dienst
                kind: service
                region: nl
                mailboxes: { aivd/ct: stg-geheim, aivd/liaison: stg-geheim }
                scopes: [messages.*, log.read]
                releasers: [0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef]
                validFrom: 2026-01-01
                validUntil: 2030-12-31
              - { oin: 00000099000000002000, short: om, name: OM, kind: prosecution, region: nl, mailboxes: { om/lovj: stg-geheim } }
              - { oin: 00000099000000021000, short: bank-a, name: A, kind: bank, region: eu, mailboxes: { bank-a/tf: ongerubriceerd } }
            servers:
              - oin: 00000099000000099002
                url: https://zegel.om.example:8443
                log: zegel.om.example/2026+fcca0638+ASTnHVvn35hAJ6QPBykkFLsJdepKNNv4Ybn04HnrycNY
                serves: [om]
                relays: [aivd]
            """
    )

    private static let classifications = File(
        definition: "classifications",
        path: "classifications.yaml",
        text: """
            levels: [ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim, stg-zeer-geheim]
            markings:
              streng: { effect: restricts, forward: never, implies: [bewijs], notFor: [toets] }
              bewijs: { effect: restricts }
            codes:
              tlp:
                RED: { forward: never }
                GREEN: { forward: free, consentFor: [toets] }
            """
    )

    private static let tests = File(
        definition: "tests",
        path: "tests/proef.yaml",
        text: """
            exchange: proef
            asOf: 2026-11-20T12:00:00Z
            defaults:
              antwoord: { details.soort: a, details.velden: { naam: x }, details.delen: [x] }
            rows:
              - row: 1
                why: an example
                from: aivd/ct
                to: [om/lovj]
                kind: antwoord
                exchange: proef
                purpose: proef
                basis: wpg-art16
                class: DV
                outcome: deny field.value
                set: { documents: 1 }
                unset: [details.soort]
                release: 1
                action: send
                asker: om/lovj
                asOf: 2026-11-20T13:00:00Z
                case: { id: A, without: [om/lovj], with: [bank-a/tf], until: { bank-a/tf: 2027-01-01 }, opened: 2026-01-01,
                        closed: 2027-01-01, measuresBy: [om/lovj] }
                cites: { kind: vraag, from: om/lovj, to: [aivd/ct], set: { purpose: proef }, date: 2026-11-01, omit: date, withdrawn: "yes" }
                list: { name: l, last: 2, subscribers: [om/lovj] }
                told: [om/lovj]
                queriesToday: 3
                mends: [details.soort]
                keep: { om/lovj: 5 years vernietigen from closing }
              - { row: 2, from: om/lovj, to: [bank-a/tf], kind: forward, purpose: proef, basis: wpg-art16, class: DV, outcome: allow,
                  original: { kind: antwoord, purpose: proef, class: DV, from: aivd/ct, to: [om/lovj], set: { documents: 1 },
                              markings: [bewijs], case: A, consents: [{ mailbox: bank-a/tf, purpose: proef }],
                              forwardedTo: [bank-a/tf], withdrawn: "yes" } }
              - { row: 3, kind: vraag, purpose: proef, basis: avg, class: O, outcome: allow, case: none, cites: nothing }
              - { row: 4, kind: antwoord, purpose: proef, basis: avg, class: O, outcome: allow, cites: [{ kind: vraag }] }
            """
    )

    private static let claims = """
        invariants:
          - invariant: een
            why: an example
            kinds: [proef, proef/antwoord]
            passages: [message]
            when: { someTo: [kind:bank], originator: [aivd/ct], consent: given, told: all, cleared: "true", answers: [proef/vraag] }
            unless: { all: [{ from: [aivd/ct] }, { any: [{ everyTo: [region:eu] }] }], not: { purpose: proef } }
            never: { release: { atLeast: 2 }, kind: vraag, classification: [stg-geheim], markings: { has: bewijs }, documents: 1,
                     subject: { present: true }, date: { latest: today }, details.soort: a, asOf: { earliest: 10-01 } }
          - { invariant: twee, why: an example, always: { original.purpose: proef, consent: absent } }
          - { invariant: drie, why: an example, apart: [proef, toets] }
        """

    private static let cases = """
        exchange: proef
        cases:
          - case: A
            chair: aivd/ct
            opened: 2026-01-01
            closed: 2026-12-31
            members: [{ mailbox: om/lovj, basis: wpg-art16, from: 2026-01-01, until: 2026-06-30 }]
            measuresBy: [om/lovj]
        """
}
