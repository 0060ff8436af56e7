// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What an organisation declares about a message, inside its signature (DESIGN §4.1).
package struct Statement: Hashable, Sendable {
    /// The kinds of statement that have effect.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The second person of the sender lets the message go.
        case release
        /// An addressee has it and accepts it.
        case acknowledgement
        /// An addressee does not accept it.
        case refusal
    }

    /// What is declared.
    package let kind: Kind
    /// The server that sealed the message.
    package let server: OIN
    /// The message.
    package let message: MessageID
    /// The digest of its container.
    package let container: ContentDigest
    /// The mailbox that speaks.
    package let mailbox: MailboxName
    /// When it says so.
    package let time: Instant
    /// Why, for a refusal.
    package let reason: String?

    /// Creates a statement to be signed.
    package init(
        kind: Kind,
        server: OIN,
        message: MessageID,
        container: ContentDigest,
        mailbox: MailboxName,
        time: Instant,
        reason: String? = nil
    ) {
        self.kind = kind
        self.server = server
        self.message = message
        self.container = container
        self.mailbox = mailbox
        self.time = time
        self.reason = reason
    }

    /// The bytes to sign.
    package var encoded: [UInt8] {
        var members: [JSONValue.Member] = [
            .init("zegel", "1"), .init("statement", .string(self.kind.rawValue)),
            .init("server", .string("\(self.server)")), .init("message", .string("\(self.message)")),
            .init("container", .string("\(self.container)")), .init("mailbox", .string("\(self.mailbox)")),
            .init("time", .string(self.time.seconds)),
        ]
        if let reason = self.reason { members.append(.init("reason", .string(reason))) }
        return JSONValue.object(members).encoded
    }

    /// Parses the bytes that were signed.
    ///
    /// - Throws: ``Problem`` `statement.invalid` with every fault, or a `json.…` code.
    package init(parsing bytes: [UInt8], limits: Limits = .init()) throws(Problem) {
        let json = try StrictJSON.parse(bytes, maximumDepth: limits.jsonDepth)
        guard let members = json.members else { throw Problem(.statementInvalid, "A statement is one JSON object.") }
        var reader = HeaderReader(members)
        let version = reader.required("zegel", "the text \"1\"") { $0.string == "1" ? true : nil }
        let kind = reader.required("statement", "one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))") {
            Kind(rawValue: $0.string ?? "")
        }
        let server = reader.required("server", "the OIN of the server") { $0.string.flatMap { OIN($0) } }
        let message = reader.required("message", "the id of the message") { $0.string.flatMap { MessageID($0) } }
        let container = reader.required("container", "64 lower-case hexadecimal digits") {
            $0.string.flatMap { ContentDigest(hexadecimal: $0) }
        }
        let mailbox = reader.required("mailbox", "a mailbox as organisation/function") {
            $0.string.flatMap { MailboxName($0) }
        }
        let time = reader.required("time", "a moment in UTC") { $0.string.flatMap { Instant($0) } }
        let reason =
            kind == .refusal ? reader.required("reason", "a text of 1 to 500 characters", HeaderFields.text(500)) : nil
        reader.refuseUnknown()
        guard reader.faults.isEmpty, version != nil, let kind, let server, let message, let container, let mailbox,
            let time
        else {
            throw Problem(.statementInvalid, "The statement has \(reader.faults.count) faults.", items: reader.faults)
        }
        self.init(
            kind: kind,
            server: server,
            message: message,
            container: container,
            mailbox: mailbox,
            time: time,
            reason: reason
        )
    }
}

extension Statement.Kind {
    /// The scope that handing in a statement of this kind needs (DESIGN §7).
    package var scope: Scope.Name {
        switch self {
        case .release: .release
        case .acknowledgement, .refusal: .acknowledge
        }
    }
}
