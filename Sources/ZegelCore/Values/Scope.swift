// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a token lets its holder ask for: a call, for all mailboxes of the organisation or for one (RFC 6749 §3.3, DESIGN §5).
///
/// A scope is no permit: the policy decides each time.
package struct Scope: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of call.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        /// Hand in messages.
        case send = "messages.send"
        /// Collect messages and dossiers.
        case read = "messages.read"
        /// Acknowledge, refuse, dispose.
        case acknowledge = "messages.acknowledge"
        /// Release as the second person.
        case release = "messages.release"
        /// Forward.
        case forward = "messages.forward"
        /// Withdraw, correct, consent.
        case withdraw = "messages.withdraw"
        /// Relay from another server.
        case relay = "messages.relay"
        /// Read the log.
        case readLog = "log.read"
        /// Audit an exchange.
        case audit = "audit.read"
        /// Ask the policy.
        case readPolicy = "policy.read"

        /// Whether the scope may be narrowed to one mailbox.
        package var isNarrowable: Bool { self.rawValue.hasPrefix("messages.") }
    }

    /// The kind of call.
    package let name: Name
    /// The one mailbox it is narrowed to, or `nil` for all mailboxes of the organisation.
    package let mailbox: MailboxName?

    /// Creates a scope.
    package init(_ name: Name, mailbox: MailboxName? = nil) {
        self.name = name
        self.mailbox = name.isNarrowable ? mailbox : nil
    }

    /// Parses `messages.send` or `messages.send:aivd/ct`, or returns `nil` for an unknown name or a narrowing that the name does not have.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let name = Name(rawValue: String(first)) else { return nil }
        self.name = name
        guard parts.count == 2 else {
            self.mailbox = nil
            return
        }
        guard name.isNarrowable, let mailbox = MailboxName(parts[1]) else { return nil }
        self.mailbox = mailbox
    }

    /// As tokens spell it: the name, with `:` and the mailbox where it is narrowed.
    package var description: String { self.mailbox.map { "\(self.name.rawValue):\($0)" } ?? self.name.rawValue }

    /// Whether this scope covers a call for a mailbox.
    package func covers(_ name: Name, mailbox: MailboxName) -> Bool {
        self.name == name && (self.mailbox == nil || self.mailbox == mailbox)
    }
}
