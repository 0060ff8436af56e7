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
        if subjects > kind.subjects { self.deny(.subjectsMoreThanOne) }
        if subjects < kind.subjects { self.deny(.fieldValue) }
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
            if !rule.isOfType(member.value, on: self.today) {
                self.deny(.fieldValue, by: rule.reference)
            } else if !rule.isAllowed(member.value) {
                self.deny(rule.otherwise, by: rule.reference)
            }
        }
        for rule in kind.requiredDetails
        where self.concerns(rule.required) && !members.contains(where: { $0.key == rule.key }) {
            self.deny(.fieldRequired, by: rule.reference)
        }
    }

    /// Fields of the header that this kind needs, may not have, or that must lie within a time.
    mutating func judgeFields() {
        if let reviewBy = self.header.reviewBy.value, reviewBy < self.today { self.deny(.termLapsed) }
        for rule in self.kind?.fields ?? [] {
            let isPresent = self.isPresent(rule.field)
            if rule.isForbidden, isPresent { self.deny(.fieldForbidden, by: rule.reference) }
            if let required = rule.required, !isPresent, self.concerns(required) {
                self.deny(Self.missing(rule.field), by: rule.reference)
            }
            if let within = rule.within, isPresent { self.judge(rule, within) }
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
        case .subject, .caseID, .documents: isInside = nil
        }
        if isInside != true { self.deny(.termTooLong, by: rule.reference) }
    }

    private func isInside(_ term: MessageHeader.Term, _ within: Span) -> Bool {
        switch term {
        case .moment(let moment): moment <= within.end(after: self.facts.asOf)
        case .day(let day) where within.seconds % 86_400 != 0:
            Amsterdam.end(of: day) <= within.end(after: self.facts.asOf)
        case .day(let day): day <= within.end(after: self.today)
        }
    }

    /// Whether a requirement is about one of the addressees.
    private func concerns(_ selector: Selector) -> Bool {
        selector.isAny || self.recipients.contains { selector.selects($0.mailbox, in: $0.roles) }
    }

    private func isPresent(_ field: KindPolicy.Field) -> Bool {
        switch field {
        case .subject: self.header.hasSubject
        case .caseID: self.header.caseID.isPresent
        case .documents: self.header.documents > 0
        case .notBefore: self.header.notBefore.isPresent
        case .respondBy: self.header.respondBy.isPresent
        case .reviewBy: self.header.reviewBy.isPresent
        case .retainUntil: self.header.retainUntil.isPresent
        }
    }

    private static func missing(_ field: KindPolicy.Field) -> ReasonCode {
        switch field {
        case .reviewBy, .respondBy: .termRequired
        case .caseID: .caseRequired
        case .subject, .documents, .notBefore, .retainUntil: .fieldRequired
        }
    }
}
