// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A message that another one answers, as far as the answering mailbox was a party to it.
package struct AnsweredMessage: Hashable, Sendable {
    /// Its header.
    package let header: MessageHeader
    /// The mailboxes it was delivered to.
    package let deliveredTo: [MailboxName]
    /// Whether its originator took it back.
    package let isWithdrawn: Bool

    /// Names a message.
    package init(header: MessageHeader, deliveredTo: [MailboxName], isWithdrawn: Bool) {
        self.header = header
        self.deliveredTo = deliveredTo
        self.isWithdrawn = isWithdrawn
    }
}

/// What the server knows and the engine is told; the engine looks nowhere else (EXCHANGES §0.2).
package struct Facts: Hashable, Sendable {
    /// The moment of the decision.
    package let asOf: Instant
    /// The mailbox that asks, for reading, listing and stating.
    package let asker: MailboxName?
    /// How many different persons of the sender have signed.
    package let release: Int
    /// For each citation of the header what it matched, or `nil`.
    package let inReplyTo: [AnsweredMessage?]

    /// Gathers facts.
    package init(asOf: Instant, asker: MailboxName? = nil, release: Int = 1, inReplyTo: [AnsweredMessage?] = []) {
        self.asOf = asOf
        self.asker = asker
        self.release = release
        self.inReplyTo = inReplyTo
    }

    /// The facts under their names, for the record.
    var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [.init("asOf", .string("\(self.asOf)"))]
        if let asker = self.asker { members.append(.init("asker", .string("\(asker)"))) }
        members.append(.init("release", .integer(Int64(self.release))))
        if !self.inReplyTo.isEmpty {
            let matched = self.inReplyTo.compactMap { $0 }.map { message -> JSONValue in
                [
                    "kenmerk": .string("\(message.header.kenmerk)"), "date": .string("\(message.header.date)"),
                    "kind": .string(message.header.kind), "withdrawn": .bool(message.isWithdrawn),
                    "deliveredTo": .array(message.deliveredTo.map { .string("\($0)") }),
                ]
            }
            members.append(.init("inReplyTo", .array(matched)))
        }
        return members
    }
}
