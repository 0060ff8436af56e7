// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What an exchange says about one kind of message.
struct KindPolicy: Sendable {
    /// Who originates it, and to whom.
    struct Route: Sendable {
        let from: Selector
        let to: Selector
        /// Whether a message goes to one mailbox only.
        let hasOneAddressee: Bool
        let reference: RuleReference
    }

    /// A purpose with the bases on which some senders may provide to some addressees.
    struct Purpose: Sendable {
        let bases: Set<String>
        let from: Selector
        let to: Selector
        let reference: RuleReference
    }

    /// The highest level between some parties.
    struct Ceiling: Sendable {
        let from: Selector
        let to: Selector
        let level: Classification
        let reference: RuleReference
    }

    /// A field of the header that some kinds need and others may not have.
    enum Field: String, Sendable, CaseIterable {
        case subject
        case caseID = "case"
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
        let isForbidden: Bool
        /// How far ahead a term may lie.
        let within: Span?
        let reference: RuleReference
    }

    /// What a kind builds on: a message that the sender received, or one of its own.
    struct Citation: Sendable {
        enum Relation: Sendable {
            /// It answers a message that was delivered to the sender by an addressee.
            case received
            /// It follows a message of the sender that was delivered to every addressee.
            case sent
        }

        let relation: Relation
        let kinds: Set<String>
        let reference: RuleReference
    }

    let name: String
    let routes: [Route]
    /// By purpose.
    let purposes: [String: [Purpose]]
    let ceilings: [Ceiling]
    /// How many persons of the sender must have signed.
    let releases: Int
    /// How many persons or organisations a message is about.
    let subjects: Int64
    let details: [String: DetailRule]
    /// Those that must be there for someone, sorted by key.
    let requiredDetails: [(key: String, required: Selector, reference: RuleReference)]
    let requiredMarkings: [String]
    let forbiddenMarkings: Set<String>
    let fields: [FieldRule]
    let citation: Citation?
    /// How old the sender's signing-time may be, in seconds.
    let signingAge: Int?
    let reference: RuleReference
}
