// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A message that another one answers, as far as the answering mailbox was a party to it.
package struct AnsweredMessage: Hashable, Sendable {
    /// What a rule may look at of its header.
    package let header: HeaderView
    /// The mailboxes it was delivered to.
    package let deliveredTo: [MailboxName]
    /// Whether its originator took it back.
    package let isWithdrawn: Bool

    /// Names a message.
    package init(header: HeaderView, deliveredTo: [MailboxName], isWithdrawn: Bool) {
        self.header = header
        self.deliveredTo = deliveredTo
        self.isWithdrawn = isWithdrawn
    }

    /// Names a message.
    package init(header: MessageHeader, deliveredTo: [MailboxName], isWithdrawn: Bool) {
        self.init(header: HeaderView(header), deliveredTo: deliveredTo, isWithdrawn: isWithdrawn)
    }
}

/// The message that a forward passes on.
package struct OriginalMessage: Hashable, Sendable {
    /// What its originator agreed to: this addressee, for this purpose.
    package struct Consent: Hashable, Sendable {
        /// The further addressee.
        package let mailbox: MailboxName
        /// The purpose.
        package let purpose: String

        /// Names a consent.
        package init(mailbox: MailboxName, purpose: String) {
            self.mailbox = mailbox
            self.purpose = purpose
        }
    }

    /// What a rule may look at of its header.
    package let header: HeaderView
    /// What its originator consented to, on this forward.
    package let consents: [Consent]
    /// Whether its originator took it back.
    package let isWithdrawn: Bool
    /// The mailboxes that have it, by the message itself or by an earlier forward; `nil` where only its addressees do.
    package let deliveredTo: [MailboxName]?

    /// Names a message.
    package init(header: HeaderView, consents: [Consent], isWithdrawn: Bool, deliveredTo: [MailboxName]? = nil) {
        self.header = header
        self.consents = consents
        self.isWithdrawn = isWithdrawn
        self.deliveredTo = deliveredTo
    }
}

/// What the server knows and the engine is told; the engine looks nowhere else (EXCHANGES §0.2).
package struct Facts: Hashable, Sendable {
    /// The moment of the decision.
    package var asOf: Instant
    /// The mailbox that asks, for reading, listing and stating.
    package var asker: MailboxName?
    /// Whether the mailbox that asks has the message by a forward, and not as one of its addressees.
    package var byForward: Bool
    /// How many different persons of the sender have signed.
    package var release: Int
    /// What the citations of the header matched; `nil` for one that matched nothing.
    package var inReplyTo: [AnsweredMessage?]
    /// What a forward passes on.
    package var original: OriginalMessage?
    /// The table of the case that the header names, or that of the original of a forward.
    package var caseTable: CaseTable?
    /// The list that the message is a version of.
    package var list: ListState?
    /// Everyone who had what the message lifts or corrects; `nil` where that is not known.
    package var told: [MailboxName]?
    /// How many questions the sender asked today, this one not counted.
    package var queriesToday: Int?

    /// Gathers facts.
    package init(
        asOf: Instant,
        asker: MailboxName? = nil,
        byForward: Bool = false,
        release: Int = 1,
        inReplyTo: [AnsweredMessage?] = [],
        original: OriginalMessage? = nil,
        caseTable: CaseTable? = nil,
        list: ListState? = nil,
        told: [MailboxName]? = nil,
        queriesToday: Int? = nil
    ) {
        self.asOf = asOf
        self.asker = asker
        self.byForward = byForward
        self.release = release
        self.inReplyTo = inReplyTo
        self.original = original
        self.caseTable = caseTable
        self.list = list
        self.told = told
        self.queriesToday = queriesToday
    }
}
