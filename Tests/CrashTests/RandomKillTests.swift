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
        let scene = try await LoadScene()
        // Enough of the moments must lie under load, or the test shows nothing: where answers came in one go there are more.
        while scene.rounds < Self.kills || scene.halfway < Self.kills / 4, scene.rounds < 3 * Self.kills {
            try await scene.suffer { await $0.kill() }
        }
        #expect(scene.halfway >= Self.kills / 4, "\(scene.halfway)")
        try await scene.close()
    }
}
