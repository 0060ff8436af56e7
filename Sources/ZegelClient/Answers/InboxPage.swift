// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A page of a mailbox, in order of arrival.
package struct InboxPage: Hashable, Sendable {
    /// One message that is in the mailbox.
    package struct Line: Hashable, Sendable {
        /// The message.
        package let id: MessageID
        /// The sender's reference.
        package let kenmerk: Kenmerk
        /// The date of the message.
        package let date: CalendarDate
        /// The exchange.
        package let exchange: String
        /// The kind.
        package let kind: String
        /// Who sent it.
        package let from: MailboxAddress
        /// How far it may spread.
        package let classification: Classification
        /// When the server had all of it.
        package let receivedAt: Instant
        /// When it became visible in this mailbox.
        package let availableAt: Instant
        /// The digest of the container.
        package let container: ContentDigest
        /// Bytes of the container.
        package let size: Int
        /// Where it stands for this mailbox; `nil` for a message that it sent, of which ``notice`` tells.
        package let state: DeliveryState?
        /// Its number among the messages from this sender; `nil` for a message that it sent.
        package let number: Int64?
        /// Of which list it is which version.
        package let list: ListVersion?
        /// What there is to know of it: a withdrawal, else a correction, else that one's own forward was decided, or what
        /// has come due; of its own message, a consent to give, or what became of it at another server.
        package let notice: MailboxNotice?
        /// The line as the server wrote it.
        package let json: JSONValue

        /// Whether the mailbox has a copy, as far as it has said.
        package var isHeld: Bool { [.collected, .acknowledged, .refused].contains(self.state) }
    }

    /// The messages.
    package let messages: [Line]
    /// What to ask the next page with; `nil` where nothing ever came.
    package let next: String?

    init?(_ json: JSONValue) {
        // No page is longer than any that can be asked for, so that showing it takes no more than that either.
        guard let values = json["messages"]?.array, values.count <= Limits().page else { return nil }
        let lines = values.map { Line($0) }
        guard !lines.contains(nil) else { return nil }
        self.messages = lines.compactMap { $0 }
        self.next = json["next"]?.string
    }
}

extension InboxPage.Line {
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }), let exchange = json["exchange"]?.label,
            let kind = json["kind"]?.label, let from = json["from"].flatMap({ MailboxAddress($0) }),
            let classification = json["classification"]?.string.flatMap({ Classification(rawValue: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let availableAt = json["availableAt"]?.string.flatMap({ Instant($0) }),
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let size = json["size"]?.integer, size >= 0
        else { return nil }
        let state = json["state"]?.string.flatMap { DeliveryState(rawValue: $0) }
        if json["state"] != nil, state == nil { return nil }
        let number = json["number"]?.integer
        if json["number"] != nil, number.map({ $0 > 0 }) != true { return nil }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = exchange
        self.kind = kind
        self.from = from
        self.classification = classification
        self.receivedAt = receivedAt
        self.availableAt = availableAt
        self.container = container
        self.size = Int(size)
        self.state = state
        self.number = number
        self.list = json["list"].flatMap { ListVersion($0) }
        self.notice = json["notice"]?.string.flatMap { MailboxNotice(rawValue: $0) }
        self.json = json
    }
}
