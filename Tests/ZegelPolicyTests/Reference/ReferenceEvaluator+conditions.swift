// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

extension ReferenceEvaluator {
    /// What a field holds, as far as conditions see it.
    private enum Value: Equatable {
        case nothing
        case unreadable
        case text(String)
        case number(Int64)
        case level(Int)
        case day(String)
        case moment(Int64)
        case set(Set<String>)
        case something
    }

    /// Whether a condition holds; one that is not there does.
    func holds(_ condition: JSONValue?, cited: JSONValue? = nil) -> Answer {
        Self.all((condition?.members ?? []).map { self.holds($0.key, $0.value, cited) })
    }

    private static func all(_ answers: [Answer]) -> Answer {
        answers.contains { $0 == .no } ? .no : answers.contains { $0 == .unclear } ? .unclear : .yes
    }

    private static func opposite(_ answer: Answer) -> Answer {
        answer == .yes ? .no : answer == .no ? .yes : .unclear
    }

    private func holds(_ key: String, _ asked: JSONValue, _ cited: JSONValue?) -> Answer {
        switch key {
        case "all": return Self.all((asked.array ?? []).map { self.holds($0, cited: cited) })
        case "any":
            return Self.opposite(Self.all((asked.array ?? []).map { Self.opposite(self.holds($0, cited: cited)) }))
        case "not": return Self.opposite(self.holds(asked, cited: cited))
        case "from": return self.sender.map { Answer(self.selects(asked, $0)) } ?? .unclear
        case "someTo":
            return self.addressees.isEmpty ? .unclear : Answer(self.addressees.contains { self.selects(asked, $0) })
        case "everyTo":
            return self.addressees.isEmpty ? .unclear : Answer(self.addressees.allSatisfy { self.selects(asked, $0) })
        case "cites": return Answer(self.found.contains { $0.map { self.isOne(of: asked.words, $0) } ?? false })
        default:
            guard let checks = asked.members else {
                return self.check("is", asked, key, cited)
            }
            return Self.all(checks.map { self.check($0.key, $0.value, key, cited) })
        }
    }

    private func check(_ check: String, _ asked: JSONValue, _ path: String, _ cited: JSONValue?) -> Answer {
        let value = self.value(path, cited)
        if check == "present" { return Answer((value != .nothing) == (asked.string == "true")) }
        if value == .nothing || value == .unreadable { return .unclear }
        switch check {
        case "sameAs":
            let other = self.value(asked.string ?? "", cited)
            return other == .nothing || other == .unreadable ? .unclear : Answer(value == other)
        case "subsetOf":
            guard case .set(let own) = value, case .set(let whole) = self.value(asked.string ?? "", cited) else {
                return .unclear
            }
            return Answer(own.isSubset(of: whole))
        case "has", "lacks":
            guard case .set(let own) = value else { return .unclear }
            return Answer(asked.words.allSatisfy { own.contains($0) == (check == "has") })
        case "is":
            switch value {
            case .text(let text): return Answer(asked.words.contains(text))
            case .number(let number): return Answer(asked.words.contains("\(number)"))
            case .level(let level): return Answer(asked.words.contains(ReferencePolicy.levels[level]))
            default: return .unclear
            }
        case "atLeast", "atMost":
            let (own, bound): (Int64, Int64?)
            switch value {
            case .number(let number): (own, bound) = (number, Int64(asked.string ?? ""))
            case .level(let level):
                let index = ReferencePolicy.levels.firstIndex(of: asked.string ?? "")
                (own, bound) = (Int64(level), index.map { Int64($0) })
            default: return .unclear
            }
            return bound.map { Answer(check == "atLeast" ? own >= $0 : own <= $0) } ?? .unclear
        default: return self.compare(value, check == "earliest", asked.string ?? "")
        }
    }

    /// A day or moment, and the first or last that it may be.
    private func compare(_ value: Value, _ isFirst: Bool, _ bound: String) -> Answer {
        func compared<Item: Comparable>(_ own: Item, _ bound: Item) -> Answer {
            Answer(isFirst ? bound <= own : own <= bound)
        }
        let day = self.calendar.bound(bound, self.today)
        switch value {
        case .day(let own): return compared(own, day)
        case .moment(let own):
            if bound.hasPrefix("in "), let length = self.calendar.length(bound.dropFirst(3)), !length.isOfDays {
                return compared(own, self.calendar.moment(self.asOf, plus: length))
            }
            return compared(self.calendar.dutchDay(own), day)
        default: return .unclear
        }
    }

    // MARK: - What a field holds

    private func value(_ path: String, _ cited: JSONValue?) -> Value {
        var parts = path.split(separator: ".").map(String.init)
        var header = self.header
        if parts[0] == "cited" || parts[0] == "original" {
            guard let other = parts.removeFirst() == "cited" ? cited : self.facts["original"]?["header"] else {
                return .nothing
            }
            header = other
        }
        switch parts[0] {
        case "asOf": return .moment(self.asOf)
        case "release": return .number(self.facts["release"]?.integer ?? 0)
        case "queriesToday":
            return self.facts["queriesToday"]?.integer.flatMap { $0 < 0 ? nil : .number($0) } ?? .nothing
        case "exchange", "kind", "purpose", "legalBasis":
            return header[parts[0]]?.string.map { $0.isEmpty ? .unreadable : .text($0) } ?? .nothing
        case "case": return header["case"].map { $0.string.map { .text($0) } ?? .unreadable } ?? .nothing
        case "classification":
            return ReferencePolicy.levels.firstIndex(of: header.word("classification")).map { .level($0) } ?? .nothing
        case "markings":
            // No markings are the empty set of them.
            guard let value = header["markings"] else { return .set([]) }
            return value.array.map { $0.count == value.words.count } ?? false ? .set(Set(value.words)) : .unreadable
        case "documents": return .number(Int64(self.documents(of: header)))
        case "addressees": return self.count(header)
        case "subject", "onBehalfOf": return header[parts[0]] == nil ? .nothing : .something
        case "date": return header["date"]?.string.flatMap(self.calendar.day).map { .day($0) } ?? .nothing
        case "details":
            guard let details = header["details"] else { return .nothing }
            guard details.members != nil else { return .unreadable }
            return self.detail(
                Array(parts.dropFirst()),
                details,
                self.policy.kind(header.word("kind"), of: self.exchange)
            )
        default:
            guard header[parts[0]] != nil else { return .nothing }
            switch self.term(parts[0], of: header) {
            case nil: return .unreadable
            case .day(let day): return .day(day)
            case .moment(let moment): return .moment(moment)
            }
        }
    }

    private func count(_ header: JSONValue) -> Value {
        let addressees = Self.addressees(of: header)
        return addressees.isEmpty ? .unreadable : .number(Int64(addressees.count))
    }

    private func detail(_ keys: [String], _ details: JSONValue, _ kind: JSONValue?) -> Value {
        guard var value = details[keys[0]] else { return .nothing }
        if keys == ["subjects"] { return value.integer.map { .number($0) } ?? .unreadable }
        guard var rule = self.policy.detail(keys[0], of: kind) else { return .unreadable }
        for key in keys.dropFirst() {
            guard value.members != nil, let inner = rule["fields"]?[key] else { return .unreadable }
            guard let next = value[key] else { return .nothing }
            (value, rule) = (next, inner)
        }
        guard self.fits(value, rule) else { return .unreadable }
        switch rule.word("type") {
        case "integer": return value.integer.map { .number($0) } ?? .unreadable
        case "boolean": return .text(value == .bool(true) ? "true" : "false")
        case "date": return .day(value.string ?? "")
        case "set": return .set(Set(value.words))
        case "group": return .something
        default: return .text(value.string ?? "")
        }
    }
}
