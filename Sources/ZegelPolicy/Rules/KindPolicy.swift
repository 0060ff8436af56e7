// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What an exchange says about one kind of message.
struct KindPolicy: Sendable {
    /// Leave to originate it: who, and to whom.
    struct Permit: Sendable {
        let from: Selector
        let to: Selector
        /// To how many mailboxes at most.
        let addressees: Int
        let when: Condition?
        let reference: RuleReference
    }

    /// A purpose with the bases on which some senders may provide to some addressees.
    struct Purpose: Sendable {
        let bases: Set<String>
        let from: Selector
        let to: Selector
        let when: Condition?
        let reference: RuleReference
    }

    /// The highest level between some parties.
    struct Ceiling: Sendable {
        let from: Selector
        let to: Selector
        let level: Classification
        let reference: RuleReference
    }

    /// What stops a message, whatever permits it.
    struct Forbid: Sendable {
        /// What it is about; `nil` for every message of the kind.
        let when: Condition?
        /// What excuses it; `nil` for nothing.
        let unless: Condition?
        let reason: ReasonCode
        let reference: RuleReference

        /// Whether it looks at what is known only when a message is handed in.
        let isAboutHandingIn: Bool
    }

    /// How many persons of the sender must have signed.
    struct Release: Sendable {
        let persons: Int
        let when: Condition?
        let reference: RuleReference
    }

    /// A field of the header that some kinds need and others may not have.
    enum Field: String, Sendable, CaseIterable {
        case subject
        case onBehalfOf
        case documents
        case notBefore
        case respondBy
        case reviewBy
        case retainUntil
    }

    /// What a kind says about such a field.
    struct FieldRule: Sendable {
        let field: Field
        /// For whom it must be there; `nil` where it never must.
        let required: Selector?
        /// For whom it may not be there; `nil` where it always may.
        let forbidden: Selector?
        /// How far ahead a term may lie.
        let within: Span?
        /// Whether a term is a day, and no moment in it.
        let isDay: Bool
        /// When the rule is in force; `nil` for always.
        let when: Condition?
        let reference: RuleReference
    }

    let name: String
    let permits: [Permit]
    let forbids: [Forbid]
    /// By purpose.
    let purposes: [String: [Purpose]]
    let ceilings: [Ceiling]
    let releases: [Release]
    /// How many persons or organisations a message is about; `nil` for any number.
    let subjects: Int64?
    let details: [String: DetailRule]
    /// Those that say who must have them, or may not, sorted by key.
    let conditionalDetails: [(key: String, rule: DetailRule)]
    let requiredMarkings: [String]
    let forbiddenMarkings: Set<String>
    let fields: [FieldRule]
    let citations: [CitationRule]
    let caseRule: CaseRule?
    let list: ListRule?
    /// Whether it must reach everyone who had what it lifts or corrects.
    let reachesAllTold: Bool
    /// The kinds that lift it, where it limits a person.
    let liftedBy: Set<String>
    /// Who hears of it when it is not answered in time.
    let escalation: EscalationRule?
    /// How it says that it is a part of an answer.
    let partial: PartialRule?
    /// How old the sender's signing-time may be, in seconds.
    let signingAge: Int?
    /// In how many seconds it has to reach another server, where that is of use at all.
    let deliverWithin: Int?
    let reference: RuleReference
}
