// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog

/// `zegel log mirror`: a copy of a whole log, every part of it verified.
struct LogMirrorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirror",
        abstract: "Copy a whole log into a folder, and verify every part of it.",
        discussion: """
            Each tile and entry is held to the newest checkpoint before it is written, and that checkpoint to the one that \
            was mirrored before. What is there already is not asked for again, also after a run that was broken off. Where \
            the log contradicts itself, both checkpoints are kept in DIR/forks: exit 22.
            """
    )

    @OptionGroup var log: LogOptions

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String

    func run() async throws {
        try await self.log.with { log in
            let progress = ProgressLine("Mirroring")
            let mirror = try LogMirror(log.source, key: log.key, folder: self.folder)
            let outcome = try await mirror { progress.update(Int($0), of: Int($1)) }
            progress.end()
            try await log.connection?.remember(outcome.checkpoint)
            self.tell(outcome)
        }
    }

    private func tell(_ outcome: LogMirror.Outcome) {
        let checkpoint = outcome.checkpoint.checkpoint
        let before = outcome.before?.checkpoint.size
        let members =
            (checkpoint.json.members ?? []) + [
                .init("before", .integer(Int64(before ?? 0))), .init("fetched", .integer(Int64(outcome.fetched))),
                .init("found", .integer(Int64(outcome.found))), .init("folder", .string(self.folder)),
            ]
        let since = before.map { "which it continues: \($0) entries" } ?? "nothing; this is the first copy"
        let text = """
            \(self.folder) holds the log \(checkpoint.origin).
                entries  \(checkpoint.size)
                root     \(checkpoint.root)
                before   \(since)
                parts    \(outcome.fetched) fetched, \(outcome.found) found in place
            """
        Output.result(self.log.agency.json ? .object(members) : nil, else: text)
    }
}
