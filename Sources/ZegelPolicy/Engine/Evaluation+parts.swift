// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Looking at a message, and speaking about it.
extension Evaluation {
    /// A party reads while its mailbox is a member; an addressee also only as far as it is cleared now.
    mutating func reading() {
        guard let asker = self.facts.asker, self.isAtHome(asker) else {
            self.deny(.notMember, by: self.exchange.reference)
            return
        }
        let isAddressee = self.hasReceived(asker)
        guard isAddressee || self.sender == asker else {
            self.deny(.routeNotAllowed)
            return
        }
        guard let level = self.header.classification, level <= self.ceiling else {
            self.deny(.aboveCeiling)
            return
        }
        if isAddressee { self.judge(clearanceOf: asker, for: level) }
        self.rest(on: self.kind?.reference ?? self.exchange.reference)
    }

    /// An addressee acknowledges, refuses and disposes; only the mailbox that sent lets go, takes back, corrects and consents.
    ///
    /// Who sent refuses, too: that the message is passed on.
    mutating func speaking() {
        guard let asker = self.facts.asker, self.isAtHome(asker) else {
            self.deny(.notMember, by: self.exchange.reference)
            return
        }
        let isAddressees = [.acknowledge, .refuse, .dispose].contains(self.action)
        let isSenders = !isAddressees || self.action == .refuse
        if isSenders && self.sender == asker || isAddressees && self.hasReceived(asker) {
            self.rest(on: self.kind?.reference ?? self.exchange.reference)
        } else {
            self.deny(.routeNotAllowed)
        }
    }

    /// Whether a mailbox has a role today; one outside the exchange that has the message by a forward needs none.
    private func isAtHome(_ mailbox: MailboxName) -> Bool {
        self.exchange.roles(of: mailbox, on: self.today) != 0
            || self.facts.byForward && self.exchange.members[mailbox] == nil
    }

    private func hasReceived(_ mailbox: MailboxName) -> Bool {
        self.facts.byForward || self.recipients.contains { $0.mailbox == mailbox }
    }

    /// Those whom the exchange names look, up to the level that they are cleared for.
    mutating func auditing() {
        guard let asker = self.facts.asker, self.exchange.auditors.contains(asker) else {
            self.deny(.notMember, by: self.exchange.reference)
            return
        }
        guard let level = self.header.classification else {
            self.deny(.aboveCeiling)
            return
        }
        self.judge(clearanceOf: asker, for: level)
        self.rest(on: self.exchange.reference)
    }
}
