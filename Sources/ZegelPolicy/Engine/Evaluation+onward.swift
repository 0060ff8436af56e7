// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Passing on: the exchange's onward rule alone judges parties, purpose and basis, together with the originator's markings.
extension Evaluation {
    mutating func forwarding() {
        guard let original = self.facts.original, let sender = self.sender, !self.recipients.isEmpty,
            original.header.exchange == self.header.exchange
        else {
            self.deny(.onwardForbidden)
            return
        }
        self.judgeOriginal(original)
        if original.isWithdrawn { self.deny(.onwardWithdrawn) }
        let wasAddressee = original.header.to.contains { $0.mailbox == sender }
        guard wasAddressee, self.senderRoles != 0, !self.isBarred(), let marked = self.mark(of: original) else {
            self.deny(.onwardForbidden)
            return
        }
        for party in [self.header.from].compactMap({ $0 }) + self.header.to
        where self.policy.organisations.owner(of: party.mailbox)?.oin != party.oin { self.deny(.mailboxUnknown) }
        for recipient in self.recipients { self.judgeOnward(to: recipient, from: sender, original, marked) }
    }

    /// The level is that of the original, whatever the forward says.
    private mutating func judgeOriginal(_ original: OriginalMessage) {
        guard let level = original.header.classification else {
            self.deny(.aboveCeiling)
            return
        }
        if level > self.ceiling { self.deny(.aboveCeiling) }
        for recipient in self.recipients { self.judge(clearanceOf: recipient.mailbox, for: level) }
        if let reviewBy = original.header.reviewBy.value, reviewBy < self.today { self.deny(.termLapsed) }
        if original.header.reviewBy == .unreadable { self.deny(.termLapsed) }
    }

    /// A barrier that cannot be evaluated stands.
    private mutating func isBarred() -> Bool {
        for forbid in self.exchange.onward.forbids {
            let isHit: Bool
            switch forbid.barrier {
            case .purposes(let purposes): isHit = self.header.purpose.map(purposes.contains) ?? true
            case .mailboxes(let mailboxes): isHit = self.recipients.contains { mailboxes.contains($0.mailbox) }
            case .organisations(let kinds):
                isHit = self.recipients.contains { recipient in
                    self.policy.organisations.owner(of: recipient.mailbox).map { kinds.contains($0.kind) } ?? true
                }
            }
            guard isHit else { continue }
            self.deny(.onwardForbidden, by: forbid.reference)
            return true
        }
        return false
    }

    /// Whether the markings of the original ask for consent; `nil` where one of them stops it, or is unknown.
    private func mark(of original: OriginalMessage) -> Bool? {
        guard original.header.markings != .unreadable else { return nil }
        var needsConsent = false
        for name in original.header.markings.value ?? [] {
            guard let marking = self.policy.markings[name], marking.forward != .never else { return nil }
            if marking.forward == .consent { needsConsent = true }
        }
        return needsConsent
    }

    private mutating func judgeOnward(
        to recipient: (mailbox: MailboxName, roles: UInt64),
        from sender: MailboxName,
        _ original: OriginalMessage,
        _ isMarked: Bool
    ) {
        let hasConsent = original.consents.contains {
            $0.mailbox == recipient.mailbox && $0.purpose == self.header.purpose
        }
        let applying = self.exchange.onward.permits.filter { permit in
            permit.from.selects(sender, in: self.senderRoles)
                && permit.to.selects(recipient.mailbox, in: recipient.roles)
                && permit.kinds.map { $0.contains(original.header.kind ?? "") } ?? true
                && permit.bases.map { $0.contains(self.header.legalBasis ?? "") } ?? (self.header.legalBasis != nil)
                && self.isFor(permit.purposes, original)
        }
        if let permit = applying.first(where: { !($0.needsConsent || isMarked) || hasConsent }) {
            self.rest(on: permit.reference)
        } else if let permit = applying.first {
            self.deny(.consentRequired, by: permit.reference)
        } else {
            self.deny(.onwardForbidden)
        }
    }

    private func isFor(_ purposes: OnwardPolicy.Purposes, _ original: OriginalMessage) -> Bool {
        guard let purpose = self.header.purpose else { return false }
        switch purposes {
        case .same: return purpose == original.header.purpose
        case .any: return true
        case .these(let names): return names.contains(purpose)
        }
    }
}
