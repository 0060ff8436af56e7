// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore
import ZegelVerify

/// `zegel send`: hand in messages, and say so only when the receipt is verified.
struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hand in containers, and verify the receipt of each.",
        discussion: """
            “Sent” is said when the receipt proves that the server stored the message durably; the receipt is kept in \
            FILE.receipt.json. Repeating a send is safe: the same container gives the same receipt. A container of 16 MiB or \
            more goes in parts: what breaks off, also by a crash, is resumed by sending it again; until it is done \
            FILE.upload.json says where. With --header the \
            documents are sealed first, into the container that --out names. With --resubmit a message is brought back that \
            the server lost before it was restored: it keeps its id, a second person releases it again, and the new receipt is \
            kept in FILE.resubmitted.json beside the old one.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Option(help: "A header, JSON: the files are documents, the main one first, and are sealed with the profile's key.")
    var header: String?

    @Option(help: "The container to make from the documents.")
    var out: String?

    @Flag(help: "Ask only what would be decided; the documents stay here.")
    var check = false

    @Option(help: ArgumentHelp("The receipt that the server gave for the container before.", valueName: "receipt"))
    var resubmit: String?

    @Argument(help: "Containers; with --header, documents.")
    var files: [String]

    func validate() throws {
        guard self.resubmit == nil || self.files.count == 1 && self.header == nil && !self.check else {
            throw ValidationError("--resubmit goes with one container, and without --header and --check.")
        }
        guard (self.header == nil) == (self.out == nil) else {
            throw ValidationError(
                "--header and --out go together: the container must be kept, to be sent again as it is."
            )
        }
    }

    func run() async throws {
        try await self.agency.connected { connection in
            var batch = Batch(asJSON: self.agency.json)
            for file in try self.containers(connection.profile) {
                await batch.add("file", file) {
                    self.check ? try await Self.ask(connection, file) : try await self.send(connection, file)
                }
            }
            try batch.end()
        }
    }

    /// The containers to send; where documents are given, the one that is made of them.
    private func containers(_ profile: ClientProfile) throws -> [String] {
        guard let header, let out else { return self.files }
        guard let keys = profile.seal else { throw Problem(.configuration, "The profile has no seal.") }
        guard !FileManager.default.fileExists(atPath: out) else {
            throw Problem(.configuration, "\(out) exists already; send it as it is, or name another file.")
        }
        let builder = try ContainerBuilder(
            template: StrictJSON.parse(FilePieces.whole(header)),
            documents: self.files.map { try EnclosedDocument(path: $0) },
            signer: try keys.signer(),
            at: .now
        )
        _ = try Seal.write(builder, to: out)
        return [out]
    }

    private static func ask(_ connection: ZegelConnection, _ file: String) async throws -> Batch.Done {
        let check = try await connection.check(file: file)
        let text = check.releases > 1 ? "would be accepted, and wait for a second person" : "would be accepted"
        return Batch.Done(
            json: ["file": .string(file), "decision": "allow", "release": .integer(Int64(check.releases))],
            text: "\(file)  \(text)"
        )
    }

    private func send(_ connection: ZegelConnection, _ file: String) async throws -> Batch.Done {
        let progress = ProgressLine("Sending \(file)")
        defer { progress.end() }
        let sent: Submission
        if let resubmit {
            let old = try MessageReceipt(parsing: FilePieces.whole(resubmit, atMost: 16 << 20))
            sent = try await connection.resubmit(file: file, with: old) { progress.update($0.done, of: $0.total) }
        } else {
            sent = try await connection.submit(
                file: file,
                progress: { progress.update($0.done, of: $0.total) },
                notice: { Output.note($0) }
            )
        }
        let receipt = self.resubmit == nil ? "\(file).receipt.json" : "\(file).resubmitted.json"
        try KeptFile.write(sent.receiptBytes, to: receipt)
        ZegelConnection.forgetUpload(of: file)
        return Self.done(file, sent, receipt)
    }

    private static func done(_ file: String, _ sent: Submission, _ receipt: String) -> Batch.Done {
        let record = sent.record
        let json: JSONValue = [
            "file": .string(file), "id": .string("\(record.id)"), "kenmerk": .string("\(sent.receipt.kenmerk)"),
            "date": .string("\(sent.receipt.date)"), "state": .string(sent.receipt.state.rawValue),
            "receivedAt": .string("\(record.receivedAt)"), "container": .string("\(record.container)"),
            "server": .string("\(record.server)"), "repeated": .bool(sent.isRepeated), "receipt": .string(receipt),
        ]
        let text = """
            \(sent.isRepeated ? "already sent" : "sent")  \(sent.receipt.kenmerk) of \(sent.receipt.date)
                id        \(record.id)
                state     \(sent.receipt.state.rawValue)
                received  \(record.receivedAt), sealed by \(record.server)
                receipt   \(receipt), verified
            """
        return Batch.Done(json: json, text: text)
    }
}
