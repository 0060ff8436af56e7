// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The values of a field that rules could tell apart: below, at and above each bound, each name, absent, and of another type.
///
/// A rule compares a number or a day with bounds only, and a text or set with names only, so that between two neighbouring bounds, and
/// among names that no rule knows, all values are judged alike, and one of them stands for all.
struct ProofValues {
    let asOf: Instant
    let today: CalendarDate
    private static let longest = 201

    init(asOf: Instant) {
        self.asOf = asOf
        self.today = Amsterdam.day(of: asOf)
    }

    // MARK: - Bounds

    /// Below, at and above each bound, never below zero.
    func numbers(_ bounds: [Int64], _ checks: [Check]) -> [Int64] {
        let asked = checks.flatMap { (check: Check) -> [Int64] in
            switch check {
            case .atLeast(let number), .atMost(let number): return [number]
            case .isOneOf(let values): return values.compactMap { Int64($0) }
            default: return []
            }
        }
        let near = (bounds + asked).flatMap { (number: Int64) -> [Int64] in [number - 1, number, number + 1] }
        return Set((near + [0, 1]).filter { $0 >= 0 }).sorted()
    }

    /// The day before, of and after each bound, and yesterday, today and tomorrow.
    func days(_ bounds: [Bound], _ checks: [Check], _ spans: [Span] = []) -> [CalendarDate] {
        let asked = checks.flatMap { check -> [Bound] in
            switch check {
            case .earliest(let bound), .latest(let bound): [bound]
            default: []
            }
        }
        let named = (bounds + asked).map { $0.day(on: self.today) } + spans.map { $0.end(after: self.today) }
        let all = (named + [self.today]).flatMap { [$0.advanced(byDays: -1), $0, $0.advanced(byDays: 1)] }
        return Set(all).sorted()
    }

    /// The second before, of and after the end of each length of time, and of each bound that is one.
    func moments(_ spans: [Span], _ checks: [Check]) -> [Instant] {
        let asked = checks.compactMap { check -> Instant? in
            switch check {
            case .earliest(let bound), .latest(let bound): bound.moment(from: self.asOf)
            default: nil
            }
        }
        let ends = asked + spans.map { $0.end(after: self.asOf) }
        return Set(ends.flatMap { [$0.advanced(bySeconds: -1), $0, $0.advanced(bySeconds: 1)] }).sorted()
    }

    // MARK: - Details

    /// The values of a key: those that the rule takes first, then others and one of another type; absent is none of them.
    func values(of rule: DetailRule, at keys: [String], in looking: Looking) -> [JSONValue] {
        let all = self.typed(rule, keys, looking) + [.null]
        let good = all.filter { rule.objections(to: $0, on: self.today).isEmpty }
        return good + all.filter { !good.contains($0) }
    }

    /// The same with absence, which comes first where nobody asks for the key.
    func choices(of rule: DetailRule, at keys: [String], in looking: Looking) -> [JSONValue?] {
        let values = self.values(of: rule, at: keys, in: looking).map { Optional($0) }
        return rule.required == nil ? [nil] + values : values + [nil]
    }

    private func typed(_ rule: DetailRule, _ keys: [String], _ looking: Looking) -> [JSONValue] {
        let checks = looking.checks(.details, keys)
        let named = checks.flatMap { check -> [String] in
            switch check {
            case .isOneOf(let values), .has(let values), .lacks(let values): values.sorted()
            default: []
            }
        }
        switch rule.type {
        case .integer:
            let bounds = [rule.minimum, rule.maximum].compactMap { $0 } + (rule.allowed ?? []).compactMap { Int64($0) }
            return self.numbers(bounds, checks).map { .integer($0) }
        case .date:
            return self.days([rule.earliest, rule.latest].compactMap { $0 }, checks).map { .string("\($0)") }
        case .boolean: return [.bool(true), .bool(false)]
        case .choice(let names): return (names.sorted() + ["~"]).map { .string($0) }
        case .text:
            let texts = (rule.allowed ?? []).sorted() + named + ["text", "other"]
            return (texts + ["", String(repeating: "x", count: Self.longest)]).map { .string($0) }
        case .set(let names): return self.sets(names.sorted(), named)
        case .group(let rules): return self.groups(rules, keys, looking)
        }
    }

    /// One, two and all names, those that conditions name, all of the others, none, and an unknown one.
    ///
    /// Rules ask of a set whether it holds names, or is a part of another; of few names all sets are taken.
    private func sets(_ names: [String], _ named: [String]) -> [JSONValue] {
        var sets: [[String]] = [Array(names.prefix(1)), Array(names.prefix(2)), names, [], ["~"]]
        if names.count <= 3 {
            sets += (0..<(1 << names.count)).map { bits in
                names.indices.filter { bits & (1 << $0) != 0 }.map { names[$0] }
            }
        }
        sets += named.map { [$0] } + [named, names.filter { !named.contains($0) }]
        var seen: Set<[String]> = []
        return sets.filter { seen.insert($0).inserted }.map { .array($0.map { .string($0) }) }
    }

    /// Every combination of the values of its keys, or, where there would be too many, each key varied by itself.
    private func groups(_ rules: [String: DetailRule], _ keys: [String], _ looking: Looking) -> [JSONValue] {
        let parts = rules.sorted { $0.key < $1.key }.map { name, rule in
            (name: name, choices: self.choices(of: rule, at: keys + [name], in: looking))
        }
        func group(_ values: [JSONValue?]) -> JSONValue {
            .object(zip(parts, values).compactMap { part, value in value.map { .init(part.name, $0) } })
        }
        let count = parts.reduce(1) { $0 * $1.choices.count }
        if count <= 200 {
            let all = parts.reduce([[JSONValue?]()]) { found, part in
                found.flatMap { values in part.choices.map { values + [$0] } }
            }
            return all.map(group)
        }
        let first = parts.map { $0.choices[0] }
        let varied = parts.indices.flatMap { index in
            parts[index].choices.map { choice in
                var values = first
                values[index] = choice
                return group(values)
            }
        }
        return [group(first)] + varied.filter { $0 != group(first) }
    }
}
