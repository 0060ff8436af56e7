// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Minutes of load at a part of what the server can do.
struct Soak {
    /// How much of the maximum.
    static let share = 0.7
    /// How much memory may grow after the first minute, as a part of what it was then.
    static let flat = 1.1

    /// What it showed.
    struct Figures {
        let rate: Double
        /// Microseconds; a single pause of a second makes the last two what they are.
        let (median, p99, p999, longest): (Double, Double, Double, Double)
        let failures: Int
        /// The most MiB after the first minute, divided by the most in it.
        let memory: Double
        /// MiB at the end.
        let mebibytes: Double
    }

    let field: ServerField
    /// Requests per second that the server did at the most.
    let maximum: Double
    let minutes: Double

    /// Containers that it needs.
    var containers: Int { Int(self.maximum * Self.share * self.minutes * 60) + self.scenario.warmUp }

    private var scenario: Scenario {
        Scenario(name: "soak", work: .upload(1_024), connections: 16, streams: 16, requests: 1_000)
    }

    /// Runs it; its containers come from the pack of 1 KiB.
    func run() async throws -> Figures {
        let (pack, first) = try self.field.take(self.containers, of: 1_024)
        let rounds = ScenarioRounds(field: self.field, scenario: self.scenario, seeds: Seeds(), threads: 2)
        let plan = try rounds.plan(
            for: .zegel,
            (pack, first),
            count: self.containers - self.scenario.warmUp,
            rate: self.maximum * Self.share
        )
        let load = try LoadProcess(plan)
        let memory = try self.field.server(.zegel).memory
        // The first minute, or the first quarter of a shorter run.
        let early = min(60, self.minutes * 15)
        let watcher = Task {
            var (first, later) = (0.0, 0.0)
            let start = ContinuousClock.now
            while !Task.isCancelled {
                let now = try memory.now
                let isEarly = (ContinuousClock.now - start) / .seconds(1) < early
                if isEarly { first = max(first, now) } else { later = max(later, now) }
                try? await Task.sleep(for: .seconds(1))
            }
            return (first, max(first, later))
        }
        let outcome: LoadOutcome
        do { outcome = try load.measure() } catch {
            watcher.cancel()
            throw error
        }
        watcher.cancel()
        let (before, after) = try await watcher.value
        return Figures(
            rate: outcome.rate,
            median: outcome.latencies.microseconds(at: 0.5),
            p99: outcome.latencies.microseconds(at: 0.99),
            p999: outcome.latencies.microseconds(at: 0.999),
            longest: outcome.latencies.microseconds(at: 1),
            failures: outcome.failures.values.reduce(0, +),
            memory: after / before,
            mebibytes: try memory.now
        )
    }
}
