// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Leave to hand a copy of a message to the server that serves some of those who are to have it.
///
/// Only ``PolicyEngine`` makes these: what the decision to send allowed goes where the policy in force says that they are served.
package struct RelayGrant: Sendable {
    /// The server.
    package let server: OIN
    /// Those whom it serves, by the header or by a forward; through their eyes the copy is seen.
    package let mailboxes: [MailboxName]

    /// The one whom the copy names.
    package var mailbox: MailboxName { self.mailboxes[0] }
}

extension PolicyEngine {
    /// Leave to push a message to a server; `nil` where the policy names it for none of those who are to have it, or not any more.
    ///
    /// - Parameter forwardedTo: The mailboxes that have it by a forward.
    package func grant(
        relayOf header: MessageHeader,
        forwardedTo: [MailboxName] = [],
        to server: OIN
    ) -> RelayGrant? {
        let organisations = self.policy.organisations
        guard let partner = organisations.server(server) else { return nil }
        let mailboxes = (header.to.map(\.address.mailbox) + forwardedTo).filter { mailbox in
            organisations.owner(of: mailbox).map { partner.serves.contains($0.oin) } ?? false
        }
        return mailboxes.isEmpty ? nil : RelayGrant(server: server, mailboxes: mailboxes)
    }
}
