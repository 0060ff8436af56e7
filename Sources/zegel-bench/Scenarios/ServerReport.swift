// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCommands
import ZegelCore

/// What a scenario showed: the medians of the rounds of each server.
struct ScenarioResult: Sendable {
    let scenario: Scenario
    let peers: [(peer: Peer, rounds: [RoundFigures])]

    /// The median of a figure over the rounds of a server.
    func median(_ peer: Peer, _ figure: (RoundFigures) -> Double) -> Double? {
        self.peers.first { $0.peer == peer }.map { Self.median($0.rounds.map(figure)) }
    }

    /// The median over the rounds of a server's figure divided by nginx's of the same round.
    func ofNginx(_ peer: Peer, _ figure: (RoundFigures) -> Double) -> Double? {
        guard let own = self.peers.first(where: { $0.peer == peer })?.rounds,
            let nginx = self.peers.first(where: { $0.peer == .nginx })?.rounds
        else { return nil }
        return Self.median(zip(own, nginx).map { figure($0) / figure($1) })
    }

    static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}

/// The results of a run, as a table or as JSON.
struct ServerReport {
    let results: [ScenarioResult]

    /// The columns of figures, with what JSON calls them; thousandths of it stand there.
    private static let columns:
        [(heading: String, name: String, figure: @Sendable (RoundFigures) -> Double, scale: Double)] = [
            ("per second", "perSecond", { $0.rate }, 1), ("p50 ms", "p50Microseconds", { $0.median }, 0.001),
            ("p99 ms", "p99Microseconds", { $0.p99 }, 0.001), ("p99.9 ms", "p999Microseconds", { $0.p999 }, 0.001),
            ("server µs", "processorMicroseconds", { $0.processor }, 1),
            ("P-256", "verifications", { $0.verifications }, 1),
            ("MiB", "memoryMebibytes", { $0.memory }, 1), ("growth", "growthMebibytes", { $0.growth }, 1),
            ("load cores", "loadCores", { $0.load }, 1),
        ]

    var table: String {
        var table = TextTable(["scenario", "server"] + Self.columns.map(\.heading) + ["MiB/s", "of nginx"])
        for result in self.results {
            for (peer, rounds) in result.peers {
                let cells = Self.columns.map { column in
                    FigureTable.text(ScenarioResult.median(rounds.map(column.figure)) * column.scale)
                }
                let bytes = ScenarioResult.median(rounds.map(\.rate)) * Double(result.scenario.bytes) / 1_048_576
                let ratio = result.ofNginx(peer) { $0.rate }.map { FigureTable.text($0) } ?? ""
                table.add(
                    [result.scenario.name, peer.rawValue] + cells + [bytes > 0 ? FigureTable.text(bytes) : "", ratio]
                )
            }
        }
        return table.text
    }

    var json: JSONValue {
        .array(
            self.results.flatMap { result in
                result.peers.map { peer, rounds in
                    let figures = Self.columns.map { column in
                        (column.name, ScenarioResult.median(rounds.map(column.figure)))
                    }
                    let all = figures + [("ofNginx", result.ofNginx(peer) { $0.rate } ?? 0)]
                    return .object([
                        .init("scenario", .string(result.scenario.name)), .init("server", .string(peer.rawValue)),
                        .init("rounds", .integer(Int64(rounds.count))),
                        .init(
                            "thousandths",
                            .object(all.map { .init($0.0, .integer(Int64(($0.1 * 1_000).rounded()))) })
                        ),
                    ])
                }
            }
        )
    }
}
