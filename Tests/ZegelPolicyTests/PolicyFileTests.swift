// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Policy files")
struct PolicyFileTests {
    /// A shipped file with one thing changed, and the fault that must be told for it.
    struct Bad: Sendable, CustomTestStringConvertible {
        let file: String
        /// What is replaced; it stands once in the file.
        let old: String
        let new: String
        /// How many lines below the change the fault stands.
        let lines: Int
        let message: String

        init(_ file: String, _ old: String, _ new: String, lines: Int = 0, _ message: String) {
            self.file = file
            self.old = old
            self.new = new
            self.lines = lines
            self.message = message
        }

        var testDescription: String { "\(self.file): \(self.message)" }
    }

    private static let organisations = "organisations.yaml"
    private static let classifications = "classifications.yaml"
    private static let reports = "exchanges/ambtsberichten.yaml"
    private static let intelligence = "exchanges/inlichtingenberichten.yaml"

    static let corpus: [Bad] = [
        Bad(organisations, "  - oin: 00000099000000002000", "  - oin: 0000009900000000200", "oin must be 20 digits"),
        Bad(
            organisations,
            "  - oin: 00000099000000002000",
            "  - oin: 00000099000000001000",
            "the OIN 00000099000000001000 stands twice; it stands first at line 7"
        ),
        Bad(organisations, "short: mivd\n", "short: aivd\n", lines: -1, "the short name aivd stands twice"),
        Bad(organisations, "kind: prosecution", "kind: prosecutor", "kind must be one of service, police"),
        Bad(organisations, "om/lovj: stg-geheim", "om/lovj: stg-geheimm", "did you mean stg-geheim?"),
        Bad(organisations, "om/lovj: stg-geheim", "on/lovj: stg-geheim", "a mailbox of om is named om/ and a function"),
        Bad(
            organisations,
            "scopes: [messages.*, log.read, policy.read]",
            "scopes: [messages.*, log.raed]",
            "“log.raed” is no scope; did you mean log.read?"
        ),
        Bad(
            organisations,
            "    kind: prosecution\n",
            "    kind: prosecution\n    validFrom: 2026-02-01\n    validUntil: 2026-01-01\n",
            lines: -3,
            "validUntil lies before validFrom"
        ),
        Bad(
            organisations,
            "    kind: prosecution\n",
            "    kind: prosecution\n    validFrom: 2026-02-30\n",
            lines: 1,
            "validFrom must be a day"
        ),
        Bad(
            organisations,
            "    kind: prosecution\n",
            "    knid: prosecution\n",
            "unknown key knid; did you mean kind?"
        ),
        Bad(
            classifications,
            "levels: [ongerubriceerd, departementaal-vertrouwelijk,",
            "levels: [departementaal-vertrouwelijk, ongerubriceerd,",
            "levels must be [ongerubriceerd,"
        ),
        Bad(
            classifications,
            "geen-bewijs: { effect: restricts }",
            "geen-bewijs: { effect: forbids }",
            "effect must be restricts or releases"
        ),
        Bad(
            classifications,
            "forward: consent",
            "forward: ask",
            "forward must be one of free, members, own-organisation, consent, never"
        ),
        Bad(
            reports,
            "exchange: ambtsberichten",
            "exchange: berichten",
            "the exchange berichten stands in exchanges/berichten.yaml"
        ),
        Bad(reports, "members:\n", "membrs:\n", "unknown key membrs; did you mean members?"),
        Bad(
            reports,
            "{ mailbox: om/lovj, basis: wiv2017-art66 }",
            "{ mailbox: om/lvj, basis: wiv2017-art66 }",
            "“om/lvj” is no mailbox of organisations.yaml; did you mean om/lovj?"
        ),
        Bad(
            reports,
            "{ mailbox: om/lovj, basis: wiv2017-art66 }",
            "{ mailbox: om/lovj, basis: wiv2017-art67 }",
            "“wiv2017-art67” is no basis of this exchange; did you mean wiv2017-art62?"
        ),
        Bad(
            reports,
            "{ mailbox: om/lovj, basis: wiv2017-art66 }",
            "{ mailbox: om/lovj, until: 2026-13-01 }",
            "until must be a day"
        ),
        Bad(
            reports,
            "    - { mailbox: om/parket }",
            "    - { mailbox: om/parket }\n    - { mailbox: om/parket }",
            lines: 1,
            "om/parket stands twice in the role by-forward-only at the same time"
        ),
        Bad(
            reports,
            "auditors: [ctivd/onderzoek]",
            "auditors: ctivd/onderzoek",
            "auditors must be a list of mailboxes"
        ),
        Bad(reports, "signingAge: 24 hours", "signingAge: 24h", "signingAge must be a number of hours or days"),
        Bad(reports, "signingAge: 24 hours", "signingAge: 1 month", "signingAge must be a number of hours or days"),
        Bad(
            reports,
            "signingAge: 24 hours",
            "deliverWithin: 5 working days",
            "deliverWithin must be a number of hours or days"
        ),
        Bad(reports, "then: overbrengen", "then: bewaren", "then must be vernietigen or overbrengen"),
        Bad(
            reports,
            "      - { from: [receiver], to: [provider], addressees: 1 }",
            "      - { from: [reciever], to: [provider], addressees: 1 }",
            "“reciever” is neither a role of this exchange nor a mailbox of organisations.yaml; did you mean receiver?"
        ),
        Bad(
            reports,
            "      - { from: [receiver], to: [provider], addressees: 1 }",
            "      - { from: [receiver] }",
            "a permit has from and to"
        ),
        Bad(
            reports,
            "      - { from: [receiver], to: [provider], addressees: 1 }",
            "      - { from: [receiver], to: [provider], addressees: all }",
            "addressees must be a number from 1 to 200"
        ),
        Bad(
            reports,
            "{ follows: [ambtsbericht] }\n",
            "{ follows: [ambtsberichten] }\n",
            "“ambtsberichten” is no kind of this exchange; did you mean ambtsbericht?"
        ),
        Bad(
            reports,
            "{ follows: [ambtsbericht] }\n",
            "{ follows: [ambtsbericht], answers: [verzoek] }\n",
            "say with one of answers, follows, received, sent, known which kinds are cited"
        ),
        Bad(reports, "    cites:\n", "    release: 2\n    cites:\n", "the key release stands twice"),
        Bad(
            reports,
            "  - { to: [any], level: stg-confidentieel }",
            "  - { to: [any], level: geheim }",
            "level must be a level of classifications.yaml"
        ),
        Bad(
            reports,
            "bases: [wiv2017-art62], to: [gemeente-den-haag/casus] }",
            "bases: [wiv2017-art62], to: [] }",
            "to must be a list of roles and mailboxes"
        ),
        Bad(
            reports,
            "      purpose: same\n",
            "      purpose: equal\n",
            "purpose must be same, any, or a list of purposes"
        ),
        Bad(reports, "      consent: not-needed", "      consent: never", "consent must be needed or not-needed"),
        Bad(
            reports,
            "  # More on an earlier report",
            "  brief: {}\n  # More on an earlier report",
            "brief has no permits: nobody could ever send it"
        ),
        Bad(reports, "    release: 2\n    cites", "    release: 3\n    cites", "release must be 1 or 2"),
        Bad(
            intelligence,
            "required: [originator-control, geen-bewijs]",
            "required: [originator-controle]",
            "“originator-controle” is no marking of classifications.yaml; did you mean originator-control?"
        ),
        Bad(
            intelligence,
            "reviewBy: { required: [any], within: 1 year }",
            "reviewBy: { required: [any], within: a year }",
            "within must be a time as 6 months"
        ),
        Bad(
            intelligence,
            "reviewBy: { required: [any], within: 1 year }",
            "reviewBy: { required: [any], forbidden: [any] }",
            "a field is either required or forbidden"
        ),
        Bad(
            intelligence,
            "reviewBy: { required: [any], within: 1 year }",
            "reviewOn: { required: [any] }",
            "no rule can be about the field reviewOn; did you mean reviewBy?"
        ),
        Bad(
            intelligence,
            "    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }",
            "    - { from: [any] }",
            "a barrier has at least one of to, kinds, purposes and when"
        ),
        Bad(
            intelligence,
            "    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }",
            "    - { to: [kind:banks] }",
            "“kind:banks” is neither a role of this exchange nor a mailbox of organisations.yaml; did you mean kind:bank?"
        ),
        Bad(
            intelligence,
            "{ purpose: informeren-over-dreiging, bases: [avg-art6-1e], from: [receiver] }",
            "{ purpose: informeren-over-dreiging, from: [receiver] }",
            "bases is missing: a list of legal bases"
        ),
    ]

    @Test("Refuses a policy that does not hold together, with the line", arguments: corpus)
    func refuses(_ bad: Bad) throws {
        let text = try TestPolicy.text(bad.file)
        let range = try #require(text.range(of: bad.old))
        let line = text[..<range.lowerBound].count { $0 == "\n" } + 1 + bad.lines
        let source = try TestPolicy.source(bad.file, text.replacingCharacters(in: range, with: bad.new))
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(source) }
        let faults = try #require(error).faults.filter { $0.file == bad.file }
        #expect(faults.contains { $0.message.contains(bad.message) }, "\(faults)")
        #expect(faults.first { $0.message.contains(bad.message) }?.line == line, "\(faults)")
    }

    struct Detail: Sendable {
        let text: String
        let message: String
    }

    @Test(
        "Refuses details that no header could have",
        arguments: [
            Detail(text: "{ type: number }", message: "type must be one of integer, date"),
            Detail(text: "{}", message: "type is missing"),
            Detail(text: "date", message: "keys and values are expected"),
            Detail(text: "{ type: integer, minimum: 5, maximum: 4 }", message: "minimum is above maximum"),
            Detail(text: "{ type: choice }", message: "of is missing"),
            Detail(text: "{ type: group }", message: "fields is missing"),
            Detail(text: "{ type: date, latest: tomorrow }", message: "latest must be today"),
            Detail(text: "{ type: text, otherwise: because }", message: "otherwise must be a reason"),
            Detail(text: "{ type: text, required: yes }", message: "required must be a list"),
        ]
    )
    func details(_ detail: Detail) throws {
        let text = try TestPolicy.text(Self.reports)
        let range = try #require(text.range(of: "{ type: date, latest: today, required: [om/lovj] }"))
        let source = try TestPolicy.source(Self.reports, text.replacingCharacters(in: range, with: detail.text))
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(source) }
        let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
        #expect(try #require(error).faults.contains { $0.line == line && $0.message.hasPrefix(detail.message) })
    }

    @Test("Tells the faults of all files at once")
    func everything() throws {
        let error = #expect(throws: YAMLFaults.self) {
            try PolicySet(
                PolicySource(files: [
                    ("organisations.yaml", Array("organisations: []\n".utf8)),
                    ("exchanges/x.yaml", Array("exchange: x\n".utf8)), ("organisation.yaml", []),
                ])
            )
        }
        #expect(
            try #require(error).faults.map(\.description) == [
                "organisations.yaml:1:1: organisations is missing: a list of partners",
                "classifications.yaml:1:1: the file is missing",
                "exchanges/x.yaml:1:1: kinds is missing: what passes through the exchange",
                "exchanges/x.yaml:1:1: members is missing: mailboxes in roles",
                "organisation.yaml:1:1: this is no file of a policy; did you mean organisations.yaml?",
            ]
        )
    }

    @Test("Holds every organisation and mailbox of the practice, with test numbers and the granted scopes")
    func organisations() throws {
        let directory = try TestPolicy.engine().policy.organisations
        #expect(directory.organisations.count == 54)
        #expect(directory.organisations.flatMap(\.mailboxes).count == 92)
        let all = Set(Scope.Name.allCases.filter(\.isNarrowable)).union([.readLog])
        for organisation in directory.organisations {
            #expect(organisation.oin.isTest)
            var granted = all
            if ["ctivd", "ap"].contains(organisation.short) { granted.insert(.audit) }
            if organisation.short == "nctv" { granted.insert(.readPolicy) }
            #expect(organisation.scopes == granted, "\(organisation.short)")
        }
        let lovj = try #require(MailboxName("om/lovj"))
        #expect(directory.owner(of: lovj)?.oin.description == "00000099000000002000")
        #expect(directory.clearance(of: lovj) == .stgGeheim)
    }

    @Test("The digest is that of sha256sum and sort over the files")
    func digest() {
        let files: [(path: String, bytes: [UInt8])] = [("b", [2]), ("a", [1]), ("tests/c", [3])]
        let lines = files.map { "\(ContentDigest(of: $0.bytes))  \($0.path)\n" }.sorted()
        #expect(PolicySource(files: files).digest == ContentDigest(of: lines.joined().utf8))
        #expect(PolicySource(files: files.reversed()).digest == PolicySource(files: files).digest)
    }

    @Test("Reads a folder without what editors leave, and refuses links and large files")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("policy-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let exchanges = folder.appendingPathComponent("exchanges")
        try FileManager.default.createDirectory(at: exchanges, withIntermediateDirectories: true)
        for name in [
            "organisations.yaml", ".hidden.yaml", "organisations.yaml~", "exchanges/x.yaml", "exchanges/.x.swp",
        ] {
            try Data("a: 1\n".utf8).write(to: folder.appendingPathComponent(name))
        }
        #expect(
            try PolicySource.read(folder: folder.path).files.map(\.path) == ["exchanges/x.yaml", "organisations.yaml"]
        )
        let large = folder.appendingPathComponent("exchanges/large.yaml")
        try Data(count: 10_000_000).write(to: large)
        #expect(throws: Problem.self) { try PolicySource.read(folder: folder.path) }
        try FileManager.default.removeItem(at: large)
        try FileManager.default.createSymbolicLink(
            at: large,
            withDestinationURL: folder.appendingPathComponent("organisations.yaml")
        )
        #expect(throws: Problem.self) { try PolicySource.read(folder: folder.path) }
        #expect(throws: Problem.self) { try PolicySource.read(folder: folder.path + "/absent") }
    }
}
