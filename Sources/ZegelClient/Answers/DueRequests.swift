// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What a mailbox is to answer, and what others are to answer it; the most urgent first.
package struct DueRequests: Hashable, Sendable {
    /// A request that was neither answered nor refused.
    package struct Request: Hashable, Sendable {
        /// The message that asks.
        package let id: MessageID
        /// Its sender's reference.
        package let kenmerk: Kenmerk
        /// Its date; an answer cites both.
        package let date: CalendarDate
        /// The kind.
        package let kind: String
        /// Who asks.
        package let from: MailboxName
        /// Who is to answer.
        package let to: MailboxName
        /// Until when.
        package let dueAt: Instant
        /// Whether that has passed, by the server's clock.
        package let isLate: Bool
        /// How many answers said that they are a part.
        package let parts: Int64
    }

    /// A message of the mailbox that lapses unless it is renewed.
    package struct Review: Hashable, Sendable {
        /// The message.
        package let id: MessageID
        /// Its sender's reference.
        package let kenmerk: Kenmerk
        /// Its date; what renews it cites both.
        package let date: CalendarDate
        /// The kind.
        package let kind: String
        /// When it lapses, or did.
        package let endsAt: Instant
        /// Whether it has, by the server's clock.
        package let isLapsed: Bool
    }

    /// A forward that waits for the consent of its originator.
    package struct Passage: Hashable, Sendable {
        /// The message.
        package let id: MessageID
        /// Its sender's reference.
        package let kenmerk: Kenmerk
        /// Its date.
        package let date: CalendarDate
        /// Who sent it, and is asked.
        package let originator: MailboxName
        /// The forward.
        package let forward: SeenForward
    }

    /// What the mailbox is to answer.
    package let incoming: [Request]
    /// What others are to answer it.
    package let outgoing: [Request]
    /// What the mailbox is to consent to, or to refuse.
    package let consents: [Passage]
    /// Its own forwards that wait for the consent of others.
    package let forwards: [Passage]
    /// What was not answered in time between others, of which this mailbox hears.
    package let escalated: [Request]
    /// What it has to renew.
    package let reviews: [Review]
    /// All of the answer.
    package let json: JSONValue

    init?(_ json: JSONValue) {
        let passages = ["consents", "forwards"].map { json[$0]?.array?.map { Passage($0) } ?? [nil] }
        guard passages.allSatisfy({ $0.count <= Limits().page && !$0.contains(nil) }) else { return nil }
        self.consents = passages[0].compactMap { $0 }
        self.forwards = passages[1].compactMap { $0 }

        let sides = ["incoming", "outgoing", "escalated"].map { json[$0]?.array?.map { Request($0) } ?? [nil] }
        guard sides.allSatisfy({ $0.count <= Limits().page && !$0.contains(nil) }) else { return nil }
        self.incoming = sides[0].compactMap { $0 }
        self.outgoing = sides[1].compactMap { $0 }
        self.escalated = sides[2].compactMap { $0 }
        let reviews = json["reviews"]?.array?.map { Review($0) } ?? [nil]
        guard reviews.count <= Limits().page, !reviews.contains(nil) else { return nil }
        self.reviews = reviews.compactMap { $0 }
        self.json = json
    }
}

extension DueRequests.Passage {
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }),
            let originator = json["originator"]?.string.flatMap({ MailboxName($0) }),
            let forward = json["forward"].flatMap({ SeenForward($0) })
        else { return nil }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.originator = originator
        self.forward = forward
    }
}

extension DueRequests.Review {
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }), let kind = json["kind"]?.label,
            let endsAt = json["endsAt"]?.string.flatMap({ Instant($0) }), case .bool(let isLapsed)? = json["lapsed"]
        else { return nil }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.kind = kind
        self.endsAt = endsAt
        self.isLapsed = isLapsed
    }
}

extension DueRequests.Request {
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }), let kind = json["kind"]?.label,
            let from = json["from"]?.string.flatMap({ MailboxName($0) }),
            let to = json["to"]?.string.flatMap({ MailboxName($0) }),
            let dueAt = json["dueAt"]?.string.flatMap({ Instant($0) }), case .bool(let isLate)? = json["late"],
            let parts = json["parts"]?.integer, parts >= 0
        else { return nil }
        self.id = id
        self.kenmerk = kenmerk
        self.date = date
        self.kind = kind
        self.from = from
        self.to = to
        self.dueAt = dueAt
        self.isLate = isLate
        self.parts = parts
    }
}
