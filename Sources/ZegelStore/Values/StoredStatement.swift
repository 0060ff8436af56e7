// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelVerify

/// A statement that is durable.
package struct StoredStatement: Sendable {
    /// The message.
    package let message: MessageID
    /// The digest of the signed statement.
    package let digest: ContentDigest
    /// When it was accepted.
    package let receivedAt: Instant
    /// The exact bytes of the server's record.
    package let record: [UInt8]
    /// The server's signature over the record.
    package let signature: [UInt8]
    /// Whether it had been stored before.
    package let isRepeated: Bool
    /// Whether it is a forward that waits for the originator's consent.
    package let waits: Bool
    /// The mailboxes in which post became visible with it.
    package private(set) var opened: [MailboxName]
    /// Where it stands in the log.
    let place: LogPlace?
    /// The proof of that.
    private(set) var log: LogEvidence?

    init(
        message: MessageID,
        digest: ContentDigest,
        receivedAt: Instant,
        record: [UInt8],
        signature: [UInt8],
        isRepeated: Bool,
        waits: Bool,
        opened: [MailboxName],
        place: LogPlace?,
        log: LogEvidence? = nil
    ) {
        self.message = message
        self.digest = digest
        self.receivedAt = receivedAt
        self.record = record
        self.signature = signature
        self.isRepeated = isRepeated
        self.waits = waits
        self.opened = opened
        self.place = place
        self.log = log
    }

    /// The same, by which there is something new to see.
    func opening(_ mailboxes: [MailboxName]) -> StoredStatement {
        var copy = self
        copy.opened = mailboxes
        return copy
    }

    /// The statement with the proof from the batch that it came with, where it has none.
    package func proved(by batch: LoggedBatch) throws -> StoredStatement {
        guard self.log == nil, let place = self.place else { return self }
        var copy = self
        copy.log = try batch.evidence(of: place)
        return copy
    }

    /// The receipt (DESIGN §4.1).
    package var receipt: JSONValue {
        StatementReceipt(
            message: self.message,
            statement: self.digest,
            receivedAt: self.receivedAt,
            record: self.record,
            signature: self.signature,
            log: self.log
        ).json
    }
}

/// One line of a mailbox.
package struct MailboxLine: Sendable {
    /// The message.
    package let id: MessageID
    /// The sender's reference.
    package let kenmerk: Kenmerk
    /// The date.
    package let date: CalendarDate
    /// The exchange.
    package let exchange: String
    /// The kind.
    package let kind: String
    /// Who sent it.
    package let from: MailboxAddress
    /// How far it may spread.
    package let classification: Classification
    /// When the server had it.
    package let receivedAt: Instant
    /// When it became visible here.
    package let availableAt: Instant
    /// Its number among the messages from this sender; `nil` for a message that the mailbox sent itself.
    package let number: Int64?
    /// Of which list it is which version.
    package let list: ListVersion?
    /// The digest of the container.
    package let containerDigest: ContentDigest
    /// Bytes of the container.
    package let size: Int
    /// Where it stands here; `nil` in the mailbox of its originator, where ``notice`` says why it is told.
    package let state: DeliveryState?
    /// What there is to know of it: a withdrawal, else a correction, else what became of the mailbox's own forward, or what has
    /// come due; of its own message, a consent to give, or what became of it at another server.
    package let notice: MailboxNotice?
}

/// A page of a mailbox, in order of arrival.
package struct MailboxPage: Sendable {
    /// The lines.
    package let messages: [MailboxLine]
    /// The cursor behind the last line; `nil` where nothing ever came.
    package let next: String?
}

/// What became of the record of a refusal.
package enum RefusalOutcome: Hashable, Sendable {
    /// It is stored.
    case recorded
    /// There were too many in this minute; it is counted.
    case limited
}
