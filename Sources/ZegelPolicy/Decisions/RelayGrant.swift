// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Leave to hand a copy of a message to the server that serves some of its addressees.
///
/// Only ``PolicyEngine`` makes these: what the decision to send allowed goes where the policy in force says that they are served.
package struct RelayGrant: Sendable {
    /// The server.
    package let server: OIN
    /// The addressee through whose eyes the copy is seen.
    package let mailbox: MailboxName
}

extension PolicyEngine {
    /// Leave to push a message to a server; `nil` where the policy names it for none of the addressees, or not any more.
    package func grant(relayOf header: MessageHeader, to server: OIN) -> RelayGrant? {
        let organisations = self.policy.organisations
        guard let partner = organisations.server(server),
            let mailbox = header.to.map(\.address.mailbox).first(where: { mailbox in
                organisations.owner(of: mailbox).map { partner.serves.contains($0.oin) } ?? false
            })
        else { return nil }
        return RelayGrant(server: server, mailbox: mailbox)
    }
}
