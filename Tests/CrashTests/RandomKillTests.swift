// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Killed at any moment")
struct RandomKillTests {
    /// How often the server is killed: 200 times when `ZEGEL_LONG` is set, else the 20 that are the least.
    static let kills = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 200 : 20

    @Test(
        "Nothing that was receipted is lost, nothing is there twice or in part",
        .enabled(if: Connection.isThere, "curl is missing")
    )
    func random() async throws {
        let installation = try Installation()
        let ledger = Ledger(installation)
        var server = try ServerUnderTest(installation)
        var courier = try Courier(installation, server)
        // A first time undisturbed, to know how long it takes.
        let first = try Self.letters(0, installation)
        let begin = ContinuousClock.now
        let answers = try courier.submit(first)
        let span = (ContinuousClock.now - begin) * 1.1
        #expect(answers.count == first.count)
        try await ledger.check(first, answers, on: courier)
        var halfway = 0
        for round in 1...Self.kills {
            let letters = try Self.letters(round, installation)
            let running = try courier.begin(letters, connections: 3)
            try await Task.sleep(for: span * Double.random(in: 0...1))
            server.kill()
            let answers = try Courier.answers(running)
            if !answers.isEmpty, answers.count < letters.count { halfway += 1 }
            server = try ServerUnderTest(installation)
            courier = try Courier(installation, server)
            try await ledger.check(letters, answers, on: courier)
        }
        // Most of the moments lay under load, or the test shows nothing.
        #expect(halfway >= Self.kills / 4)
        try ledger.close(on: courier, server)
    }

    private static func letters(_ round: Int, _ installation: Installation) throws -> [Letter] {
        try (0..<24).map { try installation.letter(round * 24 + $0, documentOf: $0 % 4 == 3 ? 200_000 : 1_000) }
    }
}
