// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Why something is not allowed: stable codes, in the fixed order in which they are told.
package enum ReasonCode: String, Hashable, Sendable, CaseIterable, Comparable {
    /// A party is in no role of the exchange, or there is no such exchange.
    case notMember = "exchange.not-member"
    /// The sender's role does not originate this kind.
    case kindNotAllowed = "kind.not-allowed"
    /// Not to this addressee, or not to so many.
    case routeNotAllowed = "route.not-allowed"
    /// There is no such mailbox, or it is of another organisation.
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
    /// An answer that cites nothing.
    case replyRequired = "reply.required"
    /// An answer to what was never sent to the one who answers.
    case replyUnmatched = "reply.unmatched"
    /// About more than one matter.
    case subjectsMoreThanOne = "subjects.more-than-one"
    /// It names its source.
    case sourcePresent = "source.present"
    /// A field is missing.
    case fieldRequired = "field.required"
    /// A field that the kind does not have.
    case fieldForbidden = "field.forbidden"
    /// A field of another type.
    case fieldValue = "field.value"
    /// A term is missing.
    case termRequired = "term.required"
    /// A term is later than the exchange allows.
    case termTooLong = "term.too-long"
    /// A term has passed.
    case termLapsed = "term.lapsed"
    /// Fewer persons have signed than the kind asks.
    case releaseRequired = "release.required"

    package static func < (left: ReasonCode, right: ReasonCode) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
