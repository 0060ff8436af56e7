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
        let reference: RuleReference
    }

    /// What stops a forward whatever permits it.
    enum Barrier: Sendable {
        case mailboxes(Set<MailboxName>)
        case organisations(Set<Organisation.Kind>)
        case purposes(Set<String>)
    }

    /// A barrier with its place.
    struct Forbid: Sendable {
        let barrier: Barrier
        let reference: RuleReference
    }

    let permits: [Permit]
    let forbids: [Forbid]
}

/// What a marking does (DESIGN §2).
struct Marking: Sendable {
    /// How markings of two messages join.
    enum Effect: String, Sendable, CaseIterable {
        /// Restricts audience or use; joined by union.
        case restricts
        /// Releases to an audience; joined by intersection.
        case releases
    }

    /// What it does to a forward.
    enum Forward: String, Sendable, CaseIterable {
        /// Nothing.
        case free
        /// Only with the originator's consent.
        case consent
        /// Stops it.
        case never
    }

    let name: String
    let effect: Effect
    let forward: Forward
}
