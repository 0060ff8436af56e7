// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// All partners, by number and by name.
package struct OrganisationDirectory: Sendable {
    /// The organisations in the order of their numbers.
    package let organisations: [Organisation]
    /// The servers of partners, in the order of their numbers.
    package let servers: [PartnerServer]
    private let byOIN: [OIN: Organisation]
    private let byShort: [String: Organisation]
    private let clearances: [MailboxName: Classification]

    /// Creates a directory; where two claim one number or name the first counts (the policy's reader refuses such a file).
    package init(_ organisations: [Organisation], servers: [PartnerServer] = []) {
        self.organisations = organisations.sorted { $0.oin < $1.oin }
        self.servers = servers.sorted { $0.oin < $1.oin }
        self.byOIN = .init(organisations.map { ($0.oin, $0) }) { first, _ in first }
        self.byShort = .init(organisations.map { ($0.short, $0) }) { first, _ in first }
        self.clearances = .init(organisations.flatMap(\.mailboxes).map { ($0.name, $0.clearance) }) { first, _ in first
        }
    }

    /// The organisation with a number.
    package subscript(oin: OIN) -> Organisation? { self.byOIN[oin] }

    /// The organisation with a short name.
    package subscript(short short: String) -> Organisation? { self.byShort[short] }

    /// The highest classification that a mailbox may receive; `nil` where there is no such mailbox.
    package func clearance(of mailbox: MailboxName) -> Classification? { self.clearances[mailbox] }

    /// The organisation that a mailbox belongs to.
    package func owner(of mailbox: MailboxName) -> Organisation? {
        self.clearances[mailbox] == nil ? nil : self.byShort[mailbox.organisation]
    }

    /// The server of partners with a number.
    package func server(_ oin: OIN) -> PartnerServer? { self.servers.first { $0.oin == oin } }

    /// The server where an organisation's post goes; `nil` for one that is at home here.
    package func server(serving organisation: OIN) -> PartnerServer? {
        self.servers.first { $0.serves.contains(organisation) }
    }

    /// The server where the post of each organisation goes that is not at home here, by its short name.
    package var routes: [String: OIN] {
        let all = self.servers.flatMap { server in
            server.serves.compactMap { self.byOIN[$0] }.map { ($0.short, server.oin) }
        }
        return Dictionary(all, uniquingKeysWith: { first, _ in first })
    }

    /// Who may connect with a number: an organisation, or a server of partners.
    package func party(_ oin: OIN) -> Organisation? { self.byOIN[oin] ?? self.server(oin)?.party }
}
