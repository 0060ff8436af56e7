// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Who sends what to whom, for what, and on which basis.
extension Evaluation {
    /// Sender and every addressee are members, in roles that the kind names for them.
    mutating func judgeParties() {
        if self.senderRoles == 0 || self.recipients.isEmpty || self.recipients.contains(where: { $0.roles == 0 }) {
            self.deny(.notMember, by: self.exchange.reference)
        }
        for party in [self.header.from].compactMap({ $0 }) + self.header.to
        where self.exchange.members[party.mailbox] != nil {
            // Who is no member is told nothing about whether there is such a mailbox.
            if self.policy.organisations.owner(of: party.mailbox)?.oin != party.oin { self.deny(.mailboxUnknown) }
        }
        guard let kind = self.kind, let sender = self.sender else {
            self.deny(.kindNotAllowed, by: self.exchange.reference)
            return
        }
        let permits = kind.permits.filter { $0.from.selects(sender, in: self.senderRoles, from: sender) }
        if permits.isEmpty {
            self.deny(.kindNotAllowed)
            return
        }
        let members = self.recipients.filter { $0.roles != 0 }
        let permit = permits.first { permit in
            self.recipients.count <= permit.addressees
                && members.allSatisfy { permit.to.selects($0.mailbox, in: $0.roles, from: sender) }
                && self.holds(permit.when) == .yes
        }
        if let permit { self.rest(on: permit.reference) } else { self.deny(.routeNotAllowed, by: permits[0].reference) }
    }

    /// Purpose and basis are declared together, for this sender and each addressee.
    mutating func judgePurpose() {
        guard let kind = self.kind, let sender = self.sender else { return }
        guard let purpose = self.header.purpose, let declared = kind.purposes[purpose] else {
            self.deny(.purposeNotAllowed)
            return
        }
        // Between parties that the kind does not join, only what it has for nobody counts as wrong.
        let isRouted = !self.has(.notMember) && !self.has(.kindNotAllowed) && !self.has(.routeNotAllowed)
        var isBased = true
        for recipient in self.recipients {
            let matching = declared.filter { rule in
                rule.from.selects(sender, in: self.senderRoles, from: sender)
                    && rule.to.selects(recipient.mailbox, in: recipient.roles, from: sender)
            }
            let candidates = matching.isEmpty && !isRouted ? declared : matching
            let basis = self.header.legalBasis ?? ""
            if candidates.isEmpty {
                self.deny(.purposeNotAllowed, by: declared[0].reference)
            } else if let rule = candidates.first(where: {
                $0.bases.contains(basis) && self.holds($0.when) == .yes
            }) {
                self.rest(on: rule.reference)
            } else {
                isBased = false
                self.deny(.basisNotAllowed, by: candidates[0].reference)
            }
        }
        if isBased, self.recipients.isEmpty { self.deny(.purposeNotAllowed) }
    }
}
