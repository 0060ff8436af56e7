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
    /// To pass a message on.
    case forward
    /// To look at a message as a party.
    case read
    /// To look at a message as an auditor of its exchange.
    case audit
    /// To list a mailbox.
    case list
    /// To read the decision records of the exchanges that one audits.
    case review
    /// To ask whether something would be allowed, without doing it.
    case evaluate
    /// To acknowledge a message as an addressee.
    case acknowledge
    /// To refuse a message as an addressee.
    case refuse
    /// To let a message go as a second person of its sender.
    case release
    /// To take a message back as its originator.
    case withdraw
    /// To name, as its originator, the message that takes its place.
    case correct
    /// To allow, as its originator, that a message goes on.
    case consent
    /// To say as an addressee what became of its copy.
    case dispose
}

/// What the engine is asked; it looks at nothing else.
package struct Question: Hashable, Sendable {
    /// What is asked for.
    package let action: Action
    /// The header that it is about; for a forward, that of the forward.
    package let header: HeaderView
    /// What the server knows.
    package let facts: Facts

    /// Puts a question.
    package init(_ action: Action, _ header: HeaderView, _ facts: Facts) {
        self.action = action
        self.header = header
        self.facts = facts
    }
}

/// The place of a rule that decided.
package struct RuleReference: Hashable, Sendable, CustomStringConvertible {
    /// The file, relative to the folder of the policies.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// What the rule is about, as `ambtsbericht/routes`.
    package let id: String

    /// File and line, as compilers print them, so that an editor can jump there.
    package var description: String { "\(self.file):\(self.line)" }
}

/// An answer of the engine.
package struct Decision: Hashable, Sendable {
    /// Why not, in the fixed order; empty where it is allowed.
    package let reasons: [ReasonCode]
    /// The rules that decided: those that allowed it, or those that did not.
    package let rules: [RuleReference]
    /// How many persons of the sender must have signed before the message is delivered.
    package let releases: Int
    /// How old the sender's signing-time may be, in seconds, where the exchange says so.
    package let signingAge: Int?

    /// Whether it is allowed.
    package var isAllowed: Bool { self.reasons.isEmpty }
}
