// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Whom a rule is about: anyone, the members in some roles, single mailboxes, and those of the sender's own organisation.
struct Selector: Sendable {
    /// Anyone, also who is no member.
    static let any = Selector(isAny: true, roles: 0, mailboxes: [])

    let isAny: Bool
    /// One bit per role of the exchange.
    let roles: UInt64
    /// Mailboxes by name; those of a kind of organisation or of a region were filled in when the policy was read.
    let mailboxes: Set<MailboxName>
    /// Whether it selects whoever is of the same organisation as the sender.
    var hasOwnOrganisation = false

    /// Whether it selects a mailbox that has some roles today.
    func selects(_ mailbox: MailboxName, in roles: UInt64, from sender: MailboxName? = nil) -> Bool {
        self.isAny || self.roles & roles != 0 || self.mailboxes.contains(mailbox)
            || self.hasOwnOrganisation && sender?.organisation == mailbox.organisation
    }
}

/// The roles of one exchange while its file is read: name to bit.
struct RoleNames {
    private(set) var bits: [String: UInt64] = [:]

    /// The bit of a role; `nil` where an exchange would have more than 64.
    mutating func bit(of name: String) -> UInt64? {
        if let bit = self.bits[name] { return bit }
        guard self.bits.count < 64 else { return nil }
        let bit = UInt64(1) << UInt64(self.bits.count)
        self.bits[name] = bit
        return bit
    }
}
