// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// Numbers that are the same for the same seed (SplitMix64), so that what a seed showed can be seen again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Whether one of `sides` comes up.
    mutating func rolls(_ sides: Int) -> Bool { Int.random(in: 1...sides, using: &self) == 1 }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// Some of the elements, in their order; none may come, too.
    mutating func some<Element>(_ elements: [Element]) -> [Element] {
        let sides = self.number(1...4)
        return elements.filter { _ in self.rolls(sides) }
    }

    /// At least one of the elements.
    mutating func any<Element>(_ elements: [Element]) -> [Element] {
        let found = self.some(elements)
        return found.isEmpty ? [self.pick(elements)] : found
    }
}

/// Changes requests at random, with words that the policy knows and a few that it does not.
struct RandomRequest {
    let policy: ReferencePolicy
    let calendar = ReferenceCalendar()
    private let mailboxes: [String]
    private let purposes: [String]
    private let bases: [String]
    private let markings: [String]
    /// The lengths of time and days that rules name.
    private let bounds: [String]
    private let exchange: JSONValue

    init(_ policy: ReferencePolicy, _ name: String) {
        let exchange = policy.exchanges[name] ?? .null
        self.policy = policy
        self.exchange = exchange
        let members = (exchange["members"]?.members ?? []).flatMap { $0.value.array ?? [] }.map { $0.word("mailbox") }
        let known = policy.mailboxes.keys.sorted()
        self.mailboxes = Set(members).sorted() + Set(members).sorted() + known.prefix(6) + ["aivd/bestaat-niet"]
        self.purposes = Set((exchange["purposes"]?.array ?? []).map { $0.word("purpose") }).sorted() + ["anders"]
        self.bases = (exchange["bases"]?.members ?? []).map(\.key) + ["anders"]
        self.markings = (policy.markings.members ?? []).map(\.key) + ["anders"]
        self.bounds = Set(exchange.scalars.filter { text in text.contains(" ") || text.contains("-") }).sorted()
    }

    // MARK: - Values

    func address(_ name: String, _ dice: inout Dice) -> JSONValue {
        let oin = dice.rolls(40) ? nil : self.policy.mailboxes[name]?.oin
        return ["oin": .string(oin ?? "00000099000000099000"), "mailbox": .string(name)]
    }

    /// A day at, or near, today or a bound of a rule.
    func day(_ facts: JSONValue, _ dice: inout Dice) -> String {
        let today = self.calendar.dutchDay(self.calendar.moment(facts.word("asOf")) ?? 0)
        var day = today
        if !self.bounds.isEmpty, !dice.rolls(3) {
            let text = dice.pick(self.bounds)
            if let length = self.calendar.length(text), Self.units.contains(length.unit) {
                day = self.calendar.day(today, plus: length)
            } else if text.hasPrefix("in ") || text.hasSuffix(" ago") || self.calendar.day(text) != nil {
                day = self.calendar.bound(text, today)
            }
        }
        let near = ReferenceCalendar.Length(count: dice.pick([0, 0, 1, 1, 2, 30]), unit: "day")
        return self.calendar.day(day, plus: near, times: dice.pick([1, -1]))
    }

    private static let units = ["minute", "hour", "day", "working day", "month", "year"]

    private func term(_ facts: JSONValue, _ dice: inout Dice) -> String {
        guard dice.rolls(2), let asOf = self.calendar.moment(facts.word("asOf")) else { return self.day(facts, &dice) }
        let texts = self.bounds.filter { text in
            self.calendar.length(text).map { Self.units.contains($0.unit) } ?? false
        }
        let length = texts.isEmpty ? nil : self.calendar.length(dice.pick(texts))
        let moment = length.map { self.calendar.moment(asOf, plus: $0) } ?? asOf
        return "\(Instant(milliseconds: moment + Int64(dice.pick([-1_000, 0, 0, 1_000]))))"
    }

    /// A value for a key of details: most often one that its rule takes.
    func detail(_ rule: JSONValue, _ facts: JSONValue, _ dice: inout Dice) -> JSONValue {
        if dice.rolls(25) { return dice.pick([.null, "", [], .object([]), .integer(-1), .bool(true), "tekst"]) }
        if let allowed = rule["allowed"]?.words, !allowed.isEmpty, rule.word("type") == "text", !dice.rolls(4) {
            return .string(dice.pick(allowed))
        }
        switch rule.word("type") {
        case "integer":
            let bounds = [rule["minimum"], rule["maximum"]].compactMap { $0?.string.flatMap { Int64($0) } }
            return .integer(dice.pick(bounds + [0, 1, 2, 3, 4, 5]) + Int64(dice.pick([0, 0, 0, 1, -1])))
        case "date": return .string(self.day(facts, &dice))
        case "boolean": return .bool(dice.rolls(2))
        case "text": return .string(dice.pick(["tekst", "x", "y"]))
        case "choice": return .string(dice.rolls(20) ? "~" : dice.pick(rule.words("of")))
        case "set": return .array(dice.any(rule.words("of")).map { .string($0) })
        default:
            let members = (rule["fields"]?.members ?? []).compactMap { field -> JSONValue.Member? in
                if dice.rolls(field.value["required"] == nil ? 2 : 12) { return nil }
                return .init(field.key, self.detail(field.value, facts, &dice))
            }
            return .object(members)
        }
    }

    // MARK: - Changes

    private static let keys = [
        "from", "to", "to", "purpose", "purpose", "legalBasis", "legalBasis", "classification", "classification",
        "markings", "case", "notBefore", "respondBy", "reviewBy", "reviewBy", "retainUntil", "subject", "onBehalfOf",
        "documents", "kind", "inReplyTo", "date",
    ]

    /// Changes one member of a header.
    func changing(_ header: JSONValue, _ facts: JSONValue, _ dice: inout Dice) -> JSONValue {
        let kind = self.policy.kind(header.word("kind"), of: self.exchange)
        let details = (kind?["details"]?.members ?? []).map(\.key) + ["subjects", "evaluation", "kleur"]
        if dice.rolls(2) {
            let key = dice.pick(details)
            let value: JSONValue
            if key == "subjects" {
                value = .integer(Int64(dice.number(0...3)))
            } else {
                value = self.policy.detail(key, of: kind).map { self.detail($0, facts, &dice) } ?? "x"
            }
            let isLeftOut = dice.rolls(header["details"]?[key] == nil ? 5 : 2)
            return header.setting(["details", key], to: isLeftOut ? nil : value)
        }
        let key = dice.pick(Self.keys)
        return header.setting([key], to: dice.rolls(4) ? nil : self.value(key, header, facts, &dice))
    }

    private func value(_ key: String, _ header: JSONValue, _ facts: JSONValue, _ dice: inout Dice) -> JSONValue? {
        if dice.rolls(40) { return dice.pick([.null, "", [], .object([]), .integer(1)]) }
        switch key {
        case "from": return self.address(dice.pick(self.mailboxes), &dice)
        case "to":
            let others = (header["to"]?.array ?? []).filter { _ in dice.rolls(2) }
            return .array(others + [self.address(dice.pick(self.mailboxes), &dice)])
        case "purpose": return .string(dice.pick(self.purposes))
        case "legalBasis": return .string(dice.pick(self.bases))
        case "classification":
            return .string(dice.pick(ReferencePolicy.levels + Array(ReferencePolicy.levels.prefix(3))))
        case "markings": return .array(dice.some(self.markings).map { .string($0) })
        case "case": return .string(dice.pick(["CASE-1", "CASE-1", "DH-17", "CASE-2"]))
        case "notBefore", "respondBy": return .string(self.term(facts, &dice))
        case "reviewBy", "retainUntil", "date": return .string(self.day(facts, &dice))
        case "subject", "onBehalfOf": return .bool(true)
        case "documents": return .integer(Int64(dice.number(0...3)))
        case "kind":
            let kinds = (self.exchange["kinds"]?.members ?? []).map(\.key)
            return .string(dice.pick(kinds + ["anders"]))
        default:
            let citations = (header["inReplyTo"]?.array ?? []).filter { _ in !dice.rolls(3) }
            let more = (facts["inReplyTo"]?.array ?? []).map { message -> JSONValue in
                ["kenmerk": message["header"]?["kenmerk"] ?? "-", "date": message["header"]?["date"] ?? "-"]
            }
            return .array(citations + (more.isEmpty || dice.rolls(2) ? [] : [dice.pick(more)]))
        }
    }

    /// Changes one thing that the server knows.
    func changing(factsOf header: JSONValue, _ facts: JSONValue, _ dice: inout Dice) -> JSONValue {
        let names = dice.some(self.mailboxes).map { JSONValue.string($0) }
        let day = JSONValue.string(self.day(facts, &dice))
        switch dice.pick([
            "asOf", "release", "inReplyTo", "inReplyTo", "case", "list", "told", "queries", "original", "original",
        ]) {
        case "asOf":
            let hour = dice.pick(["T12:00:00Z", "T22:59:59Z", "T23:00:00Z", "T00:30:00.500Z"])
            return facts.setting(["asOf"], to: .string((day.string ?? "") + hour))
        case "release": return facts.setting(["release"], to: .integer(Int64(dice.number(0...3))))
        case "queries":
            return facts.setting(
                ["queriesToday"],
                to: dice.rolls(3) ? nil : .integer(Int64(dice.pick([0, 1, 99, 100])))
            )
        case "told": return facts.setting(["told"], to: dice.rolls(4) ? nil : .array(names))
        case "list":
            guard facts["list"] != nil, !dice.rolls(5) else {
                return facts.setting(["list"], to: ["name": "l", "lastVersion": 1, "subscribers": .array(names)])
            }
            return dice.rolls(2)
                ? facts.setting(["list", "lastVersion"], to: .integer(Int64(dice.number(0...3))))
                : facts.setting(["list", "subscribers"], to: .array(names))
        case "case":
            guard facts["case"] != nil, !dice.rolls(4) else {
                let parties = [header["from"]].compactMap { $0 } + (header["to"]?.array ?? [])
                let members = parties.map { party -> JSONValue in
                    ["mailbox": .string(party.word("mailbox")), "basis": "-", "from": "2026-01-01"]
                }
                let measures = JSONValue.array(parties.map { .string($0.word("mailbox")) })
                return facts.setting(
                    ["case"],
                    to: ["id": "CASE-1", "opened": "2026-01-01", "members": .array(members), "measuresBy": measures]
                )
            }
            switch dice.number(0...3) {
            case 0: return facts.setting(["case", dice.pick(["opened", "closed"])], to: day)
            case 1: return facts.setting(["case", "measuresBy"], to: .array(names))
            default:
                return self.changing(facts, ["case", "members"]) {
                    $0.setting([["from", "until"][dice.number(0...1)]], to: day)
                }
            }
        case "original":
            guard let message = facts["original"]?["header"] else { return facts }
            switch dice.number(0...3) {
            case 0: return facts.setting(["original", "withdrawn"], to: .bool(dice.rolls(2)))
            case 1: return facts.setting(["original", "deliveredTo"], to: dice.rolls(2) ? nil : .array(names))
            case 2:
                let consents = (header["to"]?.array ?? []).map { party -> JSONValue in
                    ["mailbox": .string(party.word("mailbox")), "purpose": header["purpose"] ?? "-"]
                }
                return facts.setting(["original", "consents"], to: .array(dice.some(consents + consents)))
            default: return facts.setting(["original", "header"], to: self.changing(message, facts, &dice))
            }
        default:
            return self.changing(facts, ["inReplyTo"]) { message in
                switch dice.number(0...3) {
                case 0: return message.setting(["withdrawn"], to: .bool(dice.rolls(2)))
                case 1: return message.setting(["deliveredTo"], to: .array(names))
                case 2: return message.setting(["header", "reviewBy"], to: day)
                default:
                    return message.setting(["header"], to: self.changing(message["header"] ?? .null, facts, &dice))
                }
            }
        }
    }

    /// Changes some elements of a list.
    private func changing(_ json: JSONValue, _ path: [String], _ change: (JSONValue) -> JSONValue) -> JSONValue {
        let list = json.value(at: path)?.array ?? []
        return list.isEmpty ? json : json.setting(path[...], to: .array(list.map(change)))
    }
}

extension JSONValue {
    /// All texts in it.
    fileprivate var scalars: [String] {
        if let text = self.string { return [text] }
        return (self.array ?? []).flatMap(\.scalars) + (self.members ?? []).flatMap(\.value.scalars)
    }
}
