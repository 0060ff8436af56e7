// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A server of partners, as `policies/organisations.yaml` names it: post for its organisations goes there, and theirs comes from there.
package struct PartnerServer: Hashable, Sendable {
    /// Its number, that of its certificates and of its seal; no organisation has it.
    package let oin: OIN
    /// Where it is called, `https://host:port` without a slash at the end.
    package let url: String
    /// The key that its log is verified with (C2SP verifier key).
    package let log: String
    /// The organisations whose post goes there, and whose messages come from there.
    package let serves: Set<OIN>
    /// Further organisations whose messages may come from there.
    package let relays: Set<OIN>
    /// Where the policy names it: a line of `organisations.yaml`, from 1.
    package let line: Int

    /// Creates a description.
    package init(oin: OIN, url: String, log: String, serves: Set<OIN>, relays: Set<OIN> = [], line: Int = 1) {
        self.oin = oin
        self.url = url
        self.log = log
        self.serves = serves
        self.relays = relays
        self.line = line
    }

    /// Whether messages of an organisation may come from there.
    package func brings(messagesOf originator: OIN) -> Bool {
        self.serves.contains(originator) || self.relays.contains(originator)
    }

    /// The server as a party that connects: without a mailbox there is nothing it could send or read as its own, and all it may ask is to
    /// relay.
    package var party: Organisation {
        Organisation(
            oin: self.oin,
            short: "server",
            name: self.url,
            kind: .other,
            region: .other,
            mailboxes: [],
            scopes: [.relay]
        )
    }
}
