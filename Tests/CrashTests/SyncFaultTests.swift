// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelExchange

@Suite("A disk that fails while syncing")
struct SyncFaultTests {
    /// Before a large content or a commit is synced, in the transaction, and between commit and checkpoint.
    @Test(
        "ends the server with 10 and a word, and what it receipted is there at the next start",
        .enabled(if: Connection.isThere, "curl is missing"),
        arguments: [SubmissionStage.sealed, .inserted, .committed]
    )
    func fails(_ stage: SubmissionStage) async throws {
        let installation = try Installation()
        let ledger = Ledger(installation)
        let letters = try (1...12).map { try installation.letter($0, documentOf: $0 % 2 == 0 ? 140_000 : 1_000) }
        var server = try ServerUnderTest(installation, .failing(at: stage, number: 3))
        let answers = try await Courier(installation, server).submit(letters)
        #expect(await server.end() == 10)
        #expect(server.said.contains("the disk failed while syncing"))
        let receipted = answers.filter { $0.value.status == 201 }
        #expect(receipted.count < letters.count)
        for answer in answers.values where answer.status != 201 { #expect(answer.status == 503) }
        server = try ServerUnderTest(installation)
        let courier = try await Courier(installation, server)
        try await ledger.check(letters, receipted, on: courier)
        try await ledger.close(on: courier, server)
    }
}
