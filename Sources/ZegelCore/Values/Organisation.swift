// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A partner, as `policies/organisations.yaml` describes it.
package struct Organisation: Hashable, Sendable {
    /// A mailbox and the highest classification it may receive.
    package struct Mailbox: Hashable, Sendable {
        /// The name.
        package let name: MailboxName
        /// The highest classification.
        package let clearance: Classification

        /// Creates a mailbox.
        package init(name: MailboxName, clearance: Classification) {
            self.name = name
            self.clearance = clearance
        }
    }

    /// What an organisation is (DESIGN §6).
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        // swift-format-ignore: OneCasePerLine
        /// What exchanges and rules choose organisations by.
        ///
        /// A `service` is one of intelligence and security, a `host` keeps content of others online, a `carrier` brings
        /// passengers, a `partner` is foreign or international, and `oversight` watches over the others.
        case service, police, prosecution, ministry, municipality, care, bank, host, carrier, `operator`, court,
            oversight, partner, other
    }

    /// Where an organisation is.
    package enum Region: String, Hashable, Sendable, CaseIterable {
        /// The Netherlands.
        case nl
        /// Elsewhere in the European Union.
        case eu
        /// Elsewhere.
        case other
    }

    /// Its number.
    package let oin: OIN
    /// Its short name, the first part of its mailboxes' names.
    package let short: String
    /// Its name for people.
    package let name: String
    /// What it is.
    package let kind: Kind
    /// Where it is.
    package let region: Region
    /// Its mailboxes.
    package let mailboxes: [Mailbox]
    /// The scopes that the policy grants it.
    package let scopes: Set<Scope.Name>
    /// The public keys of those who may release, as the SHA-256 of the certificate in DER; empty where any release certificate of the organisation counts.
    package let releasers: Set<ContentDigest>
    /// The first day on which it is a partner, or `nil` for always.
    package let validFrom: CalendarDate?
    /// The last day, or `nil`.
    package let validUntil: CalendarDate?

    /// Creates a description.
    package init(
        oin: OIN,
        short: String,
        name: String,
        kind: Kind,
        region: Region,
        mailboxes: [Mailbox],
        scopes: Set<Scope.Name>,
        releasers: Set<ContentDigest> = [],
        validFrom: CalendarDate? = nil,
        validUntil: CalendarDate? = nil
    ) {
        self.oin = oin
        self.short = short
        self.name = name
        self.kind = kind
        self.region = region
        self.mailboxes = mailboxes
        self.scopes = scopes
        self.releasers = releasers
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// The organisation as those see it who know only some of its mailboxes; `nil` for who knows none.
    package func showing(_ isKnown: (MailboxName) -> Bool) -> Organisation? {
        let known = self.mailboxes.filter { isKnown($0.name) }
        guard !known.isEmpty else { return nil }
        return Organisation(
            oin: self.oin,
            short: self.short,
            name: self.name,
            kind: self.kind,
            region: self.region,
            mailboxes: known,
            scopes: self.scopes,
            releasers: self.releasers,
            validFrom: self.validFrom,
            validUntil: self.validUntil
        )
    }

    /// Whether a mailbox is one of its own.
    package func has(_ mailbox: MailboxName) -> Bool { self.mailboxes.contains { $0.name == mailbox } }

    /// Whether it is a partner on a day.
    package func isActive(on day: CalendarDate) -> Bool {
        (self.validFrom.map { $0 <= day } ?? true) && (self.validUntil.map { day <= $0 } ?? true)
    }
}
