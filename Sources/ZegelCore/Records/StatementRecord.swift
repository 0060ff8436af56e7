// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server says when it accepts a statement: the `record` of the statement's receipt (DESIGN §4.1).
package struct StatementRecord: Hashable, Sendable {
    /// The message.
    package let message: MessageID
    /// The server that accepted.
    package let server: OIN
    /// What was stated.
    package let kind: Statement.Kind
    /// For which mailbox.
    package let mailbox: MailboxName
    /// The digest of the signed statement.
    package let statement: ContentDigest
    /// The digest of the container.
    package let container: ContentDigest
    /// When it was accepted.
    package let receivedAt: Instant
    /// The decision record.
    package let decision: String

    /// Creates a record.
    package init(
        message: MessageID,
        server: OIN,
        kind: Statement.Kind,
        mailbox: MailboxName,
        statement: ContentDigest,
        container: ContentDigest,
        receivedAt: Instant,
        decision: String
    ) {
        self.message = message
        self.server = server
        self.kind = kind
        self.mailbox = mailbox
        self.statement = statement
        self.container = container
        self.receivedAt = receivedAt
        self.decision = decision
    }

    /// The exact bytes that are signed.
    package var encoded: [UInt8] {
        let json: JSONValue = [
            "zegel": "1", "record": "statement", "message": .string("\(self.message)"),
            "server": .string("\(self.server)"), "kind": .string(self.kind.rawValue),
            "mailbox": .string("\(self.mailbox)"), "statement": .string("\(self.statement)"),
            "container": .string("\(self.container)"), "receivedAt": .string("\(self.receivedAt)"),
            "decision": .string(self.decision),
        ]
        return json.encoded
    }

    /// Parses the bytes of a record; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let message = json["message"]?.string.flatMap({ MessageID($0) }),
            let server = json["server"]?.string.flatMap({ OIN($0) }),
            let kind = json["kind"]?.string.flatMap({ Statement.Kind(rawValue: $0) }),
            let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
            let statement = json["statement"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let decision = json["decision"]?.string
        else { throw Problem(.recordInvalid, "A field of the record is missing or has another type.") }
        self.init(
            message: message,
            server: server,
            kind: kind,
            mailbox: mailbox,
            statement: statement,
            container: container,
            receivedAt: receivedAt,
            decision: decision
        )
        guard self.encoded == bytes else {
            throw Problem(.recordInvalid, "The record is not spelled as a server writes it.")
        }
    }
}
