// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension ReasonCode {
    /// The reason in words, for people.
    package var sentence: String {
        switch self {
        case .notMember: "A party is in no role of the exchange, or there is no such exchange."
        case .kindNotAllowed: "The sender's role does not originate this kind."
        case .routeNotAllowed: "Not to this addressee, or not to so many."
        case .mailboxUnknown: "The mailbox is of another organisation than the one named with it."
        case .purposeNotAllowed: "The purpose is not one of this kind for these parties."
        case .basisNotAllowed: "The basis does not belong to the purpose."
        case .aboveCeiling: "Above what the kind, or the installation, may carry."
        case .aboveClearance: "Above what an addressee may receive."
        case .markingRequired: "A marking that the kind requires is missing."
        case .markingForbidden: "A marking that the kind does not have, or that nobody declared."
        case .caseRequired: "No case is named."
        case .caseNotMember: "A party is not at the table of the case."
        case .caseMembershipLapsed: "A party's membership of the case has ended."
        case .caseClosed: "The case is closed."
        case .replyRequired: "An answer that cites nothing."
        case .replyUnmatched: "An answer to what was never sent to the one who answers."
        case .replyExceedsRequest: "More is provided than was requested."
        case .subjectsMoreThanOne: "About more than one matter."
        case .sourcePresent: "It names its source."
        case .countsDisclosing: "A count so small that it tells about persons."
        case .fieldRequired: "A field is missing."
        case .fieldForbidden: "A field that the kind does not have."
        case .fieldValue: "A field with a value or type that the kind does not take."
        case .termRequired: "A term is missing."
        case .termTooLong: "A term is later than the exchange allows."
        case .termLapsed: "A term has passed."
        case .releaseRequired: "Fewer persons have signed than the kind asks."
        case .consentRequired: "The originator has not consented, and its consent would help."
        case .humanRightsNegative: "The assessment of human rights is negative."
        case .humanRightsLapsed: "The assessment of human rights is no longer valid."
        case .offenceBelowThreshold: "The offence carries less than the kind asks."
        case .listNotSubscriber: "An addressee does not subscribe to the list."
        case .listVersionGap: "A version of the list was skipped."
        case .onwardForbidden: "The exchange does not let it go onward."
        case .onwardWithdrawn: "The originator took the message back."
        }
    }
}
