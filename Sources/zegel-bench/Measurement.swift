// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// What is measured: some work that can be repeated, on one thread.
struct Candidate {
    /// What the table calls it.
    let name: String
    /// What one piece of work is, in a goal: at most so many microseconds, or so many verifications.
    let goal: Goal?
    /// Does the work once; the result is kept from being optimised away.
    let work: () throws -> Void

    init(_ name: String, goal: Goal? = nil, work: @escaping () throws -> Void) {
        self.name = name
        self.goal = goal
        self.work = work
    }

    /// The most that it may cost.
    enum Goal {
        case microseconds(Double)
        case verifications(Double)
    }
}

/// The medians of all candidates over rounds that go through them in turn, so that a slow moment of the machine hits all alike.
struct Measurement {
    /// Microseconds of processor time for one piece of work, in the order of the candidates.
    let microseconds: [Double]
    /// The same in P-256 verifications of the same round.
    let verifications: [Double]

    init(_ candidates: [Candidate], rounds: Int, milliseconds: Int) throws {
        let all = try [Self.verification()] + candidates
        // As often as fills the time; a first pass also warms everything up.
        let repetitions = try all.map { try Self.repetitions(of: $0, filling: Double(milliseconds) * 1_000) }
        var costs = all.map { _ in [Double]() }
        var ratios = costs
        for round in 0..<rounds {
            var now = all.map { _ in 0.0 }
            // The order is reversed each round.
            for index in round.isMultiple(of: 2) ? Array(all.indices) : all.indices.reversed() {
                now[index] = try Self.cost(of: all[index], repeated: repetitions[index])
            }
            for index in all.indices {
                costs[index].append(now[index])
                ratios[index].append(now[index] / now[0])
            }
        }
        self.microseconds = costs.map(Self.median)
        self.verifications = ratios.map(Self.median)
    }

    /// The measure of everything: one P-256 signature verified over a digest, as swift-crypto does it.
    private static func verification() throws -> Candidate {
        let key = P256.Signing.PrivateKey()
        let digest = SHA256.hash(data: Array("zegel".utf8))
        let signature = try key.signature(for: digest)
        let publicKey = key.publicKey
        return Candidate("one P-256 verification") {
            guard publicKey.isValidSignature(signature, for: digest) else { throw WrongAnswer() }
        }
    }

    private static func repetitions(of candidate: Candidate, filling microseconds: Double) throws -> Int {
        var count = 1
        while true {
            let cost = try Self.cost(of: candidate, repeated: count)
            if cost * Double(count) >= microseconds / 4 { return max(1, Int(microseconds / cost)) }
            count *= 4
        }
    }

    private static func cost(of candidate: Candidate, repeated count: Int) throws -> Double {
        let start = ProcessorClock.own
        for _ in 0..<count { try candidate.work() }
        return (ProcessorClock.own - start) / Double(count)
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// Work did not do what it should: its time would tell nothing.
struct WrongAnswer: Error, CustomStringConvertible {
    var description: String { "A measured piece of work gave the wrong answer; nothing was measured." }
}
