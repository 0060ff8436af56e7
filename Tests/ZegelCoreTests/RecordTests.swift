// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("Records and statements")
struct RecordTests {
    static func acceptance() throws -> AcceptanceRecord {
        AcceptanceRecord(
            id: .random(),
            server: try #require(OIN("00000099000000099000")),
            log: "zegel.example/trial",
            submittedBy: try #require(OIN("00000099000000001000")),
            certificate: ContentDigest(of: [1]),
            receivedAt: try #require(Instant("2026-11-20T12:00:00.123Z")),
            size: 10,
            entriesSize: 5,
            container: ContentDigest(of: [2]),
            to: [try #require(MailboxName("om/lovj"))],
            policy: ContentDigest(of: [3]),
            decision: "d1",
            previous: [],
            evidence: [.init(name: "META-INF/evidence/a.cer", digest: ContentDigest(of: [4]))]
        )
    }

    @Test("An acceptance reads back as it was written")
    func acceptanceRoundTrip() throws {
        let record = try Self.acceptance()
        #expect(try AcceptanceRecord(parsing: record.encoded) == record)
    }

    @Test("An acceptance has one spelling")
    func acceptanceSpelling() throws {
        let bytes = try Self.acceptance().encoded
        #expect(throws: Problem(.recordInvalid)) { try AcceptanceRecord(parsing: bytes + [0x20]) }
        #expect(throws: Problem(.recordInvalid)) { try AcceptanceRecord(parsing: Array("{}".utf8)) }
    }
}
