// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Where a forward stands.
package enum ForwardState: String, Hashable, Sendable, CaseIterable {
    /// It waits for the originator's consent.
    case waiting
    /// Those whom it names have the message.
    case done
    /// It has no effect, and never will.
    case refused
}

/// A forward of a message, as it is stored.
package struct StoredForward: Hashable, Sendable {
    /// The digest of the signed statement.
    package let statement: ContentDigest
    /// Who passes it on.
    package let mailbox: MailboxName
    /// To whom, what for, and on which basis.
    package let passage: ZegelCore.Statement.Passage
    /// Where it stands.
    package let state: ForwardState
    /// When the server had the statement.
    package let receivedAt: Instant
    /// When it had effect, or was refused; `nil` while it waits.
    package let settledAt: Instant?
    /// The codes of the policy for which it was refused.
    package let reasons: [String]
    /// What the originator said when it refused.
    package let reason: String?
    /// The server that it came from; `nil` where it was made here.
    package let server: OIN?
    /// Whether its originator answered, and the server where it waits has not said yet what came of that.
    let isAnswered: Bool
    /// Whether it came with the message, and is part of how that came here.
    let cameWithMessage: Bool
    /// How it stands on its way to other servers: to those whom it names there, or to the originator who is asked.
    package internal(set) var relays: [OutboxLine] = []
    let number: Int64
}

/// A forward that waits for the originator's consent.
package struct OpenForward: Sendable {
    /// The message.
    package let message: StoredMessage
    /// The forward.
    package let forward: StoredForward
}
