// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What an invariant says of one passage: a message on its way to its addressees, or a forward of one.
///
/// From, to, purpose and basis are those of the passage; kind, level, markings, details and terms those of the message that is passed.
indirect enum Claim: Sendable {
    case all([Claim])
    case any([Claim])
    case not(Claim)
    /// A condition about one thing, in the vocabulary of the rules.
    case condition(Condition)
    /// The message was first sent by one who is selected.
    case originator(Selector)
    /// The originator agreed to the passage; to its own message it does.
    case consent
    /// The message cites exactly one message of these kinds that an addressee sent to its sender.
    case answersOne(Set<KindName>)
    /// It reaches everyone who had what it lifts.
    case reachesTold
    /// Every addressee is cleared for its level.
    case cleared

    /// Takes a condition apart, so that each leaf is about one thing.
    init(_ condition: Condition) {
        switch condition {
        case .all(let conditions): self = .all(conditions.map { Claim($0) })
        case .any(let conditions): self = .any(conditions.map { Claim($0) })
        case .not(let condition): self = .not(Claim(condition))
        case .sender, .addressees, .cites, .field: self = .condition(condition)
        }
    }
}

/// One thing about a passage, and what is wanted of it.
struct Literal: Sendable {
    /// What a claim may turn out to be.
    enum Wanted: Sendable {
        case yes
        case no
        /// No, or not to be evaluated.
        case notYes
        /// Yes, or not to be evaluated.
        case notNo
    }

    /// A claim without others inside it.
    let leaf: Claim
    let wanted: Wanted

    /// Whether it is as wanted.
    func accepts(_ truth: Truth) -> Bool {
        switch self.wanted {
        case .yes: truth == .yes
        case .no: truth == .no
        case .notYes: truth != .yes
        case .notNo: truth != .no
        }
    }
}

extension Claim {
    /// The ways in which the claim is as wanted: one of the lists, all of it.
    ///
    /// The rules are those of ``Truth``: all is yes where each is, no where one is, and not to be evaluated otherwise.
    func ways(_ wanted: Literal.Wanted) -> [[Literal]] {
        switch (self, wanted) {
        case (.all(let claims), .yes), (.all(let claims), .notNo), (.any(let claims), .no), (.any(let claims), .notYes):
            Self.product(claims.map { $0.ways(wanted) })
        case (.all(let claims), _), (.any(let claims), _): claims.flatMap { $0.ways(wanted) }
        case (.not(let claim), .yes): claim.ways(.no)
        case (.not(let claim), .no): claim.ways(.yes)
        case (.not(let claim), .notYes): claim.ways(.notNo)
        case (.not(let claim), .notNo): claim.ways(.notYes)
        default: [[Literal(leaf: self, wanted: wanted)]]
        }
    }

    /// One of each list, in every combination.
    static func product(_ lists: [[[Literal]]]) -> [[Literal]] {
        lists.reduce([[]]) { ways, more in ways.flatMap { way in more.map { way + $0 } } }
    }

    /// How many ways there are, before they are written out; it grows with the power of what stands beside each other.
    func count(_ wanted: Literal.Wanted) -> Double {
        switch (self, wanted) {
        case (.all(let claims), .yes), (.all(let claims), .notNo), (.any(let claims), .no), (.any(let claims), .notYes):
            claims.reduce(1) { $0 * $1.count(wanted) }
        case (.all(let claims), _), (.any(let claims), _): claims.reduce(0) { $0 + $1.count(wanted) }
        case (.not(let claim), .yes): claim.count(.no)
        case (.not(let claim), .no): claim.count(.yes)
        case (.not(let claim), .notYes): claim.count(.notNo)
        case (.not(let claim), .notNo): claim.count(.notYes)
        default: 1
        }
    }
}
