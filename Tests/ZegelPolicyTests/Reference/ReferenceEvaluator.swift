// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// A plain and slow evaluator, written from EXCHANGES and the description of the language: it goes through the rules as they are written,
/// one after the other, and collects reasons.
struct ReferenceEvaluator {
    enum Answer {
        case yes, no, unclear

        init(_ isSo: Bool) { self = isSo ? .yes : .no }
    }

    let policy: ReferencePolicy
    let calendar: ReferenceCalendar
    let ceiling: Int
    let exchange: JSONValue
    let header: JSONValue
    let facts: JSONValue
    let kind: JSONValue?
    let asOf: Int64
    let today: String
    let sender: String?
    /// No addressee at all where one of them cannot be read.
    let addressees: [String]
    var reasons: Set<String> = []

    /// The reasons of a refusal, sorted by name; none where it is allowed.
    static func reasons(
        _ policy: ReferencePolicy,
        _ calendar: ReferenceCalendar,
        ceiling: Int,
        _ action: Action,
        _ header: JSONValue,
        _ facts: JSONValue
    ) -> [String] {
        guard let exchange = policy.exchanges[header.word("exchange")], let asOf = calendar.moment(facts.word("asOf"))
        else { return ["exchange.not-member"] }
        var evaluator = ReferenceEvaluator(
            policy: policy,
            calendar: calendar,
            ceiling: ceiling,
            exchange: exchange,
            header: header,
            facts: facts,
            kind: policy.kind(header.word("kind"), of: exchange),
            asOf: asOf,
            today: calendar.dutchDay(asOf),
            sender: header["from"].flatMap(Self.mailbox),
            addressees: Self.addressees(of: header)
        )
        switch action {
        case .send, .deliver: evaluator.judge(action)
        default: evaluator.forward()
        }
        return evaluator.reasons.sorted()
    }

    /// Whom a header is addressed to; nobody where one of them cannot be read, or is named twice.
    static func addressees(of header: JSONValue) -> [String] {
        let to = header["to"]?.array ?? []
        let names = to.compactMap(Self.mailbox)
        let parties = Set(to.map { "\($0.word("oin")) \($0.word("mailbox"))" })
        return names.count == to.count && parties.count == to.count ? names : []
    }

    private static func mailbox(_ party: JSONValue) -> String? {
        let digits = party.word("oin").utf8
        guard digits.count == 20, digits.allSatisfy({ (48...57).contains($0) }), let name = party["mailbox"]?.string,
            name.split(separator: "/", omittingEmptySubsequences: false).count == 2, !name.hasPrefix("/"),
            !name.hasSuffix("/")
        else { return nil }
        return name
    }

    // MARK: - Whom a rule is about

    /// Whether a mailbox has a role today; any role where none is named.
    func isMember(_ mailbox: String, of role: String? = nil) -> Bool {
        for entry in self.exchange["members"]?.members ?? [] where role == nil || entry.key == role {
            for member in entry.value.array ?? [] where member.word("mailbox") == mailbox {
                let (from, until) = (member["from"]?.string ?? "0000", member["until"]?.string ?? "9999")
                if from <= self.today, self.today <= until { return true }
            }
        }
        return false
    }

    func selects(_ parties: JSONValue?, _ mailbox: String) -> Bool {
        for word in parties?.words ?? [] {
            let owner = self.policy.mailboxes[mailbox]
            switch word {
            case "any": return true
            case "members": if self.isMember(mailbox) { return true }
            case "own-organisation":
                if mailbox.split(separator: "/").first == self.sender?.split(separator: "/").first { return true }
            case mailbox: return true
            default:
                if word == "kind:\(owner?.kind ?? "-")" || word == "region:\(owner?.region ?? "-")" { return true }
                if self.isMember(mailbox, of: word) { return true }
            }
        }
        return false
    }

    /// Whether a rule that may be about anyone is about a mailbox.
    private func covers(_ rule: JSONValue, _ key: String, _ mailbox: String) -> Bool {
        rule[key] == nil || self.selects(rule[key], mailbox)
    }

    /// Whether a rule is about one of the addressees.
    func concerns(_ parties: JSONValue?) -> Bool {
        parties?.words.contains("any") ?? false || self.addressees.contains { self.selects(parties, $0) }
    }

    // MARK: - A message

    private mutating func judge(_ action: Action) {
        self.parties()
        self.purpose()
        self.level()
        self.markings()
        if let kind = self.kind {
            self.caseTable(kind)
            self.subjects(kind)
            self.details(kind)
            for forbid in kind["forbids"]?.array ?? [] where action == .send || !Self.looksAtHandingIn(forbid) {
                let isExempt = forbid["unless"].map { self.holds($0) == .yes } ?? false
                if self.holds(forbid["when"]) != .no, !isExempt { self.reasons.insert(forbid.word("reason")) }
            }
        }
        self.fields()
        if action == .send {
            self.citing()
            if let kind { self.listAndReach(kind) }
        } else if let kind, (self.facts["release"]?.integer ?? 0) < self.persons(kind) {
            self.reasons.insert("release.required")
        }
    }

    private static func looksAtHandingIn(_ rule: JSONValue) -> Bool {
        (rule.members ?? []).contains { ["cites", "queriesToday"].contains($0.key) || self.looksAtHandingIn($0.value) }
            || (rule.array ?? []).contains(where: self.looksAtHandingIn)
    }

    private func persons(_ kind: JSONValue) -> Int64 {
        if let number = kind["release"]?.string { return Int64(number) ?? 1 }
        let asked = (kind["release"]?.array ?? []).filter { self.holds($0["when"]) != .no }
        return asked.compactMap { Int64($0.word("persons")) }.max() ?? 1
    }

    private var isRouted: Bool {
        self.reasons.isDisjoint(with: ["exchange.not-member", "kind.not-allowed", "route.not-allowed"])
    }

    private mutating func parties() {
        let isIn = self.sender.map { self.isMember($0) } ?? false
        if !isIn || self.addressees.isEmpty || !self.addressees.allSatisfy({ self.isMember($0) }) {
            self.reasons.insert("exchange.not-member")
        }
        let roles = (self.exchange["members"]?.members ?? []).flatMap { $0.value.array ?? [] }
        self.owners(of: Set(roles.map { $0.word("mailbox") }).contains)
        let permits = (self.kind?["permits"]?.array ?? []).filter { permit in
            self.sender.map { self.selects(permit["from"], $0) } ?? false
        }
        if permits.isEmpty {
            self.reasons.insert("kind.not-allowed")
            return
        }
        let members = self.addressees.filter { self.isMember($0) }
        let isCovered = permits.contains { permit in
            self.addressees.count <= Int(permit["addressees"]?.string ?? "200") ?? 0
                && members.allSatisfy { self.selects(permit["to"], $0) } && self.holds(permit["when"]) == .yes
        }
        if !isCovered { self.reasons.insert("route.not-allowed") }
    }

    /// Mailboxes are named with the organisation that has them.
    mutating func owners(of isMeant: (String) -> Bool) {
        let readable = self.addressees.isEmpty ? [] : self.header["to"]?.array ?? []
        let parties = (self.sender == nil ? [] : [self.header["from"]].compactMap { $0 }) + readable
        for party in parties where isMeant(party.word("mailbox")) {
            if self.policy.mailboxes[party.word("mailbox")]?.oin != party.word("oin") {
                self.reasons.insert("mailbox.unknown")
            }
        }
    }

    private mutating func purpose() {
        guard self.kind != nil, let sender = self.sender else { return }
        let declared = (self.exchange["purposes"]?.array ?? []).filter { rule in
            rule.word("purpose") == self.header["purpose"]?.string
                && (rule["kinds"] == nil || rule.words("kinds").contains(self.header.word("kind")))
        }
        if declared.isEmpty || self.addressees.isEmpty { self.reasons.insert("purpose.not-allowed") }
        for addressee in self.addressees where !declared.isEmpty {
            var rules = declared.filter { self.covers($0, "from", sender) && self.covers($0, "to", addressee) }
            // Where the kind does not join these parties at all, a purpose that it has for others is not what is wrong.
            if rules.isEmpty, !self.isRouted { rules = declared }
            let isBased = rules.contains { rule in
                rule.words("bases").contains(self.header.word("legalBasis")) && self.holds(rule["when"]) == .yes
            }
            if !isBased { self.reasons.insert(rules.isEmpty ? "purpose.not-allowed" : "basis.not-allowed") }
        }
    }

    private mutating func level() {
        guard let level = ReferencePolicy.levels.firstIndex(of: self.header.word("classification")) else {
            self.reasons.insert("classification.above-ceiling")
            return
        }
        if level > self.ceiling { self.reasons.insert("classification.above-ceiling") }
        for addressee in self.addressees where self.isMember(addressee) {
            self.clearance(addressee, level)
            guard self.kind != nil, let sender = self.sender, self.isRouted else { continue }
            let ceilings = (self.exchange["ceilings"]?.array ?? []).filter { rule in
                (rule["kinds"] == nil || rule.words("kinds").contains(self.header.word("kind")))
                    && self.covers(rule, "from", sender) && self.covers(rule, "to", addressee)
            }
            let lowest = ceilings.compactMap { ReferencePolicy.levels.firstIndex(of: $0.word("level")) }.min() ?? -1
            if level > lowest { self.reasons.insert("classification.above-ceiling") }
        }
    }

    mutating func clearance(_ mailbox: String, _ level: Int) {
        if level > self.policy.mailboxes[mailbox]?.clearance ?? -1 {
            self.reasons.insert("classification.above-clearance")
        }
    }

    private mutating func markings() {
        guard let kind = self.kind else { return }
        var names: [String] = []
        if let value = self.header["markings"] {
            names = value.array.map { _ in value.words } ?? []
            if names.count != value.array?.count { (names, _) = ([], self.reasons.insert("marking.forbidden")) }
        }
        let carried = self.policy.carried(names)
        if !carried.isSuperset(of: kind["markings"]?.words("required") ?? []) {
            self.reasons.insert("marking.required")
        }
        for name in carried {
            let rule = self.policy.markings[name]
            let isForbidden = kind["markings"]?.words("forbidden").contains(name) ?? false
            if rule == nil || isForbidden || self.isKept(rule) { self.reasons.insert("marking.forbidden") }
        }
    }

    /// Whether a marking is not for the purpose; a purpose that is not there may be any.
    func isKept(_ marking: JSONValue?) -> Bool {
        let names = marking?.words("notFor") ?? []
        return self.header["purpose"]?.string.map(names.contains) ?? !names.isEmpty
    }
}
