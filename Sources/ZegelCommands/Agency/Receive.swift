// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore
import ZegelVerify

/// `zegel receive`: collect messages, and judge them before anyone relies on them.
struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Collect messages with their evidence, and verify each.",
        discussion: """
            A dossier is written to ID.asice when all of it is there and durable, and verified as zegel verify does. \
            What breaks off is taken up again, also by a later call, from a file beside it. Exit 20 or 21 where one is invalid or cannot be judged; the file stays, as evidence. With --new everything \
            in the mailbox that was not collected yet; with --claim NAME as well only what no other system that shares \
            the mailbox is collecting. Exit 9 where the number of a message is missing or comes twice.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Option(help: "The folder to put them in.")
    var into = "."

    @Flag(help: "Everything in the mailbox of the profile that was not collected yet.")
    var new = false

    @OptionGroup var claims: ClaimOptions

    @Flag(help: "As an auditor: the evidence without the contents.")
    var audit = false

    @Flag(help: "Replace files that are there already.")
    var replace = false

    @Argument(help: "Ids of messages.")
    var messages: [MessageID] = []

    func validate() throws {
        guard self.new != !self.messages.isEmpty else { throw ValidationError("Name messages, or say --new.") }
        guard self.claims.claim == nil || self.new else { throw ValidationError("--claim goes with --new.") }
    }

    func run() async throws {
        try await self.agency.connected { connection in
            let verifier = try connection.profile.verifier()
            var batch = Batch(asJSON: self.agency.json)
            var report = NumberReport()
            if let name = self.claims.claim {
                try await self.collectClaimed(as: name, connection, verifier, &batch, &report)
            } else {
                for id in try await self.ids(connection, &report) {
                    await batch.add("message", "\(id)") { try await self.collect(id, connection, verifier) }
                }
            }
            if !self.audit { report.tell(await self.looked(connection)) }
            try batch.end()
            try report.end()
        }
    }

    /// Claims one message after the other and collects it; what failed stays claimed, until its lease ends.
    ///
    /// Each claim asks for room beside what failed, and beside the last one: that it was collected may become known a moment later.
    private func collectClaimed(
        as name: String,
        _ connection: ZegelConnection,
        _ verifier: DossierVerifier,
        _ batch: inout Batch,
        _ report: inout NumberReport
    ) async throws {
        var tried: Set<MessageID> = []
        var held = 1
        while held <= 100 {
            let claimed = try await connection.claim(as: name, limit: held, lease: self.claims.lease)
            report.tell(try connection.note(claimed.messages, in: connection.profile.mailbox))
            guard let id = claimed.messages.map(\.id).first(where: { !tried.contains($0) }) else { break }
            tried.insert(id)
            await batch.add("message", "\(id)") { try await self.collect(id, connection, verifier) }
            held = claimed.messages.count { tried.contains($0.id) && $0.id != id } + 2
        }
        if tried.isEmpty { Output.note("Nothing in \(connection.profile.mailbox) is free.") }
    }

    /// Notes the numbers of messages that were named; those of a list were noted with it.
    private func looked(_ connection: ZegelConnection) async -> [NumberFinding] {
        var findings: [NumberFinding] = []
        for id in self.messages {
            guard let message = try? await connection.message(id) else { continue }
            findings += (try? connection.note(message, in: connection.profile.mailbox)) ?? []
        }
        return findings
    }

    private func ids(_ connection: ZegelConnection, _ report: inout NumberReport) async throws -> [MessageID] {
        guard self.new else { return self.messages }
        var (ids, cursor): ([MessageID], String?) = ([], nil)
        while true {
            let page = try await connection.mailbox(after: cursor, limit: 1_000)
            report.tell(try connection.note(page.messages, in: connection.profile.mailbox))
            ids += page.messages.filter { $0.state == .available }.map(\.id)
            for line in page.messages where line.notice == .withdrawal && line.isHeld {
                Output.note("\(line.id) was withdrawn: zegel status tells why, zegel dispose what became of your copy.")
            }
            guard page.messages.count == 1_000, let next = page.next else { break }
            cursor = next
        }
        report.tell(try await connection.missing(in: connection.profile.mailbox))
        if ids.isEmpty { Output.note("Nothing new in \(connection.profile.mailbox).") }
        return ids
    }

    private func collect(
        _ id: MessageID,
        _ connection: ZegelConnection,
        _ verifier: DossierVerifier
    ) async throws -> Batch.Done {
        let path = "\(self.into)/\(id).asice"
        let progress = ProgressLine("Collecting \(id)")
        defer { progress.end() }
        let file = try await connection.download(
            id,
            self.audit ? .audit : .dossier,
            to: path,
            replacing: self.replace,
            holding: { await verifier.verify(file: $0).indication == .totalPassed },
            progress: { progress.update($0.done, of: $0.total) }
        )
        let report = await verifier.verify(file: path)
        for checkpoint in report.checkpoints { try await connection.remember(checkpoint) }
        let json: JSONValue = [
            "message": .string("\(id)"), "file": .string(path), "size": .integer(Int64(file.size)),
            "sha256": .string("\(file.digest)"), "indication": .string(report.indication.rawValue),
            "checks": report.json["checks"] ?? .null,
        ]
        return Batch.Done(
            json: json,
            text: report.text(),
            exit: ProcessExit(rawValue: report.indication.exitCode) ?? .undecided
        )
    }
}

extension ClientProfile {
    /// What judges dossiers by whom this profile trusts.
    func verifier() throws -> DossierVerifier {
        func texts(_ paths: [String]) throws -> [String] {
            try paths.map { String(decoding: try FilePieces.whole($0, atMost: 64 << 20), as: UTF8.self) }
        }
        return try DossierVerifier(
            trust: texts(self.sealAnchors),
            lists: texts(self.revocationLists),
            sealers: self.sealers,
            log: self.logVerifier(),
            earlierLogs: self.earlierLogVerifiers(),
            at: .now
        )
    }
}
