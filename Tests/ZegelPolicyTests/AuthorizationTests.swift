// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy

@Suite("Leave, refusals and their records")
struct AuthorizationTests {
    @Test("Leave names what it is for, and its record holds what a replay needs")
    func leave() throws {
        let engine = try Shipped.engine()
        let header = try Shipped.report(["subject": "Uitreis"])
        let ruling = engine.authorize(
            try Shipped.peer("00000099000000001000", engine),
            toSend: header,
            facts: Facts(asOf: Shipped.now),
            trace: .random()
        )
        switch consume ruling {
        case .denied: Issue.record("it should be allowed")
        case .allowed(let authorization):
            #expect(authorization.headerDigest == header.digest)
            #expect(authorization.releases == 2)
            #expect(authorization.recipients.map(\.description) == ["om/lovj"])
            let json = try StrictJSON.parse(authorization.record.json, maximumDepth: 16)
            #expect(json["event_name"] == "adl.access_evaluation")
            #expect(json["timestamp"] == .integer(Shipped.now.milliseconds))
            #expect(json["status"] == "Ok")
            #expect(json["trace_id"]?.string?.count == 32)
            #expect(json["span_id"]?.string?.count == 16)
            let policies = try #require(json["attributes"]?["adl.core.policies"])
            #expect(policies["zegel"]?["digest"]?.string == "sha256:\(engine.policy.digest)")
            #expect(json["attributes"]?["zegel.decision.id"]?.string == authorization.record.id)
            let body = try #require(json["body"])
            #expect(body["adl.core.response"]?["decision"] == true)
            #expect(body["adl.core.request"]?["context"]?["asOf"]?.string == "\(Shipped.now)")
            #expect(body["adl.core.request"]?["action"]?["name"] == "send")
            #expect(!String(decoding: authorization.record.json, as: UTF8.self).contains("Uitreis"))
        }
    }

    @Test("A refusal tells its reasons in order, is no error, and fits its bound")
    func denial() throws {
        let engine = try Shipped.engine()
        let ruling = engine.authorize(
            try Shipped.peer("00000099000000001000", engine),
            toSend: try Shipped.report(["purpose": "reclame", "classification": "stg-zeer-geheim"]),
            facts: Facts(asOf: Shipped.now),
            trace: .random()
        )
        guard case .denied(let denial) = consume ruling else {
            Issue.record("it should be refused")
            return
        }
        #expect(denial.reasons == [.purposeNotAllowed, .aboveCeiling, .aboveClearance])
        #expect(
            denial.problem.members.first?.value
                == [
                    "purpose.not-allowed", "classification.above-ceiling", "classification.above-clearance",
                ]
        )
        #expect(denial.record.json.count <= Limits().refusalRecord)
        #expect(try StrictJSON.parse(denial.record.json, maximumDepth: 16)["status"] == "Ok")
    }

    struct Reader: Sendable {
        let oin: String
        let view: ExportRecord.View?
    }

    @Test(
        "A party reads, an auditor audits without documents, and to others there is nothing",
        arguments: [
            Reader(oin: "00000099000000001000", view: .originator),
            Reader(oin: "00000099000000002000", view: .addressee),
            Reader(oin: "00000099000000004000", view: nil), Reader(oin: "00000099000000048000", view: .audit),
        ]
    )
    func reading(_ reader: Reader) throws {
        let engine = try Shipped.engine()
        let peer = try Shipped.peer(reader.oin, engine)
        let facts = Facts(asOf: Shipped.now)
        let header = try Shipped.report()
        let ruling =
            reader.view == .audit
            ? engine.authorize(peer, toAudit: header, facts: facts, trace: .random())
            : engine.authorize(peer, toRead: header, facts: facts, trace: .random())
        switch ruling {
        case .granted(let grant):
            #expect(grant.view == reader.view)
            #expect(grant.withDocuments == (reader.view != .audit))
        case .denied: #expect(reader.view == nil)
        }
        if reader.view != .audit {
            guard case .denied = engine.authorize(peer, toAudit: header, facts: facts, trace: .random()) else {
                Issue.record("only auditors audit")
                return
            }
        }
    }

    @Test(
        "A traceparent is taken up where it is well formed",
        arguments: [
            ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", true),
            ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7", false),
            ("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", false), ("", false),
            ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", false),
            ("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", false),
        ]
    )
    func trace(_ text: String, _ isValid: Bool) {
        #expect((TraceContext(traceparent: text) != nil) == isValid)
    }
}
