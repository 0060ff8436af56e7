// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A power cut")
struct PowerCutTests {
    /// How often the power is cut: 100 times when `ZEGEL_LONG` is set.
    static let cuts = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 100 : 6

    @Test(
        "that leaves only what was synced, or sectors of the rest, loses nothing that was receipted",
        .enabled(if: Connection.isThere, "curl is missing")
    )
    func cut() async throws {
        let (scene, power) = try await Self.scene()
        while scene.rounds < Self.cuts || scene.halfway < Self.cuts / 4, scene.rounds < 3 * Self.cuts {
            let seed = UInt64.random(in: 0...(.max))
            let survivors = scene.rounds % 3 == 0 ? PowerCut.Survivors.synced : .torn(seed: seed)
            try await scene.suffer { server in
                await server.kill()
                try power.home?.cut(survivors)
            }
        }
        #expect(scene.halfway >= Self.cuts / 4, "\(scene.halfway)")
        // Where the journal lacks something, the cuts were none.
        try await scene.restart {
            let differences = try power.home?.differences()
            #expect(differences == [], "The journal does not tell everything.")
        }
        try await scene.close()
    }

    /// A sync that the disk only says it made.
    struct Lie: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isLost = true
        let isTold: @Sendable (String) -> Bool
    }

    static let lies = [
        Lie(testDescription: "none", isLost: false) { _ in false },
        Lie(testDescription: "of the log of the database") { $0.hasSuffix("zegel.sqlite-wal") },
        Lie(testDescription: "of the names in the data folder") { $0 == "data" },
        Lie(testDescription: "of a content") { $0.hasPrefix("data/spool/") },
        Lie(testDescription: "of the names of contents") { $0.hasPrefix("data/content/") },
        Lie(testDescription: "of the names of their folders") { $0 == "data/content" },
    ]

    @Test(
        "is noticed where one sync was none",
        .enabled(if: Connection.isThere, "curl is missing"),
        arguments: Self.lies
    )
    func lie(_ lie: Lie) async throws {
        let (scene, power) = try await Self.scene()
        // All are answered, so that it is known that there is something to lose.
        func kill() async throws {
            try await scene.suffer(having: 16) { server in
                await server.kill()
                try power.home?.cut(.synced, forgetting: lie.isTold)
            }
        }
        guard lie.isLost else { return try await kill() }
        await withKnownIssue { try await kill() }
    }

    /// What is on the disk of the server that runs now.
    private final class Power {
        var home: JournaledHome?
    }

    private static func scene() async throws -> (LoadScene, Power) {
        let power = Power()
        let scene = try await LoadScene { installation in
            let home = try JournaledHome(installation)
            power.home = home
            return try ServerUnderTest(installation, .journal(home.journal))
        }
        return (scene, power)
    }
}
