// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore
import ZegelVerify

/// About what a statement is, and for which mailbox; and the making of it.
struct StatementOptions: ParsableArguments {
    @Option(help: "The container, or a dossier with it, that the statement is about; for one message.")
    var file: String?

    @Option(help: "The mailbox that speaks, instead of the one in the profile.")
    var mailbox: MailboxName?

    @Argument(help: "Ids of messages.")
    var messages: [MessageID]

    func validate() throws {
        guard self.file == nil || self.messages.count == 1 else {
            throw ValidationError("--file goes with one message.")
        }
    }

    /// Signs a statement about each message, hands it in, and verifies its receipt.
    func state(_ declaration: Statement.Declaration, by agency: AgencyOptions) async throws {
        try await agency.connected { try await self.state(declaration, by: agency, $0) }
    }

    /// The same for a passage to mailboxes that are looked up first.
    func state(
        _ passage: PassageOptions,
        _ declare: @Sendable @escaping (Statement.Passage) -> Statement.Declaration,
        by agency: AgencyOptions
    ) async throws {
        try await agency.connected { connection in
            try await self.state(declare(try await passage.passage(connection)), by: agency, connection)
        }
    }

    private func state(
        _ declaration: Statement.Declaration,
        by agency: AgencyOptions,
        _ connection: ZegelConnection
    ) async throws {
        let keys = declaration == .release ? connection.profile.release : connection.profile.seal
        guard let keys, let server = connection.profile.sealers.first else {
            throw Problem(.configuration, "The profile has no key for a \(declaration.kind.rawValue).")
        }
        let signer = try keys.signer()
        var batch = Batch(asJSON: agency.json)
        for id in self.messages {
            await batch.add("message", "\(id)") {
                let statement = Statement(
                    declaration,
                    server: server,
                    message: id,
                    container: try await self.container(of: id, connection),
                    mailbox: self.mailbox ?? connection.profile.mailbox,
                    time: .now
                )
                return Self.done(try await connection.state(statement, signer: signer))
            }
        }
        try batch.end()
    }

    /// The digest of the container: of the file that its reader has, else as the server names it.
    private func container(of id: MessageID, _ connection: ZegelConnection) async throws -> ContentDigest {
        let named = try await Self.container(of: id, as: connection)
        guard let file = self.file else { return named }
        guard try ContainerFile.digest(file) == named else {
            throw CommandFailure(.integrity, Problem(.digestMismatch, "\(file) is not the container of this message."))
        }
        return named
    }

    /// What the server names; of a message that was withdrawn its statement says it, and nothing else is to be had.
    private static func container(of id: MessageID, as connection: ZegelConnection) async throws -> ContentDigest {
        do throws(ClientError) {
            return try await connection.message(id).container
        } catch {
            guard error.problem.code == ProblemCode.withdrawn.rawValue,
                let text = error.problem.members.first(where: { $0.name == "statement" })?.value.string,
                let bytes = Base64.decode(text)
            else { throw error }
            let statement = try StatementOpening(parsing: bytes).statement
            guard statement.message == id else { throw error }
            return statement.container
        }
    }

    private static func done(_ accepted: AcceptedStatement) -> Batch.Done {
        let record = accepted.record
        let json: JSONValue = [
            "message": .string("\(record.message)"), "statement": .string(record.kind.rawValue),
            "mailbox": .string("\(record.mailbox)"), "container": .string("\(record.container)"),
            "receivedAt": .string("\(record.receivedAt)"), "sha256": .string("\(record.statement)"),
            "repeated": .bool(accepted.isRepeated), "waiting": .bool(accepted.waits),
        ]
        let waits = accepted.waits ? "\n    waits     for the consent of the originator; until then nobody has it" : ""
        let text = """
            \(record.kind.rawValue)  \(record.message)
                for       \(record.mailbox), container \(record.container)
                received  \(record.receivedAt), signed by \(record.server); the receipt is verified
            """
        return Batch.Done(json: json, text: text + waits)
    }
}
