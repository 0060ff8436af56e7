// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The servers of a run, and the scenarios that they go through.
struct ServerRun: Sendable {
    let zegel: String
    let nginx: String
    /// Who is measured; Zegel is always there.
    let peers: [Peer]
    let rounds: Int
    /// Percent of the requests of each round.
    let scale: Int
    let minutes: Double
    let threads: Int

    /// Messages that are read in scenarios that read.
    private static let read = 200
    /// Containers with a large document that are fetched.
    private static let fetched = 4

    /// Goes through scenarios one by one; a soak comes last.
    ///
    /// - Parameter rounds: How many rounds of a scenario, where not as many as of all.
    func measure(
        _ scenarios: [Scenario],
        soaks: Bool,
        rounds: @Sendable (Scenario) -> Int? = { _ in nil }
    ) async throws -> ([ScenarioResult], [FigureTable.Figure]) {
        let field = try await ServerField(self.peers, zegel: self.zegel, nginx: self.nginx)
        defer { field.end() }
        let scaled = scenarios.map { $0.scaled(by: self.scale) }
        try self.prepare(scaled, rounds, in: field)
        var results: [ScenarioResult] = []
        for scenario in scaled {
            let seeds = try await self.seeds(of: scenario, in: field)
            let scenarioRounds = ScenarioRounds(field: field, scenario: scenario, seeds: seeds, threads: self.threads)
            let peers = try scenarioRounds.measure(self.peers, rounds: rounds(scenario) ?? self.rounds)
            results.append(ScenarioResult(scenario: scenario, peers: peers))
        }
        return (results, soaks ? try await self.soak(field, after: results) : [])
    }

    /// Makes every container that the scenarios need.
    private func prepare(_ scenarios: [Scenario], _ rounds: (Scenario) -> Int?, in field: ServerField) throws {
        var counts = [1_024: Self.read]
        for scenario in scenarios {
            if case .download(let size) = scenario.work { counts[size, default: 0] += Self.fetched }
            guard let size = scenario.document else { continue }
            counts[size, default: 0] += scenario.containers * (rounds(scenario) ?? self.rounds)
        }
        for (size, count) in counts { try field.prepare(count, of: size) }
    }

    private func seeds(of scenario: Scenario, in field: ServerField) async throws -> Seeds {
        switch scenario.work {
        case .upload: return Seeds()
        case .download(let size): return try field.seeds(Self.fetched, of: size)
        case .polling:
            var seeds = try field.seeds(Self.read / 2, of: 1_024)
            seeds.mailbox = try await field.endOfMailbox("nctv/analyse", of: "nctv")
            return seeds
        case .mixed:
            var seeds = try field.seeds(Self.read / 2, of: 1_024)
            seeds.mailbox = try await field.endOfMailbox("aivd/ct", of: "aivd")
            return seeds
        }
    }

    /// Finds the maximum, where no scenario has shown it, and keeps a part of it up.
    private func soak(_ field: ServerField, after results: [ScenarioResult]) async throws -> [FigureTable.Figure] {
        let name = "small-256"
        var maximum = results.first { $0.scenario.name == name }?.median(.zegel) { $0.rate }
        if maximum == nil, let scenario = Scenario.named(name).first?.scaled(by: self.scale) {
            try field.prepare(scenario.containers, of: 1_024)
            let rounds = ScenarioRounds(field: field, scenario: scenario, seeds: Seeds(), threads: self.threads)
            maximum = try rounds.measure([.zegel], rounds: 1).first?.rounds.first?.rate
        }
        let soak = Soak(field: field, maximum: maximum ?? 0, minutes: self.minutes)
        try field.prepare(soak.containers, of: 1_024)
        return try await soak.run().table
    }
}

extension Soak.Figures {
    /// With the goals of each.
    var table: [FigureTable.Figure] {
        [
            .init("soak: messages", self.rate, "/s"),
            .init("soak: requests that failed", Double(self.failures), "", goal: .atMost(0)),
            .init("soak: p50", self.median / 1_000, "ms"),
            .init("soak: p99", self.p99 / 1_000, "ms"),
            .init("soak: the longest", self.longest / 1_000, "ms"),
            .init("soak: p99.9 to p50", self.p999 / self.median, "", goal: .atMost(5)),
            .init("soak: memory, the rest to the first minute", self.memory, "", goal: .atMost(Soak.flat)),
            .init("soak: memory at the end", self.mebibytes, "MiB"),
        ]
    }
}
