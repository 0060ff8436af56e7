// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Leave to seal one message for all its addressees.
///
/// Only ``PolicyEngine`` makes these, and sealing consumes one.
package struct Authorization: ~Copyable, Sendable {
    /// Who may send.
    package let sender: MailboxAddress
    /// The header that was decided on, by the digest of its bytes.
    package let headerDigest: ContentDigest
    /// Whom the message is for.
    package let recipients: [MailboxName]
    /// The organisation that is connected.
    package let submittedBy: OIN
    /// The certificate with which it is.
    package let certificate: ContentDigest
    /// The policy that decided.
    package let policy: ContentDigest
    /// How many persons of the sender must sign before it is delivered.
    package let releases: Int
    /// How old the sender's signing-time may be, in seconds.
    package let signingAge: Int
    /// The decision.
    package let record: DecisionRecord
}

/// A refusal, with its record.
package struct Denial: Sendable {
    /// Why, in the fixed order.
    package let reasons: [ReasonCode]
    /// The rules that stood against it.
    package let rules: [RuleReference]
    /// The decision.
    package let record: DecisionRecord

    /// What the asker hears.
    package var problem: Problem {
        Problem(.policyDenied, "See reasons; the first is the one to mend first.")
            .with("reasons", .array(self.reasons.told.map { .string($0.rawValue) }))
    }
}

extension [ReasonCode] {
    /// What the asker hears of the reasons, all of which are on record.
    ///
    /// Where a party is no member, that alone: the other reasons would say whether there is such an exchange or mailbox, and what it is.
    package var told: [ReasonCode] { self.first == .notMember ? [.notMember] : self }
}

/// Leave to let one statement about one message count.
///
/// Only ``PolicyEngine`` makes these, and accepting the statement consumes one.
package struct StatementLeave: ~Copyable, Sendable {
    /// What may be stated.
    package let kind: Statement.Kind
    /// The mailbox that may state it.
    package let mailbox: MailboxName
    /// The header of the message, by the digest of its bytes.
    package let headerDigest: ContentDigest
    /// The decision.
    package let record: DecisionRecord
    /// Whether it counts only once the originator has consented: a forward that nothing else stands against.
    package internal(set) var waits = false
}

/// Leave to look at a message, or to list a mailbox.
package struct ReadGrant: Sendable {
    /// The mailbox that asks.
    package let asker: MailboxName
    /// Through whose eyes it sees.
    package let view: ExportRecord.View
    /// Whether it may have the documents.
    package let withDocuments: Bool
    /// The decision.
    package let record: DecisionRecord
}

/// The answer to who wants to send.
package enum Ruling: ~Copyable, Sendable {
    /// Leave.
    case allowed(Authorization)
    /// None.
    case denied(Denial)
}

/// The answer to who wants to state something about a message.
package enum StatementRuling: ~Copyable, Sendable {
    /// Leave.
    case granted(StatementLeave)
    /// None.
    case denied(Denial)
}

/// The answer to who wants to look.
package enum ReadRuling: Sendable {
    /// Leave.
    case granted(ReadGrant)
    /// None.
    case denied(Denial)
}
