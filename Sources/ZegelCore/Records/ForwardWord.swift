// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What one server says to another of a forward that it hands over.
package enum ForwardWord: String, Hashable, Sendable, CaseIterable {
    /// It waits at the server that decides on it, for the originator's consent.
    case waiting
    /// It had effect there.
    case done
    /// It waited there, and has no effect.
    case refused
    /// The server that is told has mailboxes among those that it names: they are to have the message.
    case deliver
}

/// Which server brought a statement, and what it says of it.
package struct StatementCarrier: Hashable, Sendable {
    /// The server.
    package let server: OIN
    /// What it says of a forward; `nil` for any other statement.
    package let word: ForwardWord?
    /// Whether it came with the message itself.
    package let cameWithMessage: Bool

    /// Names a server.
    package init(server: OIN, word: ForwardWord? = nil, cameWithMessage: Bool = false) {
        self.server = server
        self.word = word
        self.cameWithMessage = cameWithMessage
    }
}
