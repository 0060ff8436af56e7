// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

extension ReferenceEvaluator {
    // MARK: - What is cited

    /// The headers of what is cited, in the order of the citations; `nil` for one that matches nothing.
    var found: [JSONValue?] { self.matched.map { $0?["header"] } }

    private var matched: [JSONValue?] {
        guard let sender = self.sender, let citations = self.header["inReplyTo"]?.array else { return [] }
        return citations.map { citation in
            guard let kenmerk = citation["kenmerk"]?.string,
                let date = citation["date"]?.string.flatMap(self.calendar.day)
            else { return nil }
            let fitting = (self.facts["inReplyTo"]?.array ?? []).filter { message in
                message["header"]?.word("kenmerk") == kenmerk && message["header"]?.word("date") == date
            }
            guard fitting.count == 1, self.hasSent(sender, fitting[0]) || self.hasReceived(sender, fitting[0]) else {
                return nil
            }
            return fitting[0]
        }
    }

    private func hasSent(_ mailbox: String, _ message: JSONValue) -> Bool {
        message["header"]?["from"]?.word("mailbox") == mailbox
    }

    private func hasReceived(_ mailbox: String, _ message: JSONValue) -> Bool {
        message.words("deliveredTo").contains(mailbox)
    }

    /// Whether a message is of one of some kinds, of this exchange or of another as `exchange/kind`.
    func isOne(of names: [String], _ header: JSONValue) -> Bool {
        let (exchange, kind) = (header.word("exchange"), header.word("kind"))
        return names.contains("\(exchange)/\(kind)")
            || exchange == self.exchange.word("exchange") && names.contains(kind)
    }

    private func isMeant(_ message: JSONValue, _ rule: JSONValue) -> Bool {
        let header = message["header"] ?? .null
        guard let sender = self.sender, let originator = header["from"]?["mailbox"]?.string,
            message["withdrawn"] == .bool(false)
        else { return false }
        if let each = rule["fromEach"]?.words, !each.contains(originator) { return false }
        let (isOwn, isReceived) = (originator == sender, self.hasReceived(sender, message))
        for member in rule.members ?? [] {
            let fits: Bool
            switch member.key {
            case "answers": fits = isReceived && self.addressees.contains(originator)
            case "follows": fits = isOwn && self.addressees.allSatisfy { self.hasReceived($0, message) }
            case "received": fits = isReceived
            case "sent": fits = isOwn
            case "known": fits = isOwn || isReceived
            default: continue
            }
            return fits && self.isOne(of: member.value.words, header)
        }
        return false
    }

    private func isLapsed(_ header: JSONValue) -> Bool {
        guard let reviewBy = header["reviewBy"] else { return false }
        guard let day = reviewBy.string.flatMap(self.calendar.day) else { return true }
        return day < self.today
    }

    mutating func citing() {
        let (said, matched) = (self.header["inReplyTo"], self.matched)
        if said != nil && said?.array == nil || matched.contains(where: { $0 == nil }) {
            self.reasons.insert("reply.unmatched")
        }
        let rules = (self.kind?["cites"]?.array ?? []).filter { self.holds($0["when"]) != .no }
        let messages = matched.compactMap { $0 }
        let isStray = messages.contains { message in !rules.contains { self.isMeant(message, $0) } }
        if !rules.isEmpty, isStray { self.reasons.insert("reply.unmatched") }
        for rule in rules {
            let isOptional = rule.word("number") == "optional"
            if said?.array?.isEmpty ?? true {
                if !isOptional { self.reasons.insert("reply.required") }
                continue
            }
            let meant = messages.filter { self.isMeant($0, rule) }
            let good = meant.filter { self.holds(rule["where"], cited: $0["header"]) == .yes }
            var isRight = good.count == meant.count
            if rule.word("number") == "one", meant.count > 1 { isRight = false }
            if !isOptional {
                let senders = good.compactMap { $0["header"]?["from"]?.word("mailbox") }
                isRight = isRight && !good.isEmpty && rule.words("fromEach").allSatisfy(senders.contains)
            }
            if !isRight { self.reasons.insert(rule["otherwise"]?.string ?? "reply.unmatched") }
            if rule["answers"] != nil, !isOptional {
                let answered = meant.compactMap { $0["header"]?["from"]?.word("mailbox") }
                if !self.addressees.allSatisfy(answered.contains) { self.reasons.insert("reply.unmatched") }
            }
            if rule["lapsed"] == nil, meant.contains(where: { self.isLapsed($0["header"] ?? .null) }) {
                self.reasons.insert("term.lapsed")
            }
        }
    }

    // MARK: - Passing on

    mutating func forward() {
        let (original, message) = (self.facts["original"], self.facts["original"]?["header"] ?? .null)
        guard let original, let sender = self.sender, !self.addressees.isEmpty,
            message.word("exchange") == self.header.word("exchange"),
            self.exchange["kinds"]?[message.word("kind")] != nil,
            (self.exchange["purposes"]?.array ?? []).contains(where: { rule in
                rule.word("purpose") == message.word("purpose")
                    && (rule["kinds"] == nil || rule.words("kinds").contains(message.word("kind")))
            })
        else {
            self.reasons.insert("onward.forbidden")
            return
        }
        let level = ReferencePolicy.levels.firstIndex(of: message.word("classification"))
        if level.map({ $0 > self.ceiling }) ?? true { self.reasons.insert("classification.above-ceiling") }
        if let level {
            for addressee in self.addressees { self.clearance(addressee, level) }
            if self.isLapsed(message) { self.reasons.insert("term.lapsed") }
        }
        if original["withdrawn"] != .bool(false) { self.reasons.insert("onward.withdrawn") }
        let holders =
            original["deliveredTo"]?.words ?? Self.addressees(of: message)
        let isBarred = (self.exchange["onward"]?["forbids"]?.array ?? []).contains { self.isBarred($0, message) }
        guard holders.contains(sender), self.isMember(sender), !isBarred, let asksConsent = self.effect(of: message)
        else {
            self.reasons.insert("onward.forbidden")
            return
        }
        self.owners(of: { _ in true })
        for addressee in self.addressees {
            let permits = (self.exchange["onward"]?["permits"]?.array ?? []).filter {
                self.permits($0, sender, addressee, message)
            }
            let isAgreed = (original["consents"]?.array ?? []).contains {
                $0.word("mailbox") == addressee && $0["purpose"] == self.header["purpose"]
            }
            if permits.isEmpty {
                self.reasons.insert("onward.forbidden")
            } else if !isAgreed, asksConsent || permits.allSatisfy({ $0.word("consent") == "needed" }) {
                self.reasons.insert("consent.required")
            }
        }
    }

    /// A barrier stands where all that it names is so, or cannot be told.
    private func isBarred(_ forbid: JSONValue, _ message: JSONValue) -> Bool {
        let isFor = self.header["purpose"]?.string.map { forbid.words("purposes").contains($0) } ?? true
        let isOf = message["kind"]?.string.map { forbid.words("kinds").contains($0) } ?? true
        return (forbid["purposes"] == nil || isFor) && (forbid["kinds"] == nil || isOf)
            && (forbid["to"] == nil || self.addressees.contains { self.selects(forbid["to"], $0) })
            && self.holds(forbid["when"]) != .no
    }

    /// Whether the markings and codes of a message ask for consent; `nil` where they stop it.
    private func effect(of message: JSONValue) -> Bool? {
        var effects: [String] = []
        if let markings = message["markings"] {
            guard let names = markings.array, names.count == markings.words.count else { return nil }
            for name in self.policy.carried(markings.words) {
                guard let rule = self.policy.markings[name], !self.isKept(rule) else { return nil }
                effects.append(rule["forward"]?.string ?? "free")
            }
        }
        if let details = message["details"], details.members == nil { return nil }
        for member in message["details"]?.members ?? [] {
            guard let values = self.policy.codes[member.key] else { continue }
            guard let code = member.value.string.flatMap({ values[$0] }) else { return nil }
            effects.append(code.word("forward"))
            let asks = code.words("consentFor")
            if self.header["purpose"]?.string.map(asks.contains) ?? !asks.isEmpty { effects.append("consent") }
        }
        let organisation = self.sender?.split(separator: "/").first
        if effects.contains("never")
            || effects.contains("members") && !self.addressees.allSatisfy({ self.isMember($0) })
            || effects.contains("own-organisation")
                && !self.addressees.allSatisfy({ $0.split(separator: "/").first == organisation })
        {
            return nil
        }
        return effects.contains("consent")
    }

    private func permits(_ rule: JSONValue, _ sender: String, _ addressee: String, _ message: JSONValue) -> Bool {
        guard self.selects(rule["from"], sender), self.selects(rule["to"], addressee),
            rule["kinds"] == nil || rule.words("kinds").contains(message.word("kind")),
            let basis = self.header["legalBasis"]?.string,
            rule["bases"]?.words.contains(basis) ?? self.policy.bases.contains(basis),
            let purpose = self.header["purpose"]?.string, self.holds(rule["when"]) == .yes
        else { return false }
        switch rule["purpose"]?.string {
        case "same": if purpose != message["purpose"]?.string { return false }
        case "any": ()
        default: if !rule.words("purpose").contains(purpose) { return false }
        }
        guard rule["case"] != nil else { return true }
        guard let table = self.facts["case"], let id = message["case"]?.string, table.word("id") == id,
            table.word("opened") <= self.today, table["closed"]?.string.map({ self.today < $0 }) ?? true
        else { return false }
        return self.objection(to: addressee, at: table) == nil
    }
}
