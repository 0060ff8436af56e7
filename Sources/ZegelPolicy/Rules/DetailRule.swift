// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a kind says about one key of `details`.
struct DetailRule: Sendable {
    /// The types that a key may have (DESIGN §4.2).
    indirect enum DetailType: Sendable {
        case integer
        case date
        case boolean
        case text
        case choice(Set<String>)
        case set(Set<String>)
        case group([String: DetailRule])
    }

    let type: DetailType
    /// The values that it may have, as texts; `nil` for all of the type.
    var allowed: Set<String>?
    /// The least and the greatest integer.
    var minimum: Int64?
    var maximum: Int64?
    /// The first and the last day.
    var earliest: Bound?
    var latest: Bound?
    /// The reason that is given for another value.
    var otherwise = ReasonCode.fieldValue
    /// For whom it must be there; `nil` where it never must.
    var required: Selector?
    /// For whom it may not be there; `nil` where it always may.
    var forbidden: Selector?
    /// When it must, or may not, be there; `nil` for always.
    var when: Condition?
    let reference: RuleReference

    /// What conditions can ask of it.
    var valueType: ValueType {
        switch self.type {
        case .integer: .number
        case .date: .day
        case .boolean: .flag
        case .text, .choice: .text
        case .set: .set
        case .group: .presence
        }
    }

    /// What is wrong with a value, on a day; empty where nothing is.
    func objections(to value: JSONValue, on today: CalendarDate) -> [ReasonCode] {
        guard self.isOfType(value) else { return [.fieldValue] }
        switch self.type {
        case .group(let rules):
            return (value.members ?? []).flatMap { rules[$0.key]?.objections(to: $0.value, on: today) ?? [] }
        default: return self.isInside(value, on: today) ? [] : [self.otherwise]
        }
    }

    /// Whether a value is of the type: conditions look at no other.
    ///
    /// In a group what is required is required of all, and there are no other keys.
    func isOfType(_ value: JSONValue) -> Bool {
        switch self.type {
        case .integer: return value.integer.map { $0 >= 0 } ?? false
        case .date: return value.string.flatMap { CalendarDate($0) } != nil
        case .boolean:
            guard case .bool = value else { return false }
            return true
        case .text: return value.string.map { (1...200).contains($0.unicodeScalars.count) } ?? false
        case .choice(let names): return value.string.map(names.contains) ?? false
        case .set(let names):
            let elements = value.array?.compactMap(\.string) ?? []
            // Nothing is said by leaving the key out, and in no other way.
            return elements.count == value.array?.count && !elements.isEmpty
                && Set(elements).count == elements.count && elements.allSatisfy(names.contains)
        case .group(let rules):
            guard let members = value.members else { return false }
            return members.allSatisfy { rules[$0.key]?.isOfType($0.value) ?? false }
                && rules.allSatisfy { name, rule in rule.required == nil || members.contains { $0.key == name } }
        }
    }

    /// Whether a value of the type is among those allowed.
    private func isInside(_ value: JSONValue, on today: CalendarDate) -> Bool {
        func allows(_ text: String) -> Bool { self.allowed?.contains(text) ?? true }
        switch value {
        case .bool(let flag): return allows(flag ? "true" : "false")
        case .integer(let number):
            return number >= self.minimum ?? 0 && number <= self.maximum ?? .max && allows("\(number)")
        case .string(let text):
            guard case .date = self.type, let day = CalendarDate(text) else { return allows(text) }
            return self.earliest.map { $0.day(on: today) <= day } ?? true
                && self.latest.map { day <= $0.day(on: today) } ?? true
        case .array(let elements): return elements.allSatisfy { $0.string.map(allows) ?? false }
        case .null, .object: return false
        }
    }
}
