// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A message as the server shows it to this organisation.
package struct SeenMessage: Hashable, Sendable {
    /// Where it stands for one addressee.
    package struct Delivery: Hashable, Sendable {
        /// The addressee.
        package let mailbox: MailboxName
        /// Where it stands.
        package let state: DeliveryState
        /// Its number among the messages from the sender to this addressee.
        package let number: Int64?
        /// When the addressee could see it.
        package let availableAt: Instant?
        /// When all of it had been collected.
        package let collectedAt: Instant?
        /// The SHA-256 of the certificate that the addressee collected it with.
        package let collectedWith: ContentDigest?
        /// When it was acknowledged.
        package let acknowledgedAt: Instant?
        /// When the addressee said what became of its copy.
        package let disposedAt: Instant?
        /// Who passed it on to this mailbox; `nil` for an addressee of the message itself.
        package let forwardedBy: MailboxName?
    }

    /// How its way to the server of another stands.
    package struct Relay: Hashable, Sendable {
        /// The server.
        package let server: OIN
        /// Where it stands.
        package let state: DispatchState
        /// Why the last attempt failed, or it was given up.
        package let reason: String?
    }

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
    /// What it is about, where the exchange lets a header say so.
    package let subject: String?
    /// Who sent it.
    package let from: MailboxAddress
    /// Whom it is for.
    package let to: [MailboxAddress]
    /// How far it may spread.
    package let classification: Classification
    /// When the server had all of it.
    package let receivedAt: Instant
    /// The digest of the container.
    package let container: ContentDigest
    /// Bytes of the container.
    package let size: Int
    /// Where it stands.
    package let state: MessageState
    /// Where it stands for each addressee that this organisation may know of.
    package let deliveries: [Delivery]
    /// How its way to the servers of others stands, as its originator may know.
    package let relays: [Relay]
    /// What took its place.
    package let replacedBy: Statement.Reference?
    /// Whose place it took.
    package let replaces: [Statement.Reference]
    /// Who passed it on, or wants to, as far as this organisation may know.
    package let forwards: [SeenForward]
    /// All of the answer, with the members of the header that have no place above.
    package let json: JSONValue

    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }), let exchange = json["exchange"]?.label,
            let kind = json["kind"]?.label, let from = json["from"].flatMap({ MailboxAddress($0) }),
            let to = json["to"]?.array?.map({ MailboxAddress($0) }), !to.contains(nil),
            let classification = json["classification"]?.string.flatMap({ Classification(rawValue: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let size = json["size"]?.integer, size >= 0,
            let state = json["state"]?.string.flatMap({ MessageState(rawValue: $0) }),
            let deliveries = json["deliveries"]?.array?.map({ Delivery($0) }), !deliveries.contains(nil)
        else { return nil }
        let forwards = (json["forwards"]?.array ?? []).map { SeenForward($0) }
        guard !forwards.contains(nil) else { return nil }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = exchange
        self.kind = kind
        self.subject = json["subject"]?.string
        self.from = from
        self.to = to.compactMap { $0 }
        self.classification = classification
        self.receivedAt = receivedAt
        self.container = container
        self.size = Int(size)
        self.state = state
        self.deliveries = deliveries.compactMap { $0 }
        self.relays = (json["relays"]?.array ?? []).compactMap { Relay($0) }
        self.replacedBy = json["replacedBy"].flatMap { Statement.Reference($0) }
        self.replaces = (json["replaces"]?.array ?? []).compactMap { Statement.Reference($0) }
        self.forwards = forwards.compactMap { $0 }
        self.json = json
    }
}

extension SeenMessage.Delivery {
    init?(_ json: JSONValue) {
        guard let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
            let state = json["state"]?.string.flatMap({ DeliveryState(rawValue: $0) })
        else { return nil }
        self.mailbox = mailbox
        self.state = state
        self.number = json["number"]?.integer.flatMap { $0 > 0 ? $0 : nil }
        self.availableAt = json["availableAt"]?.string.flatMap { Instant($0) }
        self.collectedAt = json["collectedAt"]?.string.flatMap { Instant($0) }
        self.collectedWith = json["collectedBy"]?["certificate"]?.string.flatMap { ContentDigest(hexadecimal: $0) }
        self.acknowledgedAt = json["acknowledgedAt"]?.string.flatMap { Instant($0) }
        self.disposedAt = json["disposedAt"]?.string.flatMap { Instant($0) }
        self.forwardedBy = json["forwardedBy"]?.string.flatMap { MailboxName($0) }
    }
}

extension SeenMessage.Relay {
    init?(_ json: JSONValue) {
        guard let server = json["server"]?.string.flatMap({ OIN($0) }),
            let state = json["state"]?.string.flatMap({ DispatchState(rawValue: $0) })
        else { return nil }
        self.init(server: server, state: state, reason: json["reason"]?.label)
    }
}

extension MailboxAddress {
    /// Reads `{oin, mailbox}`; other members are left out.
    init?(_ json: JSONValue) {
        guard let oin = json["oin"]?.string.flatMap({ OIN($0) }),
            let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) })
        else { return nil }
        self.init(oin: oin, mailbox: mailbox)
    }
}

extension Statement.Reference {
    /// Reads `{kenmerk, date}`.
    init?(_ json: JSONValue) {
        guard let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) })
        else { return nil }
        self.init(kenmerk: kenmerk, date: date)
    }
}

extension JSONValue {
    /// The name of an exchange or a kind, which no server may make so long that it fills a screen or the memory.
    var label: String? { self.string.flatMap { (1...64).contains($0.utf8.count) ? $0 : nil } }
}
