// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// All decisions that two policies take otherwise: between every two parties, of every kind, for every purpose, and every value of every
/// field that a rule of either tells apart, on every day on which a rule of either begins or ends.
///
/// The domain is that of ``Prover``, and nothing is lost by what stands for the rest, for the same reasons; both policies are asked about
/// what either tells apart.
package struct PolicyComparison: Sendable {
    /// What is decided otherwise, in a fixed order.
    package let differences: [PolicyDifference]
    /// How many requests there are that could be put to both, counted as a product.
    package let covered: Double
    /// How many were decided, under one policy or the other, and stand for the rest.
    package let decided: Int
    /// How many exchanges were compared.
    package let compared: Int
    /// Exchanges that are written alike, with the same organisations and markings, so that nothing can differ.
    package let unchanged: Int

    /// What one group of requests showed.
    private struct Part: Sendable {
        let exchange: String
        let day: CalendarDate
        let found: Set<PolicyDifference>
        let covered: Double
        let decided: Int
    }

    /// Compares two policies.
    ///
    /// - Parameters:
    ///   - old: One engine.
    ///   - new: The other.
    ///   - unchanged: Exchanges that are written alike.
    ///   - asOf: The moment of the decisions; days on which something begins or ends are tried besides.
    package init(_ old: PolicyEngine, _ new: PolicyEngine, unchanged: Set<String>, asOf: Instant) async {
        let names = Set(old.policy.exchanges.keys).union(new.policy.exchanges.keys)
        var days: [String: Set<CalendarDate>] = [:]
        let parts = await withTaskGroup(of: Part.self) { group in
            for name in names.subtracting(unchanged) {
                let (one, other) = (old.policy.exchanges[name], new.policy.exchanges[name])
                let kinds = Set((one?.kinds.keys.map { $0 } ?? []) + (other?.kinds.keys.map { $0 } ?? []))
                let moments = Set([one, other].flatMap { $0?.moments(near: asOf) ?? [] })
                days[name] = Set(moments.map(Amsterdam.day))
                for moment in moments {
                    for kind in kinds {
                        group.addTask {
                            func proof(_ engine: PolicyEngine, _ exchange: ExchangePolicy?) -> KindProof? {
                                guard let exchange, let rule = exchange.kinds[kind] else { return nil }
                                return KindProof(engine, exchange, rule, asOf: moment, literals: [])
                            }
                            var comparison = KindComparison(proof(old, one), proof(new, other))
                            comparison.compare()
                            return Part(
                                exchange: name,
                                day: Amsterdam.day(of: moment),
                                found: comparison.found,
                                covered: comparison.covered,
                                decided: comparison.decided
                            )
                        }
                    }
                }
            }
            return await group.reduce(into: [Part]()) { $0.append($1) }
        }
        var found: [PolicyDifference: Set<CalendarDate>] = [:]
        for part in parts {
            for difference in part.found { found[difference, default: []].insert(part.day) }
        }
        let dated = found.map { difference, on in
            var difference = difference
            if on != days[difference.exchange] { difference.days = on.sorted() }
            return difference
        }
        let audits = names.subtracting(unchanged).flatMap { name in
            Self.audits(name, old.policy.exchanges[name], new.policy.exchanges[name])
        }
        self.differences = (dated + audits).sorted { $0.order.lexicographicallyPrecedes($1.order) }
        self.covered = parts.reduce(0) { $0 + $1.covered }
        self.decided = parts.reduce(0) { $0 + $1.decided }
        self.compared = names.subtracting(unchanged).count
        self.unchanged = names.intersection(unchanged).count
    }

    private static func audits(_ name: String, _ old: ExchangePolicy?, _ new: ExchangePolicy?) -> [PolicyDifference] {
        let (before, now) = (old?.auditors ?? [], new?.auditors ?? [])
        return before.symmetricDifference(now).map { mailbox in
            PolicyDifference(
                exchange: name,
                kind: "",
                action: .audit,
                from: [mailbox],
                to: [],
                purpose: "",
                what: "",
                isAllowedNow: now.contains(mailbox)
            )
        }
    }
}
