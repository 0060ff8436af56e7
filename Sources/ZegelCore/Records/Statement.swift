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
        /// The originator allows that it goes on to others.
        case consent
        /// One who has it passes it on.
        case forward
        /// The originator takes it back.
        case withdrawal
        /// The originator names the message that takes its place.
        case correction
        /// One who has it destroyed its copy or keeps it.
        case disposal
    }

    /// What is declared.
    package let declaration: Declaration
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

    /// The kind of what is declared.
    package var kind: Kind { self.declaration.kind }

    /// Creates a statement to be signed.
    package init(
        _ declaration: Declaration,
        server: OIN,
        message: MessageID,
        container: ContentDigest,
        mailbox: MailboxName,
        time: Instant
    ) {
        self.declaration = declaration
        self.server = server
        self.message = message
        self.container = container
        self.mailbox = mailbox
        self.time = time
    }

    /// The bytes to sign.
    package var encoded: [UInt8] {
        let members: [JSONValue.Member] = [
            .init("zegel", "1"), .init("statement", .string(self.kind.rawValue)),
            .init("server", .string("\(self.server)")), .init("message", .string("\(self.message)")),
            .init("container", .string("\(self.container)")), .init("mailbox", .string("\(self.mailbox)")),
            .init("time", .string(self.time.seconds)),
        ]
        return JSONValue.object(members + self.declaration.members).encoded
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
        let declaration = kind.flatMap { Declaration($0, &reader) }
        if kind != nil { reader.refuseUnknown() }
        guard reader.faults.isEmpty, version != nil, let declaration, let server, let message, let container,
            let mailbox, let time
        else {
            throw Problem(.statementInvalid, "The statement has \(reader.faults.count) faults.", items: reader.faults)
        }
        self.init(
            declaration,
            server: server,
            message: message,
            container: container,
            mailbox: mailbox,
            time: time
        )
    }
}

extension Statement.Kind {
    /// Whether the originator speaks; an addressee otherwise.
    package var isOriginators: Bool {
        switch self {
        case .release, .consent, .withdrawal, .correction: true
        case .acknowledgement, .refusal, .forward, .disposal: false
        }
    }

    /// The scope that handing in a statement of this kind needs (DESIGN §7).
    package var scope: Scope.Name {
        switch self {
        case .release: .release
        case .acknowledgement, .refusal, .disposal: .acknowledge
        case .forward: .forward
        case .consent, .withdrawal, .correction: .withdraw
        }
    }
}
