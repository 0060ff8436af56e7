// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server says was delivered to and from a mailbox on a day, so that either side finds what the other lacks.
package struct ReconciliationRecord: Hashable, Sendable {
    /// The deliveries of one day between the mailbox and another: their numbers are a run without gaps.
    package struct Pair: Hashable, Sendable {
        /// The other mailbox.
        package let mailbox: MailboxName
        /// The first number of the day.
        package let first: Int64
        /// The last number of the day.
        package let last: Int64
        /// SHA-256 over a line for each delivery in order that was not erased: its number, a space, the SHA-256 of its container in hexadecimal, a line feed.
        package let digest: ContentDigest

        /// The numbers of messages that have been erased since, ascending: they are in no line.
        package let erased: [Int64]

        /// Describes the deliveries of a day.
        package init(mailbox: MailboxName, first: Int64, last: Int64, digest: ContentDigest, erased: [Int64] = []) {
            self.mailbox = mailbox
            self.first = first
            self.last = last
            self.digest = digest
            self.erased = erased
        }

        /// How many there were.
        package var count: Int64 { self.last - self.first + 1 }

        /// The line of one delivery, as the digest is over it.
        package static func line(_ number: Int64, _ container: ContentDigest) -> [UInt8] {
            Array("\(number) \(container)\n".utf8)
        }

        fileprivate var json: JSONValue {
            let erased = JSONValue.Member("erased", .array(self.erased.map { .integer($0) }))
            return .object(
                [
                    .init("mailbox", .string("\(self.mailbox)")), .init("first", .integer(self.first)),
                    .init("last", .integer(self.last)), .init("count", .integer(self.count)),
                    .init("sha256", .string("\(self.digest)")),
                ] + (self.erased.isEmpty ? [] : [erased])
            )
        }

        fileprivate init?(_ json: JSONValue) {
            guard let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
                let first = json["first"]?.integer, let last = json["last"]?.integer, first > 0, first <= last,
                let digest = json["sha256"]?.string.flatMap({ ContentDigest(hexadecimal: $0) })
            else { return nil }
            let erased = json["erased"]?.array?.compactMap(\.integer) ?? []
            let isAscending = zip(erased, erased.dropFirst()).allSatisfy { $0 < $1 }
            guard isAscending, erased.allSatisfy({ (first...last).contains($0) }) else { return nil }
            self.init(mailbox: mailbox, first: first, last: last, digest: digest, erased: erased)
        }
    }

    /// The server.
    package let server: OIN
    /// The log in which its deliveries stand; after a restore another log begins, and what it does not have was lost.
    package let log: String
    /// The mailbox that it is about.
    package let mailbox: MailboxName
    /// The day, in Europe/Amsterdam.
    package let day: CalendarDate
    /// When the server said it; before the end of the day it is about what had come until then.
    package let time: Instant
    /// What the mailbox received, by sender.
    package let received: [Pair]
    /// What the mailbox sent, by recipient.
    package let sent: [Pair]

    /// Creates a record.
    package init(
        server: OIN,
        log: String,
        mailbox: MailboxName,
        day: CalendarDate,
        time: Instant,
        received: [Pair],
        sent: [Pair]
    ) {
        self.server = server
        self.log = log
        self.mailbox = mailbox
        self.day = day
        self.time = time
        self.received = received
        self.sent = sent
    }

    /// The exact bytes that are signed.
    package var encoded: [UInt8] {
        let json: JSONValue = [
            "zegel": "1", "record": "reconciliation", "server": .string("\(self.server)"), "log": .string(self.log),
            "mailbox": .string("\(self.mailbox)"), "day": .string("\(self.day)"), "time": .string("\(self.time)"),
            "received": .array(self.received.map(\.json)), "sent": .array(self.sent.map(\.json)),
        ]
        return json.encoded
    }

    /// Parses the bytes of a record; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let server = json["server"]?.string.flatMap({ OIN($0) }), let log = json["log"]?.string,
            let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
            let day = json["day"]?.string.flatMap({ CalendarDate($0) }),
            let time = json["time"]?.string.flatMap({ Instant($0) }), let received = json["received"]?.array,
            let sent = json["sent"]?.array
        else { throw Problem(.recordInvalid, "A field of the reconciliation is missing or has another type.") }
        self.init(
            server: server,
            log: log,
            mailbox: mailbox,
            day: day,
            time: time,
            received: received.compactMap { Pair($0) },
            sent: sent.compactMap { Pair($0) }
        )
        guard self.encoded == bytes else {
            throw Problem(.recordInvalid, "The reconciliation is not spelled as a server writes it.")
        }
    }
}
