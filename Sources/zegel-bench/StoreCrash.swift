// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import ZegelCore

/// `zegel-bench crash`: writes to a store and is killed, so that the next start finds a write-ahead log to recover.
struct StoreCrash: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "crash", shouldDisplay: false)

    /// Commits, of which each writes some pages.
    static let commits = 200

    @Option var folder: String

    func run() async throws {
        let store = try SyntheticLog(folder: self.folder).open()
        guard let mailbox = MailboxName(SyntheticMailbox.name) else { throw WrongAnswer() }
        for _ in 0..<Self.commits { _ = try await SyntheticMailbox.claim(100, of: mailbox, in: store) }
        kill(getpid(), SIGKILL)
    }
}
