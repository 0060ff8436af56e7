// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Passing on: the exchange's onward rule alone judges parties, purpose and basis, together with the originator's markings.
extension Evaluation {
    mutating func forwarding() {
        guard let original = self.facts.original, let sender = self.sender, !self.recipients.isEmpty,
            original.header.exchange == self.header.exchange, self.isOfThisExchange(original.header)
        else {
            self.deny(.onwardForbidden)
            return
        }
        self.judgeOriginal(original)
        if original.isWithdrawn { self.deny(.onwardWithdrawn) }
        // Who got it by an earlier forward has it, too.
        let holders = original.deliveredTo ?? original.header.to.map(\.mailbox)
        guard holders.contains(sender), self.senderRoles != 0, !self.isBarred(original),
            let marked = self.mark(of: original)
        else {
            self.deny(.onwardForbidden)
            return
        }
        for party in [self.header.from].compactMap({ $0 }) + self.header.to
        where self.policy.organisations.owner(of: party.mailbox)?.oin != party.oin { self.deny(.mailboxUnknown) }
        for recipient in self.recipients { self.judgeOnward(to: recipient, from: sender, original, marked) }
    }

    /// Whether a message could have been sent for its purpose: a barrier may look at that.
    private func isOfThisExchange(_ original: HeaderView) -> Bool {
        let kind = original.kind.flatMap { self.exchange.kinds[$0] }
        return original.purpose.flatMap { kind?.purposes[$0] } != nil
    }

    /// The level is that of the original, whatever the forward says.
    private mutating func judgeOriginal(_ original: OriginalMessage) {
        guard let level = original.header.classification else {
            self.deny(.aboveCeiling)
            return
        }
        if level > self.ceiling { self.deny(.aboveCeiling) }
        for recipient in self.recipients { self.judge(clearanceOf: recipient.mailbox, for: level) }
        if self.isLapsed(original.header) { self.deny(.termLapsed) }
    }

    /// A barrier that cannot be evaluated stands.
    private mutating func isBarred(_ original: OriginalMessage) -> Bool {
        for forbid in self.exchange.onward.forbids {
            let isFree = [
                forbid.purposes.map { names in self.header.purpose.map(names.contains) ?? true },
                forbid.kinds.map { names in original.header.kind.map(names.contains) ?? true },
                forbid.to.map { to in
                    self.recipients.contains { to.selects($0.mailbox, in: $0.roles, from: self.sender) }
                },
                self.holds(forbid.when) != .no,
            ].contains(false)
            if isFree { continue }
            self.deny(.onwardForbidden, by: forbid.reference)
            return true
        }
        return false
    }

    /// Whether the markings and codes of the original ask for consent; `nil` where one of them stops it, or is unknown.
    private func mark(of original: OriginalMessage) -> Bool? {
        guard original.header.markings != .unreadable, original.header.details != .unreadable else { return nil }
        var effects: [ForwardEffect] = []
        for name in original.header.markings.value ?? [] {
            guard let marking = self.policy.markings[name],
                !(self.header.purpose.map(marking.notFor.contains) ?? !marking.notFor.isEmpty)
            else { return nil }
            effects.append(marking.forward)
            effects += marking.implies.compactMap { self.policy.markings[$0]?.forward }
        }
        for member in original.header.details.value ?? [] {
            guard let values = self.policy.codes[member.key] else { continue }
            guard let code = member.value.string.flatMap({ values[$0] }) else { return nil }
            effects.append(code.forward)
            if self.header.purpose.map(code.consentFor.contains) ?? !code.consentFor.isEmpty {
                effects.append(.consent)
            }
        }
        for effect in effects {
            switch effect {
            case .never: return nil
            case .members where !self.recipients.allSatisfy({ $0.roles != 0 }): return nil
            case .ownOrganisation
            where !self.recipients.allSatisfy({ $0.mailbox.organisation == self.sender?.organisation }):
                return nil
            case .free, .consent, .members, .ownOrganisation: ()
            }
        }
        return effects.contains(.consent)
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
            permit.from.selects(sender, in: self.senderRoles, from: sender)
                && permit.to.selects(recipient.mailbox, in: recipient.roles, from: sender)
                && permit.kinds.map { $0.contains(original.header.kind ?? "") } ?? true
                && (permit.bases ?? self.policy.bases).contains(self.header.legalBasis ?? "")
                && self.isFor(permit.purposes, original) && self.holds(permit.when) == .yes
                && (!permit.staysInCase || self.isAtTable(recipient.mailbox, of: original))
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

    /// Whether a mailbox is at the table of the case, still open, that the original belongs to.
    private func isAtTable(_ mailbox: MailboxName, of original: OriginalMessage) -> Bool {
        guard let id = original.header.caseID.value, let table = self.facts.caseTable, table.id == id,
            table.opened <= self.today, table.closed.map({ self.today < $0 }) ?? true
        else { return false }
        return table.objection(to: mailbox, on: self.today) == nil
    }
}
