// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

extension ReferenceEvaluator {
    // MARK: - Cases, lists, reach

    mutating func caseTable(_ kind: JSONValue) {
        guard let rule = kind["case"], rule.string != "none" else { return }
        if rule.string == "forbidden" {
            if self.header["case"] != nil { self.reasons.insert("field.forbidden") }
            return
        }
        guard let id = self.header["case"]?.string else {
            self.reasons.insert("case.required")
            return
        }
        guard let table = self.facts["case"], table.word("id") == id, table.word("opened") <= self.today else {
            self.reasons.insert("case.not-member")
            return
        }
        if let closed = table["closed"]?.string, closed <= self.today { self.reasons.insert("case.closed") }
        let parties = (self.sender.map { [$0] } ?? []) + self.addressees
        for party in parties where self.selects(rule["table"] ?? ReferencePolicy.any, party) {
            if let reason = self.objection(to: party, at: table) { self.reasons.insert(reason) }
        }
        for addressee in self.addressees where self.selects(rule["measures"], addressee) {
            if !table.words("measuresBy").contains(addressee) { self.reasons.insert("case.not-member") }
        }
    }

    func objection(to mailbox: String, at table: JSONValue) -> String? {
        let seats = (table["members"]?.array ?? []).filter {
            $0.word("mailbox") == mailbox && $0.word("from") <= self.today
        }
        if seats.isEmpty { return "case.not-member" }
        return seats.contains { self.today <= $0["until"]?.string ?? "9999" } ? nil : "case.membership-lapsed"
    }

    mutating func listAndReach(_ kind: JSONValue) {
        if let rule = kind["list"]?.string {
            let (said, known) = (self.header["details"]?["list"], self.facts["list"])
            let last = known?["lastVersion"]?.integer
            let isNext = last.map { said?["version"]?.integer == $0 + 1 } ?? false
            let isNamed = known != nil && said?["name"]?.string == known?.word("name")
            let isReplacing = said?["replaces"].map { $0.integer == last } ?? true
            if !isNext || !isNamed || !isReplacing { self.reasons.insert("list.version-gap") }
            let subscribers = known?.words("subscribers") ?? []
            if rule == "subscribed", !self.addressees.allSatisfy(subscribers.contains) {
                self.reasons.insert("list.not-subscriber")
            }
        }
        if kind.word("reaches") == "told" {
            let reached = self.addressees + (self.sender.map { [$0] } ?? [])
            // Members alone, in a role that has begun or not, or has ended.
            let members = Set(
                (self.exchange["members"]?.members ?? []).flatMap { $0.value.array ?? [] }.map { $0.word("mailbox") }
            )
            let told = self.facts["told"]?.words.filter(members.contains)
            let isReached = told?.allSatisfy(reached.contains) ?? false
            if !isReached { self.reasons.insert("field.value") }
        }
    }

    // MARK: - Details

    mutating func subjects(_ kind: JSONValue) {
        guard let value = self.header["details"]?["subjects"] else {
            self.reasons.insert("field.required")
            return
        }
        let declared = kind["subjects"]?.string ?? "1"
        guard let number = value.integer, number >= 0 else {
            self.reasons.insert("field.value")
            return
        }
        if declared != "any", let wanted = Int64(declared), number != wanted {
            self.reasons.insert(number > wanted ? "subjects.more-than-one" : "field.value")
        }
    }

    mutating func details(_ kind: JSONValue) {
        let said = self.header["details"]
        if let said, said.members == nil { self.reasons.insert("field.value") }
        for member in said?.members ?? [] where member.key != "subjects" {
            if let rule = self.policy.detail(member.key, of: kind) {
                self.reasons.formUnion(self.objections(to: member.value, rule))
            } else {
                self.reasons.insert("field.forbidden")
            }
        }
        for (key, rule) in (kind["details"]?.members ?? []).map({ ($0.key, $0.value) })
        where self.holds(rule["when"]) != .no {
            let isThere = said?[key] != nil
            if isThere, self.concerns(rule["forbidden"]) { self.reasons.insert("field.forbidden") }
            if !isThere, self.concerns(rule["required"]) { self.reasons.insert("field.required") }
        }
    }

    /// Whether a value is of the type of its rule.
    func fits(_ value: JSONValue, _ rule: JSONValue) -> Bool {
        let names = rule.words("of")
        switch rule.word("type") {
        case "integer": return value.integer.map { $0 >= 0 } ?? false
        case "date": return value.string.flatMap(self.calendar.day) != nil
        case "boolean": return value == .bool(true) || value == .bool(false)
        case "text": return value.string.map { !$0.isEmpty && $0.unicodeScalars.count <= 200 } ?? false
        case "choice": return value.string.map(names.contains) ?? false
        case "set":
            guard let elements = value.array, !elements.isEmpty else { return false }
            return Set(elements).count == elements.count
                && elements.allSatisfy { $0.string.map(names.contains) ?? false }
        default:
            guard let members = value.members else { return false }
            let fields = rule["fields"]?.members ?? []
            let isDeclared = members.allSatisfy { member in
                fields.first { $0.key == member.key }.map { self.fits(member.value, $0.value) } ?? false
            }
            return isDeclared && fields.allSatisfy { $0.value["required"] == nil || value[$0.key] != nil }
        }
    }

    private func objections(to value: JSONValue, _ rule: JSONValue) -> Set<String> {
        guard self.fits(value, rule) else { return ["field.value"] }
        if rule.word("type") == "group" {
            return (value.members ?? []).reduce(into: []) { found, member in
                if let inner = rule["fields"]?[member.key] { found.formUnion(self.objections(to: member.value, inner)) }
            }
        }
        var isGood = true
        if let allowed = rule["allowed"]?.words {
            let flag = value == .bool(true) ? "true" : value == .bool(false) ? "false" : nil
            let said = flag.map { [$0] } ?? value.integer.map { ["\($0)"] } ?? value.words
            isGood = said.allSatisfy(allowed.contains)
        }
        if let number = value.integer {
            let (least, most) = (Int64(rule.word("minimum")) ?? 0, Int64(rule.word("maximum")) ?? .max)
            isGood = isGood && number >= least && number <= most
        }
        if rule.word("type") == "date", let day = value.string {
            let first = rule["earliest"]?.string.map { self.calendar.bound($0, self.today) } ?? "0000"
            let last = rule["latest"]?.string.map { self.calendar.bound($0, self.today) } ?? "9999"
            isGood = first <= day && day <= last
        }
        return isGood ? [] : [rule["otherwise"]?.string ?? "field.value"]
    }

    // MARK: - Fields of the header

    /// A day or a moment, as a field holds it.
    enum Term {
        case day(String)
        case moment(Int64)
    }

    func term(_ name: String, of header: JSONValue) -> Term? {
        guard let text = header[name]?.string else { return nil }
        if let day = self.calendar.day(text) { return .day(day) }
        let takesMoments = name == "notBefore" || name == "respondBy"
        return takesMoments ? self.calendar.moment(text).map { .moment($0) } : nil
    }

    func documents(of header: JSONValue) -> Int {
        header["documents"]?.array?.count ?? header["documents"]?.integer.map { Int($0) } ?? 0
    }

    mutating func fields() {
        for name in ["notBefore", "respondBy", "reviewBy", "retainUntil"]
        where self.header[name] != nil && self.term(name, of: self.header) == nil {
            self.reasons.insert("field.value")
        }
        if let id = self.header["case"], id.string == nil { self.reasons.insert("field.value") }
        if case .day(let day) = self.term("reviewBy", of: self.header), day < self.today {
            self.reasons.insert("term.lapsed")
        }
        for entry in self.kind?["fields"]?.members ?? [] {
            for rule in entry.value.array ?? [entry.value] where self.holds(rule["when"]) != .no {
                self.field(entry.key, rule)
            }
        }
    }

    private mutating func field(_ name: String, _ rule: JSONValue) {
        let isThere = name == "documents" ? self.documents(of: self.header) > 0 : self.header[name] != nil
        guard isThere else {
            let reason = name == "reviewBy" || name == "respondBy" ? "term.required" : "field.required"
            if self.concerns(rule["required"]) { self.reasons.insert(reason) }
            return
        }
        if self.concerns(rule["forbidden"]) { self.reasons.insert("field.forbidden") }
        let term = self.term(name, of: self.header)
        if rule["precision"] != nil, case .moment = term { self.reasons.insert("field.value") }
        guard let length = rule["within"]?.string.flatMap({ self.calendar.length($0) }) else { return }
        let isInside: Bool
        switch term {
        case nil: isInside = false
        case .moment(let moment): isInside = moment <= self.calendar.moment(self.asOf, plus: length)
        case .day(let day):
            // A day counts in days, except for what is counted in hours or minutes in `notBefore` and `respondBy`.
            let countsInDays = length.isOfDays || name == "reviewBy" || name == "retainUntil"
            isInside =
                countsInDays
                ? day <= self.calendar.day(self.today, plus: length)
                : self.calendar.end(of: day) <= self.calendar.moment(self.asOf, plus: length)
        }
        if !isInside { self.reasons.insert("term.too-long") }
    }
}
