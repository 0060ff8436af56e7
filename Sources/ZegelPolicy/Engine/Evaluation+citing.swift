// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a message builds on.
extension Evaluation {
    /// The messages that are cited, as far as each names exactly one that its sender was a party to, by kenmerk and date together.
    ///
    /// In the order of the citations; `nil` for one that matches nothing.
    static func matches(_ header: HeaderView, _ facts: Facts) -> [AnsweredMessage?] {
        guard let sender = header.from?.mailbox, let citations = header.inReplyTo.value else { return [] }
        let answered = facts.inReplyTo.compactMap { $0 }
        return citations.map { citation in
            guard let kenmerk = citation.kenmerk, let date = citation.date else { return nil }
            let matching = answered.filter { $0.header.kenmerk == kenmerk && $0.header.date == date }
            guard matching.count == 1, let message = matching.first else { return nil }
            let wasParty = message.header.from?.mailbox == sender || message.deliveredTo.contains(sender)
            return wasParty ? message : nil
        }
    }

    /// What is cited is found, and what the kind builds on is among it.
    mutating func citing() {
        let rules = (self.kind?.citations ?? []).filter { self.holds($0.when) != .no }
        if self.header.inReplyTo == .unreadable || self.cited.contains(where: { $0 == nil }) {
            self.deny(.replyUnmatched, by: rules.first?.reference)
        }
        let isCiting = self.header.inReplyTo.value.map { !$0.isEmpty } ?? false
        let messages = self.cited.compactMap { $0 }
        if let first = rules.first {
            for message in messages where !rules.contains(where: { self.isMeant(message, by: $0) }) {
                self.deny(.replyUnmatched, by: first.reference)
            }
        }
        for rule in rules { self.judge(rule, messages.filter { self.isMeant($0, by: rule) }, isCiting) }
    }

    /// Whether a message is of the kinds that a rule is about, and stands to this one as the rule says.
    private func isMeant(_ message: AnsweredMessage, by rule: CitationRule) -> Bool {
        guard let sender = self.sender, let originator = message.header.from?.mailbox, !message.isWithdrawn,
            self.isOneOf(rule.kinds, message.header)
        else { return false }
        if !rule.fromEach.isEmpty, !rule.fromEach.contains(originator) { return false }
        let wasReceived = message.deliveredTo.contains(sender)
        switch rule.relation {
        case .answers: return wasReceived && self.recipients.contains { $0.mailbox == originator }
        case .follows:
            return originator == sender && self.recipients.allSatisfy { message.deliveredTo.contains($0.mailbox) }
        case .received: return wasReceived
        case .sent: return originator == sender
        case .known: return wasReceived || originator == sender
        }
    }

    private mutating func judge(_ rule: CitationRule, _ meant: [AnsweredMessage], _ isCiting: Bool) {
        let isOptional = rule.number == .optional
        guard isCiting else {
            if !isOptional { self.deny(.replyRequired, by: rule.reference) }
            return
        }
        let fitting = meant.filter { self.holds(rule.condition, cited: $0) == .yes }
        let isMissing = fitting.isEmpty && !isOptional
        let isTooMany = rule.number == .one && meant.count > 1
        let hasEach = rule.fromEach.allSatisfy { name in fitting.contains { $0.header.from?.mailbox == name } }
        if isMissing || isTooMany || fitting.count < meant.count || !hasEach && !isOptional {
            self.deny(rule.otherwise, by: rule.reference)
        }
        // Who did not send what is answered gets no part of the answer (EXCHANGES §0.3).
        let answered = Set(meant.map { $0.header.from?.mailbox })
        if rule.relation == .answers, !isOptional, !self.recipients.allSatisfy({ answered.contains($0.mailbox) }) {
            self.deny(.replyUnmatched, by: rule.reference)
        }
        if !rule.takesLapsed, meant.contains(where: { self.isLapsed($0.header) }) {
            self.deny(.termLapsed, by: rule.reference)
        }
        if !meant.isEmpty { self.rest(on: rule.reference) }
    }

    /// Whether the day by which a message was to be reviewed has passed; nothing builds on it then (EXCHANGES §0.3).
    func isLapsed(_ header: HeaderView) -> Bool {
        switch header.reviewBy {
        case .absent: false
        case .unreadable: true
        case .value(let day): day < self.today
        }
    }
}
