// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

extension LeakTests {
    private typealias Example = OpenAPI.Example

    // MARK: - What there is in one of the worlds

    /// An organisation, an exchange without om and nctv, and cases at whose tables om does not sit.
    static func hide(in folder: URL, by _: TestAuthority) throws {
        let organisations = folder.appending(path: "policies/organisations.yaml")
        let more = """
              - oin: 00000099000000090000
                short: geheim
                name: Geheim
                kind: service
                region: nl
                mailboxes:
                  geheim/cel: stg-geheim
                scopes: [messages.*]

            """
        let text = try String(contentsOf: organisations, encoding: .utf8)
        try Data((text + more).utf8).write(to: organisations)
        let papers = try String(
            contentsOf: folder.appending(path: "policies/exchanges/kamerstukken.yaml"),
            encoding: .utf8
        )
        let exchange = papers.replacing("exchange: kamerstukken", with: "exchange: geheim-overleg")
            .replacing("nctv/beleid", with: "geheim/cel").replacing("bz/ct", with: "aivd/ct")
        try Data(exchange.utf8).write(to: folder.appending(path: "policies/exchanges/geheim-overleg.yaml"))
        try FileManager.default.createDirectory(
            at: folder.appending(path: "cases"),
            withIntermediateDirectories: true
        )
        let cases = """
            exchange: casusoverleg
            cases:
              - case: DH-18
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                members:
                  - { mailbox: politie/cter, basis: wpg-art20, from: 2026-05-01, until: 2026-12-31 }
              - case: DH-20
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                closed: 2026-10-01
                members:
                  - { mailbox: om/parket, basis: wjsg-art39f, from: 2026-12-01, until: 2026-12-31 }

            """
        try Data(cases.utf8).write(to: folder.appending(path: "cases/casusoverleg.yaml"))
    }

    /// Messages of aivd, and a decision in an exchange that ctivd does not audit.
    static func makeSecret(_ server: TrialServer) async throws -> Secret {
        let token = try await server.token(of: "aivd")
        func submit(_ changes: [String: JSONValue]) async throws -> (id: String, container: String) {
            let container = try OpenAPIReplayTests.container(Self.header(changes), server)
            let answer = try await server.call(
                "aivd",
                "POST",
                "/v1/messages",
                token: token,
                type: "application/vnd.etsi.asic-e+zip",
                body: container
            )
            try #require(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
            return (try #require(answer.json["id"]?.string), try #require(answer.json["container"]?.string))
        }
        let intelligence = try await submit(Self.intelligence("AIVD-1"))
        let pending = try await submit(["kenmerk": "AIVD-2"])
        let report = try await submit(["kenmerk": "AIVD-3"])
        let moment = try #require(Instant(Example.moment))
        let statement = Example.statement(.release).replacing("message", with: report.id)
            .replacing("container", with: report.container)
        let released = try await server.call(
            "aivd",
            "POST",
            "/v1/messages/\(report.id)/releases",
            token: token,
            type: "application/pkcs7-mime",
            body: try server.sign(statement.encoded, by: "aivd/release", attached: true, at: moment)
        )
        try #require(released.status == 201)
        return Secret(intelligence: intelligence.id, pending: pending.id, report: report.id)
    }

    /// What makes of the example an intelligence report of aivd/ct to nctv/analyse, which nobody has to release.
    static func intelligence(_ kenmerk: String) -> [String: JSONValue] {
        [
            "kenmerk": .string(kenmerk), "exchange": "inlichtingenberichten", "kind": "inlichtingenbericht",
            "purpose": "informeren-over-dreiging", "legalBasis": "wiv2017-art62",
            "classification": "stg-confidentieel", "to": .array([Self.nctv]),
            "markings": ["originator-control", "geen-bewijs"], "reviewBy": "2027-05-20",
            "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
        ]
    }

    private static let nctv: JSONValue = ["oin": "00000099000000011000", "mailbox": "nctv/analyse"]
    private static let om: JSONValue = ["oin": "00000099000000002000", "mailbox": "om/parket"]

    /// The header of the examples with other members.
    static func header(_ changes: [String: JSONValue]) -> JSONValue {
        var members = (Example.header.members ?? []).map { JSONValue.Member($0.key, changes[$0.key] ?? $0.value) }
        let place = members.firstIndex { $0.key == "nonce" } ?? 0
        let known = Set(members.map(\.key))
        for change in changes.sorted(by: { $0.key < $1.key }) where !known.contains(change.key) {
            members.insert(.init(change.key, change.value), at: place)
        }
        return .object(members)
    }

    // MARK: - What is asked

    private static func get(
        _ what: String,
        as asker: String = "om",
        _ status: Int = 404,
        _ path: @escaping @Sendable (Secret) -> String
    ) -> Row {
        Row(testDescription: what, asker: asker, method: "GET", path: path, status: status)
    }

    /// What om would be answered on a paper for a case, or on an answer.
    private static func check(_ what: String, _ changes: [String: JSONValue]) -> Row {
        let base: [String: JSONValue] = [
            "kenmerk": "OM-1", "exchange": "casusoverleg", "kind": "casusstuk", "from": Self.om,
            "to": [["oin": "00000099000000019000", "mailbox": "gemeente-den-haag/casus", "role": "action"]],
            "purpose": "persoonsgerichte-aanpak", "legalBasis": "wjsg-art39f", "details": ["subjects": 1],
        ]
        let header = Self.header(base.merging(changes) { _, new in new }).encoded
        return Row(
            testDescription: what,
            asker: "om",
            method: "POST",
            path: { _ in "/v1/messages/_check" },
            type: "application/json",
            body: { _ in header },
            status: 403
        )
    }

    /// What nctv is told that it would be answered.
    private static func evaluation(
        _ what: String,
        _ action: String,
        _ resource: @escaping @Sendable (Secret) -> JSONValue
    ) -> Row {
        Row(
            testDescription: what,
            asker: "nctv",
            method: "POST",
            path: { _ in "/access/v1/evaluation" },
            type: "application/json",
            body: { secret in
                let question: JSONValue = [
                    "subject": ["type": "organisation", "id": "00000099000000011000"],
                    "action": ["name": .string(action)], "resource": resource(secret),
                ]
                return question.encoded
            },
            random: ["id"],
            status: 200
        )
    }

    private static func sending(_ changes: [String: JSONValue]) -> JSONValue {
        let base: [String: JSONValue] = ["kenmerk": "NCTV-1", "from": Self.nctv]
        let header = Self.header(base.merging(changes) { _, new in new })
        return ["type": "message", "id": "NCTV-1", "properties": header]
    }

    private static func answering(_ kenmerk: String) -> JSONValue {
        [["kenmerk": .string(kenmerk), "date": "2026-11-20"]]
    }

    private static func post(_ what: String, _ call: String) -> Row {
        Row(
            testDescription: what,
            asker: "om",
            method: "POST",
            path: { "/v1/messages/\($0.intelligence)/\(call)" },
            type: "application/pkcs7-mime",
            body: { _ in [0x30, 0] },
            status: 404
        )
    }

    private static func claim(_ what: String, _ mailbox: String) -> Row {
        Row(
            testDescription: what,
            asker: "om",
            method: "POST",
            path: { _ in "/v1/mailboxes/\(mailbox)/claims" },
            type: "application/json",
            body: { _ in Example.claim.encoded },
            status: 404
        )
    }

    private static let stranger: JSONValue = [
        ["oin": "00000099000000090000", "mailbox": "geheim/cel", "role": "action"]
    ]

    static let rows: [Row] =
        [
            Self.get("the header of a message of others") { "/v1/messages/\($0.intelligence)" },
            Self.get("its container") { "/v1/messages/\($0.intelligence)/container" },
            Self.get("its dossier") { "/v1/messages/\($0.intelligence)/dossier" },
            Self.get("a message that waits for its release") { "/v1/messages/\($0.pending)" },
            Self.get("the dossier of what an auditor does not audit", as: "nctv") {
                "/v1/messages/\($0.report)/dossier"
            },
            Self.get("the listing of a mailbox of others") { _ in "/v1/mailboxes/nctv/analyse/messages" },
            Self.get("the listing of a mailbox of who is hidden") { _ in "/v1/mailboxes/geheim/cel/messages" },
            Self.get("the events of a mailbox of others") { _ in "/v1/mailboxes/nctv/analyse/events" },
            Self.get("the events of a mailbox of who is hidden") { _ in "/v1/mailboxes/geheim/cel/events" },
            Self.get("what is due in a mailbox of others") { _ in "/v1/mailboxes/nctv/analyse/due" },
            Self.get("what is due in a mailbox of who is hidden") { _ in "/v1/mailboxes/geheim/cel/due" },
            Self.get("the lists of a mailbox of others") { _ in "/v1/mailboxes/nctv/analyse/lists" },
            Self.get("the lists of a mailbox of who is hidden") { _ in "/v1/mailboxes/geheim/cel/lists" },
            Self.claim("a claim on a mailbox of others", "nctv/analyse"),
            Self.claim("a claim on a mailbox of who is hidden", "geheim/cel"),
            Self.get("a listing without what waits", 200) { _ in "/v1/mailboxes/om/parket/messages" },
            Self.get("the organisations", 200) { _ in "/v1/organisations" },
            Self.get("an organisation that is hidden") { _ in "/v1/organisations/geheim" },
            Self.post("an acknowledgement of a message of others", "acknowledgements"),
            Self.post("a refusal of it", "refusals"), Self.post("a release of it", "releases"),
            Self.check("a case at whose table it does not sit", ["case": "DH-18"]),
            Self.check("a closed case at whose table it does not sit yet", ["case": "DH-20"]),
            Self.check("an answer to a message of others", ["case": "DH-99", "inReplyTo": Self.answering("AIVD-1")]),
            Self.check("an answer to what waits", ["case": "DH-99", "inReplyTo": Self.answering("AIVD-2")]),
            Self.check("an exchange without it", ["exchange": "geheim-overleg", "kind": "kamerbrief"]),
            Self.check("an addressee that is hidden", ["case": "DH-99", "to": Self.stranger]),
        ]
        + [
            Self.evaluation("whether it might read a message of others", "read") {
                ["type": "message", "id": .string($0.report)]
            },
            Self.evaluation("whether it might pass on a message of others", "forward") { secret in
                let forward: JSONValue = [
                    "exchange": "ambtsberichten", "from": Self.nctv, "to": .array([Self.om]),
                    "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
                ]
                return ["type": "message", "id": .string(secret.report), "properties": forward]
            },
            Self.evaluation("whether it might audit one", "audit") { ["type": "message", "id": .string($0.report)] },
            Self.evaluation("whether it might list a mailbox of who is hidden", "list") { _ in
                ["type": "mailbox", "id": "geheim/cel"]
            },
            Self.evaluation("whether it might answer a message of others", "send") { _ in
                Self.sending(["exchange": "inlichtingenberichten", "inReplyTo": Self.answering("AIVD-3")])
            },
            Self.evaluation("whether it might send in an exchange without it", "send") { _ in
                Self.sending(["exchange": "geheim-overleg", "kind": "kamerbrief"])
            },
            Self.evaluation("whether it might send to who is hidden", "send") { _ in
                Self.sending(["exchange": "inlichtingenberichten", "to": Self.stranger])
            },
            Self.evaluation("whether it might send in a case of others", "send") { _ in
                Self.sending([
                    "exchange": "casusoverleg", "kind": "casusstuk", "case": "DH-18",
                    "from": ["oin": "00000099000000011000", "mailbox": "nctv/maatregelen"],
                ])
            },
        ]
}
