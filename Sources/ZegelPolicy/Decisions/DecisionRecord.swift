// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The durable record of one decision, with everything that a replay needs (DESIGN §4.5).
///
/// Its JSON is a record of the Authorization Decision Log of Logius, version 1.0: an AuthZEN request and response in `body`, references to
/// what they rest on in `attributes`. A denial is an answer, not an error: its status is `Ok`, too. Subject, titles and contents of a
/// message are not in it, nor a digest of a document.
package struct DecisionRecord: Hashable, Sendable {
    /// 32 hexadecimal digits, random.
    package let id: String
    /// When it was decided.
    package let timestamp: Instant
    /// The digest of the policy.
    package let policy: ContentDigest
    /// What was decided.
    package let isAllowed: Bool
    /// Who asked.
    package let organisation: OIN
    /// The exchange that was named; empty where none was.
    package let exchange: String
    /// The record itself.
    package let json: [UInt8]
    /// The digest of the header that it was about, where there is one: by it the record is found when its message is erased.
    package internal(set) var header: ContentDigest?
    /// The other messages of which it says something: by these it is found when one of them is erased.
    package internal(set) var mentions: [Mention] = []

    /// A message as others cite it.
    package struct Mention: Hashable, Sendable {
        /// Who sent it.
        package let mailbox: MailboxName
        /// Its reference.
        package let kenmerk: String
        /// Its date.
        package let date: String
        /// Whether the message was there when it was decided; what is only asked about need not be.
        package let isStored: Bool

        init?(_ header: HeaderView, isStored: Bool) {
            guard let mailbox = header.from?.mailbox, let kenmerk = header.kenmerk, let date = header.date else {
                return nil
            }
            self.mailbox = mailbox
            self.kenmerk = kenmerk
            self.date = "\(date)"
            self.isStored = isStored
        }
    }
}
