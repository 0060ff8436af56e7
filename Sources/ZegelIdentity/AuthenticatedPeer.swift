// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A connection and the access token that was shown on it: who asks, and what they may ask for.
///
/// Only ``TokenService`` makes one, per request. A scope is no permit: the policy decides each time.
package struct AuthenticatedPeer: Sendable, Hashable {
    /// The connection the token is bound to.
    package let connection: ConnectionIdentity
    /// The organisation as the policy in force describes it.
    package let organisation: Organisation
    /// The scopes of the token that the policy grants this organisation now.
    package let scopes: Set<Scope>
    /// The `jti` of the token.
    package let tokenID: String
    /// For whom the organisation acts, where the token says so.
    package let actor: TokenActor?

    init(
        connection: ConnectionIdentity,
        organisation: Organisation,
        scopes: Set<Scope>,
        tokenID: String,
        actor: TokenActor? = nil
    ) {
        self.connection = connection
        self.organisation = organisation
        self.scopes = scopes
        self.tokenID = tokenID
        self.actor = actor
    }

    /// The number of the organisation.
    package var oin: OIN { self.connection.oin }

    /// Whether the token covers a call at all, for whichever mailbox.
    package func may(_ name: Scope.Name) -> Bool { self.scopes.contains { $0.name == name } }

    /// Whether the token covers a call for a mailbox, which must be one of the organisation's own.
    package func may(_ name: Scope.Name, mailbox: MailboxName) -> Bool {
        self.owns(mailbox) && self.scopes.contains { $0.covers(name, mailbox: mailbox) }
    }

    /// The mailboxes of the organisation for which the token covers a call, sorted by name.
    package func mailboxes(for name: Scope.Name) -> [MailboxName] {
        self.organisation.mailboxes.map(\.name).filter { self.may(name, mailbox: $0) }.sorted()
    }

    private func owns(_ mailbox: MailboxName) -> Bool {
        self.organisation.mailboxes.contains { $0.name == mailbox }
    }
}
