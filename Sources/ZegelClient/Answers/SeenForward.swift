// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A forward of a message, as the server shows it.
package struct SeenForward: Hashable, Sendable {
    /// Where a forward stands.
    package enum State: String, Hashable, Sendable {
        /// It waits for the originator's consent.
        case waiting
        /// Those whom it names have the message.
        case done
        /// It has no effect.
        case refused
    }

    /// Who passes it on.
    package let mailbox: MailboxName
    /// To whom.
    package let to: [MailboxAddress]
    /// What they may use it for.
    package let purpose: String
    /// The provision of law under which it is passed on.
    package let legalBasis: String
    /// Where it stands.
    package let state: State
    /// When the server had it.
    package let receivedAt: Instant
    /// Why it was refused: codes of the policy, and what the originator said.
    package let reasons: [String]
    /// How it stands on its way to other servers.
    package let relays: [SeenMessage.Relay]

    init?(_ json: JSONValue) {
        guard let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
            let to = json["to"]?.array?.map({ MailboxAddress($0) }), !to.contains(nil), to.count <= 200,
            let purpose = json["purpose"]?.label, let legalBasis = json["legalBasis"]?.label,
            let state = json["state"]?.string.flatMap({ State(rawValue: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) })
        else { return nil }
        self.mailbox = mailbox
        self.to = to.compactMap { $0 }
        self.purpose = purpose
        self.legalBasis = legalBasis
        self.state = state
        self.receivedAt = receivedAt
        let codes = (json["reasons"]?.array ?? []).compactMap(\.label)
        self.reasons = codes + [json["reason"]?.string].compactMap { $0 }
        self.relays = (json["relays"]?.array ?? []).compactMap { SeenMessage.Relay($0) }
    }
}
