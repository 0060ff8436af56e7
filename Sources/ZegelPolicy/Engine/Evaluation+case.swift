// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The case that a message belongs to, the list that it is a version of, and whom it must reach.
extension Evaluation {
    /// Who is at the table of an open case; what the asker has no part in is as a case that does not exist.
    mutating func judgeCase() {
        let (table, measures, rule): (Selector, Selector?, RuleReference)
        switch self.kind?.caseRule {
        case nil: return
        case .forbidden(let reference):
            if self.header.caseID.isPresent { self.deny(.fieldForbidden, by: reference) }
            return
        case .required(let selector, let measured, let reference):
            (table, measures, rule) = (selector, measured, reference)
        }
        guard let id = self.header.caseID.value else {
            self.deny(.caseRequired, by: rule)
            return
        }
        guard let known = self.facts.caseTable, known.id == id, known.opened <= self.today else {
            self.deny(.caseNotMember, by: rule)
            return
        }
        if let closed = known.closed, closed <= self.today { self.deny(.caseClosed, by: rule) }
        let sender = self.sender.map { [(mailbox: $0, roles: self.senderRoles)] } ?? []
        for party in sender + self.recipients where table.selects(party.mailbox, in: party.roles, from: self.sender) {
            if let reason = known.objection(to: party.mailbox, on: self.today) { self.deny(reason, by: rule) }
        }
        for recipient in self.recipients
        where measures?.selects(recipient.mailbox, in: recipient.roles, from: self.sender) ?? false {
            if !known.measuresBy.contains(recipient.mailbox) { self.deny(.caseNotMember, by: rule) }
        }
        self.rest(on: rule)
    }

    /// Each version of a list follows the last, and goes to who subscribes.
    mutating func judgeList() {
        guard let rule = self.kind?.list else { return }
        let details = self.header.details.value?.first { $0.key == "list" }?.value
        let (name, version) = (details?["name"]?.string, details?["version"]?.integer)
        guard let list = self.facts.list, let name, let version, list.name == name, version == list.lastVersion + 1,
            details?["replaces"].map({ $0.integer == list.lastVersion }) ?? true
        else {
            self.deny(.listVersionGap)
            if rule == .subscribed { self.judgeSubscribers(of: self.facts.list) }
            return
        }
        if rule == .subscribed { self.judgeSubscribers(of: list) }
    }

    private mutating func judgeSubscribers(of list: ListState?) {
        let subscribers = list?.subscribers ?? []
        if !self.recipients.allSatisfy({ subscribers.contains($0.mailbox) }) { self.deny(.listNotSubscriber) }
    }

    /// What lifts or corrects reaches everyone who had it; who they are must be known.
    mutating func judgeReach() {
        guard let kind = self.kind, kind.reachesAllTold else { return }
        let reached = Set(self.recipients.map(\.mailbox) + [self.sender].compactMap { $0 })
        // Who is outside the exchange had it by a forward, and by a forward it hears of what became of it.
        let told = self.facts.told.map { $0.filter { self.exchange.members[$0] != nil } }
        if told.map({ !reached.isSuperset(of: $0) }) ?? true { self.deny(.fieldValue) }
    }

    /// What stops a message whatever permits it; a forbid that cannot be evaluated forbids.
    mutating func judgeForbids(atHandingIn: Bool) {
        for forbid in self.kind?.forbids ?? [] where atHandingIn || !forbid.isAboutHandingIn {
            let unless = forbid.unless.map { self.holds($0) } ?? .no
            if self.holds(forbid.when) != .no, unless != .yes { self.deny(forbid.reason, by: forbid.reference) }
        }
    }
}
