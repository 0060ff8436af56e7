// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A decision that another policy takes otherwise.
package struct PolicyDifference: Hashable, Sendable {
    /// The exchange.
    package let exchange: String
    /// The kind; empty where all kinds are meant.
    package let kind: String
    /// What is asked: send, forward or audit.
    package let action: Action
    /// Who asks; each is decided so.
    package let from: [MailboxName]
    /// To whom; each is, or where it is said so, all of them together.
    package let to: [MailboxName]
    /// What for; empty where it is about no message.
    package let purpose: String
    /// What it is about, as `classification stg-geheim`; empty where it is about every such message.
    package let what: String
    /// Whether it is allowed now, and was not before; else the reverse.
    package let isAllowedNow: Bool

    /// The days on which it is so, sorted; empty where it is so on all days that were compared.
    package var days: [CalendarDate] = []

    var order: [String] {
        [
            self.exchange, self.kind, self.action == .send ? "" : self.action.rawValue, "\(self.from)", "\(self.to)",
            self.purpose, self.what, self.isAllowedNow ? "1" : "0",
        ]
    }
}
