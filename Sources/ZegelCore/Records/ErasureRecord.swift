// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server states about the end of a message, and keeps in its place (DESIGN §3.9).
///
/// It holds nothing of what the message said: whoever has a receipt or dossier finds the digests of its seal here, and nobody else can tell
/// from them what was sealed.
package struct ErasureRecord: Hashable, Sendable {
    /// What became of the message.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It was destroyed.
        case destroyed
        /// Its dossier was handed to the archive, and then it was destroyed here.
        case transferred
    }

    /// The rule by which it ended.
    package struct Rule: Hashable, Sendable {
        /// The exchange.
        package let exchange: String
        /// The digest of the policy.
        package let policy: ContentDigest
        /// Where the rule stands: file and line.
        package let place: String
        /// The last day of the term.
        package let until: CalendarDate

        /// Names a rule.
        package init(exchange: String, policy: ContentDigest, place: String, until: CalendarDate) {
            self.exchange = exchange
            self.policy = policy
            self.place = place
            self.until = until
        }
    }

    /// The message.
    package let message: MessageID
    /// The server that destroyed it.
    package let server: OIN
    /// What became of it.
    package let outcome: Outcome
    /// The rule by which it ended.
    package let rule: Rule
    /// When it was taken away.
    package let time: Instant
    /// The digest of the manifest of its seal.
    package let sealManifest: ContentDigest
    /// The digest of the signature of its seal.
    package let seal: ContentDigest
    /// The last day on which a backup may still hold its key.
    package let backupsUntil: CalendarDate
    /// The digest of the dossier that the archive has, where it was transferred.
    package let archived: ContentDigest?

    /// Creates a record.
    package init(
        message: MessageID,
        server: OIN,
        outcome: Outcome,
        rule: Rule,
        time: Instant,
        sealManifest: ContentDigest,
        seal: ContentDigest,
        backupsUntil: CalendarDate,
        archived: ContentDigest? = nil
    ) {
        self.message = message
        self.server = server
        self.outcome = outcome
        self.rule = rule
        self.time = time
        self.sealManifest = sealManifest
        self.seal = seal
        self.backupsUntil = backupsUntil
        self.archived = archived
    }

    /// The exact bytes that are signed.
    package var encoded: [UInt8] {
        var members: [JSONValue.Member] = [
            .init("zegel", "1"), .init("record", "erasure"), .init("message", .string("\(self.message)")),
            .init("server", .string("\(self.server)")), .init("outcome", .string(self.outcome.rawValue)),
            .init("exchange", .string(self.rule.exchange)), .init("policy", .string("\(self.rule.policy)")),
            .init("rule", .string(self.rule.place)), .init("until", .string("\(self.rule.until)")),
            .init("time", .string("\(self.time)")), .init("sealManifest", .string("\(self.sealManifest)")),
            .init("seal", .string("\(self.seal)")), .init("backupsUntil", .string("\(self.backupsUntil)")),
        ]
        if let archived { members.append(.init("archived", .string("\(archived)"))) }
        return JSONValue.object(members).encoded
    }

    /// Parses the bytes of a record; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let message = json["message"]?.string.flatMap({ MessageID($0) }),
            let server = json["server"]?.string.flatMap({ OIN($0) }),
            let outcome = json["outcome"]?.string.flatMap({ Outcome(rawValue: $0) }),
            let exchange = json["exchange"]?.string,
            let policy = json["policy"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let place = json["rule"]?.string, let until = json["until"]?.string.flatMap({ CalendarDate($0) }),
            let time = json["time"]?.string.flatMap({ Instant($0) }),
            let manifest = json["sealManifest"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let seal = json["seal"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let backups = json["backupsUntil"]?.string.flatMap({ CalendarDate($0) })
        else { throw Problem(.recordInvalid, "A field of the record is missing or has another type.") }
        self.init(
            message: message,
            server: server,
            outcome: outcome,
            rule: Rule(exchange: exchange, policy: policy, place: place, until: until),
            time: time,
            sealManifest: manifest,
            seal: seal,
            backupsUntil: backups,
            archived: json["archived"]?.string.flatMap { ContentDigest(hexadecimal: $0) }
        )
        guard self.encoded == bytes else {
            throw Problem(.recordInvalid, "The record is not spelled as a server writes it.")
        }
    }
}
