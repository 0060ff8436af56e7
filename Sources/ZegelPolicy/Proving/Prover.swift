// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

/// Proves invariants by going through everything that could be asked (DESIGN §6).
///
/// The domain comes from the policy: every mailbox as sender and addressee, every kind, purpose, basis, level and marking, each detail
/// and field below, at and above every bound, absent and mistyped, what is cited, the case, the list, who was told, how many signed, and
/// every path of forwards. It has more requests than could be asked one by one, so that only those are asked that a rule or an
/// invariant tells apart; ``PartyClasses``, ``MessageSearch`` and ``ForwardSearch`` say why nothing is lost by that.
package struct Prover: Sendable {
    private let engine: PolicyEngine
    private let invariants: [Invariant]
    private let asOf: Instant

    /// - Parameters:
    ///   - engine: The engine whose answers are proved.
    ///   - invariants: What is proved.
    ///   - asOf: The moment of all decisions; days on which a membership begins or ends are tried besides.
    package init(_ engine: PolicyEngine, _ invariants: [Invariant], asOf: Instant) {
        self.engine = engine
        self.invariants = invariants
        self.asOf = asOf
    }

    /// Proves all invariants, kind by kind, on as many cores as there are.
    package func prove() async -> ProofReport {
        await withTaskGroup(of: KindProver.self) { group in
            for job in self.jobs() { group.addTask { job.proved() } }
            var done: [KindProver] = []
            for await prover in group { done.append(prover) }
            return self.report(done)
        }
    }

    /// Proves the invariants of some exchanges; it blocks, and takes none of the threads that tasks share.
    package func prove(only exchanges: Set<String>) -> ProofReport {
        let jobs = self.jobs(of: exchanges)
        let done = Proved()
        PatientThreads.perform(jobs.count) { done.add(jobs[$0].proved()) }
        return self.report(done.all)
    }

    private func jobs(of exchanges: Set<String>? = nil) -> [KindProver] {
        let chosen = self.engine.policy.exchanges.values.filter { exchanges?.contains($0.name) ?? true }
        return chosen.sorted { $0.name < $1.name }.flatMap { exchange in
            let kinds = exchange.kinds.values.sorted { $0.name < $1.name }.filter { kind in
                self.invariants.contains { $0.concerns(kind.name, of: exchange.name) }
            }
            return kinds.flatMap { kind in
                exchange.moments(near: self.asOf).map {
                    KindProver(self.engine, exchange, kind, asOf: $0, self.invariants)
                }
            }
        }
    }

    private func report(_ done: [KindProver]) -> ProofReport {
        var (covered, decided, unconfirmed) = (0.0, 0, 0)
        var found: [String: Counterexample] = [:]
        var (silent, spoken) = (Set<String>(), Set<String>())
        for prover in done {
            covered += prover.covered
            decided += prover.decided
            unconfirmed += prover.unconfirmed
            if prover.isSilent { silent.insert(prover.name) } else { spoken.insert(prover.name) }
            for (name, example) in prover.found {
                if let other = found[name], other.size <= example.size { continue }
                found[name] = example
            }
        }
        let results = self.invariants.map { ProofResult(invariant: $0, counterexample: found[$0.name]) }
        return ProofReport(
            results: results,
            covered: covered,
            decided: decided,
            unconfirmed: unconfirmed,
            silent: silent.subtracting(spoken).sorted()
        )
    }
}

extension ExchangePolicy {
    /// A moment, and noon of the days before, on and after which a membership, or a rule about the date, changes.
    func moments(near asOf: Instant) -> [Instant] {
        let today = Amsterdam.day(of: asOf)
        var days = self.members.values.joined().flatMap { membership in
            [membership.from, membership.until].compactMap { $0 }
        }
        var looking = Looking()
        for kind in self.kinds.values {
            for condition in kind.conditions { looking.look(at: condition) }
        }
        for check in looking.checks(.asOf) {
            switch check {
            case .earliest(let bound), .latest(let bound): days.append(bound.day(on: today))
            default: ()
            }
        }
        let near = Set(days).subtracting([today]).flatMap { day in
            [day.advanced(byDays: -1), day, day.advanced(byDays: 1)]
        }
        let others = Set(near).subtracting([today]).sorted().map { $0.startInUTC.advanced(bySeconds: 43_200) }
        return [asOf] + others
    }
}

extension KindPolicy {
    /// All conditions of its rules.
    fileprivate var conditions: [Condition] {
        let own = self.permits.map(\.when) + self.forbids.flatMap { [$0.when, $0.unless] }
        let shared = self.purposes.values.joined().map(\.when) + self.releases.map(\.when)
        let about = self.details.values.map(\.when) + self.fields.map(\.when) + self.citations.map(\.when)
        return (own + shared + about).compactMap { $0 }
    }
}

/// What was proved so far, by several threads.
private final class Proved: Sendable {
    private let provers = Mutex<[KindProver]>([])

    var all: [KindProver] { self.provers.withLock { $0 } }

    func add(_ prover: KindProver) { self.provers.withLock { $0.append(prover) } }
}

extension KindProver {
    /// The same when it has done its work.
    fileprivate func proved() -> KindProver {
        var prover = self
        prover.prove()
        return prover
    }
}
