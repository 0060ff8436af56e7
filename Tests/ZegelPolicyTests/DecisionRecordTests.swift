// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity

@testable import ZegelPolicy

@Suite("Decision records")
struct DecisionRecordTests {
    private static let aivd = "00000099000000001000"
    private static let om = "00000099000000002000"
    private static let trace = TraceContext.random()

    @Test("A record is enough to decide again, with the same answer")
    func replay() throws {
        let engine = try TestPolicy.engine()
        let headers = [
            try Shipped.report(["subject": "Uitreis", "references": ["Kamerstukken II 29754"]]),
            try Shipped.intelligence(), try Shipped.report(["purpose": "reclame"]),
            try Shipped.report(["inReplyTo": [["kenmerk": "OM-1", "date": .string(Shipped.day(-3))]]]),
        ]
        for header in headers {
            let facts = Facts(asOf: Shipped.now, release: 1, inReplyTo: header.inReplyTo.isEmpty ? [] : [nil])
            let record = try Self.record(engine, header, facts)
            let body = try #require(try StrictJSON.parse(record.json, maximumDepth: 16)["body"])
            let request = try #require(body["adl.core.request"])
            let again = try #require(request["resource"]?["properties"].map { HeaderView($0) })
            let given = try #require(request["context"].flatMap { Facts($0) })
            let action = try #require(request["action"]?["name"]?.string.flatMap(Action.init(rawValue:)))
            let decision = engine.decide(Question(action, again, given))
            #expect(decision.isAllowed == record.isAllowed)
            let reasons = body["adl.core.response"]?["context"]?["reasons"]?.array?.compactMap(\.string)
            #expect(decision.reasons.map(\.rawValue) == reasons)
        }
    }

    @Test("A record holds no subject, title, name of a document, digest of one, reference, nor who classified")
    func discreet() throws {
        let document: JSONValue = [
            "name": "documents/geheime-naam.pdf", "role": "main", "title": "Geheime titel",
            "mediaType": "application/pdf", "size": 1, "encrypted": false,
            "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ]
        let header = try Shipped.report([
            "subject": "Geheim onderwerp", "references": ["geheime verwijzing"], "documents": .array([document]),
        ])
        let engine = try TestPolicy.engine()
        let record = String(decoding: try Self.record(engine, header, Facts(asOf: Shipped.now)).json, as: UTF8.self)
        for word in ["Geheim", "geheime", "9f86d081", "hoofd", "q1s7mZ1bR0y2Qk3c9V8u5A"] {
            #expect(!record.contains(word), "\(word)")
        }
        #expect(record.contains("\"documents\":1"))
        #expect(record.contains("\(header.digest)"))
    }

    @Test("The record of a refusal is cut to its bound, always in the same way, and says what was cut")
    func bounded() throws {
        let engine = try TestPolicy.engine()
        let long = String(repeating: "x", count: 200)
        let many = (1...150).map { ["oin": .string(Self.om), "mailbox": .string("om/m\($0)")] as JSONValue }
        let text = (1...60).map { JSONValue.Member("k\($0)", .string(long)) }
        let header = try Shipped.report([
            "to": .array(many), "details": .object(text),
            "markings": .array((1...60).map { .string("marking-\($0)-\(String(repeating: "y", count: 40))") }),
            "inReplyTo": .array((1...40).map { ["kenmerk": .string("OM-\($0)"), "date": .string(Shipped.day(-1))] }),
        ])
        let facts = Facts(asOf: Shipped.now)
        let record = try Self.record(engine, header, facts)
        #expect(!record.isAllowed)
        #expect(record.json.count <= Limits().refusalRecord)
        let json = try StrictJSON.parse(record.json, maximumDepth: 16)
        let request = try #require(json["body"]?["adl.core.request"])
        #expect(
            request["context"]?["cut"]?.array?.compactMap(\.string) == ["facts", "details", "citations", "addressees"]
        )
        #expect(request["resource"]?["properties"]?["purpose"] == "opsporing-en-vervolging")
        let draft = { try Self.draft(engine, header, facts).record(id: "0", maximum: 4_096).json }
        #expect(try draft() == draft())
    }

    @Test("The record of an acceptance is whole, however long")
    func whole() throws {
        let engine = try TestPolicy.engine()
        let answered = (1...40).map { number -> AnsweredMessage? in
            let kenmerk = JSONValue.string("OM-\(number)")
            let cited: JSONValue = [
                "kenmerk": kenmerk, "date": .string(Shipped.day(-1)), "from": Shipped.address("om/lovj"),
            ]
            return AnsweredMessage(
                header: HeaderView(cited),
                deliveredTo: [MailboxName("aivd/ct")].compactMap { $0 },
                isWithdrawn: false
            )
        }
        let header = try Shipped.report([
            "inReplyTo": .array((1...40).map { ["kenmerk": .string("OM-\($0)"), "date": .string(Shipped.day(-1))] })
        ])
        let record = try Self.record(engine, header, Facts(asOf: Shipped.now, inReplyTo: answered))
        #expect(record.isAllowed)
        #expect(record.json.count > Limits().refusalRecord)
        let context = try StrictJSON.parse(record.json, maximumDepth: 16)["body"]?["adl.core.request"]?["context"]
        #expect(context?["cut"] == nil)
        #expect(context?["inReplyTo"]?.array?.count == 40)
    }

    @Test("Nobody sends, reads or speaks for a mailbox of another organisation, whatever the rules allow")
    func others() throws {
        let engine = try TestPolicy.engine()
        let om = try Shipped.peer(Self.om, engine)
        let report = try Shipped.report()
        let facts = Facts(asOf: Shipped.now, asker: MailboxName("aivd/ct"), release: 2)
        guard case .denied(let denial) = engine.authorize(om, toSend: report, facts: facts, trace: .random()) else {
            Issue.record("om sends in the name of aivd")
            return
        }
        #expect(denial.reasons == [.notMember])
        guard case .denied = engine.authorize(om, toState: .release, about: report, facts: facts, trace: .random())
        else {
            Issue.record("om releases in the name of aivd")
            return
        }
    }

    struct Speaker: Sendable, CustomTestStringConvertible {
        let oin: String
        let asker: String
        let kind: Statement.Kind
        let isAllowed: Bool

        var testDescription: String { "\(self.asker) \(self.kind.rawValue)" }
    }

    @Test(
        "An addressee acknowledges and refuses, the mailbox that sent releases",
        arguments: [
            Speaker(oin: om, asker: "om/lovj", kind: .acknowledgement, isAllowed: true),
            Speaker(oin: om, asker: "om/lovj", kind: .refusal, isAllowed: true),
            Speaker(oin: om, asker: "om/lovj", kind: .release, isAllowed: false),
            Speaker(oin: om, asker: "om/parket", kind: .acknowledgement, isAllowed: false),
            Speaker(oin: aivd, asker: "aivd/ct", kind: .release, isAllowed: true),
            Speaker(oin: aivd, asker: "aivd/ct", kind: .acknowledgement, isAllowed: false),
            Speaker(oin: aivd, asker: "aivd/cti", kind: .release, isAllowed: false),
        ]
    )
    func speaking(_ speaker: Speaker) throws {
        let engine = try TestPolicy.engine()
        let peer = try Shipped.peer(speaker.oin, engine)
        let facts = Facts(asOf: Shipped.now, asker: MailboxName(speaker.asker), release: 2)
        switch engine.authorize(
            peer,
            toState: speaker.kind,
            about: try Shipped.report(),
            facts: facts,
            trace: .random()
        )
        {
        case .granted(let leave):
            let (mailbox, kind, record) = (leave.mailbox, leave.kind, leave.record)
            #expect(speaker.isAllowed)
            #expect(mailbox.description == speaker.asker)
            #expect(kind == speaker.kind && record.isAllowed)
        case .denied(let denial):
            #expect(!speaker.isAllowed)
            #expect(!denial.record.isAllowed)
        }
    }

    @Test("A mailbox is listed for its organisation; the record names it, and for others it is denied")
    func listing() throws {
        let engine = try TestPolicy.engine()
        let mailbox = try #require(MailboxName("om/lovj"))
        for (oin, isAllowed) in [(Self.om, true), (Self.aivd, false)] {
            let peer = try Shipped.peer(oin, engine)
            switch engine.authorize(peer, toList: mailbox, facts: Facts(asOf: Shipped.now), trace: .random()) {
            case .granted(let grant):
                #expect(isAllowed)
                #expect(String(decoding: grant.record.json, as: UTF8.self).contains("\"id\":\"om/lovj\""))
            case .denied(let denial):
                #expect(!isAllowed)
                #expect(denial.reasons == [.mailboxUnknown])
            }
        }
    }

    // MARK: -

    private static func record(_ engine: PolicyEngine, _ header: MessageHeader, _ facts: Facts) throws -> DecisionRecord
    {
        let peer = try Shipped.peer(Self.aivd, engine)
        let ruling = engine.authorize(peer, toSend: header, facts: facts, trace: .random())
        switch consume ruling {
        case .allowed(let authorization): return authorization.record
        case .denied(let denial): return denial.record
        }
    }

    private static func draft(_ engine: PolicyEngine, _ header: MessageHeader, _ facts: Facts) throws -> DecisionDraft {
        let question = Question(.send, HeaderView(header), facts)
        return DecisionDraft(
            question: question,
            decision: engine.decide(question),
            peer: try Shipped.peer(Self.aivd, engine),
            ceiling: engine.ceiling,
            policy: engine.policy.digest,
            trace: Self.trace,
            digest: header.digest,
            listed: nil
        )
    }
}
