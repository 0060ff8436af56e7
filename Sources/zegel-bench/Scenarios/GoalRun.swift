// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOSSL

/// What has to hold, measured in one run.
struct GoalRun {
    let run: ServerRun

    /// The scenarios, and each goal with what was measured.
    func measure() async throws -> ([ScenarioResult], [FigureTable.Figure]) {
        let handshakes = try await self.handshakes()
        let names = ["small-1", "small-64", "small-256", "1-GiB", "download"]
        let (results, soak) = try await self.run.measure(names.flatMap(Scenario.named), soaks: true) { scenario in
            scenario.name == "1-GiB" ? min(3, self.run.rounds) : nil
        }
        let figures = results.flatMap { Self.figures(of: $0) }
        return (results, figures + handshakes + soak)
    }

    private static func figures(of result: ScenarioResult) -> [FigureTable.Figure] {
        let name = result.scenario.name
        let rate = result.ofNginx(.zegel) { $0.rate } ?? 0
        func figure(_ what: String, _ value: Double, _ unit: String, _ goal: FigureTable.Goal) -> FigureTable.Figure {
            .init("\(name): \(what)", value, unit, goal: goal)
        }
        switch name {
        case "small-1": return [figure("messages per second", rate, "of nginx", .atLeast(0.5))]
        case "small-64", "small-256":
            return [
                figure("messages per second", rate, "of nginx", .atLeast(2)),
                figure("p99", result.ofNginx(.zegel) { $0.p99 } ?? 0, "of nginx", .atMost(1)),
                figure(
                    "processor time of the server",
                    result.median(.zegel) { $0.verifications } ?? 0,
                    "P-256 verifications",
                    .atMost(4)
                ),
            ]
        case "1-GiB":
            return [
                figure("uploads per second", rate, "of nginx", .atLeast(0.9)),
                figure("growth of memory", result.median(.zegel) { $0.growth } ?? 0, "MiB", .atMost(64)),
            ]
        default: return [figure("of 64 MiB per second", rate, "of nginx", .atLeast(0.7))]
        }
    }

    /// A handshake costs at most what it costs nginx; the group that nginx does not have stands beside it.
    private func handshakes() async throws -> [FigureTable.Figure] {
        let field = try await ServerField([.zegel, .nginx], zegel: self.run.zegel, nginx: self.run.nginx)
        defer { field.end() }
        let (own, nginx) = (try field.server(.zegel), try field.server(.nginx))
        let contestants = [
            try Contestant("nginx", nginx, field.home, .x25519), try Contestant("zegel", own, field.home, .x25519),
            try Contestant("post-quantum", own, field.home, .x25519_MLKEM768),
        ]
        let rounds = HandshakeRounds(rounds: self.run.rounds, handshakes: 10 * self.run.scale, atOnce: 8)
        let report = HandshakeReport(contestants: contestants, costs: try await rounds.measure(contestants))
        return [
            .init("handshake, X25519: processor time", report.ratio(1), "of nginx", goal: .atMost(1)),
            .init("handshake, X25519MLKEM768: processor time", report.ratio(2), "of nginx"),
        ]
    }
}
