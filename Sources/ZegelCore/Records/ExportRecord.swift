// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server says when it hands out a dossier: `META-INF/export.json` (DESIGN §4.1).
package struct ExportRecord: Hashable, Sendable {
    /// Through whose eyes a dossier is seen.
    package enum View: String, Hashable, Sendable, CaseIterable {
        /// The sender's: everything.
        case originator
        /// An addressee's.
        case addressee
        /// An auditor's: without documents, unless the policy grants them.
        case audit
    }

    /// A statement in this view.
    package struct Statement: Hashable, Sendable {
        /// The entry name, under `META-INF/statements/`.
        package let name: String
        /// The digest of the signed statement.
        package let digest: ContentDigest

        /// Names a statement.
        package init(name: String, digest: ContentDigest) {
            self.name = name
            self.digest = digest
        }
    }

    /// The message.
    package let message: MessageID
    /// The server that exported.
    package let server: OIN
    /// When it did.
    package let time: Instant
    /// The state of the message at that time.
    package let state: MessageState
    /// Through whose eyes.
    package let view: View
    /// The mailbox that asked.
    package let mailbox: MailboxName
    /// The number of the message among those from its sender to that mailbox; only in an addressee's view.
    package let number: Int64?
    /// What took its place, as far as that mailbox may know of it: its correction, else the last version of the list of which it is one.
    package let replacedBy: ZegelCore.Statement.Reference?
    /// The checkpoint of the log at that time, a signed note in base64; empty where there is no log.
    package let checkpoint: String
    /// The statements in this view.
    package let statements: [Statement]

    /// Creates a record.
    package init(
        message: MessageID,
        server: OIN,
        time: Instant,
        state: MessageState,
        view: View,
        mailbox: MailboxName,
        number: Int64? = nil,
        replacedBy: ZegelCore.Statement.Reference? = nil,
        checkpoint: String,
        statements: [Statement]
    ) {
        self.message = message
        self.server = server
        self.time = time
        self.state = state
        self.view = view
        self.mailbox = mailbox
        self.number = number
        self.replacedBy = replacedBy
        self.checkpoint = checkpoint
        self.statements = statements
    }

    /// The exact bytes that are signed.
    package var encoded: [UInt8] {
        let opening: JSONValue = [
            "zegel": "1", "record": "export", "message": .string("\(self.message)"),
            "server": .string("\(self.server)"), "time": .string("\(self.time)"),
            "state": .string(self.state.rawValue), "view": .string(self.view.rawValue),
            "mailbox": .string("\(self.mailbox)"),
        ]
        let end: JSONValue = [
            "checkpoint": .string(self.checkpoint),
            "statements": .array(
                self.statements.map { ["name": .string($0.name), "sha256": .string("\($0.digest)")] }
            ),
        ]
        let optional: [JSONValue.Member?] = [
            self.number.map { .init("number", .integer($0)) },
            self.replacedBy.map { reference in
                .init(
                    "replacedBy",
                    ["kenmerk": .string("\(reference.kenmerk)"), "date": .string("\(reference.date)")]
                )
            },
        ]
        return JSONValue.object((opening.members ?? []) + optional.compactMap(\.self) + (end.members ?? [])).encoded
    }

    /// Parses the bytes of an export; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let message = json["message"]?.string.flatMap({ MessageID($0) }),
            let server = json["server"]?.string.flatMap({ OIN($0) }),
            let time = json["time"]?.string.flatMap({ Instant($0) }),
            let state = json["state"]?.string.flatMap({ MessageState(rawValue: $0) }),
            let view = json["view"]?.string.flatMap({ View(rawValue: $0) }),
            let mailbox = json["mailbox"]?.string.flatMap({ MailboxName($0) }),
            let checkpoint = json["checkpoint"]?.string, let statements = json["statements"]?.array
        else { throw Problem(.recordInvalid, "A field of the export is missing or has another type.") }
        self.init(
            message: message,
            server: server,
            time: time,
            state: state,
            view: view,
            mailbox: mailbox,
            number: json["number"]?.integer,
            replacedBy: json["replacedBy"].flatMap { reference in
                guard let kenmerk = reference["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
                    let date = reference["date"]?.string.flatMap({ CalendarDate($0) })
                else { return nil }
                return .init(kenmerk: kenmerk, date: date)
            },
            checkpoint: checkpoint,
            statements: statements.compactMap { element in
                guard let name = element["name"]?.string,
                    let digest = element["sha256"]?.string.flatMap({ ContentDigest(hexadecimal: $0) })
                else { return nil }
                return Statement(name: name, digest: digest)
            }
        )
        guard self.number.map({ $0 > 0 && view == .addressee }) ?? true, self.encoded == bytes else {
            throw Problem(.recordInvalid, "The export is not spelled as a server writes it.")
        }
    }
}
