// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelExchange

@Suite("Killed at a stage")
struct StageKillTests {
    /// Whether the message is there after the server died at a stage: from the commit on, and not before.
    static let stages: [(SubmissionStage, Bool)] = [
        (.spooled, false), (.sealed, false), (.inserted, false), (.committed, true), (.checkpointed, true),
        (.answering, true),
    ]

    @Test("The table has every stage")
    func complete() { #expect(Self.stages.map(\.0) == SubmissionStage.allCases) }

    @Test(
        "A message is there from its commit on and not before, and the same again is answered",
        .enabled(if: Connection.isThere, "curl is missing"),
        arguments: stages
    )
    func stage(_ stage: SubmissionStage, _ isStored: Bool) async throws {
        let installation = try Installation()
        let ledger = Ledger(installation)
        // Alone, so that it is known what must be there.
        let letter = try installation.letter(0, documentOf: 140_000)
        var server = try ServerUnderTest(installation, .dying(at: stage))
        let none = try await Courier(installation, server).submit([letter], connections: 1)
        #expect(none.isEmpty)
        #expect(await server.hasKilledItself())
        server = try ServerUnderTest(installation)
        var courier = try await Courier(installation, server)
        #expect(try await ledger.check([letter], [:], on: courier) == (isStored ? [0] : []))
        await server.kill()
        // Under load, where other submissions are at other stages.
        let letters = try (1...24).map { try installation.letter($0, documentOf: $0 % 3 == 0 ? 140_000 : 1_000) }
        server = try ServerUnderTest(installation, .dying(at: stage, number: 4))
        let answers = try await Courier(installation, server).submit(letters)
        #expect(await server.hasKilledItself())
        #expect(answers.count < letters.count)
        server = try ServerUnderTest(installation)
        courier = try await Courier(installation, server)
        try await ledger.check(letters, answers, on: courier)
        try await ledger.close(on: courier, server)
    }
}
