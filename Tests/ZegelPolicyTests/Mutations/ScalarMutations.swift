// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// What can be changed about a single value.
///
/// Levels go one up and one down, lengths of time and days one longer and one shorter, numbers one up and one down. Where a word is one of
/// a few, it becomes each other. A reason becomes another reason. An organisation leaves a kind that a rule names, and its region.
struct ScalarMutations {
    private let place: [String]
    /// The kinds of organisations that rules name.
    private let named: Set<String>

    init(_ place: [String], named: Set<String>) {
        self.place = place
        self.named = named
    }

    func variants(of node: YAMLNode) -> [Variant] {
        guard let text = node.scalar else { return [] }
        return self.values(instead: text).map { other in
            let change = "\(other) instead of \(text)"
            return Variant(place: self.place, change: change, node: node.with(.scalar(other)), words: [])
        }
    }

    /// Words of which a key takes one.
    private static let choices: [String: [String]] = [
        "then": ["vernietigen", "overbrengen"], "consent": ["needed", "not-needed"],
        "number": ["one", "some", "optional"], "list": ["versioned", "subscribed"], "purpose": ["same", "any"],
        "case": ["required", "forbidden"], "region": ["nl", "other"],
        "forward": ["free", "members", "own-organisation", "consent", "never"],
        "from": ["delivery", "closing", "lifting", "replacement"],
    ]

    private func values(instead text: String) -> [String] {
        let key = self.place.last ?? ""
        if let level = Classification(rawValue: text) {
            return Classification.allCases.filter { abs($0.rank - level.rank) == 1 }.map(\.rawValue)
        }
        if self.place.first == "organisations", key == "kind" {
            return self.named.contains("kind:\(text)") ? ["other"] : []
        }
        if let choice = Self.choices[key], choice.contains(text) { return choice.filter { $0 != text } }
        if key == "reason" || key == "otherwise" {
            let other: ReasonCode = text == ReasonCode.listVersionGap.rawValue ? .fieldValue : .listVersionGap
            return [other.rawValue]
        }
        if text == "true" || text == "false" { return [text == "true" ? "false" : "true"] }
        if key == "subjects", text == "any" { return ["1"] }
        if let days = Self.days(near: text) { return days }
        if Int64(key) == nil, let number = Int64(text) {
            return (max(0, number - 1)...(number + 1)).filter { $0 != number }.map { "\($0)" }
        }
        return Self.spans(near: text)
    }

    /// A day before and a day after.
    private static func days(near text: String) -> [String]? {
        if text == "today" { return ["1 day ago", "in 1 day"] }
        if let day = CalendarDate(text) { return [-1, 1].map { "\(day.advanced(byDays: $0))" } }
        guard text.utf8.count == 5, let day = CalendarDate("2026-\(text)") else { return nil }
        return [-1, 1].map { "\(day.advanced(byDays: $0))".suffix(5) }.map(String.init)
    }

    /// One unit less and one more.
    private static func spans(near text: String) -> [String] {
        let parts = text.split(separator: " ").map(String.init)
        guard let place = parts.firstIndex(where: { Int($0) != nil }), let number = Int(parts[place]),
            Span(parts.dropFirst(place).filter { $0 != "ago" }.joined(separator: " ")) != nil
        else { return [] }
        return [number - 1, number + 1].filter { $0 > 0 }.map { other in
            parts.indices.map { $0 == place ? "\(other)" : parts[$0] }.joined(separator: " ")
        }
    }
}
