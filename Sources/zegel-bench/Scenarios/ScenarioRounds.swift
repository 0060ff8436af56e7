// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What one round of a scenario showed of one server.
struct RoundFigures: Sendable {
    /// Requests per second.
    let rate: Double
    /// Microseconds from when a request was due to the end of its answer.
    let (median, p99, p999): (Double, Double, Double)
    /// Microseconds of the server's processor time for one request.
    let processor: Double
    /// The same in P-256 verifications, as they are in this round.
    let verifications: Double
    /// MiB that the server had at most, and how much that is above what it had before.
    let (memory, growth): (Double, Double)
    /// Cores that the load itself was busy with.
    let load: Double
    /// Bytes of all answers.
    let received: Int
}

/// A scenario, round by round, with every server in its turn.
struct ScenarioRounds {
    let field: ServerField
    let scenario: Scenario
    let seeds: Seeds
    /// Event loops of the load.
    let threads: Int

    /// The figures of each server that can do it, by round; the order is reversed each round.
    func measure(_ peers: [Peer], rounds: Int) throws -> [(peer: Peer, rounds: [RoundFigures])] {
        let able = peers.filter { $0.steps(of: self.scenario, self.seeds) != nil }
        var figures: [Peer: [RoundFigures]] = [:]
        for round in 0..<rounds {
            let unit = try Measurement([], rounds: 1, milliseconds: 50).microseconds[0]
            // All have the same containers, so that none has easier ones.
            let pack = try self.scenario.document.map { try self.field.take(self.scenario.containers, of: $0) }
            for peer in round.isMultiple(of: 2) ? able : able.reversed() {
                figures[peer, default: []].append(try self.round(of: peer, pack, unit))
            }
        }
        return able.map { ($0, figures[$0] ?? []) }
    }

    private func round(of peer: Peer, _ pack: (path: String, first: Int)?, _ unit: Double) throws -> RoundFigures {
        let server = try self.field.server(peer)
        let load = try LoadProcess(try self.plan(for: peer, pack))
        let memory = try server.memory.now
        server.memory.forgetPeak()
        let before = try server.processorTime()
        let outcome = try load.measure()
        // What the server does after its last word belongs to the request, too.
        Thread.sleep(forTimeInterval: 0.03)
        let processor = (try server.processorTime() - before) / Double(self.scenario.requests)
        guard outcome.failures.isEmpty, outcome.latencies.count == self.scenario.requests else {
            throw FailedRequests(peer: peer, failures: outcome.failures)
        }
        let peak = try server.memory.peak
        return RoundFigures(
            rate: outcome.rate,
            median: outcome.latencies.microseconds(at: 0.5),
            p99: outcome.latencies.microseconds(at: 0.99),
            p999: outcome.latencies.microseconds(at: 0.999),
            processor: processor,
            verifications: processor / unit,
            memory: peak,
            growth: max(0, peak - memory),
            load: outcome.processor / outcome.seconds,
            received: outcome.received
        )
    }

    /// What the load does with a server; a count and a rate of their own for a soak.
    func plan(
        for peer: Peer,
        _ pack: (path: String, first: Int)?,
        count: Int? = nil,
        rate: Double? = nil
    ) throws -> LoadPlan {
        LoadPlan(
            port: try self.field.server(peer).port,
            home: self.field.home,
            organisation: peer.organisation(of: self.scenario),
            connections: self.scenario.connections,
            streams: self.scenario.streams,
            threads: self.threads,
            steps: peer.steps(of: self.scenario, self.seeds) ?? [],
            scopes: peer == .zegel ? "messages.send messages.read" : nil,
            pack: pack?.path,
            first: pack?.first ?? 0,
            warmUp: self.scenario.warmUp,
            count: count ?? self.scenario.requests,
            rate: rate
        )
    }
}

/// A server did not do what it was asked for: its figures would tell nothing.
struct FailedRequests: Error, CustomStringConvertible {
    let peer: Peer
    let failures: [Int: Int]

    var description: String {
        let parts = self.failures.sorted { $0.key < $1.key }.map { "\($0.value) with status \($0.key)" }
        let list = parts.joined(separator: ", ")
        return "\(self.peer.rawValue) left requests unanswered (\(list)); nothing was measured."
    }
}
