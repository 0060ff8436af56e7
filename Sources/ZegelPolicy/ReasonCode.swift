// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Why something is not allowed: stable codes, in the fixed order in which they are told (EXCHANGES §0.3).
///
/// The vocabulary of every exchange is here, so that the order never changes when a rule is added.
package enum ReasonCode: String, Hashable, Sendable, CaseIterable, Comparable {
    /// A party is in no role of the exchange, or there is no such exchange.
    case notMember = "exchange.not-member"
    /// The sender's role does not originate this kind.
    case kindNotAllowed = "kind.not-allowed"
    /// Not to this addressee, or not to so many.
    case routeNotAllowed = "route.not-allowed"
    /// The mailbox is of another organisation than the one named with it.
    case mailboxUnknown = "mailbox.unknown"
    /// The purpose is not one of this kind for these parties.
    case purposeNotAllowed = "purpose.not-allowed"
    /// The basis does not belong to the purpose.
    case basisNotAllowed = "basis.not-allowed"
    /// Above what the kind, or the installation, may carry.
    case aboveCeiling = "classification.above-ceiling"
    /// Above what an addressee may receive.
    case aboveClearance = "classification.above-clearance"
    /// A marking that the kind requires is missing.
    case markingRequired = "marking.required"
    /// A marking that the kind does not have, or that nobody declared.
    case markingForbidden = "marking.forbidden"
    /// No case is named.
    case caseRequired = "case.required"
    /// A party is not at the table of the case.
    case caseNotMember = "case.not-member"
    /// A party's membership of the case has ended.
    case caseMembershipLapsed = "case.membership-lapsed"
    /// The case is closed.
    case caseClosed = "case.closed"
    /// An answer that cites nothing.
    case replyRequired = "reply.required"
    /// An answer to what was never sent to the one who answers.
    case replyUnmatched = "reply.unmatched"
    /// More is provided than was requested.
    case replyExceedsRequest = "reply.exceeds-request"
    /// About more than one matter.
    case subjectsMoreThanOne = "subjects.more-than-one"
    /// It names its source.
    case sourcePresent = "source.present"
    /// A count so small that it tells about persons.
    case countsDisclosing = "counts.disclosing"
    /// A field is missing.
    case fieldRequired = "field.required"
    /// A field that the kind does not have.
    case fieldForbidden = "field.forbidden"
    /// A field with a value or type that the kind does not take.
    case fieldValue = "field.value"
    /// A term is missing.
    case termRequired = "term.required"
    /// A term is later than the exchange allows.
    case termTooLong = "term.too-long"
    /// A term has passed.
    case termLapsed = "term.lapsed"
    /// Fewer persons have signed than the kind asks.
    case releaseRequired = "release.required"
    /// The originator has not consented, and its consent would help.
    case consentRequired = "consent.required"
    /// The assessment of human rights is negative.
    case humanRightsNegative = "human-rights.negative"
    /// The assessment of human rights is no longer valid.
    case humanRightsLapsed = "human-rights.lapsed"
    /// The offence carries less than the kind asks.
    case offenceBelowThreshold = "offence.below-threshold"
    /// An addressee does not subscribe to the list.
    case listNotSubscriber = "list.not-subscriber"
    /// A version of the list was skipped.
    case listVersionGap = "list.version-gap"
    /// The exchange does not let it go onward.
    case onwardForbidden = "onward.forbidden"
    /// The originator took the message back.
    case onwardWithdrawn = "onward.withdrawn"

    /// The place in the order, from 0.
    package var place: Int { Self.places[self] ?? Self.allCases.count }

    /// The one to mend first comes first.
    package static func < (left: ReasonCode, right: ReasonCode) -> Bool { left.place < right.place }

    private static let places: [ReasonCode: Int] = .init(
        uniqueKeysWithValues: Self.allCases.enumerated().map { ($0.element, $0.offset) }
    )
}
