// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What an exchange says about forwarding.
struct OnwardPolicy: Sendable {
    /// For which purpose a forward may be.
    enum Purposes: Sendable {
        /// That of the original.
        case same
        /// Whatever the originator consents to.
        case any
        case these(Set<String>)
    }

    /// Leave to forward, with or without the originator's consent.
    struct Permit: Sendable {
        let from: Selector
        let to: Selector
        /// The kinds that may be forwarded; `nil` for all.
        let kinds: Set<String>?
        let purposes: Purposes
        /// `nil` for all.
        let bases: Set<String>?
        let needsConsent: Bool
        /// Whether the further addressee must be at the table of the original's case.
        let staysInCase: Bool
        let when: Condition?
        let reference: RuleReference
    }

    /// What stops a forward whatever permits it: all that it names must be so.
    struct Forbid: Sendable {
        /// A further addressee is selected.
        let to: Selector?
        /// What is forwarded is of one of these kinds.
        let kinds: Set<String>?
        /// It is for one of these purposes.
        let purposes: Set<String>?
        let when: Condition?
        let reference: RuleReference
    }

    let permits: [Permit]
    let forbids: [Forbid]
}

/// What a marking, or a code in `details`, does to a forward.
enum ForwardEffect: String, Sendable, CaseIterable {
    /// Nothing.
    case free
    /// Only to members of the exchange.
    case members
    /// Only inside the organisation that has the message.
    case ownOrganisation = "own-organisation"
    /// Only with the originator's consent.
    case consent
    /// Stops it.
    case never
}

/// A marking (DESIGN §2).
struct Marking: Sendable {
    /// How markings of two messages join.
    enum Effect: String, Sendable, CaseIterable {
        /// Restricts audience or use; joined by union.
        case restricts
        /// Releases to an audience; joined by intersection.
        case releases
    }

    let name: String
    let effect: Effect
    let forward: ForwardEffect
    /// The markings that come with it, with all that come with those.
    let implies: Set<String>
    /// The purposes that what is so marked never serves, sent or passed on.
    let notFor: Set<String>
}

/// A value of a code that stands in `details`, as TLP and the handling codes do.
struct HandlingCode: Sendable {
    let forward: ForwardEffect
    /// The purposes for which a forward needs the originator's consent besides.
    let consentFor: Set<String>
}
