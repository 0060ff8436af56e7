// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a kind builds on: a message that the sender received, or one of its own.
struct CitationRule: Sendable {
    /// How the message that is cited stands to the one that cites it.
    enum Relation: String, Sendable, CaseIterable {
        /// An addressee sent it to the sender; where such a message is asked for, each addressee sent one.
        case answers
        /// The sender sent it to every addressee.
        case follows
        /// Someone sent it to the sender.
        case received
        /// The sender sent it to someone.
        case sent
        /// The sender sent or received it.
        case known
    }

    /// How many such messages are cited.
    enum Number: String, Sendable, CaseIterable {
        /// At least one.
        case some
        /// Exactly one.
        case one
        /// None or more.
        case optional
    }

    let relation: Relation
    let kinds: Set<KindName>
    let number: Number
    /// Mailboxes of each of which one must be cited; empty for any.
    let fromEach: [MailboxName]
    /// What must hold of each one cited.
    let condition: Condition?
    /// When the rule is in force; `nil` for always.
    let when: Condition?
    /// Whether the review of what is cited may have passed.
    let takesLapsed: Bool
    /// The reason where something is cited, but not this.
    let otherwise: ReasonCode
    let reference: RuleReference
}

/// What a kind says about the case that its messages belong to.
enum CaseRule: Sendable {
    /// It names none.
    case forbidden(RuleReference)
    /// It names an open one.
    ///
    /// - Parameters:
    ///   - table: Of sender and addressees, who must be at its table.
    ///   - measures: Of the addressees, who must have taken a measure in it.
    case required(table: Selector, measures: Selector?, RuleReference)
}

/// What a kind says about the list that its messages are versions of.
enum ListRule: String, Sendable, CaseIterable {
    /// Each version follows the last.
    case versioned
    /// And every addressee subscribes to it.
    case subscribed
}
