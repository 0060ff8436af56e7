// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelStore

/// `zegel log verify`: every entry, every tile, the root; and that it continues what it was.
struct LogVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read the whole log and compute everything again.",
        discussion: """
            It compares every tile with the entries, and the root with the checkpoint. With --config it also opens each \
            entry whose act is still in the store, and does the same for each log from before a restore. With --since the \
            log has to continue the checkpoints in those files; two that contradict each other are kept as evidence, and \
            named.
            """
    )

    @OptionGroup var log: LogOptions

    @Option(help: ArgumentHelp("A checkpoint that was kept; repeatable.", valueName: "file"))
    var since: [String] = []

    func run() async throws {
        try await self.log.with { log in
            let earlier = try self.since.map { try KeptCheckpoint.read($0, by: log.key) }
            let progress = ProgressLine("Reading the log", counting: "entries")
            let audit = LogAudit(log.source, key: log.key)
            let known = log.connection?.remembered.map { [$0] } ?? []
            let outcome = try await audit(continuing: earlier + known, evidence: log.evidence) { done, total in
                progress.update(Int(done), of: Int(total))
            }
            progress.end()
            try await log.connection?.remember(outcome.checkpoint)
            let opened = try log.stored?.openEntries()
            var over: [VerifiedCheckpoint] = []
            if let stored = log.stored { over = try await LogAudit.earlier(in: stored) }
            self.tell(outcome, opened, try log.stored?.size(), over)
        }
    }

    private func tell(
        _ outcome: LogAudit.Outcome,
        _ opened: Int?,
        _ stored: UInt64?,
        _ earlier: [VerifiedCheckpoint]
    ) {
        let checkpoint = outcome.checkpoint.checkpoint
        var members = checkpoint.json.members ?? []
        members.append(.init("tiles", .integer(Int64(outcome.tiles))))
        var text = """
            The log \(checkpoint.origin) holds.
                entries  \(checkpoint.size), in \(outcome.tiles) tiles
                root     \(checkpoint.root)
            """
        if !self.since.isEmpty { text += "\n    since    continues \(self.since.joined(separator: ", "))" }
        if let opened {
            members.append(.init("opened", .integer(Int64(opened))))
            text += "\n    opened   \(opened), each commits to what is stored"
        }
        for checkpoint in earlier.map(\.checkpoint) {
            text += "\n    earlier  \(checkpoint.origin), \(checkpoint.size) entries, holds as well"
        }
        if !earlier.isEmpty { members.append(.init("earlier", .array(earlier.map(\.checkpoint.json)))) }
        if let stored, stored > checkpoint.size {
            members.append(.init("unsigned", .integer(Int64(stored - checkpoint.size))))
            text += "\n    unsigned \(stored - checkpoint.size), which the next start signs"
        }
        Output.result(self.log.agency.json ? .object(members) : nil, else: text)
    }
}
