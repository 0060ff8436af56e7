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
        var courier = try await Courier(installation, server)
        var halfway = 0
        var acknowledgements: [Acknowledgement] = []
        var round = 0
        // Enough of the moments must lie under load, or the test shows nothing: where answers came in one go there are more.
        while round < Self.kills || halfway < Self.kills / 4, round < 3 * Self.kills {
            round += 1
            let letters = try (0..<16).map { number in
                try installation.letter(round * 16 + number, documentOf: number % 4 == 3 ? 140_000 : 1_000)
            }
            let running = try courier.begin(letters, connections: 3)
            let acknowledging = try courier.begin(acknowledgements)
            try await Self.wait(for: running, to: .random(in: 0..<letters.count))
            await server.kill()
            let answers = try await Courier.answers(running)
            let acknowledged = try await Courier.answers(acknowledging.map { [$0] } ?? [])
            if !answers.isEmpty, answers.count < letters.count { halfway += 1 }
            server = try ServerUnderTest(installation)
            courier = try await Courier(installation, server)
            try await ledger.check(letters, answers, on: courier)
            try await ledger.check(acknowledgements, acknowledged, on: courier)
            acknowledgements = try ledger.acknowledge(Array(letters.prefix(8)))
            for letter in letters { try FileManager.default.removeItem(atPath: letter.path) }
        }
        #expect(halfway >= Self.kills / 4, "\(halfway)")
        try await ledger.close(on: courier, server)
    }

    /// Waits until so many answers have begun to come, and a moment longer.
    private static func wait(for running: [Courier.Running], to count: Int) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while running.reduce(0, { $0 + $1.connection.begun }) < count, ContinuousClock.now < end {
            try await Task.sleep(for: .microseconds(200))
        }
        try await Task.sleep(for: .microseconds(.random(in: 0...10_000)))
    }
}
