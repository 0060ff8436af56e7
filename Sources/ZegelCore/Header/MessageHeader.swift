// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The header of a message: `message.json` (DESIGN §4.2).
///
/// Made only by parsing the exact bytes that the sender's signature covers.
package struct MessageHeader: Hashable, Sendable {
    /// Whom a message is addressed to, and why.
    package struct Recipient: Hashable, Sendable {
        /// What is expected of an addressee.
        package enum Role: String, Hashable, Sendable, CaseIterable {
            /// To act on it.
            case action
            /// To know of it.
            case information
        }

        /// The mailbox.
        package let address: MailboxAddress
        /// What is expected.
        package let role: Role
    }

    /// One document as the header describes it.
    package struct Document: Hashable, Sendable {
        /// What a document is in its message.
        package enum Role: String, Hashable, Sendable, CaseIterable {
            /// The report itself; exactly one, where there are documents.
            case main
            /// What goes with it.
            case annex
        }

        /// The entry name, under `documents/`.
        package let name: String
        /// What it is.
        package let role: Role
        /// A title for people.
        package let title: String?
        /// The media type.
        package let mediaType: String
        /// Size in bytes.
        package let size: Int64
        /// The digest of the content.
        package let digest: ContentDigest
        /// Whether it is an age file.
        package let isEncrypted: Bool
    }

    /// A message that this one answers: kenmerk and date together, or one that matches nothing.
    package struct Citation: Hashable, Sendable {
        /// The kenmerk, where one is given.
        package let kenmerk: Kenmerk?
        /// The date, where one is given.
        package let date: CalendarDate?
    }

    /// A day or a moment, for terms.
    package enum Term: Hashable, Sendable {
        /// A day; it ends at midnight in Europe/Amsterdam.
        case day(CalendarDate)
        /// A moment.
        case moment(Instant)
    }

    /// The exact bytes that were parsed.
    package let bytes: [UInt8]
    /// All of it as JSON: what policies look at.
    package let json: JSONValue
    /// The sender's reference.
    package let kenmerk: Kenmerk
    /// The date of the message.
    package let date: CalendarDate
    /// The exchange it passes through.
    package let exchange: String
    /// What kind of message it is.
    package let kind: String
    /// What it is about, where the exchange lets a header say so.
    package let subject: String?
    /// Who sends it.
    package let from: MailboxAddress
    /// Whom it is for; at least one, no mailbox twice.
    package let to: [Recipient]
    /// What the information may be used for.
    package let purpose: String
    /// Under which provision the sender provides it.
    package let legalBasis: String
    /// How far it may spread.
    package let classification: Classification
    /// Markings, each once.
    package let markings: [String]
    /// What only some kinds need; the exchange declares the keys.
    package let details: [JSONValue.Member]
    /// What it answers.
    package let inReplyTo: [Citation]
    /// The case it belongs to.
    package let caseID: String?
    /// The first moment at which it may be delivered.
    package let notBefore: Term?
    /// When an answer is due.
    package let respondBy: Term?
    /// When its necessity must be reviewed.
    package let reviewBy: CalendarDate?
    /// Until when it is to be kept.
    package let retainUntil: CalendarDate?
    /// The documents in order.
    package let documents: [Document]

    /// The digest of the exact bytes.
    package var digest: ContentDigest { ContentDigest(of: self.bytes) }
}
