// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What the header says about the matter, and until when it holds.
extension Evaluation {
    /// One matter per message, unless the kind says otherwise.
    mutating func judgeSubjects() {
        guard let kind = self.kind else { return }
        guard let value = self.header.details.value?.first(where: { $0.key == "subjects" })?.value else {
            self.deny(.fieldRequired)
            return
        }
        guard let subjects = value.integer, subjects >= 0 else {
            self.deny(.fieldValue)
            return
        }
        guard let declared = kind.subjects else { return }
        if subjects > declared { self.deny(.subjectsMoreThanOne) }
        if subjects < declared { self.deny(.fieldValue) }
    }

    /// Every key is declared, of its type and among the values allowed; what is required for an addressee is there.
    mutating func judgeDetails() {
        guard let kind = self.kind else { return }
        if self.header.details == .unreadable { self.deny(.fieldValue) }
        let members = self.header.details.value ?? []
        for member in members where member.key != "subjects" {
            guard let rule = kind.details[member.key] else {
                self.deny(.fieldForbidden)
                continue
            }
            for objection in rule.objections(to: member.value, on: self.today) {
                self.deny(objection, by: rule.reference)
            }
        }
        for (key, rule) in kind.conditionalDetails {
            let isPresent = members.contains { $0.key == key }
            let isAsked = isPresent ? self.concerns(rule.forbidden) : self.concerns(rule.required)
            guard isAsked, self.holds(rule.when) != .no else { continue }
            self.deny(isPresent ? .fieldForbidden : .fieldRequired, by: rule.reference)
        }
    }

    /// Fields of the header that this kind needs, may not have, or that must lie within a time.
    mutating func judgeFields() {
        if let reviewBy = self.header.reviewBy.value, reviewBy < self.today { self.deny(.termLapsed) }
        for rule in self.kind?.fields ?? [] where self.holds(rule.when) != .no {
            guard self.isPresent(rule.field) else {
                if self.concerns(rule.required) { self.deny(Self.missing(rule.field), by: rule.reference) }
                continue
            }
            if self.concerns(rule.forbidden) { self.deny(.fieldForbidden, by: rule.reference) }
            if let within = rule.within { self.judge(rule, within) }
            if rule.isDay, !self.isDay(rule.field) { self.deny(.fieldValue, by: rule.reference) }
        }
        let isUnreadable =
            self.header.notBefore == .unreadable || self.header.respondBy == .unreadable
            || self.header.reviewBy == .unreadable || self.header.retainUntil == .unreadable
            || self.header.caseID == .unreadable
        if isUnreadable { self.deny(.fieldValue) }
    }

    private mutating func judge(_ rule: KindPolicy.FieldRule, _ within: Span) {
        let isInside: Bool?
        switch rule.field {
        case .reviewBy: isInside = self.header.reviewBy.value.map { $0 <= within.end(after: self.today) }
        case .retainUntil: isInside = self.header.retainUntil.value.map { $0 <= within.end(after: self.today) }
        case .respondBy: isInside = self.header.respondBy.value.map { self.isInside($0, within) }
        case .notBefore: isInside = self.header.notBefore.value.map { self.isInside($0, within) }
        case .subject, .onBehalfOf, .documents: isInside = nil
        }
        if isInside != true { self.deny(.termTooLong, by: rule.reference) }
    }

    private func isInside(_ term: MessageHeader.Term, _ within: Span) -> Bool {
        switch term {
        case .moment(let moment): moment <= within.end(after: self.facts.asOf)
        case .day(let day) where !within.isOfDays:
            Amsterdam.end(of: day) <= within.end(after: self.facts.asOf)
        case .day(let day): day <= within.end(after: self.today)
        }
    }

    /// Whether a rule is about one of the addressees; one that is about nobody is not.
    private func concerns(_ selector: Selector?) -> Bool {
        guard let selector else { return false }
        return selector.isAny
            || self.recipients.contains { selector.selects($0.mailbox, in: $0.roles, from: self.sender) }
    }

    private func isPresent(_ field: KindPolicy.Field) -> Bool {
        switch field {
        case .subject: self.header.hasSubject
        case .onBehalfOf: self.header.hasOnBehalfOf
        case .documents: self.header.documents > 0
        case .notBefore: self.header.notBefore.isPresent
        case .respondBy: self.header.respondBy.isPresent
        case .reviewBy: self.header.reviewBy.isPresent
        case .retainUntil: self.header.retainUntil.isPresent
        }
    }

    /// Whether a term is no moment.
    private func isDay(_ field: KindPolicy.Field) -> Bool {
        switch field {
        case .notBefore: if case .value(.moment) = self.header.notBefore { false } else { true }
        case .respondBy: if case .value(.moment) = self.header.respondBy { false } else { true }
        case .subject, .onBehalfOf, .documents, .reviewBy, .retainUntil: true
        }
    }

    private static func missing(_ field: KindPolicy.Field) -> ReasonCode {
        switch field {
        case .reviewBy, .respondBy: .termRequired
        case .subject, .onBehalfOf, .documents, .notBefore, .retainUntil: .fieldRequired
        }
    }
}
