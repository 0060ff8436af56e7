// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// Makes policies at random: whatever the language can say, each time something else, and never a fault.
struct RandomPolicy {
    private var dice: Dice
    private let roles = ["geven", "nemen", "lezen"]
    private var mailboxes: [String] = []
    private let kinds = ["vraag", "antwoord", "bericht"]
    private let purposes = ["proef", "toets", "strafvordering"]
    private let bases = ["wpg-art16", "avg"]
    private let markings = ["originator-control", "geen-bewijs", "zorg-context", "niet-in-klantdossier"]
    private let reasons = [
        "field.value", "source.present", "counts.disclosing", "term.lapsed", "offence.below-threshold",
    ]
    /// The keys of details with what conditions can ask of them.
    private let details: [String: String] = [
        "soort": "text", "tekst": "text", "aantal": "number", "dag": "day", "vlag": "flag", "delen": "set",
        "velden.naam": "text", "velden.getal": "number", "velden": "presence", "subjects": "number",
        "evaluation.source": "text", "counts.smallest": "number", "handling": "text",
    ]

    /// Where a condition stands, which is what it may look at.
    private enum Place {
        case rule, forbid, cited, onward
    }

    init(seed: UInt64) { self.dice = Dice(seed) }

    /// An exchange named `proef`.
    mutating func exchange(_ known: [String]) -> JSONValue {
        self.mailboxes = Array(known.shuffled(using: &self.dice).prefix(self.dice.number(3...6)))
        let members = self.roles.map { role in
            let names = self.dice.any(self.mailboxes)
            return JSONValue.Member(role, .array(names.map { self.member($0) }))
        }
        let basis = self.bases.map { JSONValue.Member($0, "een grondslag") }
        let kinds = self.kinds.map { JSONValue.Member($0, self.kind($0)) }
        var every = self.object([("forbids", 6, { .array($0.list(0...1) { $0.forbid() }) })])
        every.append(.init("details", self.detailRules()))
        var exchange: [JSONValue.Member] = [
            .init("exchange", "proef"), .init("bases", .object(basis)), .init("members", .object(members)),
            .init("every", .object(every)), .init("kinds", .object(kinds)),
        ]
        // One purpose and one ceiling serve all kinds, so that each can be sent.
        let named = self.purposes.dropFirst().map { self.purpose($0) }
        let more = self.list(0...2) { $0.purpose($0.dice.pick($0.purposes)) }
        let usual: JSONValue = ["purpose": "proef", "bases": .array(self.words(self.bases))]
        let purposes = [usual] + named + more
        exchange.append(.init("purposes", .array(purposes)))
        let ceilings = [["to": ["any"], "level": "stg-geheim"]] + self.list(0...2) { $0.ceiling() }
        exchange.append(.init("ceilings", .array(ceilings)))
        if !self.dice.rolls(4) {
            exchange.append(
                .init(
                    "onward",
                    [
                        "permits": .array(self.list(1...3) { $0.onwardPermit() }),
                        "forbids": .array(self.list(0...1) { $0.onwardForbid() }),
                    ]
                )
            )
        }
        return .object(exchange)
    }

    // MARK: - Pieces

    private mutating func list(_ count: ClosedRange<Int>, _ make: (inout RandomPolicy) -> JSONValue) -> [JSONValue] {
        (0..<self.dice.number(count)).map { _ in make(&self) }
    }

    /// Members, each of which comes once in so many times.
    private mutating func object(
        _ members: [(String, Int, (inout RandomPolicy) -> JSONValue)]
    ) -> [JSONValue.Member] {
        members.compactMap { key, sides, make in self.dice.rolls(sides) ? .init(key, make(&self)) : nil }
    }

    private mutating func words(_ names: [String]) -> [JSONValue] { self.dice.any(names).map { .string($0) } }

    private mutating func word(_ names: [String]) -> JSONValue { .string(self.dice.pick(names)) }

    private mutating func parties() -> JSONValue {
        if self.dice.rolls(2) { return ["any"] }
        let more = ["members", "own-organisation", "kind:bank", "kind:service", "region:other"]
        return .array(self.words(self.roles + self.roles + self.mailboxes + more))
    }

    private mutating func member(_ name: String) -> JSONValue {
        let days = self.object([
            ("from", 6, { $0.word(["2026-01-01", "2026-11-20", "2026-11-21"]) }),
            ("until", 6, { $0.word(["2026-11-21", "2026-11-22", "2027-12-31"]) }),
        ])
        return .object([.init("mailbox", .string(name))] + days)
    }

    private mutating func number() -> JSONValue { .string("\(self.dice.number(0...4))") }

    private mutating func bound() -> JSONValue {
        self.word(["today", "in 3 months", "in 5 working days", "6 months ago", "2026-11-25", "12-01", "in 1 year"])
    }

    private mutating func level() -> JSONValue { self.word(ReferencePolicy.levels) }

    private mutating func flag() -> JSONValue { self.word(["true", "false"]) }

    // MARK: - Conditions

    private mutating func condition(_ place: Place, _ depth: Int = 0) -> JSONValue {
        if depth < 2, self.dice.rolls(4) {
            let key = self.dice.pick(["all", "any", "not"])
            if key == "not" { return .object([.init(key, self.condition(place, depth + 1))]) }
            return .object([.init(key, .array(self.list(1...3) { $0.condition(place, depth + 1) }))])
        }
        var found: [JSONValue.Member] = []
        for _ in 0..<self.dice.pick([1, 1, 2]) {
            let member = self.leaf(place)
            if !found.contains(where: { $0.key == member.key }) { found.append(member) }
        }
        return .object(found)
    }

    private mutating func leaf(_ place: Place) -> JSONValue.Member {
        var (prefix, isOther) = ("", false)
        if place == .cited || place == .onward, self.dice.rolls(2) {
            prefix = place == .cited ? "cited." : "original."
            isOther = true
        }
        var fields = [
            "purpose", "legalBasis", "kind", "classification", "markings", "documents", "addressees", "subject",
            "onBehalfOf", "case", "date", "reviewBy", "respondBy", "notBefore", "retainUntil",
        ]
        if place != .onward || isOther { fields += ["details", "details", "details", "details", "details"] }
        if !isOther { fields += ["from", "someTo", "everyTo", "asOf"] }
        if place == .forbid { fields += ["cites", "queriesToday"] }
        let field = self.dice.pick(fields)
        switch field {
        case "from", "someTo", "everyTo": return .init(field, self.parties())
        case "cites": return .init(field, .array(self.words(self.kinds)))
        case "details":
            let key = self.dice.pick(self.details.keys.sorted())
            return .init("\(prefix)details.\(key)", self.check(key, self.details[key] ?? "", prefix))
        default: return .init(prefix + field, self.check(field, Self.types[field] ?? "text", prefix))
        }
    }

    private static let types = [
        "classification": "level", "markings": "set", "documents": "number", "addressees": "number",
        "queriesToday": "number", "subject": "presence", "onBehalfOf": "presence", "date": "day", "reviewBy": "day",
        "respondBy": "day", "notBefore": "day", "retainUntil": "day", "asOf": "day",
    ]
    private static let values: [String: [String]] = [
        "purpose": ["proef", "toets", "strafvordering"], "legalBasis": ["wpg-art16", "avg"],
        "kind": ["vraag", "antwoord", "bericht"], "case": ["CASE-1", "DH-17"], "soort": ["a", "b", "c"],
        "tekst": ["x", "y", "tekst"], "velden.naam": ["x", "tekst"], "evaluation.source": ["A", "B", "X"],
        "handling": ["H0", "H1", "H2", "H3"], "markings": ["originator-control", "geen-bewijs", "zorg-context"],
        "delen": ["x", "y", "z"],
    ]

    private mutating func check(_ field: String, _ type: String, _ prefix: String) -> JSONValue {
        if self.dice.rolls(8) || type == "presence" { return ["present": self.flag()] }
        let values = Self.values[field] ?? []
        switch type {
        case "number":
            if self.dice.rolls(3) { return self.number() }
            return .object([.init(self.dice.pick(["atLeast", "atMost"]), self.number())])
        case "level":
            if self.dice.rolls(2) { return .array(self.words(ReferencePolicy.levels)) }
            return .object([.init(self.dice.pick(["atLeast", "atMost"]), self.level())])
        case "day":
            let same = prefix.isEmpty ? "details.dag" : "\(prefix)details.dag"
            if self.dice.rolls(6), prefix != "original.", field == "dag" { return ["sameAs": .string(same)] }
            return .object([.init(self.dice.pick(["earliest", "latest"]), self.bound())])
        case "flag": return self.flag()
        case "set":
            if field == "delen", !prefix.isEmpty, self.dice.rolls(3) {
                return ["subsetOf": .string("\(prefix)details.delen")]
            }
            return .object([.init(self.dice.pick(["has", "lacks"]), .array(self.words(values)))])
        default:
            if field == "soort", self.dice.rolls(4) { return ["sameAs": .string("\(prefix)details.tekst")] }
            return self.dice.rolls(2) ? self.word(values) : ["is": .array(self.words(values))]
        }
    }

    // MARK: - Kinds

    private mutating func kind(_ name: String) -> JSONValue {
        let permits = self.list(1...3) { made in
            let more = made.object([
                ("addressees", 3, { $0.word(["1", "2"]) }), ("when", 4, { $0.condition(.rule) }),
            ])
            return .object([.init("from", made.parties()), .init("to", made.parties())] + more)
        }
        let more = self.object([
            ("subjects", 3, { $0.word(["0", "2", "any"]) }),
            (
                "release", 3,
                { made in
                    made.dice.rolls(2)
                        ? made.word(["1", "2"])
                        : .array(made.list(1...2) { ["persons": $0.word(["1", "2"]), "when": $0.condition(.rule)] })
                }
            ),
            (
                "markings", 3,
                { made in
                    let names = made.dice.some(made.markings).map { JSONValue.string($0) }
                    return names.isEmpty
                        ? [:] : .object([.init(made.dice.pick(["required", "forbidden"]), .array(names))])
                }
            ),
            ("fields", 3, { $0.fields() }), ("cites", 4, { .array($0.list(1...2) { $0.citation() }) }),
            (
                "case", 3,
                { made in
                    made.dice.rolls(2)
                        ? made.word(["required", "forbidden", "none"])
                        : .object([.init("table", made.parties())] + made.object([("measures", 2, { $0.parties() })]))
                }
            ),
            ("list", 10, { $0.word(["versioned", "subscribed"]) }), ("reaches", 10, { _ in "told" }),
            ("forbids", 4, { .array($0.list(1...2) { $0.forbid() }) }),
        ])
        return .object([.init("permits", .array(permits))] + more)
    }

    private mutating func forbid() -> JSONValue {
        var members = self.object([("when", 2, { $0.condition(.forbid) }), ("unless", 2, { $0.condition(.forbid) })])
        if members.isEmpty { members = [.init("when", self.condition(.forbid))] }
        return .object(members + [.init("reason", self.word(self.reasons))])
    }

    private mutating func fields() -> JSONValue {
        let names = self.dice.any([
            "subject", "onBehalfOf", "documents", "notBefore", "respondBy", "reviewBy", "retainUntil",
        ])
        return .object(
            names.map { name in
                var rule = self.object([
                    (self.dice.pick(["required", "forbidden"]), 2, { $0.parties() }),
                    ("when", 4, { $0.condition(.rule) }),
                ])
                if ["notBefore", "respondBy", "reviewBy", "retainUntil"].contains(name) {
                    let spans = ["1 hour", "24 hours", "5 working days", "6 months", "1 year", "90 minutes"]
                    rule += self.object([("within", 2, { $0.word(spans) }), ("precision", 5, { _ in "day" })])
                }
                return .init(name, .object(rule))
            }
        )
    }

    private mutating func citation() -> JSONValue {
        let relation = self.dice.pick(["answers", "follows", "received", "sent", "known"])
        let more = self.object([
            ("number", 2, { $0.word(["some", "one", "optional"]) }), ("when", 4, { $0.condition(.rule) }),
            ("where", 2, { $0.condition(.cited) }), ("otherwise", 3, { $0.word($0.reasons) }),
            ("lapsed", 3, { _ in "allowed" }),
            ("fromEach", 8, { .array($0.words($0.mailboxes)) }),
        ])
        return .object([.init(relation, .array(self.words(self.kinds)))] + more)
    }

    private mutating func detailRules() -> JSONValue {
        let types: [(String, [JSONValue.Member])] = [
            ("soort", [.init("type", "choice"), .init("of", ["a", "b", "c"])]), ("tekst", [.init("type", "text")]),
            ("aantal", [.init("type", "integer")]), ("dag", [.init("type", "date")]),
            ("vlag", [.init("type", "boolean")]), ("delen", [.init("type", "set"), .init("of", ["x", "y", "z"])]),
            (
                "velden",
                [
                    .init("type", "group"),
                    .init(
                        "fields",
                        ["naam": ["type": "text", "required": ["any"]], "getal": ["type": "integer", "maximum": "3"]]
                    ),
                ]
            ), ("tlp", []), ("handling", []), ("humanRights", []), ("evaluation", []), ("counts", []), ("list", []),
        ]
        return .object(types.map { name, type in .init(name, .object(type + self.bounds(name))) })
    }

    private mutating func bounds(_ name: String) -> [JSONValue.Member] {
        var rule: [JSONValue.Member] = []
        if self.dice.rolls(6) {
            rule.append(.init(self.dice.pick(["required", "forbidden"]), self.parties()))
            rule += self.object([("when", 3, { $0.condition(.rule) })])
        }
        rule += self.object([("otherwise", 3, { $0.word($0.reasons) })])
        switch name {
        case "aantal": rule += self.object([("minimum", 3, { _ in "1" }), ("maximum", 3, { _ in "4" })])
        case "dag": rule += self.object([("earliest", 4, { $0.bound() }), ("latest", 4, { $0.bound() })])
        case "vlag": rule += self.object([("allowed", 4, { .array([$0.flag()]) })])
        case "soort": rule += self.object([("allowed", 4, { .array($0.words(["a", "b"])) })])
        case "delen": rule += self.object([("allowed", 4, { .array($0.words(["x", "y"])) })])
        case "tekst": rule += self.object([("allowed", 6, { .array($0.words(["x", "y", "tekst"])) })])
        default: ()
        }
        return rule
    }

    // MARK: - Shared

    private mutating func purpose(_ name: String) -> JSONValue {
        let more = self.object([
            ("kinds", 3, { .array($0.words($0.kinds)) }), ("from", 3, { $0.parties() }), ("to", 3, { $0.parties() }),
            ("when", 4, { $0.condition(.rule) }),
        ])
        let own: [JSONValue.Member] = [
            .init("purpose", .string(name)), .init("bases", .array(self.words(self.bases))),
        ]
        return .object(own + more)
    }

    private mutating func ceiling() -> JSONValue {
        let more = self.object([
            ("kinds", 2, { .array($0.words($0.kinds)) }), ("from", 2, { $0.parties() }), ("to", 2, { $0.parties() }),
        ])
        return .object(more + [.init("level", self.level())])
    }

    private mutating func onwardPermit() -> JSONValue {
        let more = self.object([
            ("kinds", 3, { .array($0.words($0.kinds)) }), ("bases", 3, { .array($0.words($0.bases)) }),
            ("when", 4, { $0.condition(.onward) }), ("case", 6, { _ in "same" }),
        ])
        let purpose = self.dice.rolls(3) ? .array(self.words(self.purposes)) : self.word(["same", "any"])
        let own: [JSONValue.Member] = [
            .init("from", self.parties()), .init("to", self.parties()),
            .init("consent", self.word(["needed", "not-needed"])), .init("purpose", purpose),
        ]
        return .object(own + more)
    }

    private mutating func onwardForbid() -> JSONValue {
        let members = self.object([
            ("to", 2, { $0.parties() }), ("kinds", 2, { .array($0.words($0.kinds)) }),
            ("purposes", 2, { .array($0.words($0.purposes)) }), ("when", 3, { $0.condition(.onward) }),
        ])
        return .object(members.isEmpty ? [.init("to", self.parties())] : members)
    }
}
