// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server says passed between it and another on a day, in both directions; signed, so that either finds what the other lacks.
///
/// The day of what passed is that of the moment at which it was taken, by the clock of the server that took it: its receipt carries that
/// moment, so that both have the same.
package struct RelayDayRecord: Hashable, Sendable {
    /// The server that says so.
    package let server: OIN
    /// Its log.
    package let log: String
    /// The other server.
    package let partner: OIN
    /// The day, in Europe/Amsterdam.
    package let day: CalendarDate
    /// When it said so; before the end of the day it is about what had passed until then.
    package let time: Instant
    /// How much passed.
    package let count: Int64
    /// SHA-256 over the line of each ``RelayPassage``, by time and then by name.
    package let digest: ContentDigest
    /// What it began to push and has no receipt for, of whatever day: messages by its own names, statements by their digests.
    package let open: [String]

    /// Creates a record.
    package init(
        server: OIN,
        log: String,
        partner: OIN,
        day: CalendarDate,
        time: Instant,
        count: Int64,
        digest: ContentDigest,
        open: [String]
    ) {
        self.server = server
        self.log = log
        self.partner = partner
        self.day = day
        self.time = time
        self.count = count
        self.digest = digest
        self.open = open
    }

    /// The exact bytes that are signed.
    package var encoded: [UInt8] {
        let json: JSONValue = [
            "zegel": "1", "record": "relay-reconciliation", "server": .string("\(self.server)"),
            "log": .string(self.log), "partner": .string("\(self.partner)"), "day": .string("\(self.day)"),
            "time": .string("\(self.time)"), "count": .integer(self.count), "sha256": .string("\(self.digest)"),
            "open": .array(self.open.map { .string($0) }),
        ]
        return json.encoded
    }

    /// Parses the bytes of a record; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let server = json["server"]?.string.flatMap({ OIN($0) }), let log = json["log"]?.string,
            let partner = json["partner"]?.string.flatMap({ OIN($0) }),
            let day = json["day"]?.string.flatMap({ CalendarDate($0) }),
            let time = json["time"]?.string.flatMap({ Instant($0) }), let count = json["count"]?.integer, count >= 0,
            let digest = json["sha256"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let open = json["open"]?.array
        else { throw Problem(.recordInvalid, "A field of the reconciliation is missing or has another type.") }
        self.init(
            server: server,
            log: log,
            partner: partner,
            day: day,
            time: time,
            count: count,
            digest: digest,
            open: open.compactMap(\.string)
        )
        guard self.encoded == bytes else {
            throw Problem(.recordInvalid, "The reconciliation is not spelled as a server writes it.")
        }
    }
}
