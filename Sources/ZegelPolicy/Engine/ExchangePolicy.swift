// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What one file under `exchanges/` says.
struct ExchangePolicy: Sendable {
    /// One combination of purpose and basis under which a kind may be sent.
    struct Use: Sendable {
        let purpose: String
        let basis: String
        /// Which senders; empty for all of the role.
        let from: Set<MailboxName>
        /// Which addressees; empty for all of the role.
        let to: Set<MailboxName>
        let ceiling: Classification
        let required: [String]
        let line: Int

        func admits(from sender: MailboxName, to recipients: [MailboxName]) -> Bool {
            (self.from.isEmpty || self.from.contains(sender))
                && (self.to.isEmpty || recipients.allSatisfy(self.to.contains))
        }
    }

    /// The type of a key in `details`.
    enum DetailType: String, Sendable {
        case integer
        case date
        case boolean
        case text
        case group

        func takes(_ value: JSONValue) -> Bool {
            switch self {
            case .integer: value.integer != nil
            case .date: value.string.flatMap { CalendarDate($0) } != nil
            case .boolean: if case .bool = value { true } else { false }
            case .text: value.string.map { $0.unicodeScalars.count <= 200 } ?? false
            case .group: value.members != nil
            }
        }
    }

    /// A kind of message.
    struct Kind: Sendable {
        let from: Set<MailboxName>
        let to: Set<MailboxName>
        let hasOneAddressee: Bool
        let releases: Int
        let details: [String: DetailType]
        let required: [String]
        let markings: [String]
        /// Days from now within which `reviewBy` must lie.
        let review: Int?
        /// The kind that this one answers.
        let answers: String?
        let uses: [Use]
        let line: Int
    }

    let name: String
    let file: String
    let members: Set<MailboxName>
    let auditors: Set<MailboxName>
    let kinds: [String: Kind]
}
