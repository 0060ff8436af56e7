// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// How high it may be, and what must be marked.
extension Evaluation {
    /// The level is at most the accredited one, the kind's for these parties, and the clearance of every addressee.
    mutating func judgeClassification() {
        guard let level = self.header.classification else {
            self.deny(.aboveCeiling)
            return
        }
        if level > self.ceiling { self.deny(.aboveCeiling) }
        let isRouted =
            self.isClear || !self.has(.notMember) && !self.has(.kindNotAllowed) && !self.has(.routeNotAllowed)
        for recipient in self.recipients where recipient.roles != 0 {
            self.judge(clearanceOf: recipient.mailbox, for: level)
            guard let kind = self.kind, let sender = self.sender, isRouted else { continue }
            let ceilings = kind.ceilings.filter { rule in
                rule.from.selects(sender, in: self.senderRoles, from: sender)
                    && rule.to.selects(recipient.mailbox, in: recipient.roles, from: sender)
            }
            guard let lowest = ceilings.min(by: { $0.level < $1.level }) else {
                self.deny(.aboveCeiling)
                continue
            }
            if level > lowest.level { self.deny(.aboveCeiling, by: lowest.reference) }
            self.rest(on: lowest.reference)
        }
    }

    /// A mailbox receives nothing above its clearance.
    mutating func judge(clearanceOf mailbox: MailboxName, for level: Classification) {
        guard let clearance = self.policy.organisations.clearance(of: mailbox), level <= clearance else {
            self.deny(.aboveClearance, by: RuleReference(file: "organisations.yaml", line: 1, id: "mailboxes"))
            return
        }
    }

    /// Markings are declared, those that the kind requires are there, and none that it forbids.
    mutating func judgeMarkings() {
        guard let kind = self.kind else { return }
        let markings: [String]
        switch self.header.markings {
        case .absent: markings = []
        case .value(let given): markings = given
        case .unreadable:
            self.deny(.markingForbidden)
            markings = []
        }
        let carried = markings.reduce(into: Set(markings)) { $0.formUnion(self.policy.markings[$1]?.implies ?? []) }
        if !kind.requiredMarkings.allSatisfy(carried.contains) { self.deny(.markingRequired) }
        for marking in carried where self.policy.markings[marking] == nil || kind.forbiddenMarkings.contains(marking) {
            self.deny(.markingForbidden)
        }
        // What a marking keeps from a purpose is kept from one that cannot be read, too.
        for marking in carried.compactMap({ self.policy.markings[$0] })
        where self.header.purpose.map(marking.notFor.contains) ?? !marking.notFor.isEmpty {
            self.deny(.markingForbidden)
        }
    }
}
