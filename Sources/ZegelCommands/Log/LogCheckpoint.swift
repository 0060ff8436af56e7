// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelLog
import ZegelVerify

/// `zegel log checkpoint`: the newest signed root.
struct LogCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Show the newest checkpoint, its signature verified.",
        discussion: "A checkpoint that was kept holds the log to it later: zegel log verify --since FILE."
    )

    @OptionGroup var log: LogOptions

    @Option(help: "Keep it in this file, too.")
    var out: String?

    func run() async throws {
        try await self.log.with { log in
            let verified = try await log.source.checkpoint(by: log.key)
            try await log.connection?.remember(verified)
            let bytes = verified.signed.bytes
            if let out { try KeptFile.write(bytes, to: out) }
            let members = (verified.checkpoint.json.members ?? []) + [.init("note", .string(Base64.encode(bytes)))]
            let text = String(decoding: bytes.dropLast(), as: UTF8.self)
            Output.result(self.log.agency.json ? .object(members) : nil, else: text)
        }
    }
}
