// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What is asked for.
package enum Action: String, Hashable, Sendable, CaseIterable {
    /// To hand in a message.
    case send
    /// To let a message reach its addressees.
    case deliver
    /// To look at a message as a party.
    case read
    /// To look at a message as an auditor of its exchange.
    case audit
    /// To list a mailbox.
    case list
    /// To make a statement about a message.
    case state
}

/// The place of a rule that decided.
package struct RuleReference: Hashable, Sendable, CustomStringConvertible {
    /// The file, relative to the folder of the policies.
    package let file: String
    /// The line, from 1.
    package let line: Int

    package var description: String { "\(self.file):\(self.line)" }
}

/// An answer of the engine.
package struct Decision: Hashable, Sendable {
    /// Why not, in the fixed order; empty where it is allowed.
    package let reasons: [ReasonCode]
    /// The rules that decided.
    package let rules: [RuleReference]
    /// How many persons of the sender must have signed before the message is delivered.
    package let releases: Int

    /// Whether it is allowed.
    package var isAllowed: Bool { self.reasons.isEmpty }
}
