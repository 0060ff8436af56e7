// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a kind says about one key of `details`.
struct DetailRule: Sendable {
    /// The types that a key may have (DESIGN §4.2).
    indirect enum DetailType: Sendable {
        case integer(ClosedRange<Int64>)
        /// With whether the day may lie ahead of the decision.
        case date(mayLieAhead: Bool)
        case boolean
        case text
        case choice(Set<String>)
        case set(Set<String>)
        case group([String: DetailRule])
    }

    let type: DetailType
    /// The values that it may have, as texts; `nil` for all of the type.
    let allowed: Set<String>?
    /// The reason that is given for another value.
    let otherwise: ReasonCode
    /// For whom it must be there; `nil` where it never must.
    let required: Selector?
    let reference: RuleReference

    /// Whether a value is of the type.
    func isOfType(_ value: JSONValue, on day: CalendarDate) -> Bool {
        switch self.type {
        case .integer(let range): return value.integer.map(range.contains) ?? false
        case .date(let mayLieAhead):
            guard let date = value.string.flatMap({ CalendarDate($0) }) else { return false }
            return mayLieAhead || date <= day
        case .boolean:
            guard case .bool = value else { return false }
            return true
        case .text: return value.string.map { (1...200).contains($0.unicodeScalars.count) } ?? false
        case .choice(let names): return value.string.map(names.contains) ?? false
        case .set(let names):
            let elements = value.array?.compactMap(\.string) ?? []
            return elements.count == value.array?.count && Set(elements).count == elements.count
                && elements.allSatisfy(names.contains)
        case .group(let rules):
            guard let members = value.members else { return false }
            return members.allSatisfy { rules[$0.key]?.isOfType($0.value, on: day) ?? false }
                && rules.allSatisfy { name, rule in rule.required == nil || members.contains { $0.key == name } }
        }
    }

    /// Whether a value of the type is among those allowed.
    func isAllowed(_ value: JSONValue) -> Bool {
        guard let allowed = self.allowed else { return true }
        switch value {
        case .bool(let flag): return allowed.contains(flag ? "true" : "false")
        case .integer(let number): return allowed.contains("\(number)")
        case .string(let text): return allowed.contains(text)
        case .array(let elements): return elements.allSatisfy(self.isAllowed)
        case .null, .object: return false
        }
    }
}
