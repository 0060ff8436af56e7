// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

/// The headers that an agency's own client makes, byte for byte as Python's `json.dumps` writes them, and what must come of each.
@Suite("Headers of another client")
struct AcceptanceHeaderTests {
    struct Sent: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isIntelligence = false
        let changes: [String: JSONValue]
        let reasons: [ReasonCode]
    }

    static let sent: [Sent] = [
        Sent(testDescription: "an ambtsbericht to om/lovj", changes: [:], reasons: []),
        Sent(
            testDescription: "the same without role and with a subject",
            changes: ["subject": "Iets anders"],
            reasons: []
        ),
        Sent(
            testDescription: "to a mailbox that is no receiver",
            changes: ["to": [["oin": "00000099000000002000", "mailbox": "om/parket"]]],
            reasons: [.routeNotAllowed]
        ),
        Sent(
            testDescription: "a purpose that the exchange does not have",
            changes: ["purpose": "reclame"],
            reasons: [.purposeNotAllowed]
        ),
        Sent(
            testDescription: "a basis that belongs to another purpose",
            changes: ["legalBasis": "wiv2017-art62"],
            reasons: [.basisNotAllowed]
        ),
        Sent(
            testDescription: "above the ceiling",
            changes: ["classification": "stg-confidentieel"],
            reasons: [.aboveCeiling]
        ),
        Sent(
            testDescription: "two matters",
            changes: [
                "details": [
                    "subjects": 2, "underlyingSeen": "2026-11-18", "evaluation": ["source": "A", "information": "1"],
                ]
            ],
            reasons: [.subjectsMoreThanOne]
        ),
        Sent(
            testDescription: "an exchange that does not exist",
            changes: ["exchange": "bestaat-niet"],
            reasons: [.notMember]
        ),
        Sent(
            testDescription: "an inlichtingenbericht to nctv/analyse",
            isIntelligence: true,
            changes: [:],
            reasons: []
        ),
    ]

    @Test("Are decided as it expects", arguments: sent)
    func decides(_ sent: Sent) throws {
        let header = try MessageHeader(parsing: Array(try Self.json(sent).utf8))
        let asOf = try #require(Instant("2026-11-20T09:30:00Z"))
        let engine = try TestPolicy.engine()
        #expect(engine.decide(.send, header, Facts(asOf: asOf)).reasons == sent.reasons)
        let releases = sent.isIntelligence ? 1 : 2
        guard sent.reasons.isEmpty else { return }
        #expect(engine.decide(.send, header, Facts(asOf: asOf)).releases == releases)
        let delivery = engine.decide(.deliver, header, Facts(asOf: asOf, release: 1)).reasons
        #expect(delivery == (sent.isIntelligence ? [] : [.releaseRequired]))
    }

    private static func json(_ sent: Sent) throws -> String {
        let base = """
            {
              "zegel": "1", "kenmerk": "AIVD-2026-004711", "date": "2026-11-20", "exchange": "ambtsberichten",
              "kind": "ambtsbericht", "subject": "Uitreis naar strijdgebied",
              "from": { "oin": "00000099000000001000", "mailbox": "aivd/ct" },
              "to": [ { "oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action" } ],
              "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
              "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
              "classifiedOn": "2026-11-20", "declassifyOn": "2036-11-17", "markings": [],
              "details": { "subjects": 1, "underlyingSeen": "2026-11-18",
                           "evaluation": { "source": "A", "information": "1" } },
              "nonce": "q1s7mZ1bR0y2Qk3c9V8u5A",
              "documents": [
                { "name": "documents/ambtsbericht.pdf", "role": "main", "mediaType": "application/pdf", "size": 60014,
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "encrypted": false } ]
            }
            """
        let intelligence: [String: JSONValue] = [
            "exchange": "inlichtingenberichten", "kind": "inlichtingenbericht", "purpose": "informeren-over-dreiging",
            "to": [["oin": "00000099000000011000", "mailbox": "nctv/analyse", "role": "action"]],
            "legalBasis": "wiv2017-art62", "classification": "stg-confidentieel",
            "markings": ["originator-control", "geen-bewijs"], "reviewBy": "2027-05-19",
            "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
        ]
        var header = try StrictJSON.parse(Array(base.utf8))
        for (key, value) in sent.isIntelligence ? intelligence : sent.changes {
            header = header.setting([key], to: value)
        }
        return String(decoding: header.encoded, as: UTF8.self)
    }
}
